package import Diagnostics

extension DiagnosticCode {
    package static let yamlComplexKey = DiagnosticCode(
        "Y010", canBeAllowed: false,
        meaning: (
            ja: "項目名に使えるのは、1行の短い文字列だけです。「?」で始めた項目名、一覧などは使えません。",
            en: """
            A key must be short text on one line; keys that begin with ?, lists and groups are not \
            accepted.
            """
        ),
        reason: (
            ja: "項目名は決まっているので、複雑な書き方は必ず誤りです。",
            en: "The names of fields are fixed, so anything more complex is a mistake."
        ),
        wrong: """
            ? name
            : 楽笑 フリースクール
            """,
        right: "name: 楽笑 フリースクール")
}

extension SyntaxProblem {
    static let complexKey = SyntaxProblem(
        .yamlComplexKey,
        Phrase(ja: "項目名は、1行の短い文字だけで書きます", en: "a key must be short text on one line"),
        help: Phrase(ja: "「項目名: 値」の形に直してください", en: "write it as \"key: value\""))
}
