package import Diagnostics

extension DiagnosticCode {
    package static let seriesOrder = DiagnosticCode(
        "D001", canBeAllowed: true,
        meaning: (
            ja: "統計の年度が、古い年度から新しい年度の順に並んでいません。又は、同じ年度が2行あります。",
            en: "The fiscal years of a series are not in order, or one stands there twice."
        ),
        reason: (
            ja: "最新の年度、倍率、連続して増えた年数は並び順から計算するので、誤った値になります。",
            en: """
            The latest year, the rise and the years of increase are worked out from the order, and \
            would be wrong.
            """
        ),
        wrong: """
            - {fiscal_year: 令和5年度, count: "346,482"}
            - {fiscal_year: 令和4年度, count: "299,048"}
            """,
        right: """
            - {fiscal_year: 令和4年度, count: "299,048"}
            - {fiscal_year: 令和5年度, count: "346,482"}
            """)
}
