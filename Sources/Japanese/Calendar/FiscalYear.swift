/// A Japanese fiscal or school year (年度): 1 April to 31 March, named after the year in which it begins.
public struct FiscalYear: Hashable, Comparable, Sendable {
    /// The Western year of its 1 April.
    public var year: Int { Int(stored) }
    private let stored: Int32
    /// Whether it is written by the era that it began in, where another began within it: 平成31年度.
    private let isOfEarlierEra: Bool

    public init(year: Int) {
        self.init(year: year, isOfEarlierEra: false)
    }

    private init(year: Int, isOfEarlierEra: Bool) {
        stored = Int32(year)
        self.isOfEarlierEra = isOfEarlierEra
    }

    /// The same year, written in an era; nil where it is not called so.
    func written(in year: EraYear) -> FiscalYear? {
        guard year == eraYear || year == firstDay.eraYear else { return nil }
        return FiscalYear(year: self.year, isOfEarlierEra: year != eraYear)
    }

    public static func == (lhs: Self, rhs: Self) -> Bool { lhs.stored == rhs.stored }

    public func hash(into hasher: inout Hasher) { hasher.combine(stored) }

    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.year < rhs.year }

    public var firstDay: CalendarDate { CalendarDate(uncheckedYear: year, month: 4, day: 1) }
    public var lastDay: CalendarDate { CalendarDate(uncheckedYear: year + 1, month: 3, day: 31) }

    /// FY2019 began on 1 April 平成31年, yet is called 令和元年度: the era is that of the year's end, unless it was written
    /// in the other, which is in use beside it.
    public var eraYear: EraYear {
        if isOfEarlierEra { return firstDay.eraYear }
        let era = Era(containing: CalendarDate(uncheckedYear: year, month: 12, day: 31)) ?? .meiji
        return EraYear(era: era, year: year - era.firstYear + 1)
    }

    /// 令和5年度
    public var long: String { "\(eraYear.name)年度" }

    /// 令和5年
    public var eraName: String { "\(eraYear.name)年" }

    /// R5
    public var short: String { eraYear.shortName }

    /// 2023年度
    public var western: String { "\(year)年度" }

    /// 2023
    public var iso: String { "\(year)" }
}
