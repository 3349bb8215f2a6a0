package import Diagnostics

extension DiagnosticCode {
    package static let yamlAnchor = DiagnosticCode(
        "Y004", canBeAllowed: false,
        meaning: (
            ja: "「&」で始まる値は、アンカー（値に名前を付ける書き方）とみなされるので、使えません。値の文字なら引用符で囲みます。",
            en:
                "A value that begins with & is taken for an anchor, which names a value and is not accepted. Quote it if it is text."
        ),
        reason: (
            ja: "値が離れた場所から決まると、直した担当者が、ほかのどの項目が変わるかに気付けません。",
            en: "Where a value is set from afar, whoever changes it does not see what else changes."
        ),
        wrong: "operator: &operator 学校法人○○学園",
        right: "operator: 学校法人○○学園")
}

extension SyntaxProblem {
    static let anchor = SyntaxProblem(
        .yamlAnchor,
        Phrase(
            ja: "「&」で始まる値は、アンカー（値に名前を付ける書き方）とみなされるので、使えません",
            en: "a value that begins with \"&\" is taken for an anchor (&name), which is not accepted"),
        help: Phrase(
            ja: "「&」も値の文字なら、\(quoting.ja)。ほかの場所と同じ値を使うためなら、その値をここにも書いてください",
            en:
                "if the & belongs to the value, \(quoting.en); if it was to repeat a value, write that value out here"
        ))
}
