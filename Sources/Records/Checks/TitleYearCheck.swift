import Bytes
import Diagnostics
import Japanese

/// A fiscal year in a document's title is the edition's, the one after it, or one of the project's that it reports.
enum TitleYearCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let edition = board.record?[BoardRecord.edition]?[Edition.fiscalYear] else { return [] }
        return (board.record?.records(BoardRecord.documents) ?? []).compactMap { document in
            guard let title = document.text(DocumentEntry.title) else { return nil }
            let project = board.project(of: document)
            let plan = project?[Project.plan]?[Plan.fiscalYear]
            // The paper of a plan is of that plan's year.
            let years = plan.map { [$0.year] } ?? [edition.year, edition.year + 1]
            let reported = (project?.records(Project.years) ?? []).compactMap { $0[ProjectYear.fiscalYear]?.year }
            // A plan follows the last year reported; where it does not, that is told of the plan.
            let known = years + reported + (reported.max().map { [$0 + 1] } ?? [])
            guard let named = fiscalYear(in: Array(WidthFolding.ascii(title).unicodeScalars)),
                !known.contains(named.year)
            else { return nil }
            return document.report(
                .staleValue, DocumentEntry.title, severity: .warning,
                Phrase(
                    ja:
                        "題名は「\(named.text)」ですが、データは\(years.map { FiscalYear(year: $0).long }.joined(separator: "又は"))のものです",
                    en: "the title says \(named.text), and the data are of another year"),
                help: Phrase(ja: "題名の年度を確かめてください", en: "check the year in the title"))
        }
    }

    /// The only fiscal year of a title: 令和6年度.
    private static func fiscalYear(in text: [Unicode.Scalar]) -> (year: Int, text: String)? {
        let found = text.indices.compactMap { start -> (year: Int, text: String)? in
            guard text[start] == "令" || text[start] == "平",
                let end = text[start...].prefix(8).firstIndex(of: "度")
            else { return nil }
            let name = String(String.UnicodeScalarView(text[start...end]))
            return (try? CalendarParser.fiscalYear(name)).map { ($0.year, name) }
        }
        return found.count == 1 ? found[0] : nil
    }
}
