package import Diagnostics

extension DiagnosticCode {
    package static let seriesJump = DiagnosticCode(
        "D003", canBeAllowed: true,
        meaning: (
            ja: "前の年度と比べて、値が2倍を超えて増えたか、半分未満に減っています。",
            en: "The figure is more than twice that of the year before, or less than half of it."
        ),
        reason: (
            ja: "桁の打ち間違いや、行の取り違えによることの多い変化です。",
            en: "Such a leap mostly comes from a slipped digit or a wrong row."
        ),
        wrong: """
            - {fiscal_year: 平成30年度, count: "164,528"}
            - {fiscal_year: 令和元年度, count: "1,812,720"}
            """,
        right: """
            - {fiscal_year: 平成30年度, count: "164,528"}
            - {fiscal_year: 令和元年度, count: "181,272"}
            """)
}
