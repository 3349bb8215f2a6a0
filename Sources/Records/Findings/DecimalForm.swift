package import Diagnostics

extension DiagnosticCode {
    package static let decimalForm = DiagnosticCode(
        "R018", canBeAllowed: false,
        meaning: (
            ja: "小数は、半角の数字で「1.8」のように、単位を付けずに書きます。",
            en: "A decimal number is written without a unit, as in 1.8."
        ),
        reason: (
            ja: "形が違うと、計算や比較ができません。",
            en: "In another form the number cannot be reckoned with."
        ),
        wrong: "times: 約1.8倍",
        right: "times: 1.8")
}

extension ValueProblem {
    static func decimalForm(_ label: Phrase) -> ValueProblem {
        ValueProblem(
            .decimalForm, help: Phrase(ja: "単位を付けず、「1.8」のように半角で書いてください", en: "write it without a unit, as in 1.8")
        ) { text in
            Phrase(ja: "「\(label.ja)」の「\(text)」は小数の形ではありません", en: "\(label.en): \"\(text)\" is not a decimal number")
        }
    }
}
