import Bytes
public import Japanese

/// The days, months and years that a text names: 令和6年8月29日, 平成28年度, 昭和五十四年, 2024年.
public enum DateMentions {
    public struct Mention {
        public let range: Range<Int>
        /// The first and last day that it may mean.
        public let first: CalendarDate
        public let last: CalendarDate
        /// Whether it is a day.
        var isDay: Bool { first == last }
    }

    public static func find(in text: [Unicode.Scalar]) -> [Mention] {
        var found: [Mention] = []
        var index = 0
        while index < text.count {
            if let mention = mention(text, at: index) {
                found.append(mention)
                index = mention.range.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private static func mention(_ text: [Unicode.Scalar], at start: Int) -> Mention? {
        var index = start
        let year: Int
        if start + 1 < text.count, let era = Era(text[start], text[start + 1]) {
            index += 2
            if index < text.count, text[index] == "元" {
                index += 1
                year = EraYear(era: era, year: 1).westernYear
            } else if let number = number(text, &index), number > 0 {
                year = EraYear(era: era, year: number).westernYear
            } else {
                return nil
            }
        } else {
            guard start == 0 || !text[start - 1].isDigit, let number = number(text, &index),
                (1873...2199).contains(number)
            else { return nil }
            year = number
        }
        guard index < text.count, text[index] == "年" else { return nil }
        index += 1
        if index < text.count, text[index] == "度" {
            return span(
                start..<index + 1, CalendarDate(year: year, month: 4, day: 1),
                CalendarDate(year: year + 1, month: 3, day: 31))
        }
        let yearEnd = index
        guard let month = number(text, &index), (1...12).contains(month), index < text.count, text[index] == "月" else {
            return span(
                start..<yearEnd, CalendarDate(year: year, month: 1, day: 1),
                CalendarDate(year: year, month: 12, day: 31))
        }
        index += 1
        let monthEnd = index
        guard let day = number(text, &index), index < text.count, text[index] == "日",
            let date = CalendarDate(year: year, month: month, day: day)
        else {
            let whole = YearMonth(year: year, month: month)
            return span(start..<monthEnd, whole?.firstDay, whole?.lastDay)
        }
        return span(start..<index + 1, date, date)
    }

    private static func span(_ range: Range<Int>, _ first: CalendarDate?, _ last: CalendarDate?) -> Mention? {
        guard let first, let last else { return nil }
        return Mention(range: range, first: first, last: last)
    }

    /// A number in digits of either width, or in kanji; the place moves behind it.
    private static func number(_ text: [Unicode.Scalar], _ index: inout Int) -> Int? {
        if let number = KanjiNumeral.number(in: text, at: &index) { return number }
        let end = text[index...].prefix(5).firstIndex { !$0.isDigit } ?? min(index + 5, text.count)
        guard end > index, end - index <= 4 else { return nil }
        defer { index = end }
        return Int(String(scalars: text[index..<end].map { WidthFolding.ascii($0) }))
    }
}
