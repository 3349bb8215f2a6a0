package import Diagnostics

extension DiagnosticCode {
    package static let fiscalYearForm = DiagnosticCode(
        "R013", canBeAllowed: false,
        meaning: (
            ja: "年度は「令和6年度」又は「2024」の形で書きます。",
            en: "A fiscal year is written as in 令和6年度 or 2024."
        ),
        reason: (
            ja: "年度（4月から翌年3月まで）と年（1月から12月まで）を取り違えると、統計の意味が変わります。",
            en: "Figures mean something else if a fiscal year, April to March, is taken for a calendar year."
        ),
        wrong: "fiscal_year: 令和6年",
        right: "fiscal_year: 令和6年度",
        source: (
            ja: "地方自治法第208条第1項（会計年度）",
            en: "Local Autonomy Act, Article 208, paragraph 1: the fiscal year"
        ))
}
