import Records
import Testing

@Suite struct ReferenceTests {
    @Test(
        "Kanji numerals in addresses compare as digits, in runs of any length",
        arguments: [
            ("北十条西", "北10条西"), ("二十三番地", "23-"), (String(repeating: "九", count: 40), String(repeating: "9", count: 40)),
        ])
    func numerals(address: String, normalized: String) {
        #expect(AddressText.normalized(address) == normalized)
    }
}
