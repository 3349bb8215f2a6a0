package import Diagnostics

extension DiagnosticCode {
    package static let yamlMappingInValue = DiagnosticCode(
        "Y018", canBeAllowed: false,
        meaning: (
            ja: "引用符で囲まない値の中に「: 」（コロンと空白）があります。又は、前の値の続きの行に「項目名: 値」があります。",
            en: """
            A value without quotation marks holds a colon and a space, or an entry stands where a value \
            goes on.
            """
        ),
        reason: (
            ja: "「: 」は項目名と値の区切りなので、どこまでが値かが決まりません。",
            en: "A colon and a space divide a key from its value, so it is not clear where the value ends."
        ),
        wrong: "note: 受付: 平日の午前9時から",
        right: "note: \"受付: 平日の午前9時から\"",
        source: (
            ja: "YAML 1.2.2 §7.3.3（引用符のない値）",
            en: "YAML 1.2.2 §7.3.3, Plain Style"
        ))
}

extension SyntaxProblem {
    static let mappingInValue = SyntaxProblem(
        .yamlMappingInValue,
        Phrase(ja: "値の中に「: 」があります", en: "the value contains \": \""),
        help: quoting)

    static let entryInValue = SyntaxProblem(
        .yamlMappingInValue,
        Phrase(ja: "前の値の続きの行に「項目名: 値」があります", en: "an entry stands where the value before it goes on"),
        help: Phrase(
            ja: "前の行の値を消すか、この行の字下げを前の項目にそろえてください",
            en: "delete the value before it, or indent this line like the entry before"))
}
