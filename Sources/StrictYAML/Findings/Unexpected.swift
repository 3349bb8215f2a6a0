package import Diagnostics

extension DiagnosticCode {
    package static let yamlUnexpected = DiagnosticCode(
        "Y017", canBeAllowed: false,
        meaning: (
            ja: "その場所に書けない文字があります。値の終わりの後に余分な文字があるか、項目の間の「,」がありません。",
            en: "Something stands where it cannot: behind the end of a value, or where a comma is missing."
        ),
        reason: (
            ja: "余分な文字を無視すると、書いたはずの内容が文書から消えます。",
            en: "If it were passed over, something that was written would be lost from the documents."
        ),
        wrong: "note: \"予約制\" 平日のみ",
        right: "note: 予約制、平日のみ",
        source: (
            ja: "YAML 1.2.2 §7.3.3、§7.4",
            en: "YAML 1.2.2 §7.3.3, Plain Style, and §7.4, Flow Collection Styles"
        ))
}

extension SyntaxProblem {
    static let unexpected = SyntaxProblem(
        .yamlUnexpected,
        Phrase(ja: "ここに書けない文字です", en: "this cannot stand here"),
        help: Phrase(ja: "余分な文字なら消してください。値の文字なら、\(quoting.ja)", en: "delete it, or \(quoting.en)"))

    static let missingComma = SyntaxProblem(
        .yamlUnexpected,
        Phrase(ja: "項目の間の「,」がありません", en: "a \",\" between the entries is missing"),
        help: Phrase(ja: "「,」で区切ってください", en: "separate them with commas"))
}
