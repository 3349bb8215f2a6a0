package import Diagnostics

extension DiagnosticCode {
    package static let yamlMissingColon = DiagnosticCode(
        "Y021", canBeAllowed: false,
        meaning: (
            ja: "行が「項目名: 値」の形になっていません。コロンがないか、コロン又はその後の空白が全角です。",
            en: """
            The line is not of the form "key: value": the colon is missing, or it or its space is \
            full-width.
            """
        ),
        reason: (
            ja: "項目名と値の区切りが分からず、値を読めません。",
            en: "Key and value cannot be told apart."
        ),
        wrong: """
            name: 楽笑 フリースクール
            telephone：0797-86-2321
            """,
        right: """
            name: 楽笑 フリースクール
            telephone: 0797-86-2321
            """,
        source: (
            ja: "YAML 1.2.2 §8.2.2（項目名と値）",
            en: "YAML 1.2.2 §8.2.2, Block Mappings"
        ))
}

extension SyntaxProblem {
    static let missingColon = SyntaxProblem(
        .yamlMissingColon,
        Phrase(ja: "「項目名: 値」の形になっていません", en: "this is not of the form \"key: value\""),
        help: Phrase(ja: "項目名の後に「:」と空白を入れて値を書いてください", en: "put a colon and a space behind the key"))

    static let wrongColon = SyntaxProblem(
        .yamlMissingColon,
        Phrase(ja: "「:」又はその後の空白が全角です", en: "the colon, or the space behind it, is full-width"),
        help: Phrase(ja: "半角の「:」と半角の空白に直してください", en: "write an ASCII colon and an ASCII space"))
}
