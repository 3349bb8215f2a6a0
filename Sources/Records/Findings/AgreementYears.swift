package import Diagnostics

extension DiagnosticCode {
    package static let agreementYears = DiagnosticCode(
        "D009", canBeAllowed: true,
        meaning: (
            ja: "実施状況や計画の年度が、協定の期間と合いません。又は、年度が抜けたり順番が違ったりしています。",
            en: """
            The years of results or plan do not agree with the agreement, or a year is missing or out \
            of order.
            """
        ),
        reason: (
            ja: "協定のない年度の事業を報告したり、ある年度の報告を落としたりするおそれがあります。",
            en: "Work might be reported for a year without an agreement, or a year left out."
        ),
        wrong: """
            agreement: {from: 令和4年度, to: 令和4年度}
            years:
              - fiscal_year: 令和5年度
            """,
        right: """
            agreement: {from: 令和4年度, to: 令和4年度}
            years:
              - fiscal_year: 令和4年度
            """)
}
