package import Diagnostics

extension DiagnosticCode {
    package static let corporateNumberForm = DiagnosticCode(
        "R029", canBeAllowed: false,
        meaning: (
            ja: "法人番号が13桁でないか、検査数字が合いません。",
            en: "A corporate number does not have thirteen digits, or its check digit is wrong."
        ),
        reason: (
            ja: "1桁違うと、別の法人を指すことになります。", en: "One digit off, and it names another corporation."
        ),
        wrong: "corporate_number: 1000012110003", right: "corporate_number: 8000012130001",
        source: (ja: "国税庁「法人番号の検査用数字を算出する算式」", en: "National Tax Agency: the check digit of corporate numbers"))
}

extension ValueProblem {
    static let corporateNumberForm = ValueProblem(
        .corporateNumberForm,
        help: Phrase(
            ja: "国税庁の法人番号公表サイトで確かめて、13桁の数字を半角で書いてください",
            en: "look it up on the National Tax Agency's site, and write its thirteen digits")
    ) { text in
        Phrase(ja: "「\(text)」は正しい法人番号ではありません", en: "\"\(text)\" is not a valid corporate number")
    }
}
