import Diagnostics
import Japanese

/// A figure that stands out from those of the years beside it, while all others run smoothly: one changed digit in the middle of a series.
enum OffLineCheck: Check {
    /// So many years tell how smoothly a series runs.
    private static let least = 5
    /// Of a longer series no year is looked at: each is compared with all others.
    private static let most = 60
    /// How many times as far from the line between its neighbours as the others usually are.
    private static let factor = 5.0
    /// Of the figure, so that years that merely vary a little are not told.
    private static let share = 0.05
    /// Counts of n differ by some √n without a cause.
    private static let chance = 6.0

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.series.flatMap { series in
            SeriesCheck.figures.compactMap { field in
                row(in: series, field).map { finding($0, field) }
            }
        }
    }

    private struct Found {
        let row: RecordView
        let before: RecordView
        let isAbove: Bool
    }

    /// Whether a row's figures stand out, so that a rate that does not agree with them tells nothing new.
    static func isOff(_ row: RecordView, in series: [RecordView]) -> Bool {
        let place = row.place(Observation.fiscalYear)?.range
        return SeriesCheck.figures.contains { field in
            self.row(in: series, field).map { $0.row.place(Observation.fiscalYear)?.range == place } ?? false
        }
    }

    private static func row(in series: [RecordView], _ field: Field<Int>) -> Found? {
        let rows = series.filter { $0[field] != nil }
        let years = rows.compactMap { $0[Observation.fiscalYear]?.year }
        // What leaps, or turns a trend, is told already, and puts others out of line.
        guard (least...most).contains(rows.count), years.count == rows.count, TrendCheck.breaks(series, field).isEmpty,
            !series.contains(where: { SeriesCheck.leaps($0, in: series) }),
            zip(years, years.dropFirst()).allSatisfy({ $1 == $0 + 1 })
        else { return nil }
        let numbers = rows.compactMap { $0[field] }.map(Double.init)
        let offs = numbers.indices.dropFirst().dropLast().map { index in
            (index: index, off: abs(numbers[index] - (numbers[index - 1] + numbers[index + 1]) / 2))
        }
        // Of the last two it cannot be said which is the slip.
        guard let worst = offs.dropLast().max(by: { $0.off < $1.off }) else { return nil }
        // Its neighbours are off by half as much for its sake.
        let others = offs.filter { abs($0.index - worst.index) > 1 }.map(\.off).sorted()
        let usual = others.isEmpty ? 0 : others[others.count / 2]
        let (before, number, after) = (numbers[worst.index - 1], numbers[worst.index], numbers[worst.index + 1])
        let isAbove = number > before && number > after
        let isBelow = number < before && number < after
        let line = (before + after) / 2
        // Of a short series one other year tells how it runs, and only a tenth is told.
        guard others.count >= 2 || others.count == 1 && worst.off > 2 * share * line, isAbove || isBelow,
            worst.off > factor * usual, worst.off > share * line,
            worst.off > chance * line.squareRoot()
        else { return nil }
        return Found(row: rows[worst.index], before: rows[worst.index - 1], isAbove: isAbove)
    }

    private static func finding(_ found: Found, _ field: Field<Int>) -> Diagnostic {
        let number = Numerals.grouped(found.row[field] ?? 0)
        return found.row.report(
            .trendBreak, field, severity: .warning,
            found.isAbove
                ? Phrase(
                    ja: "\(number)だけが、前後の年度より飛び抜けて大きくなっています", en: "\(number) alone stands out above the years beside it"
                )
                : Phrase(ja: "\(number)だけが、前後の年度より落ち込んでいます", en: "\(number) alone falls below the years beside it"),
            help: Phrase(ja: "数字の打ち間違いがないか、元の資料で確かめてください", en: "check it against the source for a slipped digit"),
            notes: [Diagnostic.Note(found.before.place(field), Phrase(ja: "前の年度です", en: "the year before"))])
    }
}
