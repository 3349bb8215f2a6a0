import Japanese
import Testing

@Suite struct DisplayWidthTests {
    @Test(
        "Columns by East Asian Width, ambiguous ones two or one",
        arguments: [
            ("abc", 3, 3), ("漢字かな", 8, 8), ("①※Ⅰ→×…", 12, 6), ("〒〜～－㈱・〇％", 16, 16), ("ｱｲｳ", 3, 3), ("¥−", 2, 2),
            ("か\u{3099}", 2, 2), ("塚", 2, 2), ("𠮷", 2, 2), ("", 0, 0), ("─│", 4, 2),
        ])
    func columns(text: String, wide: Int, narrow: Int) {
        #expect(DisplayWidth(ambiguous: .wide).columns(text) == wide)
        #expect(DisplayWidth(ambiguous: .narrow).columns(text) == narrow)
        #expect(DisplayWidth(ambiguous: .wide).columns(Array(text.utf8)) == wide)
    }
}
