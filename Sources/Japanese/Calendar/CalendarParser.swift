/// Why a text is not the date, month or fiscal year that it should be.
public enum CalendarError: Error, Equatable, Sendable {
    /// Neither the ISO nor the era form.
    case form
    /// The right value, written in another form than the two accepted ones; `canonical` is how to write it.
    case unusual(canonical: String)
    /// No such day or month in the calendar.
    case nonexistent
    /// The day exists, but not in the era it names; `canonical` is how that day is written.
    case outsideEra(Era, canonical: String)
    /// The weekday in brackets is another than the day's own.
    case weekday(Weekday)
}

/// Reads dates in ISO form (2025-02-14) and in era form (令和7年2月14日, optionally with its weekday in brackets).
public enum CalendarParser {
    public static func date(_ text: String) throws(CalendarError) -> CalendarDate {
        let folded = WidthFolding.ascii(text)
        if let parts = iso(folded), parts.count == 3 {
            guard let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) else { throw .nonexistent }
            try require(text, is: date.iso)
            return date
        }
        guard let written = EraText(folded), let month = written.month, let day = written.day, !written.isFiscal else {
            if let parts = LooseDate.parts(of: folded), parts.count == 3 {
                guard let date = CalendarDate(year: parts[0], month: parts[1], day: parts[2]) else {
                    throw .nonexistent
                }
                throw .unusual(canonical: date.long)
            }
            throw .form
        }
        guard let date = CalendarDate(year: written.eraYear.westernYear, month: month, day: day) else {
            throw .nonexistent
        }
        guard date.eraYear == written.eraYear else { throw .outsideEra(written.eraYear.era, canonical: date.long) }
        if let weekday = written.weekday {
            guard weekday == date.weekday.name else { throw .weekday(date.weekday) }
            let forms = ["（\(weekday)）", "(\(weekday))", "（\(weekday)曜日）", "(\(weekday)曜日)", "（\(weekday)曜）"]
            guard forms.contains(where: { text == date.long + $0 }) else {
                throw .unusual(canonical: "\(date.long)（\(weekday)）")
            }
            return date
        }
        try require(text, is: date.long)
        return date
    }

    public static func month(_ text: String) throws(CalendarError) -> YearMonth {
        let folded = WidthFolding.ascii(text)
        if let parts = iso(folded), parts.count == 2 {
            guard let month = YearMonth(year: parts[0], month: parts[1]) else { throw .nonexistent }
            try require(text, is: month.iso)
            return month
        }
        guard let written = EraText(folded), let number = written.month, written.day == nil, !written.isFiscal else {
            if let parts = LooseDate.parts(of: folded), parts.count == 2 {
                guard let month = YearMonth(year: parts[0], month: parts[1]) else { throw .nonexistent }
                throw .unusual(canonical: month.long)
            }
            throw .form
        }
        guard let month = YearMonth(year: written.eraYear.westernYear, month: number) else { throw .nonexistent }
        // A month in which the era changed belongs to both eras.
        guard let month = month.written(in: written.eraYear) else {
            throw .outsideEra(written.eraYear.era, canonical: month.long)
        }
        try require(text, is: month.long)
        return month
    }

    public static func fiscalYear(_ text: String) throws(CalendarError) -> FiscalYear {
        let folded = WidthFolding.ascii(text)
        if folded.count == 4, let year = Int(folded), (1873...9998).contains(year) {
            try require(text, is: folded)
            return FiscalYear(year: year)
        }
        guard let written = EraText(folded), written.isFiscal else {
            let bare = folded.hasSuffix("年度") ? String(folded.dropLast(2)) : folded
            if let parts = LooseDate.parts(of: bare), parts.count == 1, (1873...9998).contains(parts[0]) {
                throw .unusual(canonical: FiscalYear(year: parts[0]).long)
            }
            throw .form
        }
        let year = FiscalYear(year: written.eraYear.westernYear)
        guard (1873...9998).contains(year.year) else { throw .nonexistent }
        // 平成31年度 is in use beside 令和元年度: both eras that the year touches are accepted.
        guard let year = year.written(in: written.eraYear) else {
            throw .outsideEra(written.eraYear.era, canonical: year.long)
        }
        try require(text, is: year.long)
        return year
    }

    private static func require(_ text: String, is canonical: String) throws(CalendarError) {
        // Compared by scalars: Swift's == would let canonically equal texts pass.
        guard text.utf8.elementsEqual(canonical.utf8) else { throw .unusual(canonical: canonical) }
    }

    /// 2025-2-14, 2025-02 → their numbers; nil for anything that is not digits and hyphens.
    private static func iso(_ text: String) -> [Int]? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, parts.allSatisfy({ (1...4).contains($0.utf8.count) })
        else { return nil }
        let numbers = parts.compactMap { $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
        return numbers.count == parts.count ? numbers : nil
    }
}

/// Dates in forms that can be read but are not accepted: 2025/2/14, 2025年2月14日, R7.2.14.
private enum LooseDate {
    /// Western year, month and day, as far as they are there.
    static func parts(of text: String) -> [Int]? {
        var rest = text[...]
        var offset = 0
        if let era = Era.allCases.first(where: { text.uppercased().hasPrefix($0.letter) }) {
            rest = rest.dropFirst()
            offset = era.firstYear - 1
        }
        if rest.hasSuffix("日") || rest.hasSuffix("月") || rest.hasSuffix("年") { rest = rest.dropLast() }
        let pieces = rest.split(omittingEmptySubsequences: false) { "/.年月".contains($0) }
        let numbers = pieces.compactMap { $0.allSatisfy { $0.isASCII && $0.isWholeNumber } ? Int($0) : nil }
        guard numbers.count == pieces.count, (1...3).contains(numbers.count),
            offset > 0 ? (1...99).contains(numbers[0]) : pieces[0].count == 4
        else { return nil }
        return [numbers[0] + offset] + numbers.dropFirst()
    }
}

/// The pieces of 令和7年2月14日（金）, 令和7年3月 or 令和5年度, not yet checked against the calendar.
private struct EraText {
    var eraYear: EraYear
    var month: Int?
    var day: Int?
    var weekday: String?
    var isFiscal = false

    init?(_ text: String) {
        guard let era = Era(prefixOf: text) else { return nil }
        var rest = text.unicodeScalars.dropFirst(2)
        let year: Int
        if rest.take("元") {
            year = 1
        } else {
            guard let number = rest.takeNumber(digits: 4), number >= 1 else { return nil }
            year = number
        }
        eraYear = EraYear(era: era, year: year)
        guard rest.take("年") else { return nil }
        if rest.take("度") {
            isFiscal = true
        } else if let number = rest.takeNumber() {
            guard rest.take("月") else { return nil }
            month = number
            if let number = rest.takeNumber() {
                guard rest.take("日") else { return nil }
                day = number
                if rest.take("(") {
                    guard let name = rest.popFirst() else { return nil }
                    if rest.take("曜") { _ = rest.take("日") }
                    guard rest.take(")") else { return nil }
                    weekday = String(name)
                }
            }
        }
        guard rest.isEmpty else { return nil }
    }
}

extension Substring.UnicodeScalarView {
    /// ASCII digits at the start, one or more, taken off.
    fileprivate mutating func takeNumber(digits limit: Int = 2) -> Int? {
        let digits = prefix { ("0"..."9").contains($0) }
        guard (1...limit).contains(digits.count) else { return nil }
        removeFirst(digits.count)
        return Int(Substring(digits))
    }

    fileprivate mutating func take(_ expected: Unicode.Scalar) -> Bool {
        guard first == expected else { return false }
        removeFirst()
        return true
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
