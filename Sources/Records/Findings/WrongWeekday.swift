package import Diagnostics

extension DiagnosticCode {
    package static let wrongWeekday = DiagnosticCode(
        "R016", canBeAllowed: true,
        meaning: (
            ja: "日付の後の曜日が、その日の曜日ではありません。又は、宛先のある文書の日付が土曜日、日曜日若しくは年末年始の休みの日です（注記）。",
            en:
                "The weekday behind a date is not that of the day; or a paper with an addressee is dated on a Saturday, a Sunday or in the holidays of the year's end (a note)."
        ),
        reason: (
            ja: "日付と曜日のどちらが正しいか読み手に分からず、催しや締切りの日を間違えさせます。",
            en: "Readers cannot tell which of the two is right, and may come on the wrong day."
        ),
        wrong: "date: 令和7年2月14日（木）",
        right: "date: 令和7年2月14日（金）")
}
