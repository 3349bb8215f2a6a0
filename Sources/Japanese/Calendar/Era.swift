/// An era of the Japanese calendar since the Gregorian calendar came into use (1873).
public enum Era: Int, CaseIterable, Sendable {
    case meiji, taisho, showa, heisei, reiwa

    /// The era's name in kanji, as official papers write it.
    public var name: String {
        switch self {
        case .meiji: "明治"
        case .taisho: "大正"
        case .showa: "昭和"
        case .heisei: "平成"
        case .reiwa: "令和"
        }
    }

    /// The letter of the short form, as in R7.2.14.
    public var letter: String {
        switch self {
        case .meiji: "M"
        case .taisho: "T"
        case .showa: "S"
        case .heisei: "H"
        case .reiwa: "R"
        }
    }

    /// The era's first day. 明治 is accepted from the day on which the Gregorian calendar was taken over.
    public var firstDay: CalendarDate {
        switch self {
        case .meiji: CalendarDate(uncheckedYear: 1873, month: 1, day: 1)
        case .taisho: CalendarDate(uncheckedYear: 1912, month: 7, day: 30)
        case .showa: CalendarDate(uncheckedYear: 1926, month: 12, day: 25)
        case .heisei: CalendarDate(uncheckedYear: 1989, month: 1, day: 8)
        case .reiwa: CalendarDate(uncheckedYear: 2019, month: 5, day: 1)
        }
    }

    /// The Western year that is the era's first year (元年).
    public var firstYear: Int {
        self == .meiji ? 1868 : firstDay.year
    }

    /// The day after the era's last, nil for the present era.
    public var end: CalendarDate? {
        Era(rawValue: rawValue + 1)?.firstDay
    }

    /// The era that a day lies in, nil before 1873-01-01.
    public init?(containing date: CalendarDate) {
        guard let era = Era.allCases.last(where: { $0.firstDay <= date }) else { return nil }
        self = era
    }

    /// The era whose kanji name two scalars are.
    public init?(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
        switch (first, second) {
        case ("明", "治"): self = .meiji
        case ("大", "正"): self = .taisho
        case ("昭", "和"): self = .showa
        case ("平", "成"): self = .heisei
        case ("令", "和"): self = .reiwa
        default: return nil
        }
    }

    /// The era that a text begins with, by its kanji name.
    public init?(prefixOf text: some StringProtocol) {
        guard let era = Era.allCases.first(where: { text.hasPrefix($0.name) }) else { return nil }
        self = era
    }
}

/// A year counted in an era: 令和元年, 平成30年.
public struct EraYear: Hashable, Sendable {
    public let era: Era
    /// 1 is 元年.
    public let year: Int

    public init(era: Era, year: Int) {
        self.era = era
        self.year = year
    }

    public var westernYear: Int { era.firstYear + year - 1 }

    /// 令和元, 平成30: without the closing 年.
    public var name: String { era.name + (year == 1 ? "元" : String(year)) }

    /// R1, H30.
    public var shortName: String { era.letter + String(year) }
}
