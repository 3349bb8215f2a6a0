import Japanese
import Testing

@Suite struct NumeralsTests {
    @Test(
        "Grouped from four digits up",
        arguments: [
            (0, "0"), (999, "999"), (1000, "1,000"), (346_482, "346,482"), (10_477_066, "10,477,066"),
            (-1234, "-1,234"),
        ])
    func grouped(number: Int, text: String) {
        #expect(Numerals.grouped(number) == text)
    }

    @Test(
        "Kanji",
        arguments: [
            (0, "〇"), (10, "十"), (11, "十一"), (110, "百十"), (1000, "千"), (10_000, "一万"), (20_001, "二万一"),
            (346_482, "三十四万六千四百八十二"), (100_000_000, "一億"),
        ])
    func kanji(number: Int, text: String) {
        #expect(Numerals.kanji(number) == text)
    }

    @Test(
        "Full-width digits take the signs between them along",
        arguments: [
            ("7,892千円", "７，８９２千円"), ("3.7%", "３．７％"), ("0797-86-2321", "０７９７－８６－２３２１"), ("Palたからづか", "Palたからづか"),
            ("(1), 2.", "(１), ２."),
        ])
    func fullwidth(text: String, expected: String) {
        #expect(Numerals.fullwidth(text) == expected)
    }

    @Test(
        "Folding for comparison",
        arguments: [
            ("０７９７−８６−２３２１", "0797-86-2321"), ("9ー10", "9-10"), ("フリースクール", "フリースクール"), ("（金）", "(金)"),
        ])
    func folding(text: String, expected: String) {
        #expect(WidthFolding.ascii(text) == expected)
    }

    @Test(
        "Marks by example",
        arguments: [
            ("Ⅰ", 3, "Ⅲ"), ("1", 12, "12"), ("（１）", 12, "（１２）"), ("(1)", 2, "(2)"), ("①", 21, "㉑"), ("ア）", 4, "エ）"),
            ("第1章", 2, "第2章"), ("・", 5, "・"), ("〇", 1, "〇"), ("一", 10, "十"), ("(a)", 2, "(b)"), ("ア", 47, "アア"),
        ])
    func marks(sample: String, number: Int, mark: String) {
        #expect(Marker(sample: sample).mark(number) == mark)
    }
}
