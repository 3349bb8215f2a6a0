package import Diagnostics

extension DiagnosticCode {
    package static let dateForm = DiagnosticCode(
        "R011", canBeAllowed: false,
        meaning: (
            ja: "年月日は「令和7年2月14日」又は「2025-02-14」の形で書きます。",
            en: "A date is written as in 令和7年2月14日 or 2025-02-14."
        ),
        reason: (
            ja: "形を一つに決めておくと、前後の確認や、元号と西暦の変換を誤りなく行えます。",
            en: "In a fixed form, dates can be compared and put into eras without a mistake."
        ),
        wrong: "date: R7.2.14",
        right: "date: 令和7年2月14日",
        source: (
            ja: "西暦の形はISO 8601",
            en: "ISO 8601 for the Western form"
        ))
}
