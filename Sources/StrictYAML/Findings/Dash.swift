package import Diagnostics

extension DiagnosticCode {
    package static let yamlDash = DiagnosticCode(
        "Y023", canBeAllowed: false,
        meaning: (
            ja: "一覧の項目の始め方が正しくありません。半角の「-」と半角の空白で始めます。",
            en: "An item of a list does not begin with an ASCII hyphen and a space."
        ),
        reason: (
            ja: "全角の「－」や、空白のない「-」では、新しい項目の始まりと分かりません。",
            en: "A full-width dash, or a hyphen without its space, does not begin an item."
        ),
        wrong: """
            private:
              －id: rakusho
            """,
        right: """
            private:
              - id: rakusho
            """,
        source: (
            ja: "YAML 1.2.2 §8.2.1（一覧）",
            en: "YAML 1.2.2 §8.2.1, Block Sequences"
        ))
}

extension SyntaxProblem {
    static let wrongDash = SyntaxProblem(
        .yamlDash,
        Phrase(ja: "一覧の項目の始め方が正しくありません", en: "this is not how an item of a list begins"),
        help: Phrase(ja: "半角の「-」と半角の空白で始めてください", en: "begin it with an ASCII hyphen and a space"))
}
