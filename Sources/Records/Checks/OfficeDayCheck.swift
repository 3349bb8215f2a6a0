package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let closedDay = DiagnosticCode(
        "D043", canBeAllowed: true,
        meaning: (
            ja: "宛先のある文書の日付が、土曜日、日曜日又は年末年始の休みの日です。",
            en: "A paper with an addressee is dated on a Saturday, a Sunday or in the holidays of the year's end."
        ),
        reason: (
            ja: "役所が閉まっている日に文書が出されることは少なく、多くは日付の打ち間違いです。",
            en: "Papers are seldom handed in while offices are closed; mostly the date is a slip."
        ),
        wrong: "date: 令和5年2月5日", right: "date: 令和5年2月6日",
        source: (ja: "地方自治法第4条の2", en: "Local Autonomy Act, article 4-2"))
}

/// A paper is handed in on a day on which offices are open (地方自治法第4条の2): not on a Saturday or Sunday, nor from 29 December to 3 January.
enum OfficeDayCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        (board.record?.records(BoardRecord.documents) ?? []).compactMap { document in
            guard let date = document[DocumentEntry.date], document.text(DocumentEntry.addressee) != nil else {
                return nil
            }
            let isWeekend = date.weekday == .saturday || date.weekday == .sunday
            let isYearsEnd = date.month == 12 && date.day >= 29 || date.month == 1 && date.day <= 3
            guard isWeekend || isYearsEnd else { return nil }
            let day =
                isWeekend
                ? Phrase(ja: "\(date.weekday.name)曜日", en: "a \(date.weekday.english)")
                : Phrase(ja: "年末年始の休みの日", en: "a day of the holidays of the year's end")
            return document.report(
                .closedDay, DocumentEntry.date, severity: .note,
                Phrase(ja: "文書の日付\(date.long)は、\(day.ja)です", en: "the paper's date, \(date.iso), is \(day.en)"),
                help: Phrase(ja: "日付を確かめてください", en: "check the date"))
        }
    }
}
