public import Japanese

/// A decoded value: plain data without a reference, so that a hundred thousand records cost no counting.
///
/// Text stays in the YAML tree and is reached through the node.
public struct Value: Sendable {
    public enum Content: Sendable, Equatable {
        case absent
        /// The node's own text.
        case text
        /// The first bytes of the node's text.
        case textPrefix(UInt32)
        case boolean(Bool)
        case integer(Int)
        /// `mantissa` ÷ 10^`scale`.
        case decimal(mantissa: Int32, scale: UInt8)
        case money(Int, MoneyUnit)
        case frequency(FrequencyPeriod, times: Int32)
        case date(CalendarDate)
        case month(YearMonth)
        case fiscalYear(FiscalYear)
        case schoolYears(SchoolYears)
        /// The index of a choice.
        case choice(UInt16)
        /// Items beside one another in the file's values.
        case list(first: UInt32, count: UInt32)
        /// Fields beside one another in the file's values, in the order of their type.
        case record(first: UInt32)
    }

    public static let absent = Value(node: 0, .absent)

    // In this order a value takes 16 bytes, in the other 24.
    public let content: Content
    /// The YAML node that the value was read from, or worked out from.
    public let node: UInt32

    init(node: Int, _ content: Content) {
        self.node = UInt32(node)
        self.content = content
    }

    /// A value that was not read from anywhere.
    /// - Parameter value: what it was worked out from.
    public init(worked content: Content, from value: Value? = nil) {
        self.init(node: Int(value?.node ?? 0), content)
    }

    public var isAbsent: Bool { content == .absent }

    public var date: CalendarDate? {
        if case .date(let date) = content { date } else { nil }
    }

    public var month: YearMonth? {
        if case .month(let month) = content { month } else { nil }
    }

    public var fiscalYear: FiscalYear? {
        if case .fiscalYear(let year) = content { year } else { nil }
    }

    /// Whether it is a number of something.
    var isFigure: Bool {
        switch content {
        case .integer, .decimal, .money, .frequency: true
        default: false
        }
    }

    public var integer: Int? {
        if case .integer(let number) = content { number } else { nil }
    }
}

/// The unit that an amount of money is written in.
public enum MoneyUnit: UInt8, CaseIterable, Sendable {
    case yen, thousand, tenThousand, million, hundredMillion

    public var name: String {
        switch self {
        case .yen: "円"
        case .thousand: "千円"
        case .tenThousand: "万円"
        case .million: "百万円"
        case .hundredMillion: "億円"
        }
    }

    public var yen: Int {
        switch self {
        case .yen: 1
        case .thousand: 1_000
        case .tenThousand: 10_000
        case .million: 1_000_000
        case .hundredMillion: 100_000_000
        }
    }
}

/// The period of a frequency: 年9回 is nine times a year, 毎月 every month.
public enum FrequencyPeriod: UInt8, CaseIterable, Sendable {
    case year, term, month, week, day

    public var name: String {
        switch self {
        case .year: "年"
        case .term: "学期"
        case .month: "月"
        case .week: "週"
        case .day: "日"
        }
    }
}
