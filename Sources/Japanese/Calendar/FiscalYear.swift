/// A Japanese fiscal or school year (年度): 1 April to 31 March, named after the year in which it begins.
package struct FiscalYear: Hashable, Comparable, Sendable {
    /// The Western year of its 1 April.
    package var year: Int { Int(stored) }
    private let stored: Int32

    package init(year: Int) {
        stored = Int32(year)
    }

    package static func < (lhs: Self, rhs: Self) -> Bool { lhs.year < rhs.year }

    package var firstDay: CalendarDate { CalendarDate(uncheckedYear: year, month: 4, day: 1) }
    package var lastDay: CalendarDate { CalendarDate(uncheckedYear: year + 1, month: 3, day: 31) }

    /// FY2019 began on 1 April 平成31年, yet is called 令和元年度: the era is that of the year's end.
    package var eraYear: EraYear {
        let era = Era(containing: CalendarDate(uncheckedYear: year, month: 12, day: 31)) ?? .meiji
        return EraYear(era: era, year: year - era.firstYear + 1)
    }

    /// 令和5年度
    package var long: String { "\(eraYear.name)年度" }

    /// 令和5年
    package var eraName: String { "\(eraYear.name)年" }

    /// R5
    package var short: String { eraYear.shortName }

    /// 2023年度
    package var western: String { "\(year)年度" }

    /// 2023
    package var iso: String { "\(year)" }
}
