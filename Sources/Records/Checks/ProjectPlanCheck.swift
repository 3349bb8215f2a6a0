import Diagnostics
import Japanese
import Proofreading

/// What a project plans begins after its results, in order, and in the years that the plan names.
enum ProjectPlanCheck {
    /// - Parameter results: the project's years that can be right, in order.
    static func findings(_ project: RecordView, _ results: [RecordView]) -> [Diagnostic] {
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
