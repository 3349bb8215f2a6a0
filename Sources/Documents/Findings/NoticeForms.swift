package import Diagnostics

extension DiagnosticCode {
    package static let noticeForms = DiagnosticCode(
        "T024", canBeAllowed: true,
        meaning: (
            ja: "ひな形の文章に打ち込まれた通知や法令の番号が、データの番号と違う形です。",
            en: "A notice's or act's number is typed in the template in another form than the data has."
        ),
        reason: (
            ja: "一つの通知に2通りの番号があると、どちらが正しいか読み手に分かりません。",
            en: "With two forms of one number, readers cannot tell which is right."
        ),
        wrong: "<p>通知（令和元年文科初698号）に基づきます。</p>",
        right: "<p>通知（{{board.notices.attendance-notice.number}}）に基づきます。</p>")
}
