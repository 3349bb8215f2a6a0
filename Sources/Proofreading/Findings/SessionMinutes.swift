package import Diagnostics

extension DiagnosticCode {
    package static let sessionMinutes = DiagnosticCode(
        "D013", canBeAllowed: true,
        meaning: (
            ja: "長い場合の時間（分）が、短い場合の時間（分）より短くなっています。",
            en: "The longest session is said to be shorter than the shortest."
        ),
        reason: (
            ja: "「60分から30分まで」のような文が印字されます。",
            en: "The document would read \"from 60 to 30 minutes\"."
        ),
        wrong: """
            minutes_from: 60
            minutes_to: 30
            """,
        right: """
            minutes_from: 30
            minutes_to: 60
            """)
}
