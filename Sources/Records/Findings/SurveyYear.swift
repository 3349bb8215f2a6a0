package import Diagnostics

extension DiagnosticCode {
    package static let surveyYear = DiagnosticCode(
        "D006", canBeAllowed: true,
        meaning: (
            ja: "引用した調査の年度が、統計の最後の年度か、調査の名称にある年度と違います。",
            en: "The year of the survey that is cited is not the last year of the figures, or not the one in its name."
        ),
        reason: (
            ja: "新しい調査の名前で、古い値を公表するおそれがあります。",
            en: "Old figures might be published under the name of a new survey."
        ),
        wrong: """
            survey:
              fiscal_year: 令和6年度  # 値は令和5年度まで
            """,
        right: """
            survey:
              fiscal_year: 令和5年度
            """)
}
