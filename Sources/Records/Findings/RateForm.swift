package import Diagnostics

extension DiagnosticCode {
    package static let rateForm = DiagnosticCode(
        "R019", canBeAllowed: false,
        meaning: (
            ja: "割合は、半角で「3.7%」のように、公表された桁数のまま書きます。",
            en: "A percentage is written as in 3.7%, with as many digits as were published."
        ),
        reason: (
            ja: "桁数は、人数から計算した値と照らし合わせるときの精度になります。",
            en: "Its digits say how exactly it must agree with the counts."
        ),
        wrong: "rate: 3.7パーセント",
        right: "rate: 3.7%")
}

extension ValueProblem {
    static func rateForm(_ label: Phrase) -> ValueProblem {
        ValueProblem(.rateForm, help: Phrase(ja: "「3.7%」のように半角で書いてください", en: "write it as in 3.7%")) { text in
            Phrase(ja: "「\(label.ja)」の「\(text)」は割合の形ではありません", en: "\(label.en): \"\(text)\" is not a percentage")
        }
    }
}
