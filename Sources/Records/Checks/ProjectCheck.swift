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
        return agreement(project, years, sound, written) + results(inOrder, written) + plan(project, sound)
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

    // MARK: Plan

    private static func plan(_ project: RecordView, _ results: [RecordView]) -> [Diagnostic] {
        guard let plan = project[Project.plan], let year = plan[Plan.fiscalYear] else { return [] }
        let full = plan[Plan.fullOperation]
        if let full, full < year {
            return [
                plan.report(
                    .periodOrder, Plan.fullOperation,
                    Phrase(
                        ja: "本格実施の\(full.long)が計画の\(year.long)より前です",
                        en: "full operation in \(full.long) is before the plan's \(year.long)"),
                    help: Phrase(ja: "どちらかの年度を直してください", en: "mend one of the two years"),
                    notes: [Diagnostic.Note(plan.place(Plan.fiscalYear), Phrase(ja: "計画の年度です", en: "the plan's year"))])
            ]
        }
        if let last = results.last, let done = last[ProjectYear.fiscalYear], year <= done {
            return [
                plan.report(
                    .periodOrder, Plan.fiscalYear,
                    Phrase(
                        ja: "計画の\(year.long)が、実施状況のある\(done.long)より後になっていません",
                        en: "the plan's \(year.long) does not come after \(done.long), whose results are given"),
                    help: Phrase(ja: "計画の年度又は実施状況の年度を直してください", en: "mend the plan's year or that of the results"),
                    notes: [
                        Diagnostic.Note(
                            last.place(ProjectYear.fiscalYear), Phrase(ja: "最後の実施状況です", en: "the last results"))
                    ])
            ]
        }
        return schedule(plan.records(Plan.schedule), of: plan, year.year...(full ?? year).year)
            + fullOperation(plan, full) + start(plan, year) + budget(plan) + overlap(project, plan, year, results)
    }

    /// What follows an agreement is planned from the year after it: results up to the year before the plan, and an
    /// agreement that ends later, are told.
    private static func overlap(
        _ project: RecordView, _ plan: RecordView, _ year: FiscalYear, _ results: [RecordView]
    ) -> [Diagnostic] {
        guard let agreement = project[Project.agreement], let to = agreement[Period.to], to >= year,
            let done = results.last?[ProjectYear.fiscalYear], done.year + 1 == year.year
        else { return [] }
        return [
            agreement.report(
                .agreementYears, Period.to, severity: .note,
                Phrase(
                    ja: "協定の終わり\(to.long)が、計画の年度\(year.long)より前ではありません",
                    en: "the agreement ends in \(to.long), not before the plan's \(year.long)"),
                help: Phrase(
                    ja: "実施状況は\(done.long)までです。協定の期間を確かめてください",
                    en: "the results end with \(done.long); check the agreement"),
                notes: [Diagnostic.Note(plan.place(Plan.fiscalYear), Phrase(ja: "計画の年度です", en: "the plan's year"))])
        ]
    }

    /// The month from which it is in full operation lies in the year of full operation.
    private static func fullOperation(_ plan: RecordView, _ full: FiscalYear?) -> [Diagnostic] {
        guard let full else { return [] }
        return plan.records(Plan.schedule).compactMap { row in
            guard let month = row[ScheduleRow.month], month.fiscalYear != full,
                abs(month.fiscalYear.year - full.year) <= horizon,
                let event = row.text(ScheduleRow.event),
                event.hasPrefix("本格実施") || event.hasSuffix("本格実施の開始") || event.hasSuffix("の本格実施")
            else { return nil }
            return row.report(
                .scheduleOrder, ScheduleRow.month,
                Phrase(
                    ja: "「\(event)」の\(month.long)は\(month.fiscalYear.long)で、本格実施の年度\(full.long)と違います",
                    en: "\(month.long) lies in \(month.fiscalYear.long), and full operation is in \(full.long)"),
                help: Phrase(ja: "年月か、本格実施の年度を直してください", en: "mend the month, or the year of full operation"),
                notes: [Diagnostic.Note(plan.place(Plan.fullOperation), Phrase(ja: "本格実施の年度です", en: "full operation"))])
        }
    }

    /// What is planned for a year does not begin before it.
    private static func start(_ plan: RecordView, _ year: FiscalYear) -> [Diagnostic] {
        plan.records(Plan.schedule).compactMap { row in
            guard let month = row[ScheduleRow.month], month.fiscalYear < year,
                year.year - month.fiscalYear.year <= horizon, let event = row.text(ScheduleRow.event),
                ["モデル事業の開始", "事業の開始", "事業開始"].contains(where: event.hasSuffix)
            else { return nil }
            return row.report(
                .scheduleOrder, ScheduleRow.month, severity: .warning,
                Phrase(
                    ja: "「\(event)」の\(month.long)が、計画の年度\(year.long)より前です",
                    en: "\(month.long), in which it begins, is before the plan's \(year.long)"),
                help: Phrase(ja: "年月か、計画の年度を直してください", en: "mend the month, or the plan's year"),
                notes: [Diagnostic.Note(plan.place(Plan.fiscalYear), Phrase(ja: "計画の年度です", en: "the plan's year"))])
        }
    }

    /// A whole day, in minutes: no session with a pupil takes as long.
    private static let longestSession = 480

    /// What a project costs at least, in yen: less is thousands of yen whose 千 has been left out.
    private static let leastBudget = 100_000

    private static func budget(_ plan: RecordView) -> [Diagnostic] {
        guard let text = plan.text(Plan.budget), text.hasSuffix("円"), !text.hasSuffix("千円"), !text.hasSuffix("万円"),
            case let digits = text.dropLast().filter({ $0 != "," }), let yen = Int(digits), yen < leastBudget
        else { return [] }
        return [
            plan.report(
                .smallAmount, Plan.budget, severity: .note,
                Phrase(ja: "予算額が「\(text)」です", en: "the budget is \(text)"),
                help: Phrase(ja: "「\(text.dropLast())千円」の間違いではありませんか", en: "was \(text.dropLast())千円 meant?"))
        ]
    }

    /// Preparations begin long before a plan, and it is judged long after; what lies further away is a slip of the era.
    private static let horizon = 10

    /// - Parameter years: from the plan's year to that of full operation.
    private static func schedule(
        _ rows: [RecordView], of plan: RecordView, _ years: ClosedRange<Int>
    ) -> [Diagnostic] {
        let reach = years.lowerBound - horizon...years.upperBound + horizon
        let dated = rows.compactMap { row in row[ScheduleRow.month].map { (row: row, month: $0) } }
        let far = dated.filter { !reach.contains($0.month.fiscalYear.year) }
        // Of several rows far away it is the plan's year that is wrong, rather than each of them.
        if let (row, month) = far.first {
            return [farFromPlan(row, month, plan, others: far.dropFirst().map { $0.row.place(ScheduleRow.month) })]
        }
        var findings: [Diagnostic] = []
        for (index, (before, after)) in zip(dated, dated.dropFirst()).enumerated() {
            if after.month < before.month {
                findings.append(disorder(before, after, isFirstOdd: isOdd(index, among: dated.map(\.month))))
            } else if after.month == before.month,
                before.row.text(ScheduleRow.event) == after.row.text(ScheduleRow.event)
            {
                let event = after.row.text(ScheduleRow.event) ?? ""
                findings.append(
                    after.row.report(
                        .scheduleOrder, ScheduleRow.event,
                        Phrase(
                            ja: "「\(event)」が\(after.month.long)に2行あります",
                            en: "\"\(event)\" stands twice in \(after.month.long)"),
                        help: Phrase(ja: "一方を消してください", en: "delete one of the two"),
                        notes: [
                            Diagnostic.Note(
                                before.row.place(ScheduleRow.event), Phrase(ja: "前の行です", en: "the row before"))
                        ]))
            }
        }
        return findings
    }

    /// Whether the others would be in order without one month, and not without the one behind it.
    private static func isOdd(_ index: Int, among months: [YearMonth]) -> Bool {
        func isInOrder(without index: Int) -> Bool {
            let others = months[..<index] + months[(index + 1)...]
            return zip(others, others.dropFirst()).allSatisfy { $0 <= $1 }
        }
        return isInOrder(without: index) && !isInOrder(without: index + 1)
    }

    /// - Parameter isFirstOdd: whether it is the first of the two that is in the way of the others.
    private static func disorder(
        _ before: (row: RecordView, month: YearMonth), _ after: (row: RecordView, month: YearMonth), isFirstOdd: Bool
    ) -> Diagnostic {
        let (odd, other) = isFirstOdd ? (before, after) : (after, before)
        return odd.row.report(
            .scheduleOrder, ScheduleRow.month,
            isFirstOdd
                ? Phrase(
                    ja: "\(before.month.long)が\(after.month.long)より前の行にあります",
                    en: "\(before.month.long) stands before \(after.month.long)")
                : Phrase(
                    ja: "\(after.month.long)が\(before.month.long)の後にあります",
                    en: "\(after.month.long) stands behind \(before.month.long)"),
            help: Phrase(ja: "年月を確かめ、時期の早い順に書いてください", en: "check the months, and write the earlier one first"),
            notes: [
                Diagnostic.Note(
                    other.row.place(ScheduleRow.month),
                    isFirstOdd ? Phrase(ja: "次の行です", en: "the row behind") : Phrase(ja: "前の行です", en: "the row before"))
            ])
    }

    private static func farFromPlan(
        _ row: RecordView, _ month: YearMonth, _ plan: RecordView, others: [Diagnostic.Place?]
    ) -> Diagnostic {
        let year = plan[Plan.fiscalYear]?.long ?? ""
        return row.report(
            .scheduleOrder, ScheduleRow.month,
            Phrase(
                ja: "\(month.long)は、計画の年度（\(year)）から\(horizon)年を超えて離れています",
                en: "\(month.long) is more than \(horizon) years from the plan's \(year)"),
            help: Phrase(
                ja: "年月の元号と数字を確かめてください。計画の年度が違うこともあります", en: "check the month's era and number, or the plan's year"),
            notes: [Diagnostic.Note(plan.place(Plan.fiscalYear), Phrase(ja: "計画の年度です", en: "the plan's year"))]
                + others.map { Diagnostic.Note($0, Phrase(ja: "この時期も離れています", en: "this month, too")) })
    }
}
