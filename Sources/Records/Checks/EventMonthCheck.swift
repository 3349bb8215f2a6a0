import Bytes
import Diagnostics
import Japanese
import Proofreading

/// A month typed in an event of the schedule that is not its own: 5月からの事業の開始 in the row of April.
enum EventMonthCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let rows: [RecordView] = board.projects.compactMap { $0[Project.plan] }.flatMap { $0.records(Plan.schedule) }
        return rows.compactMap { row -> Diagnostic? in
            guard let month = row[ScheduleRow.month], let event = row.text(ScheduleRow.event),
                let typed = dated(event, apart: month) ?? typedMonth(in: event, apart: month)
            else { return nil }
            return row.report(
                .scheduleOrder, ScheduleRow.event, severity: .warning,
                Phrase(
                    ja: "内容には「\(typed)」とありますが、時期は\(month.long)です",
                    en: "the event says \(typed), and its month is \(month.long)"),
                help: Phrase(ja: "どちらかを直してください", en: "mend one of the two"),
                notes: [Diagnostic.Note(row.place(ScheduleRow.month), Phrase(ja: "時期です", en: "the month"))])
        }
    }

    /// The only day or month that closes an event, where it is not in the row's month: 委員会への報告（2023年2月）.
    private static func dated(_ event: String, apart month: YearMonth) -> String? {
        let text = Array(event.unicodeScalars)
        let found = DateMentions.find(in: text)
        guard found.count == 1, let mention = found.first, mention.first.yearMonth == mention.last.yearMonth,
            mention.first.yearMonth != month,
            // 令和6年3月（予定）, 令和9年2月3日（火曜日）
            !text[mention.range.upperBound...].contains(where: \.isHiragana),
            text[mention.range.upperBound...].first.map({ "（(）)".unicodeScalars.contains($0) }) ?? true
        else { return nil }
        return String(scalars: text[mention.range])
    }

    /// The only month that a text says something begins in, or is done in, if it is another.
    private static func typedMonth(in event: String, apart row: YearMonth) -> String? {
        let text = Array(WidthFolding.ascii(event).unicodeScalars)
        let found = text.indices.compactMap { sign -> Int? in
            guard text[sign] == "月",
                ["から", "に", "の開", "開", "実施"].contains(where: { text[(sign + 1)...].starts(with: $0.unicodeScalars) })
            else { return nil }
            let digits = text[..<sign].suffix(2).filter(\.isASCIIDigit)
            // 令和6年3月に定めた計画 tells of another time.
            let isOfYear = text[..<(sign - digits.count)].last == "年"
            guard !isOfYear || text[(sign + 1)...].first != "に" else { return nil }
            return Int(String(scalars: digits)).flatMap { (1...12).contains($0) ? $0 : nil }
        }
        return found.count == 1 && found[0] != row.month ? "\(found[0])月" : nil
    }
}
