package import Diagnostics

extension DiagnosticCode {
    package static let dateOrder = DiagnosticCode(
        "D007", canBeAllowed: true,
        meaning: (
            ja: "日付の前後が合いません。発行月が年度の外にあるか、基準日や公表の月が発行月より後などです。",
            en: """
            Dates are out of order: the issue outside its fiscal year, or an as-of date after the \
            issue, for example.
            """
        ),
        reason: (
            ja: "発行した時点で、まだ分からないはずの内容を載せたことになります。",
            en: "The document would state what could not yet be known when it came out."
        ),
        wrong: """
            edition:
              fiscal_year: 令和6年度
              issued: 令和7年4月
            """,
        right: """
            edition:
              fiscal_year: 令和6年度
              issued: 令和7年3月
            """,
        source: (
            ja: "年度の期間は地方自治法第208条第1項",
            en: "Local Autonomy Act, Article 208, paragraph 1, for the fiscal year"
        ))
}
