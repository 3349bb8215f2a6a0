import Diagnostics
import Japanese

/// A month typed in an event of the schedule that is not its own: 5月からの事業の開始 in the row of April.
enum EventMonthCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let rows: [RecordView] = board.projects.compactMap { $0[Project.plan] }.flatMap { $0.records(Plan.schedule) }
        return rows.compactMap { row -> Diagnostic? in
            guard let month = row[ScheduleRow.month], let event = row.text(ScheduleRow.event),
                let typed = typedMonth(in: event), typed != month.month
            else { return nil }
            return row.report(
                .scheduleOrder, ScheduleRow.event, severity: .warning,
                Phrase(
                    ja: "内容には「\(typed)月」とありますが、時期は\(month.long)です",
                    en: "the event says month \(typed), and its month is \(month.long)"),
                help: Phrase(ja: "どちらかを直してください", en: "mend one of the two"),
                notes: [Diagnostic.Note(row.place(ScheduleRow.month), Phrase(ja: "時期です", en: "the month"))])
        }
    }

    /// The only month that a text says something begins in, or is done in.
    private static func typedMonth(in event: String) -> Int? {
        let text = Array(WidthFolding.ascii(event).unicodeScalars)
        let found = text.indices.compactMap { sign -> Int? in
            guard text[sign] == "月",
                ["から", "に", "の開", "開", "実施"].contains(where: { text[(sign + 1)...].starts(with: $0.unicodeScalars) })
            else { return nil }
            let digits = text[..<sign].suffix(2).filter(\.isASCIIDigit)
            return Int(String(String.UnicodeScalarView(digits))).flatMap { (1...12).contains($0) ? $0 : nil }
        }
        return found.count == 1 ? found[0] : nil
    }
}
