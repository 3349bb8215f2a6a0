package import Diagnostics

extension DiagnosticCode {
    package static let frequencyForm = DiagnosticCode(
        "R027", canBeAllowed: true,
        meaning: (
            ja: "頻度は「年9回」又は「毎月」のように書きます。",
            en: "How often is written as in 年9回 or 毎月."
        ),
        reason: (
            ja: "書き方をそろえておくと、どの文書でも同じ形で出せます。",
            en: "In a fixed form it reads the same in every document."
        ),
        wrong: "frequency: 1年に9回",
        right: "frequency: 年9回")
}

extension ValueProblem {
    static func frequencyForm(_ label: Phrase) -> ValueProblem {
        ValueProblem(.frequencyForm, help: Phrase(ja: "「年9回」又は「毎月」のように書いてください", en: "write it as in 年9回 or 毎月")) {
            text in
            Phrase(ja: "「\(label.ja)」の「\(text)」は頻度の形ではありません", en: "\(label.en): \"\(text)\" is not a frequency")
        }
    }
}
