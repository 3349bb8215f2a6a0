import Diagnostics
import Japanese

/// A stated total is the sum of its parts.
enum TotalCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let rows = ["national", "city"].flatMap { board.statistics?.record($0)?.records("series") ?? [] }
        return rows.compactMap(pupils)
            + [board.programs?.record("project")?.record("plan")].compactMap { $0.flatMap(budget) }
    }

    /// Primary and lower secondary school make up the whole of the survey.
    private static func pupils(_ row: RecordView) -> Diagnostic? {
        guard let count = row["count"].integer, let primary = row["primary"].integer,
            let secondary = row["lower_secondary"].integer, primary + secondary != count
        else { return nil }
        return report(
            row, "count", Numerals.grouped(count), sum: Numerals.grouped(primary + secondary),
            parts: ["primary", "lower_secondary"].map { row.place($0) })
    }

    private static func budget(_ plan: RecordView) -> Diagnostic? {
        guard case .money(let amount, let unit) = plan["budget"].content else { return nil }
        let lines = plan.records("budget_lines")
        let sum = lines.reduce(0) { $0 + yen($1) }
        guard !lines.isEmpty, lines.allSatisfy({ !$0["amount"].isAbsent }), sum != amount * unit.yen else { return nil }
        let isWhole = sum % unit.yen == 0
        return report(
            plan, "budget", Numerals.grouped(amount) + unit.name,
            sum: isWhole ? Numerals.grouped(sum / unit.yen) + unit.name : Numerals.grouped(sum) + MoneyUnit.yen.name,
            parts: lines.map { $0.place("amount") })
    }

    private static func yen(_ line: RecordView) -> Int {
        guard case .money(let amount, let unit) = line["amount"].content else { return 0 }
        return amount * unit.yen
    }

    private static func report(
        _ record: RecordView, _ key: String, _ total: String, sum: String, parts: [Diagnostic.Place]
    ) -> Diagnostic {
        record.report(
            .partsTotal, key,
            Phrase(
                ja: "合計の「\(total)」が、内訳の合計\(sum)と合いません", en: "the total \(total) is not the sum of its parts, \(sum)"),
            help: Phrase(ja: "合計と内訳を元の資料で確かめてください", en: "check the total and its parts against the source"),
            notes: parts.map { Diagnostic.Note($0, Phrase(ja: "内訳です", en: "a part")) })
    }
}
