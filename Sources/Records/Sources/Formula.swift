public import Diagnostics
import Japanese

/// How a value follows from others: `346,482 ÷ 9,321,243 = 3.717…% → 3.7%`.
public struct Formula: Sendable {
    /// A value that it follows from.
    public struct Part: Sendable {
        public let label: String
        public let text: String
        public let place: Diagnostic.Place?
        let record: RecordView
        let field: FieldDeclaration

        init(_ record: RecordView, _ field: FieldDeclaration, called name: String) {
            (self.record, self.field) = (record, field)
            let year = record[Observation.fiscalYear].map { $0.long + "　" } ?? ""
            label = year + name
            text = record.text(field) ?? ""
            place = record.place(field)
        }

        /// How many records a list has.
        init(countOf list: Field<RecordList>, in record: RecordView, called name: String) {
            (self.record, field, label) = (record, list.declaration, name)
            text = String(record.records(list).count)
            place = record.place(list)
        }

        func called(_ name: String) -> Part { Part(record, field, called: name) }
    }

    public let text: String
    public let parts: [Part]

    /// - Returns: nil where the value does not follow from others, or one of those is missing.
    static func formula(of field: FieldDeclaration, in record: RecordView) -> Formula? {
        switch field {
        case Observation.rate: rate(record)
        case Series.times: times(record.records(Series.series))
        case Series.increase, Series.decrease, Series.unchanged:
            Trend(record.records(Series.series)).previous.flatMap {
                difference(record.records(Series.series).last, $0)
            }
        case Series.totalIncrease, Series.totalDecrease, Series.totalUnchanged:
            difference(record.records(Series.series).last, record.records(Series.series).first)
        case Series.risingYears, Series.risingSince: run(.rise, record.records(Series.series))
        case Series.fallingYears, Series.fallingSince: run(.fall, record.records(Series.series))
        case Period.years: years(record)
        default: nil
        }
    }

    private static func part(_ record: RecordView, _ field: some DeclaredField) -> Part {
        Part(record, field.declaration, called: field.declaration.label.ja)
    }

    /// Three decimals, cut off where there are more.
    private static func quotient(_ dividend: Int, _ divisor: Int) -> String {
        let thousandths = dividend * 1000 / divisor
        let digits = String(1000 + thousandths % 1000).dropFirst()
        return "\(thousandths / 1000).\(digits)" + (dividend * 1000 % divisor == 0 ? "" : "…")
    }

    private static func rate(_ row: RecordView) -> Formula? {
        guard let count = row[Observation.count], let enrolment = row[Observation.enrolment], enrolment > 0,
            let published = row.text(Observation.rate)
        else { return nil }
        return Formula(
            text:
                "\(Numerals.grouped(count)) ÷ \(Numerals.grouped(enrolment)) = \(quotient(count * 100, enrolment))% → \(published)",
            parts: [part(row, Observation.count), part(row, Observation.enrolment)])
    }

    private static func times(_ rows: [RecordView]) -> Formula? {
        guard let last = rows.last, let first = rows.first, let count = last[Observation.count],
            let before = first[Observation.count], before > 0, let tenths = Trend(rows).timesInTenths
        else { return nil }
        return Formula(
            text:
                "\(Numerals.grouped(count)) ÷ \(Numerals.grouped(before)) = \(quotient(count, before)) → \(tenths / 10).\(tenths % 10)",
            parts: [part(last, Observation.count), part(first, Observation.count)])
    }

    private static func difference(_ new: RecordView?, _ old: RecordView?) -> Formula? {
        guard let new, let old, let after = new[Observation.count], let before = old[Observation.count] else {
            return nil
        }
        return Formula(
            text: "\(Numerals.grouped(after)) - \(Numerals.grouped(before)) = \(Numerals.grouped(after - before))",
            parts: [part(new, Observation.count), part(old, Observation.count)])
    }

    private static func run(_ direction: Trend.Direction, _ rows: [RecordView]) -> Formula? {
        let trend = Trend(rows)
        let years = trend.years(of: direction)
        guard years >= 2 else { return nil }
        let run = rows.suffix(years + 1)
        let counts = run.compactMap { $0[Observation.count].map(Numerals.grouped) }
        return Formula(
            text: counts.joined(separator: direction == .rise ? " < " : " > ") + " → \(years)年",
            parts: run.map { part($0, Observation.count) })
    }

    private static func years(_ period: RecordView) -> Formula? {
        guard let from = period[Period.from], let to = period[Period.to], from <= to else { return nil }
        return Formula(
            text: "\(to.year) - \(from.year) + 1 = \(to.year - from.year + 1)",
            parts: [part(period, Period.to), part(period, Period.from)])
    }
}
