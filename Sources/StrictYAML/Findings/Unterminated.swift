package import Diagnostics

extension DiagnosticCode {
    package static let yamlUnterminated = DiagnosticCode(
        "Y015", canBeAllowed: false,
        meaning: (
            ja: "引用符又は括弧が閉じられていません。",
            en: "A quotation mark or a bracket is never closed."
        ),
        reason: (
            ja: "閉じられていないと、後の項目まで一つの値として読まれてしまいます。",
            en: "Everything behind it would be read as part of the one value."
        ),
        wrong: "name: \"楽笑 フリースクール",
        right: "name: \"楽笑 フリースクール\"",
        source: (
            ja: "YAML 1.2.2 §7.3.1、§7.3.2（引用符）、§7.4（括弧）",
            en: "YAML 1.2.2 §7.3.1, §7.3.2, quoted styles, and §7.4, flow collections"
        ))
}

extension SyntaxProblem {
    static let unterminatedQuote = SyntaxProblem(
        .yamlUnterminated,
        Phrase(ja: "引用符が閉じられていません", en: "the quotation mark is never closed"),
        help: Phrase(ja: "値の終わりに同じ引用符を付けてください", en: "close the value with the same mark"))

    static let unterminatedFlow = SyntaxProblem(
        .yamlUnterminated,
        Phrase(ja: "括弧が閉じられていません", en: "the bracket is never closed"),
        help: Phrase(
            ja: "括弧も値の文字なら、\(quoting.ja)。そうでなければ、対応する「]」又は「}」を付け、続きの行は字下げしてください",
            en:
                "if the bracket belongs to the value, \(quoting.en); else add the matching ] or }, and indent the lines in between"
        ))
}
