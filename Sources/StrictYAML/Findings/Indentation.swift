package import Diagnostics

extension DiagnosticCode {
    package static let yamlIndentation = DiagnosticCode(
        "Y013", canBeAllowed: false,
        meaning: (
            ja: "字下げ（行頭の空白の数）が、前の行とそろっていません。",
            en: "The indentation does not match the lines before."
        ),
        reason: (
            ja: "字下げは、その項目がどのまとまりに入るかを表します。そろわないと、それが決まりません。",
            en: "Indentation says which group an entry belongs to; unless it matches, that is not known."
        ),
        wrong: """
            edition:
                fiscal_year: 令和6年度
              issued: 令和7年3月
            """,
        right: """
            edition:
              fiscal_year: 令和6年度
              issued: 令和7年3月
            """,
        source: (
            ja: "YAML 1.2.2 §6.1（字下げ）、§8.1.1.1（最初の空行）",
            en: "YAML 1.2.2 §6.1, Indentation Spaces, and §8.1.1.1, Block Indentation Indicator"
        ))
}

extension SyntaxProblem {
    static let indentation = SyntaxProblem(
        .yamlIndentation,
        Phrase(ja: "字下げが前の行とそろっていません", en: "the indentation does not match the lines before"),
        help: Phrase(ja: "同じ段の項目は、行頭の空白の数をそろえてください", en: "give entries of the same level the same number of spaces"))

    static let blockScalarIndentation = SyntaxProblem(
        .yamlIndentation,
        Phrase(ja: "最初の空行の字下げが本文より深くなっています", en: "a leading empty line is indented deeper than the text"),
        help: Phrase(ja: "空行の空白を消してください", en: "remove the spaces of the empty line"))

    static let quotedIndentation = SyntaxProblem(
        .yamlIndentation,
        Phrase(ja: "引用符の中の続きの行が字下げされていません", en: "a line inside quotation marks is not indented"),
        help: Phrase(
            ja: "引用符を前の行で閉じるか、この行を字下げしてください", en: "close the quotation on the line before, or indent this line"))
}
