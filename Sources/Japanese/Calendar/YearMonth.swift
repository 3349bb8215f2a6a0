/// A month of a year, as an issue month (令和7年3月).
public struct YearMonth: Hashable, Comparable, Sendable {
    /// 202503: months compare as these do.
    private let packed: Int32
    /// Whether it is written by the era that it began in, where another began within it: 昭和64年1月.
    private let isOfEarlierEra: Bool

    public var year: Int { Int(packed) / 100 }
    public var month: Int { Int(packed) % 100 }

    public init?(year: Int, month: Int) {
        guard (1873...9999).contains(year), (1...12).contains(month) else { return nil }
        self.init(uncheckedYear: year, month: month)
    }

    init(uncheckedYear year: Int, month: Int, isOfEarlierEra: Bool = false) {
        packed = Int32(year * 100 + month)
        self.isOfEarlierEra = isOfEarlierEra
    }

    /// The same month, written in an era; nil where no day of it lies in that year of the era.
    func written(in year: EraYear) -> YearMonth? {
        guard year == firstDay.eraYear || year == lastDay.eraYear else { return nil }
        return YearMonth(uncheckedYear: self.year, month: month, isOfEarlierEra: year != lastDay.eraYear)
    }

    public static func == (lhs: Self, rhs: Self) -> Bool { lhs.packed == rhs.packed }

    public func hash(into hasher: inout Hasher) { hasher.combine(packed) }

    public static func < (lhs: Self, rhs: Self) -> Bool {
        lhs.packed < rhs.packed
    }

    public var firstDay: CalendarDate { CalendarDate(uncheckedYear: year, month: month, day: 1) }

    public var lastDay: CalendarDate {
        CalendarDate(uncheckedYear: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
    }

    public var fiscalYear: FiscalYear { firstDay.fiscalYear }

    /// The era year that it was written in, else that of its last day.
    public var eraYear: EraYear { isOfEarlierEra ? firstDay.eraYear : lastDay.eraYear }

    /// 令和7年3月
    public var long: String { "\(eraYear.name)年\(month)月" }

    /// 令和7年
    public var eraName: String { "\(eraYear.name)年" }

    /// 2025年3月
    public var western: String { "\(year)年\(month)月" }

    /// 3月
    public var bare: String { "\(month)月" }

    /// R7.3
    public var short: String { "\(eraYear.shortName).\(month)" }

    /// 2025-03
    public var iso: String { "\(year)-\(twoDigits(month))" }
}
