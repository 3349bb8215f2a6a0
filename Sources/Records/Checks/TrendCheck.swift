package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let trendBreak = DiagnosticCode(
        "D026", canBeAllowed: true,
        meaning: (
            ja: "何年も続けて増えて（減って）きた人数が急に2割以上逆に動いているか、一つの年度だけが前後の年度から飛び離れています。",
            en:
                "A figure that has gone one way for years turns by a fifth or more, or one year alone stands out from those beside it."
        ),
        reason: (
            ja: "打ち間違いなら、増減についての文まで変わります。緩やかな増減や、少ない人数の偶然の動きは問題にしません。",
            en:
                "If it is a slip, the sentences on rise and fall go wrong with it. Gentle turns and the chance of small numbers are not reported."
        ),
        wrong: """
            - fiscal_year: 令和4年度
              count: 299,048
            - fiscal_year: 令和5年度
              count: 236,482
            """,
        right: """
            - fiscal_year: 令和4年度
              count: 299,048
            - fiscal_year: 令和5年度
              count: 346,482
            """)
}

/// A figure that turns a long trend sharply is looked at again: gentle turns happen, and small towns' figures leap by chance.
enum TrendCheck: Check {
    /// So many years in a row are a trend.
    private static let longTrend = 4
    /// A step of a fifth is a sharp one.
    private static let sharpShare = 0.2
    /// Counts of n differ by some √n without a cause: below so many times that nothing is said.
    private static let chance = 5.0

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.series.flatMap { series in
            SeriesCheck.figures.flatMap { field in
                breaks(series, field).filter { !SeriesCheck.leaps($0.row, in: series) }.map { finding($0, field) }
            }
        }
    }

    /// A row whose figure breaks a trend.
    struct Break {
        let before: RecordView
        let row: RecordView
        /// For how many years the figures had gone one way.
        let years: Int
        let rose: Bool
        /// Whether it leapt ahead on that way, and the next one is back.
        let isAhead: Bool
    }

    static func breaks(_ series: [RecordView], _ field: Field<Int>) -> [Break] {
        let rows = series.filter { $0[field] != nil }
        let numbers = rows.compactMap { $0[field] }
        var found: [Break] = []
        var (years, rose) = (0, false)
        for index in numbers.indices.dropFirst() {
            let (before, number) = (numbers[index - 1], numbers[index])
            let isNext = isYearAfter(rows[index - 1], rows[index])
            if isNext, number != before, years > 0, rose == (number > before) {
                years += 1
                continue
            }
            if isNext, years >= longTrend, isSharp(before, number) {
                // Where the figure before leapt ahead and this one is back on the way, it was the one before.
                let wasAhead = isSharp(numbers[index - 2], before) && (number > numbers[index - 2]) == rose
                let place = wasAhead ? index - 1 : index
                found.append(
                    Break(
                        before: rows[place - 1], row: rows[place], years: years, rose: rose, isAhead: wasAhead))
            }
            (years, rose) = (isNext && number != before ? 1 : 0, number > before)
        }
        return found
    }

    /// Whether a row's figures break a trend, so that a rate that does not agree with them tells nothing new.
    static func isBreak(_ row: RecordView, in series: [RecordView]) -> Bool {
        let place = row.place(Observation.count)?.range
        return SeriesCheck.figures.contains { field in
            breaks(series, field).contains { $0.row.place(Observation.count)?.range == place }
        }
    }

    private static func isYearAfter(_ before: RecordView, _ row: RecordView) -> Bool {
        guard let first = before[Observation.fiscalYear], let second = row[Observation.fiscalYear] else {
            return false
        }
        return second.year == first.year + 1
    }

    private static func isSharp(_ before: Int, _ number: Int) -> Bool {
        let step = Double(abs(number - before))
        return step >= sharpShare * Double(before)
            && step >= chance * Double(max(before, number)).squareRoot()
    }

    private static func finding(_ found: Break, _ field: Field<Int>) -> Diagnostic {
        let (before, number) = (found.before[field] ?? 0, found.row[field] ?? 0)
        let (first, second) = (Numerals.grouped(before), Numerals.grouped(number))
        let share = before == 0 ? 0 : abs(number - before) * 100 / before
        let rate = RateCheck.mismatch(found.row)
        let summary =
            found.isAhead
            ? Phrase(
                ja: "\(first)から\(second)へ\(share)%\(found.rose ? "増えた" : "減った")後、次の年度には戻っています",
                en:
                    "the figure \(found.rose ? "rises" : "falls") by \(share) %, from \(first) to \(second), and goes back the year after"
            )
            : Phrase(
                ja:
                    "\(found.years)年続けて\(found.rose ? "増えた" : "減った")後、\(first)から\(second)へ\(share)%\(found.rose ? "減って" : "増えて")います",
                en:
                    "after \(found.years) years of \(found.rose ? "increase" : "decrease") the figure \(found.rose ? "falls" : "rises") by \(share) %, from \(first) to \(second)"
            )
        return found.row.report(
            .trendBreak, field, severity: rate == nil ? .warning : .error, summary,
            help: Phrase(ja: "元の資料で確かめてください", en: "check it against the source"),
            notes: [Diagnostic.Note(found.before.place(field), Phrase(ja: "比べた値です", en: "what it is compared with"))]
                + (rate == nil
                    ? []
                    : [
                        Diagnostic.Note(
                            found.row.place(Observation.rate),
                            Phrase(ja: "公表された割合とも合いません", en: "nor does it agree with the rate as published"))
                    ]))
    }
}
