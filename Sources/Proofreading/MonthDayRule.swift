import Bytes
import Diagnostics

/// Days that no month has: 8月38日. Of those with their year the calendar is asked (R014).
enum MonthDayRule {
    static func findings(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [WordingFinding] {
        MonthDay.find(in: text, sentence).compactMap { date in
            // 3月10日間 is a span.
            guard text[date.range.upperBound...].first != "間" else { return nil }
            let (month, day) = (date.month, date.day)
            let last = (1...12).contains(month) ? [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] : 0
            guard !(1...max(1, last)).contains(day) || last == 0 else { return nil }
            return WordingFinding(
                .disagreeingFigures, date.range,
                Phrase(ja: "「\(String(scalars: text[date.range]))」という日はありません", en: "there is no such day"),
                help: Phrase(ja: "月と日を確かめてください", en: "check month and day"))
        }
    }
}
