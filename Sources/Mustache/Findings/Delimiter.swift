package import Diagnostics

extension DiagnosticCode {
    package static let mustacheDelimiter = DiagnosticCode(
        "M005", canBeAllowed: false,
        meaning: (
            ja: "タグの区切り記号を変える指定が正しくありません。",
            en: "The tag that sets other delimiters is not written rightly."
        ),
        reason: (
            ja: "この指定より後の全てのタグの読み方が変わるので、推測はしません。",
            en: "How all further tags are read depends on it, so nothing is guessed."
        ),
        wrong: "{{=<%=}}",
        right: "{{=<% %>=}}",
        source: (
            ja: "Mustache仕様（区切り記号の変更）",
            en: "the Mustache specification, Set Delimiter"
        ))
}
