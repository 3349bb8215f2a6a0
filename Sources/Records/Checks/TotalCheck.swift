import Diagnostics
import Japanese
import Proofreading

/// A stated total is the sum of its parts.
enum TotalCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        board.series.flatMap { rows in rows.indices.compactMap { pupils(rows[$0], before: $0 > 0 ? rows[$0 - 1] : nil) }
        }
            + board.projects.compactMap { $0[Project.plan].flatMap(budget) }
    }

    /// Primary and lower secondary school make up the whole of the survey.
    /// - Parameter before: the row of the year before.
    private static func pupils(_ row: RecordView, before: RecordView?) -> Diagnostic? {
        guard let count = row[Observation.count], let primary = row[Observation.primary],
            let secondary = row[Observation.lowerSecondary], primary + secondary != count
        else { return nil }
        // A part that is that of the year before was copied, and not changed.
        if let copied = [Observation.primary, Observation.lowerSecondary].first(where: { row[$0] == before?[$0] }) {
            return report(
                row, copied, Numerals.grouped(count), sum: Numerals.grouped(primary + secondary),
                parts: [before?.place(copied)])
        }
        return report(
            row, Observation.count, Numerals.grouped(count), sum: Numerals.grouped(primary + secondary),
            parts: [Observation.primary, Observation.lowerSecondary].map { row.place($0) })
    }

    private static func budget(_ plan: RecordView) -> Diagnostic? {
        guard let budget = plan[Plan.budget] else { return nil }
        let lines = plan.records(Plan.budgetLines)
        let amounts = lines.compactMap { $0[BudgetLine.amount] }
        let sum = amounts.reduce(0) { $0 + $1.yen }
        guard !lines.isEmpty, amounts.count == lines.count, sum != budget.yen else { return nil }
        let unit = budget.unit
        let isWhole = sum % unit.yen == 0
        // 6,100円 among lines of 千円, where 6,100千円 would make the total.
        if let odd = lines.first(where: { line in
            line[BudgetLine.amount].map { $0.unit != unit && sum - $0.yen + $0.amount * unit.yen == budget.yen }
                ?? false
        }), let amount = odd[BudgetLine.amount] {
            let right = Numerals.grouped(amount.amount) + unit.name
            return odd.report(
                .partsTotal, BudgetLine.amount,
                Phrase(ja: "「\(right)」であれば、内訳は合計と合います", en: "with \(right) the parts would make the total"),
                help: Phrase(ja: "単位を確かめてください", en: "check the unit"),
                notes: [Diagnostic.Note(plan.place(Plan.budget), Phrase(ja: "合計です", en: "the total"))])
        }
        return report(
            plan, Plan.budget, Numerals.grouped(budget.amount) + unit.name,
            sum: isWhole ? Numerals.grouped(sum / unit.yen) + unit.name : Numerals.grouped(sum) + MoneyUnit.yen.name,
            parts: lines.map { $0.place(BudgetLine.amount) })
    }

    private static func report(
        _ record: RecordView, _ field: some DeclaredField, _ total: String, sum: String, parts: [Diagnostic.Place?]
    ) -> Diagnostic {
        record.report(
            .partsTotal, field,
            Phrase(
                ja: "合計の「\(total)」が、内訳の合計\(sum)と合いません", en: "the total \(total) is not the sum of its parts, \(sum)"),
            help: Phrase(ja: "合計と内訳を元の資料で確かめてください", en: "check the total and its parts against the source"),
            notes: parts.map { Diagnostic.Note($0, Phrase(ja: "内訳です", en: "a part")) })
    }
}
