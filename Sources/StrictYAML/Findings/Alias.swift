package import Diagnostics

extension DiagnosticCode {
    package static let yamlAlias = DiagnosticCode(
        "Y005", canBeAllowed: false,
        meaning: (
            ja: "「*」で始まる値は、エイリアス（別の場所の値を使う書き方）とみなされるので、使えません。値の文字なら引用符で囲みます。",
            en:
                "A value that begins with * is taken for an alias, which repeats a value and is not accepted. Quote it if it is text."
        ),
        reason: (
            ja: "その行を見ただけでは値が分からず、誤りを確かめられません。",
            en: "The line alone does not show the value, so it cannot be proof-read."
        ),
        wrong: "operator: *operator",
        right: "operator: 学校法人○○学園")
}

extension SyntaxProblem {
    static let alias = SyntaxProblem(
        .yamlAlias,
        Phrase(
            ja: "「*」で始まる値は、エイリアス（別の場所の値を使う書き方）とみなされるので、使えません",
            en: "a value that begins with \"*\" is taken for an alias (*name), which is not accepted"),
        help: Phrase(
            ja: "「*」も値の文字なら、\(quoting.ja)。ほかの場所と同じ値を使うためなら、その値をここにも書いてください",
            en:
                "if the * belongs to the value, \(quoting.en); if it was to repeat a value, write that value out here"
        ))
}
