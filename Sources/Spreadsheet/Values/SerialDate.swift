/// Days counted as spreadsheets count them (ECMA-376-1 §18.17.4).
struct SerialDate {
    /// Which parts a cell's number format shows.
    struct Parts: Equatable {
        var hasYear = false
        var hasMonth = false
        var hasDay = false
        var hasTime = false

        var hasDate: Bool { hasYear || hasMonth || hasDay }
    }

    private let day: Int
    private let second: Int

    /// - Parameters:
    ///   - serial: days; the time of day is the fraction.
    ///   - is1904: whether day 0 is 1904-01-01, as in old workbooks from the Macintosh; else day 1 is 1900-01-01, and there is a day
    ///     60 that never was (1900-02-29).
    /// - Returns: nil where a spreadsheet shows no date: before its first day, behind 9999-12-31.
    init?(_ serial: Double, is1904: Bool) {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        // To the second: binary fractions seldom hit one.
        let seconds = Int((serial * 86_400).rounded())
        day = seconds / 86_400 + (is1904 ? 1462 : 0)
        second = seconds % 86_400
        guard day < 2_958_466 else { return nil }
    }

    /// ISO 8601, with what is shown: a month without days is `2025-02`, a time without a date `09:30`; nil where the date is day 0.
    func text(showing parts: Parts) -> String? {
        guard parts.hasDate else { return time }
        guard day > 0 else { return parts.hasTime ? time : nil }
        let date: String
        if day == 60 {
            date = "1900-02-29"
        } else {
            let (year, month, day) = Self.civil(self.day < 60 ? self.day + 1 : self.day)
            date = "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
        }
        if parts.hasYear, parts.hasMonth, !parts.hasDay, !parts.hasTime { return String(date.prefix(7)) }
        return parts.hasTime && second > 0 ? "\(date)T\(time)" : date
    }

    /// Hours of a span of time, with minutes and seconds: `36:00`.
    var elapsed: String { "\(day * 24 + second / 3600)" + time.dropFirst(2) }

    private var time: String {
        let (hours, minutes, seconds) = (second / 3600, second / 60 % 60, second % 60)
        let text = "\(Self.twoDigits(hours)):\(Self.twoDigits(minutes))"
        return seconds == 0 ? text : "\(text):\(Self.twoDigits(seconds))"
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The date so many days after 1899-12-30, by years that begin in March: their leap day is the last.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        // 693,899 days lie between 0000-03-01 and 1899-12-30.
        let number = days + 693_899
        let (cycle, inCycle) = (number / 146_097, number % 146_097)
        let yearInCycle = (inCycle - inCycle / 1460 + inCycle / 36_524 - inCycle / 146_096) / 365
        let inYear = inCycle - (365 * yearInCycle + yearInCycle / 4 - yearInCycle / 100)
        let monthFromMarch = (5 * inYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = cycle * 400 + yearInCycle + (month <= 2 ? 1 : 0)
        return (year, month, inYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}
