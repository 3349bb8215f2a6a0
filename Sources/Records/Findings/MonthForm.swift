package import Diagnostics

extension DiagnosticCode {
    package static let monthForm = DiagnosticCode(
        "R012", canBeAllowed: false,
        meaning: (
            ja: "年月は「令和7年3月」又は「2025-03」の形で書きます。",
            en: "A month is written as in 令和7年3月 or 2025-03."
        ),
        reason: (
            ja: "形を一つに決めておくと、前後の確認や、元号と西暦の変換を誤りなく行えます。",
            en: "In a fixed form, months can be compared and put into eras without a mistake."
        ),
        wrong: "issued: 2025/3",
        right: "issued: 令和7年3月",
        source: (
            ja: "西暦の形はISO 8601",
            en: "ISO 8601 for the Western form"
        ))
}
