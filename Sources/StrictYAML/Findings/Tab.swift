package import Diagnostics

extension DiagnosticCode {
    package static let yamlTab = DiagnosticCode(
        "Y003", canBeAllowed: false,
        meaning: (
            ja: "字下げにタブが使われています。字下げは半角の空白で行います。",
            en: "A tab is used for indentation, where only spaces may stand."
        ),
        reason: (
            ja: "タブの幅はエディターごとに違い、どの項目の中にあるかが決まりません。",
            en: "The width of a tab differs between editors, so it cannot say what belongs to what."
        ),
        wrong: """
            contact:
            \tpostal_code: 665-8665
            """,
        right: """
            contact:
              postal_code: 665-8665
            """,
        source: (
            ja: "YAML 1.2.2 §6.1（字下げ）",
            en: "YAML 1.2.2 §6.1, Indentation Spaces"
        ))
}

extension SyntaxProblem {
    static let tab = SyntaxProblem(
        .yamlTab,
        Phrase(ja: "字下げにタブが使われています", en: "a tab is used for indentation"),
        help: Phrase(ja: "半角の空白に置き換えてください", en: "use spaces instead"))
}
