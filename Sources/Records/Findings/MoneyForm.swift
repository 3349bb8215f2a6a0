package import Diagnostics

extension DiagnosticCode {
    package static let moneyForm = DiagnosticCode(
        "R020", canBeAllowed: false,
        meaning: (
            ja: "金額は「7,892千円」のように、3桁ごとに「,」を入れ、単位（円、千円、万円、百万円又は億円）を付けて書きます。",
            en: "An amount of money is written with commas and its unit, as in 7,892千円."
        ),
        reason: (
            ja: "単位がないと、円なのか千円なのかが分からず、額を千倍も誤って伝えます。",
            en: "Without its unit an amount may be read a thousand times too large or too small."
        ),
        wrong: "budget: 7892",
        right: "budget: 7,892千円")
}

extension ValueProblem {
    static func moneyForm(_ label: Phrase) -> ValueProblem {
        ValueProblem(
            .moneyForm,
            help: Phrase(
                ja: "「7,892千円」のように、数字の後に円、千円、万円、百万円又は億円を付けてください", en: "write a number and its unit, as in 7,892千円")
        ) { text in
            Phrase(ja: "「\(label.ja)」の「\(text)」は金額の形ではありません", en: "\(label.en): \"\(text)\" is not an amount of money")
        }
    }
}
