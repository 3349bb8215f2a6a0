package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let publishedFigure = DiagnosticCode(
        "D040", canBeAllowed: true,
        meaning: (
            ja: "全国の人数又は在籍者数が、文部科学省の公表した値と違います。",
            en: "A figure of the nation is not the one that the ministry published."
        ),
        reason: (
            ja: "数字を1桁打ち間違えても、前後の年度と並べただけでは分かりません。",
            en: "A digit that is mistyped does not show beside the years before and after."
        ),
        wrong: """
            national:
              series:
                - {fiscal_year: 令和5年度, count: 346,842}
            """,
        right: """
            national:
              series:
                - {fiscal_year: 令和5年度, count: 346,482}
            """,
        source: (ja: "Data/reference/national-series.tsv", en: "Data/reference/national-series.tsv"))
}

/// The nation's figures are those that were published.
///
/// A board may print another series as the nation's, of primary schools alone, say: where most of the figures are others, nothing
/// is told but what is a slip of the published one.
enum PublishedFiguresCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let published = reference?.national,
            let rows = board.statistics?[Statistics.national]?.records(Series.series)
        else { return [] }
        return differing(rows, published, Observation.count, \.count)
            + differing(rows, published, Observation.enrolment, \.enrolment)
    }

    private static func differing(
        _ rows: [RecordView], _ published: NationalFigures, _ field: Field<Int>, _ figure: (NationalFigures.Row) -> Int
    ) -> [Diagnostic] {
        let known = rows.compactMap { row -> (row: RecordView, written: Int, right: Int)? in
            guard let year = row[Observation.fiscalYear], let written = row[field], let right = published[year] else {
                return nil
            }
            return (row, written, figure(right))
        }
        let wrong = known.filter { $0.written != $0.right }
        let isSeries = wrong.count * 2 < known.count
        return wrong.filter {
            isSeries || DigitSlip(Array(String($0.written).utf8), for: Array(String($0.right).utf8)) != nil
        }.map { row, written, right in
            row.report(
                .publishedFigure, field, severity: .warning,
                Phrase(
                    ja: "公表された値は\(Numerals.grouped(right))で、「\(Numerals.grouped(written))」ではありません",
                    en: "\(Numerals.grouped(right)) was published, not \(Numerals.grouped(written))"),
                help: Phrase(ja: "元の資料で確かめてください", en: "check it against the source"),
                replacement: Numerals.grouped(right))
        }
    }
}
