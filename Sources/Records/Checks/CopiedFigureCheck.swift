package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let copiedFigure = DiagnosticCode(
        "D031", canBeAllowed: true,
        meaning: (
            ja: "推移の数が、前の年度と同じです（200以上の数）。",
            en: "A figure of a series, 200 or more, is that of the year before."
        ),
        reason: (
            ja: "新しい年度の行を写して作り、数を直し忘れたときに起こります。本当に同じ数なら、認めることができます。",
            en: "It happens where a new year's row was copied. Where it is right, it can be allowed."
        ),
        wrong: """
            - {fiscal_year: 令和4年度, count: 299048, enrolment: 9442083}
            - {fiscal_year: 令和5年度, count: 346482, enrolment: 9442083}
            """,
        right: """
            - {fiscal_year: 令和4年度, count: 299048, enrolment: 9442083}
            - {fiscal_year: 令和5年度, count: 346482, enrolment: 9321243}
            """)
}

/// A figure of a series that is that of the year before: the row was copied, and not yet changed.
///
/// Numbers of some hundreds do not stay the same by chance; smaller ones may.
enum CopiedFigureCheck: Check {
    private static let least = 200

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.series.flatMap { rows in
            zip(rows, rows.dropFirst()).flatMap { before, row -> [Diagnostic] in
                guard let first = before[Observation.fiscalYear], let second = row[Observation.fiscalYear],
                    second.year == first.year + 1
                else { return [] }
                return SeriesCheck.figures.compactMap { field in
                    guard let figure = row[field], figure >= least, before[field] == figure else { return nil }
                    return row.report(
                        .copiedFigure, field, severity: .warning,
                        Phrase(
                            ja: "\(Numerals.grouped(figure))は、前の年度と同じ数です",
                            en: "\(Numerals.grouped(figure)) is the figure of the year before"),
                        help: Phrase(ja: "写したままになっていないか、確かめてください", en: "check whether it was copied and not changed"),
                        notes: [Diagnostic.Note(before.place(field), Phrase(ja: "前の年度です", en: "the year before"))])
                }
            }
        }
    }
}
