public import Japanese

/// What a typed field may hold.
public protocol FieldContent: Sendable {
    /// Whether values of a type are read as this.
    static func reads(_ type: FieldType) -> Bool

    /// - Returns: nil where the value is absent.
    static func read(_ value: Value, as type: FieldType, in file: DataFile) -> Self?
}

/// A text as it is written, a date's and a number's, too; of a choice its key.
extension String: FieldContent {
    public static func reads(_ type: FieldType) -> Bool { type.recordType == nil && type.itemType == nil }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> String? { file.text(value) }
}

/// The texts of a list, or the keys chosen.
extension [String]: FieldContent {
    public static func reads(_ type: FieldType) -> Bool { type.itemType.map { $0.recordType == nil } ?? false }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> [String]? {
        guard case .list(let first, let count) = value.content else { return nil }
        return file.values[Int(first)..<Int(first + count)].compactMap { file.text($0) }
    }
}

extension Bool: FieldContent {
    public static func reads(_ type: FieldType) -> Bool {
        if case .boolean = type { true } else { false }
    }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> Bool? {
        if case .boolean(let truth) = value.content { truth } else { nil }
    }
}

extension Int: FieldContent {
    public static func reads(_ type: FieldType) -> Bool {
        if case .integer = type { true } else { false }
    }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> Int? { value.integer }
}

extension CalendarDate: FieldContent {
    public static func reads(_ type: FieldType) -> Bool {
        if case .date = type { true } else { false }
    }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> CalendarDate? { value.date }
}

extension YearMonth: FieldContent {
    public static func reads(_ type: FieldType) -> Bool {
        if case .month = type { true } else { false }
    }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> YearMonth? { value.month }
}

extension SchoolYears: FieldContent {
    public static func reads(_ type: FieldType) -> Bool {
        if case .schoolYears = type { true } else { false }
    }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> SchoolYears? {
        if case .schoolYears(let years) = value.content { years } else { nil }
    }
}

extension FiscalYear: FieldContent {
    public static func reads(_ type: FieldType) -> Bool {
        if case .fiscalYear = type { true } else { false }
    }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> FiscalYear? { value.fiscalYear }
}

/// A decimal number, or a percentage.
extension FixedPoint: FieldContent {
    public static func reads(_ type: FieldType) -> Bool {
        switch type {
        case .decimal, .rate: true
        default: false
        }
    }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> FixedPoint? {
        if case .decimal(let mantissa, let scale) = value.content { FixedPoint(mantissa, scale: scale) } else { nil }
    }
}

/// An amount of money in the unit that it is written in.
public struct Money: FieldContent {
    public let amount: Int
    public let unit: MoneyUnit

    public var yen: Int { amount * unit.yen }

    public static func reads(_ type: FieldType) -> Bool {
        if case .money = type { true } else { false }
    }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> Money? {
        if case .money(let amount, let unit) = value.content { Money(amount: amount, unit: unit) } else { nil }
    }
}

extension RecordView: FieldContent {
    public static func reads(_ type: FieldType) -> Bool { type.recordType != nil }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> RecordView? {
        guard let type = type.recordType, case .record(let first) = value.content else { return nil }
        return RecordView(file: file, type: type, first: Int(first))
    }
}

extension RecordList: FieldContent {
    public static func reads(_ type: FieldType) -> Bool { type.itemType?.recordType != nil }

    public static func read(_ value: Value, as type: FieldType, in file: DataFile) -> RecordList? {
        guard let type = type.itemType?.recordType, case .list(let start, let count) = value.content else { return nil }
        let items = file.values[Int(start)..<Int(start + count)]
        return RecordList(
            file: file, type: type,
            firsts: items.compactMap { if case .record(let first) = $0.content { first } else { nil } })
    }
}
