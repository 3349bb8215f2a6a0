package import Diagnostics

extension DiagnosticCode {
    package static let wrongWeekday = DiagnosticCode(
        "R016", canBeAllowed: false,
        meaning: (
            ja: "日付の後の曜日が、その日の曜日ではありません。",
            en: "The weekday behind a date is not that of the day."
        ),
        reason: (
            ja: "日付と曜日のどちらが正しいか読み手に分からず、催しや締切りの日を間違えさせます。",
            en: "Readers cannot tell which of the two is right, and may come on the wrong day."
        ),
        wrong: "date: 令和7年2月14日（木）",
        right: "date: 令和7年2月14日（金）")
}
