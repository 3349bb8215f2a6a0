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
            let scalars = Array(WidthFolding.ascii(title).unicodeScalars)
            let found = FiscalYearsInText.find(in: scalars)
            guard Set(found.map(\.year)).count == 1, let named = found.first, !known.contains(named.year.year) else {
                return nil
            }
            let text = String(String.UnicodeScalarView(scalars[named.range]))
            return document.report(
                .staleValue, DocumentEntry.title, severity: .warning,
                Phrase(
                    ja:
                        "題名は「\(text)」ですが、データは\(years.map { FiscalYear(year: $0).long }.joined(separator: "又は"))のものです",
                    en: "the title says \(text), and the data are of another year"),
                help: Phrase(ja: "題名の年度を確かめてください", en: "check the year in the title"))
        }
    }
}
