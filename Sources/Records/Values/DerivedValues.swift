import Japanese
import StrictYAML

/// Values that follow from others, so that nobody types them.
enum DerivedValues {
    static func first(of list: Value, in file: DataFile) -> Value {
        guard case .list(let first, let count) = list.content, count > 0 else { return .absent }
        return file.values[Int(first)]
    }

    static func last(of list: Value, in file: DataFile) -> Value {
        guard case .list(let first, let count) = list.content, count > 0 else { return .absent }
        return file.values[Int(first + count) - 1]
    }

    /// The row of the fiscal year before the latest.
    static func previous(_ series: [RecordView]) -> Value { Trend(series).previous?.value ?? .absent }

    /// The last count over the first, one decimal; absent where that says nothing.
    static func times(_ series: [RecordView]) -> Value {
        value(of: series, Trend(series).timesInTenths.map { .decimal(mantissa: Int32(clamping: $0), scale: 1) })
    }

    /// By how much a count has grown, or shrunk, where it has.
    static func difference(
        _ direction: Trend.Direction, _ change: (Trend) -> Int?, _ series: [RecordView]
    ) -> Value {
        let amount = change(Trend(series)).map { direction == .rise ? $0 : -$0 }
        return value(of: series, amount.flatMap { $0 > 0 ? .integer($0) : nil })
    }

    /// Whether a count is what it was.
    static func unchanged(_ change: (Trend) -> Int?, _ series: [RecordView]) -> Value {
        value(of: series, change(Trend(series)) == 0 ? .boolean(true) : nil)
    }

    /// For how many years in a row a count has grown, or shrunk: two or more.
    static func years(_ direction: Trend.Direction, _ series: [RecordView]) -> Value {
        let years = Trend(series).years(of: direction)
        return value(of: series, years >= 2 ? .integer(years) : nil)
    }

    /// The fiscal year of the first of those.
    static func since(_ direction: Trend.Direction, _ series: [RecordView]) -> Value {
        let trend = Trend(series)
        guard trend.years(of: direction) >= 2 else { return .absent }
        return trend.beginning(of: direction)?.value(Observation.fiscalYear) ?? .absent
    }

    /// What has been worked out, at the place of the latest count.
    private static func value(of series: [RecordView], _ content: Value.Content?) -> Value {
        guard let content, let latest = series.last?.value(Observation.count) else { return .absent }
        return Value(node: Int(latest.node), content)
    }

    /// How many fiscal years a period has, its first and last among them; nothing where it ends before it begins.
    static func years(from: FiscalYear?, to: FiscalYear?) -> Value {
        guard let first = from, let last = to, first <= last else { return .absent }
        return Value(worked: .integer(last.year - first.year + 1))
    }

    /// A statement that is there only where it is true.
    static func truth(_ isTrue: Bool) -> Value { isTrue ? Value(worked: .boolean(true)) : .absent }

    /// The number that an identifier consists of behind a word: 1 of form1.
    static func number(behind word: String, in identifier: String) -> Value {
        guard identifier.hasPrefix(word), let number = Int(identifier.dropFirst(word.count)), number > 0 else {
            return .absent
        }
        return Value(worked: .integer(number))
    }

    /// The prefecture that an address begins with.
    static func prefecture(of address: Value, in file: DataFile) -> Value {
        guard !address.isAbsent else { return .absent }
        let length = file.tree.withText(of: Int(address.node)) { Prefecture.prefixLength(of: $0) }
        return length == 0 ? .absent : Value(node: Int(address.node), .textPrefix(UInt32(length)))
    }
}
