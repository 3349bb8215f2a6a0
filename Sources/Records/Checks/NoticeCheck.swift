package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let noticeNumber = DiagnosticCode(
        "D016", canBeAllowed: true,
        meaning: (
            ja: "文書番号又は法令番号が、正式な形でないか、日付の年と合いません。",
            en: "The number of a notice or act is not in its full form, or its year is not that of the date."
        ),
        reason: (
            ja: "番号が不完全だと、読み手が元の通知や法律を探せません。",
            en: "With an incomplete number, readers cannot find the notice or act."
        ),
        wrong: """
            number: 文科初第698号
            date: 令和元年10月25日
            """,
        right: """
            number: 元文科初第698号
            date: 令和元年10月25日
            """)
}

/// Numbers of notices and acts in their full form, and of the year that their date says.
enum NoticeCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let notices = board.record?.records(BoardRecord.notices) ?? []
        return notices.compactMap(twoDates)
            + notices.compactMap { notice in
                guard let number = notice.text(Notice.number) else { return nil }
                let acts = ["法律", "政令", "省令", "告示", "条例", "規則", "訓令"]
                if acts.contains(where: number.contains) { return act(notice, number) }
                // 平成28年法津第105号: an era and a year, but no act.
                if Era(prefixOf: number) != nil, number.contains("年") { return malformedAct(notice, number) }
                return self.notice(notice, number)
            }
    }

    /// A day and a month that are not of the same month.
    private static func twoDates(_ notice: RecordView) -> Diagnostic? {
        guard let date = notice[Notice.date], let month = notice[Notice.month], date.yearMonth != month else {
            return nil
        }
        return notice.report(
            .dateOrder, Notice.month,
            Phrase(ja: "年月\(month.long)が日付\(date.long)と合いません", en: "\(month.long) is not the month of \(date.long)"),
            help: Phrase(ja: "日付が分かっていれば、年月の行を消してください", en: "where the day is known, leave out the month"),
            notes: [Diagnostic.Note(notice.place(Notice.date), Phrase(ja: "日付です", en: "the date"))])
    }

    /// 平成28年法律第105号
    private static func act(_ notice: RecordView, _ number: String) -> Diagnostic? {
        let text = WidthFolding.ascii(number)
        let isRight =
            Era(prefixOf: text) != nil && text.contains("年") && text.contains("第") && text.hasSuffix("号")
        return isRight ? nil : malformedAct(notice, number)
    }

    private static func malformedAct(_ notice: RecordView, _ number: String) -> Diagnostic {
        notice.report(
            .noticeNumber, Notice.number, severity: .warning,
            Phrase(ja: "法令番号「\(number)」が「平成28年法律第105号」の形ではありません", en: "\"\(number)\" is not in the form 平成28年法律第105号"),
            help: Phrase(ja: "元号と年から「号」までを書いてください", en: "write it from the era's year to 号"))
    }

    /// 元文科初第698号: the year of its era comes first. A notice of 令和元年 begins with 元.
    private static func notice(_ notice: RecordView, _ number: String) -> Diagnostic? {
        guard number.contains("号") || number.contains("第") else { return nil }
        let text = WidthFolding.ascii(number)
        // 令元文科初第1号, 令和元文科初第1号: some offices write the era, too.
        let era = Era.allCases.first { text.hasPrefix($0.name.prefix(1)) }
        let behindEra = era.map { text.dropFirst(text.hasPrefix($0.name) ? 2 : 1) } ?? text[...]
        let written = behindEra.hasPrefix("元") ? "元" : String(behindEra.prefix { $0.isNumber })
        guard !written.isEmpty else {
            // Only ministries' signs of office have the year before them for certain.
            guard text.contains("文科") || text.contains("文部") || text.contains("厚労") else { return nil }
            return notice.report(
                .noticeNumber, Notice.number, severity: .warning,
                Phrase(ja: "文書番号「\(number)」の始めに年の数字がありません", en: "\"\(number)\" lacks the year at its beginning"),
                help: advice(notice, number))
        }
        guard let date = notice[Notice.date] ?? notice[Notice.month]?.firstDay else { return nil }
        // A number may also be of the fiscal year that the day lies in.
        let years = [date.eraYear.year, date.fiscalYear.eraYear.year].map { $0 == 1 ? "元" : String($0) }
        let isOfEra = era.map { [date.eraYear.era, date.fiscalYear.eraYear.era].contains($0) } ?? true
        guard !isOfEra || !years.contains(written) else { return nil }
        return notice.report(
            .noticeNumber, Notice.number, severity: .warning,
            Phrase(
                ja: "文書番号「\(number)」の年が、日付\(date.long)と合いません",
                en: "the year of \"\(number)\" is not that of \(date.long)"),
            help: Phrase(ja: "文書番号又は日付を確かめてください", en: "check the number and the date"),
            notes: [Diagnostic.Note(notice.place(Notice.date), Phrase(ja: "日付です", en: "the date"))])
    }

    private static func advice(_ notice: RecordView, _ number: String) -> Phrase {
        guard let date = notice[Notice.date] else {
            return Phrase(ja: "「元文科初第698号」のように、年から書いてください", en: "begin with the year, as in 元文科初第698号")
        }
        let year = date.eraYear.year == 1 ? "元" : String(date.eraYear.year)
        // R1文科初第698号, （元文科初第698号）: what stands before the sign of the office is no part of it.
        let number = String(
            number.drop { !$0.unicodeScalars.allSatisfy(\.isKanji) || $0 == "元" }.prefix { $0 != "）" && $0 != ")" })
        guard !number.isEmpty else { return Phrase(ja: "文書番号を確かめてください", en: "check the number") }
        return Phrase(ja: "「\(year)\(number)」ではありませんか", en: "did you mean \(year)\(number)?")
    }
}
