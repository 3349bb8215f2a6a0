import Diagnostics
import Japanese
import Proofreading

/// Each row of a series has a figure, and a series is the sum of its parts.
enum SeriesRowsCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let survey = [Statistics.national, Statistics.city].compactMap { board.statistics?[$0]?.records(Series.series) }
        return survey.joined().compactMap { missing($0, orRate: false) }
            + board.namedSeries.flatMap { $0.records(Series.series).compactMap { missing($0, orRate: true) } }
            + board.namedSeries.flatMap { parts($0, board.namedSeries) }
    }

    private static func missing(_ row: RecordView, orRate: Bool) -> Diagnostic? {
        let fields = [Observation.count.declaration] + (orRate ? [Observation.rate.declaration] : [])
        guard fields.allSatisfy({ row.value($0).isAbsent && !row.isUnreadable($0) }) else { return nil }
        return Diagnostic(
            .missingKey, at: row.place(Observation.fiscalYear),
            Phrase(
                ja: "「年度ごとの値」に「count」（人数などの値）\(orRate ? "も「rate」（割合）も" : "が")ありません",
                en: "\"count\" \(orRate ? "or \"rate\" " : "")is missing from a year's figures"),
            help: Phrase(ja: "「count: 346,482」のように書き足してください", en: "add it, as in \"count: 346,482\""))
    }

    /// Whether a series is the one of an identifier, or among its parts or theirs.
    private static func isPart(_ series: RecordView, of id: String, _ all: [RecordView]) -> Bool {
        var (seen, open) = ([id] as Set<String>, [id])
        while let next = open.popLast() {
            if next == series[NamedSeries.id] { return true }
            let parts = all.first { $0[NamedSeries.id] == next }?.items(NamedSeries.parts).map(\.text) ?? []
            open += parts.filter { seen.insert($0).inserted }
        }
        return false
    }

    private static func parts(_ series: RecordView, _ all: [RecordView]) -> [Diagnostic] {
        let ids = series.items(NamedSeries.parts)
        let parts = ids.compactMap { id in all.first { $0[NamedSeries.id] == id.text } }
        let unknown = ids.filter { id in !all.contains { $0[NamedSeries.id] == id.text } }
        guard unknown.isEmpty else {
            return unknown.map { id in
                let known = all.compactMap { $0[NamedSeries.id] }
                let nearest = NearestName.find(id.text, among: known)
                return Diagnostic(
                    .unknownChoice, at: id.place,
                    Phrase(ja: "「\(id.text)」という推移はありません", en: "there is no series \"\(id.text)\""),
                    help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \"\($0)\"?") }
                        ?? Phrase(ja: "推移のidを確かめてください", en: "check the series' ids"), replacement: nearest)
            }
        }
        guard !parts.isEmpty else { return [] }
        // What is a sum of itself is no sum of anything.
        if let own = ids.first(where: { isPart(series, of: $0.text, all) }) {
            return [
                Diagnostic(
                    .partsTotal, at: own.place,
                    Phrase(
                        ja: own.text == series[NamedSeries.id]
                            ? "推移「\(own.text)」が、それ自身の内訳になっています" : "推移「\(own.text)」と、互いに内訳になっています",
                        en: own.text == series[NamedSeries.id]
                            ? "the series \"\(own.text)\" is a part of itself"
                            : "the series \"\(own.text)\" and this one are parts of each other"),
                    help: Phrase(ja: "合計の側だけに、内訳（parts）を書いてください", en: "name parts only at the total"))
            ]
        }
        return series.records(Series.series).compactMap { row in
            guard let year = row[Observation.fiscalYear], let count = row[Observation.count] else { return nil }
            let rows = parts.compactMap { part in
                part.records(Series.series).first { $0[Observation.fiscalYear] == year }
            }
            let counts = rows.compactMap { $0[Observation.count] }
            let sum = counts.reduce(0, +)
            guard counts.count == parts.count, sum != count else { return nil }
            return row.report(
                .partsTotal, Observation.count,
                Phrase(
                    ja: "\(year.long)の「\(Numerals.grouped(count))」が、内訳の合計\(Numerals.grouped(sum))と合いません",
                    en:
                        "the figure \(Numerals.grouped(count)) of \(year.long) is not the sum of its parts, \(Numerals.grouped(sum))"
                ),
                help: Phrase(ja: "合計と内訳を元の資料で確かめてください", en: "check the total and its parts against the source"),
                notes: rows.map { Diagnostic.Note($0.place(Observation.count), Phrase(ja: "内訳です", en: "a part")) })
        }
    }
}
