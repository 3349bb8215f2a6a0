import Diagnostics
import Japanese

/// A project's years, results and schedule agree with its agreement and with one another.
enum ProjectCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let project = board.programs?.record("project") else { return [] }
        let years = project.records("years")
        let written = board.record?.records("documents").compactMap { $0["date"].date }.max()
        let outside = years.filter { isOutside($0, project) }.map { $0.place("fiscal_year").range }
        // Of a year that cannot be right nothing more is said.
        let sound = years.filter { !outside.contains($0.place("fiscal_year").range) }
        return agreement(project, years, sound, written) + sound.flatMap { year($0, written) } + plan(project, sound)
    }

    // MARK: Years

    private static func isOutside(_ row: RecordView, _ project: RecordView) -> Bool {
        guard let agreement = project.record("agreement"), let from = agreement["from"].fiscalYear,
            let to = agreement["to"].fiscalYear, from <= to, let year = row["fiscal_year"].fiscalYear
        else { return false }
        return year < from || year > to
    }

    private static func agreement(
        _ project: RecordView, _ years: [RecordView], _ sound: [RecordView], _ written: CalendarDate?
    ) -> [Diagnostic] {
        guard let agreement = project.record("agreement"), let from = agreement["from"].fiscalYear,
            let to = agreement["to"].fiscalYear, from <= to
        else { return [] }
        var findings: [Diagnostic] = []
        let note = Diagnostic.Note(
            agreement.place("from"),
            Phrase(ja: "協定は\(from.long)から\(to.long)までです", en: "the agreement runs from \(from.long) to \(to.long)"))
        for row in years {
            guard let year = row["fiscal_year"].fiscalYear, isOutside(row, project) else { continue }
            findings.append(
                row.report(
                    .agreementYears, "fiscal_year",
                    Phrase(ja: "実施した\(year.long)が協定の期間の外にあります", en: "\(year.long) lies outside the agreement"),
                    help: Phrase(ja: "年度又は協定の期間を直してください", en: "mend the year or the agreement"), notes: [note]))
        }
        let present = Set(years.compactMap { $0["fiscal_year"].fiscalYear?.year })
        // Years that had not begun when the document was written have no results yet.
        let missing = (from.year...to.year).filter { year in
            !present.contains(year) && written.map { FiscalYear(year: year).firstDay <= $0 } ?? true
        }
        if !missing.isEmpty, findings.isEmpty {
            let names = missing.map { FiscalYear(year: $0).long }.joined(separator: "、")
            findings.append(
                project.report(
                    .agreementYears, "years", severity: .warning,
                    Phrase(
                        ja: "協定の期間のうち、\(names)の実施状況がありません",
                        en: "the results of \(names), a year of the agreement, are missing"),
                    help: Phrase(ja: "その年度の行を足すか、協定の期間を直してください", en: "add the year, or mend the agreement"),
                    notes: [note]))
        }
        for (before, row) in zip(sound, sound.dropFirst()) {
            guard let first = before["fiscal_year"].fiscalYear, let second = row["fiscal_year"].fiscalYear,
                second <= first
            else { continue }
            findings.append(
                row.report(
                    .agreementYears, "fiscal_year",
                    Phrase(ja: "\(second.long)が\(first.long)の次にあります", en: "\(second.long) stands behind \(first.long)"),
                    help: Phrase(ja: "年度の古い順に、1年度を1つずつ書いてください", en: "write each year once, oldest first")))
        }
        return findings
    }

    /// - Parameter written: when the document that reports it was written.
    private static func year(_ row: RecordView, _ written: CalendarDate?) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let capacity = row["capacity"].integer, let participants = row["participants"].integer,
            participants > capacity, row["note"].isAbsent
        {
            findings.append(
                row.report(
                    .capacityExceeded, "participants",
                    Phrase(
                        ja: "参加人数\(participants)人が定員\(capacity)人を超えています",
                        en: "\(participants) took part, with a capacity of \(capacity)"),
                    help: Phrase(
                        ja: "人数を確かめるか、理由を「note」に書いてください", en: "check the figures, or give the reason in \"note\""),
                    notes: [Diagnostic.Note(row.place("capacity"), Phrase(ja: "定員です", en: "the capacity"))]))
        }
        if let session = row.record("session"), let from = session["minutes_from"].integer,
            let to = session["minutes_to"].integer, from > to
        {
            findings.append(
                session.report(
                    .sessionMinutes, "minutes_to",
                    Phrase(
                        ja: "長い場合の\(to)分が、短い場合の\(from)分より短くなっています",
                        en: "at most \(to) minutes is less than at least \(from)"),
                    help: Phrase(ja: "2つの値が入れ替わっていないか確かめてください", en: "check whether the two are exchanged")))
        }
        guard let year = row["fiscal_year"].fiscalYear else { return findings }
        if let asOf = row["as_of"].date {
            if asOf.fiscalYear != year {
                findings.append(
                    row.report(
                        .partYear, "as_of",
                        Phrase(
                            ja: "基準日\(asOf.long)が\(year.long)の中にありません", en: "\(asOf.long) does not lie in \(year.long)"),
                        help: Phrase(ja: "基準日又は年度を直してください", en: "mend the date or the year")))
            } else if let written, asOf > written {
                findings.append(
                    row.report(
                        .partYear, "as_of",
                        Phrase(
                            ja: "基準日\(asOf.long)が文書の日付\(written.long)より後です",
                            en: "\(asOf.long) is after the document's date, \(written.long)"),
                        help: Phrase(ja: "基準日又は文書の日付を直してください", en: "mend one of the two dates")))
            }
        } else if let written, written <= year.lastDay {
            findings.append(
                row.report(
                    .partYear, "fiscal_year", severity: .warning,
                    Phrase(
                        ja: "\(year.long)は文書の日付\(written.long)にはまだ終わっていませんが、実績の基準日がありません",
                        en: "\(year.long) had not ended on \(written.long), but its results say of no day"),
                    help: Phrase(ja: "「as_of」にいつ現在の人数かを書いてください", en: "say in \"as_of\" of which day they are")))
        }
        return findings
    }

    // MARK: Plan

    private static func plan(_ project: RecordView, _ results: [RecordView]) -> [Diagnostic] {
        guard let plan = project.record("plan"), let year = plan["fiscal_year"].fiscalYear else { return [] }
        let full = plan["full_operation"].fiscalYear
        if let full, full < year {
            return [
                plan.report(
                    .periodOrder, "full_operation",
                    Phrase(
                        ja: "本格実施の\(full.long)が計画の\(year.long)より前です",
                        en: "full operation in \(full.long) is before the plan's \(year.long)"),
                    help: Phrase(ja: "どちらかの年度を直してください", en: "mend one of the two years"))
            ]
        }
        if let last = results.last, let done = last["fiscal_year"].fiscalYear, year <= done {
            return [
                plan.report(
                    .periodOrder, "fiscal_year",
                    Phrase(
                        ja: "計画の\(year.long)が、実施状況のある\(done.long)より後になっていません",
                        en: "the plan's \(year.long) does not come after \(done.long), whose results are given"),
                    help: Phrase(ja: "計画の年度又は実施状況の年度を直してください", en: "mend the plan's year or that of the results"),
                    notes: [
                        Diagnostic.Note(last.place("fiscal_year"), Phrase(ja: "最後の実施状況です", en: "the last results"))
                    ])
            ]
        }
        // Preparations may begin in the year before.
        return schedule(plan.records("schedule"), year.year - 1...max(year.year, full?.year ?? year.year))
    }

    private static func schedule(_ rows: [RecordView], _ years: ClosedRange<Int>) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var outside: [(row: RecordView, month: YearMonth)] = []
        var before: RecordView?
        for row in rows {
            guard let month = row["month"].month else { continue }
            guard years.contains(month.fiscalYear.year) else {
                outside.append((row, month))
                continue
            }
            if let before, let last = before["month"].month, month < last {
                findings.append(
                    row.report(
                        .scheduleOrder, "month",
                        Phrase(ja: "\(month.long)が\(last.long)の後にあります", en: "\(month.long) stands behind \(last.long)"),
                        help: Phrase(ja: "時期の早い順に書いてください", en: "write the earlier month first"),
                        notes: [Diagnostic.Note(before.place("month"), Phrase(ja: "前の行です", en: "the row before"))]))
            } else if let before, before["month"].month == month, before.text("event") == row.text("event") {
                findings.append(
                    row.report(
                        .scheduleOrder, "event",
                        Phrase(
                            ja: "「\(row.text("event") ?? "")」が\(month.long)に2行あります",
                            en: "\"\(row.text("event") ?? "")\" stands twice in \(month.long)"),
                        help: Phrase(ja: "一方を消してください", en: "delete one of the two"),
                        notes: [Diagnostic.Note(before.place("event"), Phrase(ja: "前の行です", en: "the row before"))]))
            }
            before = row
        }
        // Of several rows outside it is the plan's years that are wrong, rather than each of them.
        if let (row, month) = outside.first {
            findings.append(outsidePlan(row, month, years, others: outside.dropFirst().map { $0.row.place("month") }))
        }
        return findings
    }

    private static func outsidePlan(
        _ row: RecordView, _ month: YearMonth, _ years: ClosedRange<Int>, others: [Diagnostic.Place]
    ) -> Diagnostic {
        let (first, last) = (FiscalYear(year: years.lowerBound).long, FiscalYear(year: years.upperBound).long)
        return row.report(
            .scheduleOrder, "month",
            Phrase(
                ja: "\(month.long)は計画の年度（\(first)から\(last)まで）の外にあります",
                en: "\(month.long) lies outside the plan, \(first) to \(last)"),
            help: Phrase(ja: "年月又は計画の年度を確かめてください", en: "check the month, and the plan's years"),
            notes: others.map { Diagnostic.Note($0, Phrase(ja: "この時期も外にあります", en: "this month, too")) })
    }
}
