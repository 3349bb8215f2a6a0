import Bytes
import Diagnostics
import Japanese

/// A fiscal year in a document's title is the edition's, the one after it, or one of the project's that it reports.
enum TitleYearCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let edition = board.record?[BoardRecord.edition]?[Edition.fiscalYear] else { return [] }
        return survey(board)
            + (board.record?.records(BoardRecord.documents) ?? []).compactMap { document in
                guard let title = document.text(DocumentEntry.title) else { return nil }
                let project = board.project(of: document)
                let plan = project?[Project.plan]?[Plan.fiscalYear]
                // The paper of a plan is of that plan's year.
                let years = plan.map { [$0.year] } ?? [edition.year, edition.year + 1]
                let reported = (project?.records(Project.years) ?? []).compactMap { $0[ProjectYear.fiscalYear]?.year }
                // A plan follows the last year reported; where it does not, that is told of the plan.
                // What is entrusted or budgeted is the plan's, whatever else the paper reports.
                let isOfPlan =
                    plan != nil && ["委託", "予算", "公募", "募集"].contains(where: title.contains)
                    && !["実績", "実施状況", "結果", "決算", "評価", "報告"].contains(where: title.contains)
                let known = isOfPlan ? years : years + reported + (reported.max().map { [$0 + 1] } ?? [])
                if let year = plainYear(title, among: known) { return missingTerm(document, year) }
                let scalars = Array(WidthFolding.ascii(title).unicodeScalars)
                let found = FiscalYearsInText.find(in: scalars)
                guard Set(found.map(\.year)).count == 1, let named = found.first, !known.contains(named.year.year)
                else {
                    return nil
                }
                let text = String(scalars: scalars[named.range])
                return document.report(
                    .staleValue, DocumentEntry.title, severity: .warning,
                    Phrase(
                        ja:
                            "題名は「\(text)」ですが、データは\(years.map { FiscalYear(year: $0).long }.joined(separator: "又は"))のものです",
                        en: "the title says \(text), and the data are of another year"),
                    help: Phrase(ja: "題名の年度を確かめてください", en: "check the year in the title"),
                    notes: [
                        Diagnostic.Note(
                            plan == nil
                                ? board.record?[BoardRecord.edition]?.place(Edition.fiscalYear)
                                : project?[Project.plan]?.place(Plan.fiscalYear),
                            Phrase(ja: "データの年度です", en: "the year of the data"))
                    ])
            }
    }

    /// A survey's name with another year than the survey's.
    private static func survey(_ board: Board) -> [Diagnostic] {
        guard let survey = board.statistics?[Statistics.survey], let year = survey[Survey.fiscalYear],
            let name = survey.text(Survey.name),
            let named = FiscalYearsInText.find(in: Array(WidthFolding.ascii(name).unicodeScalars)).first,
            named.year.year != year.year
        else { return [] }
        return [
            survey.report(
                .surveyYear, Survey.name, severity: .warning,
                Phrase(
                    ja: "調査の名称の年度が、調査の年度\(year.long)と違います", en: "the survey's name has another year than \(year.long)"),
                help: Phrase(ja: "名称か、調査の年度を直してください", en: "mend the name, or the survey's year"),
                notes: [
                    Diagnostic.Note(survey.place(Survey.fiscalYear), Phrase(ja: "調査の年度です", en: "the survey's year"))
                ])
        ]
    }

    /// 令和8年 at the head of a title where 令和8年度 is one of the years that the data are of; an event's year is another matter.
    private static func plainYear(_ title: String, among known: [Int]) -> String? {
        let text = Array(WidthFolding.ascii(title).unicodeScalars)
        guard text.count > 5, Era(text[0], text[1]) != nil, let sign = text.firstIndex(of: "年"), sign <= 4,
            sign + 1 < text.count, text[sign + 1].isKanji || text[sign + 1].isKatakana,
            !"度月版分号間末".unicodeScalars.contains(text[sign + 1]),
            !["地震", "豪雨", "台風", "災害", "国勢", "センサス", "統計", "法律", "回"].contains(where: title.contains),
            case let year = String(scalars: text[...sign]),
            let fiscal = try? CalendarParser.fiscalYear(year + "度"), known.contains(fiscal.year)
        else { return nil }
        return year
    }

    private static func missingTerm(_ document: RecordView, _ year: String) -> Diagnostic {
        document.report(
            .staleValue, DocumentEntry.title, severity: .warning,
            Phrase(ja: "題名は「\(year)」ですが、データは\(year)度のものです", en: "the title says \(year), and the data are of \(year)度"),
            help: Phrase(ja: "「\(year)度」ではありませんか", en: "was \(year)度 meant?"))
    }
}
