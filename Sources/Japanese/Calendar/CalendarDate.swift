/// A day of the Gregorian calendar, without time or zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// The year, month and day as decimal digits, 20250214: dates compare as these do.
    private let packed: Int32

    public var year: Int { Int(packed) / 10_000 }
    public var month: Int { Int(packed) / 100 % 100 }
    public var day: Int { Int(packed) % 100 }

    /// nil where the calendar has no such day (2月30日) or the year is not between 1873 and 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1873...9999).contains(year), (1...12).contains(month),
            (1...CalendarDate.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    init(uncheckedYear year: Int, month: Int, day: Int) {
        packed = Int32(year * 10_000 + month * 100 + day)
    }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.packed < rhs.packed
    }

    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 0000-03-01 of the proleptic Gregorian calendar; differences are exact numbers of days.
    public var dayNumber: Int {
        // Counting years from March puts the leap day at the year's end.
        let shifted = month <= 2 ? year - 1 : year
        let monthFromMarch = (month + 9) % 12
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
            + (monthFromMarch * 153 + 2) / 5 + day - 1
    }

    public var weekday: Weekday {
        Weekday(rawValue: (dayNumber + 3) % 7) ?? .sunday
    }

    public var yearMonth: YearMonth { YearMonth(uncheckedYear: year, month: month) }

    public var fiscalYear: FiscalYear { FiscalYear(year: month >= 4 ? year : year - 1) }

    /// The year in its era; a date before 1873 cannot be made, so there always is one.
    public var eraYear: EraYear {
        let era = Era(containing: self) ?? .meiji
        return EraYear(era: era, year: year - era.firstYear + 1)
    }

    /// 令和7年2月14日
    public var long: String { "\(eraYear.name)年\(month)月\(day)日" }

    /// 令和7年
    public var eraName: String { "\(eraYear.name)年" }

    /// 2月14日
    public var bare: String { "\(month)月\(day)日" }

    /// 令和7年（2025年）2月14日
    public var bracketed: String { "\(eraYear.name)年（\(year)年）\(month)月\(day)日" }

    /// 2025年2月14日
    public var western: String { "\(year)年\(month)月\(day)日" }

    /// R7.2.14
    public var short: String { "\(eraYear.shortName).\(month).\(day)" }

    /// 2025-02-14
    public var iso: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
}

/// A day of the week, Sunday first, as Japanese calendars print it.
public enum Weekday: Int, CaseIterable, Sendable {
    case sunday, monday, tuesday, wednesday, thursday, friday, saturday

    /// Its English name.
    public var english: String {
        let name = String(describing: self)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// 日, 月, … 土
    public var name: String {
        switch self {
        case .sunday: "日"
        case .monday: "月"
        case .tuesday: "火"
        case .wednesday: "水"
        case .thursday: "木"
        case .friday: "金"
        case .saturday: "土"
        }
    }
}

func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
}
