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

    /// The last count over the first, one decimal, halves away from zero.
    static func times(_ counts: [Value]) -> Value {
        guard let base = counts.first?.integer, let latest = counts.last, let number = latest.integer, base > 0 else {
            return .absent
        }
        let tenths = (number * 20 + base) / (base * 2)
        return Value(node: Int(latest.node), .decimal(mantissa: Int32(clamping: tenths), scale: 1))
    }

    /// How often in a row, counted back from the last, a count was greater than the one before.
    static func risingYears(_ counts: [Value]) -> Value {
        guard let latest = counts.last else { return .absent }
        return Value(node: Int(latest.node), .integer(rises(counts)))
    }

    /// The fiscal year of the first of those increases.
    static func risingSince(_ series: [RecordView]) -> Value {
        let rises = rises(series.map { $0[StatisticsSchema.count] })
        return rises == 0 ? .absent : series[series.count - rises][StatisticsSchema.fiscalYear]
    }

    private static func rises(_ counts: [Value]) -> Int {
        let numbers = counts.compactMap(\.integer)
        return zip(numbers.dropFirst(), numbers).reversed().prefix { $0 > $1 }.count
    }

    /// The prefecture that an address begins with.
    static func prefecture(of address: Value, in file: DataFile) -> Value {
        guard !address.isAbsent else { return .absent }
        let length = file.tree.withText(of: Int(address.node)) { Prefecture.prefixLength(of: $0) }
        return length == 0 ? .absent : Value(node: Int(address.node), .textPrefix(UInt32(length)))
    }
}
