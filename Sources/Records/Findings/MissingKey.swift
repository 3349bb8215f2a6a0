package import Diagnostics

extension DiagnosticCode {
    package static let missingKey = DiagnosticCode(
        "R002", canBeAllowed: false,
        meaning: (
            ja: "必ず書く項目がありません。",
            en: "A required field is missing."
        ),
        reason: (
            ja: "その値を使う文書に穴が空きます。",
            en: "The documents that print it would have a hole."
        ),
        wrong: """
            edition:
              fiscal_year: 令和6年度
            """,
        right: """
            edition:
              fiscal_year: 令和6年度
              issued: 令和7年3月
            """)
}
