import Bytes
import Japanese

/// Days and months in the forms in which people type them: R7.2.14, 令7.2.14, 2025年2月14日, 2025/2/14, 2025-02-14, 2025年3月.
enum DateForms {
    /// The date that begins at a place: as it would be printed, and where it ends.
    static func date(in text: [Unicode.Scalar], at start: Int) -> (long: String, end: Int)? {
        if start > 0, text[start - 1].isASCIIDigit || text[start - 1].isASCII && text[start - 1].properties.isAlphabetic
        {
            return nil
        }
        var index = start
        let year: Int
        if let era = era(text[start]) {
            index += text[start] == "令" && start + 1 < text.count && text[start + 1] == "和" ? 2 : 1
            guard let number = number(text, &index, most: 2), number > 0, index < text.count, text[index] != "年"
            else { return nil }
            year = EraYear(era: era, year: number).westernYear
        } else {
            guard text[start].isASCIIDigit, let number = number(text, &index, most: 4), (1873...2199).contains(number)
            else { return nil }
            year = number
        }
        guard index < text.count else { return nil }
        let sign = text[index]
        guard "年./-".unicodeScalars.contains(sign) else { return nil }
        index += 1
        guard let month = number(text, &index, most: 2), (1...12).contains(month) else { return nil }
        if sign == "年" {
            guard index < text.count, text[index] == "月" else { return nil }
            index += 1
            let end = index
            if let day = number(text, &index, most: 2), index < text.count, text[index] == "日" {
                return CalendarDate(year: year, month: month, day: day).map { ($0.long, index + 1) }
            }
            return YearMonth(year: year, month: month).map { ($0.long, end) }
        }
        // 7.2 alone may be any number; a day has both signs.
        guard index < text.count, text[index] == sign else { return nil }
        index += 1
        guard let day = number(text, &index, most: 2) else { return nil }
        return CalendarDate(year: year, month: month, day: day).map { ($0.long, index) }
    }

    private static func era(_ sign: Unicode.Scalar) -> Era? {
        switch sign {
        case "R", "令": .reiwa
        case "H": .heisei
        case "S": .showa
        default: nil
        }
    }

    private static func number(_ text: [Unicode.Scalar], _ index: inout Int, most: Int) -> Int? {
        let digits = text[index...].prefix(while: \.isASCIIDigit)
        guard (1...most).contains(digits.count) else { return nil }
        index = digits.endIndex
        return Int(String(scalars: digits))
    }
}
