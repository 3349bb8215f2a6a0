import Diagnostics
import Japanese
import Proofreading

/// A project's years, results and schedule agree with its agreement and with one another.
enum ProjectCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.projects.flatMap { check($0, board) } + references(board)
    }

    /// A document reports a project that there is, and says which where there are several.
    private static func references(_ board: Board) -> [Diagnostic] {
        let projects = board.programs?.records(Programs.projects) ?? []
        let ids = projects.compactMap { $0[Project.id] }
        let nameless = projects.count > 1 ? projects.filter { $0[Project.id] == nil } : []
        return nameless.map { project in
            Diagnostic(
                .missingKey, at: project.place(Project.name),
                Phrase(ja: "事業が二つ以上あるのに、「id」（ID）がありません", en: "one of several projects has no \"id\""),
                help: Phrase(ja: "「id: online-support」のように書き足してください", en: "add it, as in \"id: online-support\""))
        }
            + (board.record?.records(BoardRecord.documents) ?? []).compactMap { document in
                guard let id = document[DocumentEntry.project], !ids.contains(id) else { return nil }
                let nearest = NearestName.find(id, among: ids)
                return document.report(
                    .unknownChoice, DocumentEntry.project,
                    Phrase(
                        ja: "「\(id)」という事業は、programs.yamlのprojectsにありません", en: "programs.yaml has no project \"\(id)\""),
                    help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \"\($0)\"?") }
                        ?? Phrase(ja: "事業のidを確かめてください", en: "check the project's id"), replacement: nearest)
            }
    }

    private static func check(_ project: RecordView, _ board: Board) -> [Diagnostic] {
        let years = project.records(Project.years)
        let written = (board.record?.records(BoardRecord.documents) ?? []).compactMap(Written.init).max {
            $0.date < $1.date
        }
        let outside = years.filter { isOutside($0, project) }.map { $0.place(ProjectYear.fiscalYear)?.range }
        // Of a year that cannot be right nothing more is said.
        let sound = years.filter { !outside.contains($0.place(ProjectYear.fiscalYear)?.range) }
        let inOrder = sound.enumerated().filter { $0.offset == 0 || isAfter(sound[$0.offset - 1], $0.element) }.map(
            \.element)
        return agreement(project, years, sound, written) + results(inOrder, written)
            + ProjectPlanCheck.findings(project, sound)
    }

    /// A document dated too early makes its years unfinished, too: what cannot be is enough.
    private static func results(_ rows: [RecordView], _ written: Written?) -> [Diagnostic] {
        let findings = rows.flatMap { year($0, written) }
        let isImpossible = findings.contains { $0.code == .partYear && $0.severity == .error }
        return isImpossible ? findings.filter { $0.code != .partYear || $0.severity == .error } : findings
    }

    /// When the latest document was written, and where it says so.
    private struct Written {
        let date: CalendarDate
        let note: Diagnostic.Note?

        init?(_ document: RecordView) {
            guard let date = document[DocumentEntry.date] else { return nil }
            self.date = date
            note = Diagnostic.Note(
                document.place(DocumentEntry.date), Phrase(ja: "文書の日付です", en: "the document's date"))
        }
    }

    private static func isAfter(_ before: RecordView, _ row: RecordView) -> Bool {
        guard let first = before[ProjectYear.fiscalYear], let second = row[ProjectYear.fiscalYear] else {
            return true
        }
        return second > first
    }

    // MARK: Years

    /// A whole day, in minutes: no session with a pupil takes as long.
    private static let longestSession = 480

    private static func isOutside(_ row: RecordView, _ project: RecordView) -> Bool {
        guard let agreement = project[Project.agreement], let from = agreement[Period.from],
            let to = agreement[Period.to], from <= to, let year = row[ProjectYear.fiscalYear]
        else { return false }
        return year < from || year > to
    }

    private static func agreement(
        _ project: RecordView, _ years: [RecordView], _ sound: [RecordView], _ written: Written?
    ) -> [Diagnostic] {
        guard let agreement = project[Project.agreement], let from = agreement[Period.from],
            let to = agreement[Period.to], from <= to
        else { return [] }
        var findings: [Diagnostic] = []
        let note = Diagnostic.Note(
            agreement.place(Period.from),
            Phrase(ja: "協定は\(from.long)から\(to.long)までです", en: "the agreement runs from \(from.long) to \(to.long)"))
        for row in years {
            guard let year = row[ProjectYear.fiscalYear], isOutside(row, project) else { continue }
            findings.append(
                row.report(
                    .agreementYears, ProjectYear.fiscalYear,
                    Phrase(ja: "実施した\(year.long)が協定の期間の外にあります", en: "\(year.long) lies outside the agreement"),
                    help: Phrase(ja: "年度又は協定の期間を直してください", en: "mend the year or the agreement"), notes: [note]))
        }
        let present = Set(years.compactMap { $0[ProjectYear.fiscalYear]?.year })
        // Years that had not begun when the document was written have no results yet.
        let missing = (from.year...to.year).filter { year in
            !present.contains(year) && written.map { FiscalYear(year: year).firstDay <= $0.date } ?? true
        }
        let isInOrder = zip(sound, sound.dropFirst()).allSatisfy { isAfter($0, $1) }
        if !missing.isEmpty, findings.isEmpty, isInOrder {
            let names = missing.map { FiscalYear(year: $0).long }.joined(separator: "、")
            findings.append(
                project.report(
                    .agreementYears, Project.years, severity: .warning,
                    Phrase(
                        ja: "協定の期間のうち、\(names)の実施状況がありません",
                        en: "the results of \(names), a year of the agreement, are missing"),
                    help: Phrase(ja: "その年度の行を足すか、協定の期間を直してください", en: "add the year, or mend the agreement"),
                    notes: [note]))
        }
        for (before, row) in zip(sound, sound.dropFirst()) {
            guard let first = before[ProjectYear.fiscalYear], let second = row[ProjectYear.fiscalYear],
                second <= first
            else { continue }
            findings.append(
                row.report(
                    .agreementYears, ProjectYear.fiscalYear,
                    Phrase(ja: "\(second.long)が\(first.long)の次にあります", en: "\(second.long) stands behind \(first.long)"),
                    help: Phrase(ja: "年度の古い順に、一つの年度を1回だけ書いてください", en: "write each year once, oldest first")))
        }
        return findings
    }

    /// - Parameter written: when the document that reports it was written.
    private static func year(_ row: RecordView, _ written: Written?) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let capacity = row[ProjectYear.capacity], let participants = row[ProjectYear.participants],
            participants > capacity, row.value(ProjectYear.note).isAbsent
        {
            findings.append(
                row.report(
                    .capacityExceeded, ProjectYear.participants,
                    Phrase(
                        ja: "参加人数\(participants)人が定員\(capacity)人を超えています",
                        en: "\(participants) took part, with a capacity of \(capacity)"),
                    help: Phrase(
                        ja: "人数を確かめるか、理由を「note」に書いてください", en: "check the figures, or give the reason in \"note\""),
                    notes: [Diagnostic.Note(row.place(ProjectYear.capacity), Phrase(ja: "定員です", en: "the capacity"))]))
        }
        if let session = row[ProjectYear.session], let from = session[Session.minutesFrom],
            let to = session[Session.minutesTo], from > to
        {
            findings.append(
                session.report(
                    .sessionMinutes, Session.minutesTo,
                    Phrase(
                        ja: "長い場合の\(to)分が、短い場合の\(from)分より短くなっています",
                        en: "the longest session, \(to) minutes, is shorter than the shortest, \(from) minutes"),
                    help: Phrase(ja: "二つの値が入れ替わっていないか確かめてください", en: "check whether the two have been swapped"),
                    notes: [
                        Diagnostic.Note(
                            session.place(Session.minutesFrom), Phrase(ja: "短い場合の時間です", en: "the shortest"))
                    ]))
        }
        if let session = row[ProjectYear.session], let to = session[Session.minutesTo], to >= longestSession {
            findings.append(
                session.report(
                    .sessionMinutes, Session.minutesTo, severity: .warning,
                    Phrase(ja: "1回の支援が\(to)分です", en: "a session takes \(to) minutes"),
                    help: Phrase(ja: "桁を確かめてください", en: "check the number")))
        }
        findings += row.records(ProjectYear.results).compactMap(overCapacity)
        guard let year = row[ProjectYear.fiscalYear] else { return findings }
        if let asOf = row[ProjectYear.asOf] {
            if asOf.fiscalYear != year {
                findings.append(
                    row.report(
                        .partYear, ProjectYear.asOf,
                        Phrase(
                            ja: "\(year.long)の実績が、その年度の外の\(asOf.long)現在のものになっています",
                            en: "the results of \(year.long) are as of \(asOf.long), which lies outside that year"),
                        help: Phrase(ja: "基準日（as_of）又は年度を直してください", en: "mend the day (as_of) or the year"),
                        notes: [Diagnostic.Note(row.place(ProjectYear.fiscalYear), Phrase(ja: "年度です", en: "the year"))])
                )
            } else if let written, asOf > written.date {
                findings.append(
                    row.report(
                        .partYear, ProjectYear.asOf,
                        Phrase(
                            ja: "\(asOf.long)現在の実績ですが、文書の日付\(written.date.long)より後です",
                            en: "the results are as of \(asOf.long), after the document's date, \(written.date.long)"),
                        help: Phrase(
                            ja: "基準日（as_of）又はboard.yamlの文書の日付を直してください",
                            en: "mend the day (as_of), or the document's date in board.yaml"),
                        notes: [written.note]))
            }
        } else if let written, written.date <= year.lastDay {
            findings.append(
                row.report(
                    .partYear, ProjectYear.fiscalYear, severity: .warning,
                    Phrase(
                        ja: "文書の日付\(written.date.long)は\(year.long)の途中ですが、いつ現在の実績かが書かれていません",
                        en:
                            "on the document's date, \(written.date.long), \(year.long) was not over, and its results give no day"
                    ),
                    help: Phrase(
                        ja: "「as_of」に、いつ現在の人数かを書いてください。終わった年度なら、board.yamlの文書の日付を確かめてください",
                        en: "give the day in \"as_of\"; if the year was over, check the document's date in board.yaml"),
                    notes: [written.note])
            )
        }
        return findings
    }

    private static func overCapacity(_ result: RecordView) -> Diagnostic? {
        guard let value = result[ProjectResult.value], let capacity = result[ProjectResult.capacity], value > capacity,
            result[ProjectResult.note] == nil
        else { return nil }
        let name = result[ProjectResult.name] ?? ""
        return result.report(
            .capacityExceeded, ProjectResult.value,
            Phrase(
                ja: "「\(name)」の\(value)が定員\(capacity)を超えています",
                en: "\(name), \(value), is above its capacity of \(capacity)"),
            help: Phrase(ja: "数を確かめるか、理由を「note」に書いてください", en: "check the figures, or give the reason in \"note\""),
            notes: [Diagnostic.Note(result.place(ProjectResult.capacity), Phrase(ja: "定員です", en: "the capacity"))])
    }
}
