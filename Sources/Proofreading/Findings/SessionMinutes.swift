package import Diagnostics

extension DiagnosticCode {
    package static let sessionMinutes = DiagnosticCode(
        "D013", canBeAllowed: true,
        meaning: (
            ja: "支援の時間や時刻が、あり得ないものです。長い場合が短い場合より短い、1回が24時間を超える、24時より後の時刻、始めより前の終わりの時刻です。",
            en:
                "Times that cannot be: a longest session shorter than the shortest, a session of more than 24 hours, an hour after 24, an end before its beginning."
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
