package import Diagnostics

extension DiagnosticCode {
    package static let seriesGap = DiagnosticCode(
        "D002", canBeAllowed: true,
        meaning: (
            ja: "毎年の統計の途中に、抜けている年度があります。",
            en: "A year is missing from a yearly series."
        ),
        reason: (
            ja: "「何年連続で増加」という記述が確かめられなくなります。",
            en: "It can no longer be shown for how many years in a row the figures rose."
        ),
        wrong: """
            - {fiscal_year: 令和元年度, count: "181,272"}
            - {fiscal_year: 令和2年度, count: "196,127"}
            - {fiscal_year: 令和3年度, count: "244,940"}
            - {fiscal_year: 令和5年度, count: "346,482"}
            """,
        right: """
            - {fiscal_year: 令和2年度, count: "196,127"}
            - {fiscal_year: 令和3年度, count: "244,940"}
            - {fiscal_year: 令和4年度, count: "299,048"}
            - {fiscal_year: 令和5年度, count: "346,482"}
            """)
}
