import Bytes
import Diagnostics
import Japanese

/// Days that no month has: 8月38日. Of those with their year the calendar is asked (R014).
enum MonthDayRule {
    static func findings(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [WordingFinding] {
        sentence.compactMap { start in
            guard text[start].isDigit, start == 0 || !text[start - 1].isDigit && text[start - 1] != "年",
                let sign = text[start..<sentence.upperBound].prefix(3).firstIndex(of: "月"),
                let end = text[sign..<sentence.upperBound].prefix(4).firstIndex(of: "日"), end > sign + 1,
                let month = number(text[start..<sign]), let day = number(text[(sign + 1)..<end]),
                // 3月10日間 is a span.
                text[(end + 1)...].first != "間"
            else { return nil }
            let last = (1...12).contains(month) ? [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] : 0
            guard !(1...max(1, last)).contains(day) || last == 0 else { return nil }
            return WordingFinding(
                .disagreeingFigures, start..<end + 1,
                Phrase(ja: "「\(String(scalars: text[start...end]))」という日はありません", en: "there is no such day"),
                help: Phrase(ja: "月と日を確かめてください", en: "check month and day"))
        }
    }

    private static func number(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        text.allSatisfy(\.isDigit) ? Int(WidthFolding.ascii(String(scalars: text))) : nil
    }
}
