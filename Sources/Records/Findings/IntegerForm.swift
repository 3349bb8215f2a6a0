package import Diagnostics

extension DiagnosticCode {
    package static let integerForm = DiagnosticCode(
        "R017", canBeAllowed: false,
        meaning: (
            ja: "整数は、半角の数字で「512」又は「346,482」のように、単位を付けずに書きます。",
            en: "A whole number is written without a unit, as in 512 or 346,482."
        ),
        reason: (
            ja: "単位はひな形が付けます。形が違うと、計算や比較ができません。",
            en: "The template adds the unit; in another form the number cannot be reckoned with."
        ),
        wrong: "participants: 11人",
        right: "participants: 11")
}

extension ValueProblem {
    static func integerForm(_ label: Phrase) -> ValueProblem {
        ValueProblem(
            .integerForm,
            help: Phrase(
                ja: "単位を付けず、「512」又は「346,482」のように半角で書いてください", en: "write it without a unit, as in 512 or 346,482")
        ) { text in
            Phrase(ja: "「\(label.ja)」の「\(text)」は整数の形ではありません", en: "\(label.en): \"\(text)\" is not a whole number")
        }
    }
}
