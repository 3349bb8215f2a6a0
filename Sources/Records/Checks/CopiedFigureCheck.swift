import Diagnostics
import Japanese

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
