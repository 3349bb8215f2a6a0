package import Diagnostics

extension DiagnosticCode {
    package static let yamlEscape = DiagnosticCode(
        "Y016", canBeAllowed: false,
        meaning: (
            ja: "「\"」で囲んだ値の中の「\\」の後に、決められていない文字があります。",
            en: "Inside double quotation marks, a backslash stands before something that YAML does not know."
        ),
        reason: (
            ja: "「\\」は次の文字と合わせて特別な文字を表すので、そのままでは読めません。",
            en: "A backslash makes a special character of what follows it, and this makes none."
        ),
        wrong: "note: \"記入例は\\資料\\様式1にあります\"",
        right: "note: '記入例は\\資料\\様式1にあります'",
        source: (
            ja: "YAML 1.2.2 §5.7（エスケープ）",
            en: "YAML 1.2.2 §5.7, Escaped Characters"
        ))
}

extension SyntaxProblem {
    static let escape = SyntaxProblem(
        .yamlEscape,
        Phrase(ja: "「\\」の後の書き方が正しくありません", en: "this escape sequence is not known"),
        help: Phrase(
            ja: "「\\」そのものは「\\\\」と書きます。又は、値全体を「'」で囲んでください",
            en: "write \\\\ for a backslash, or use single quotation marks"))

    /// An escape of half a UTF-16 pair, with the character where the other half follows.
    static func surrogate(_ scalar: Unicode.Scalar?) -> SyntaxProblem {
        SyntaxProblem(
            .yamlEscape,
            Phrase(
                ja: "二つの「\\u」で1文字を表す書き方（JSONの書き方）は使えません",
                en: "this is JSON's way to write one character as two \\u, which YAML does not have"),
            help: scalar.map { Phrase(ja: "「\($0)」とそのまま書いてください", en: "write the character itself: \($0)") }
                ?? Phrase(ja: "文字そのものを書いてください", en: "write the character itself"))
    }
}
