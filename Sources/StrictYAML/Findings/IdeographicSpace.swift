package import Diagnostics

extension DiagnosticCode {
    package static let yamlIdeographicSpace = DiagnosticCode(
        "Y022", canBeAllowed: false,
        meaning: (
            ja: "行の始めに全角の空白があります。字下げは半角の空白で行います。",
            en: "The line begins with a full-width space; indentation is made of ASCII spaces."
        ),
        reason: (
            ja: "YAMLでは全角の空白は文字とみなされ、項目名の一部になってしまいます。",
            en: "YAML takes a full-width space for a letter, so it would become part of the key."
        ),
        wrong: """
            contact:
            　postal_code: 665-8665
            """,
        right: """
            contact:
              postal_code: 665-8665
            """,
        source: (
            ja: "YAML 1.2.2 §5.5（空白）、§6.1（字下げ）",
            en: "YAML 1.2.2 §5.5, White Space Characters, and §6.1, Indentation Spaces"
        ))
}

extension SyntaxProblem {
    static let ideographicSpace = SyntaxProblem(
        .yamlIdeographicSpace,
        Phrase(ja: "行の始めに全角の空白があります", en: "the line begins with a full-width space"),
        help: Phrase(ja: "半角の空白に置き換えてください", en: "use ASCII spaces instead"))
}
