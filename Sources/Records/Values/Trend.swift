import Japanese

/// How a series of counts has moved: since the year before, in a row of years, and since its first year.
struct Trend {
    enum Direction { case rise, fall }

    private let series: [RecordView]
    private let counts: [Int]
    private let years: [Int]

    /// - Parameter series: rows with a fiscal year and a count, in their order.
    init(_ series: [RecordView]) {
        self.series = series
        counts = series.compactMap { $0[Observation.count] }
        years = series.compactMap { $0[Observation.fiscalYear]?.year }
    }

    /// The row of the fiscal year before the latest; nil where that year is not in the series.
    var previous: RecordView? {
        guard isWhole, years.count >= 2, years[years.count - 1] == years[years.count - 2] + 1 else { return nil }
        return series[series.count - 2]
    }

    /// By how much the latest count differs from the one of the year before.
    var change: Int? {
        previous == nil ? nil : counts[counts.count - 1] - counts[counts.count - 2]
    }

    /// By how much the latest count differs from the first; nil where there is but one.
    var totalChange: Int? {
        isWhole && counts.count >= 2 ? counts[counts.count - 1] - counts[0] : nil
    }

    /// The last count over the first in tenths, halves away from zero; nil where that says nothing: for a single count, for
    /// nothing at the beginning or at the end, and for what would read 1.0.
    var timesInTenths: Int? {
        guard isWhole, counts.count >= 2 else { return nil }
        let (first, last) = (counts[0], counts[counts.count - 1])
        guard first > 0 else { return nil }
        let tenths = (last * 20 + first) / (first * 2)
        return tenths == 0 || tenths == 10 ? nil : tenths
    }

    /// For how many fiscal years in a row, counted back from the latest, the count has moved in a direction.
    func years(of direction: Direction) -> Int {
        guard isWhole else { return 0 }
        return counts.indices.dropFirst().reversed().prefix { index in
            let step = counts[index] - counts[index - 1]
            return years[index] == years[index - 1] + 1 && (direction == .rise ? step > 0 : step < 0)
        }.count
    }

    /// The first row of those years.
    func beginning(of direction: Direction) -> RecordView? {
        let years = years(of: direction)
        return years == 0 ? nil : series[series.count - years]
    }

    /// Whether every row has both its year and its count.
    private var isWhole: Bool { counts.count == series.count && years.count == series.count }
}
