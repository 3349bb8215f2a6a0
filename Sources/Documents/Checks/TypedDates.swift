import Bytes
import Diagnostics
import Files
import Japanese
import Records

/// Dates typed in sentences that are not in the calendar, in their era, or on their weekday.
struct TypedDates {
    private var findings: [Diagnostic] = []
    /// In data there is no tag to put in a date's place.
    private let isData: Bool

    static func findings(
        in paragraph: TemplateProse.Paragraph, _ source: SourceFile, isData: Bool = false
    ) -> [Diagnostic] {
        var dates = TypedDates(isData: isData)
        dates.read(paragraph, source)
        return dates.findings
    }

    private init(isData: Bool) { self.isData = isData }

    private mutating func read(_ paragraph: TemplateProse.Paragraph, _ source: SourceFile) {
        let text = paragraph.folded
        for start in text.indices.dropLast(2) {
            let string = { (range: Range<Int>) in String(scalars: text[range]) }
            if text[start].isASCIIDigit, start == 0 || !text[start - 1].isASCIIDigit {
                westernDate(text, start, paragraph, source)
                continue
            }
            year(text, start, paragraph, source)
            guard Era(text[start], text[start + 1]) != nil,
                let end = endOfDate(text, start), !isLunar(string(start..<end))
            else { continue }
            guard text[end - 1] == "日" else {
                monthOrYear(text, start..<end, paragraph, source)
                continue
            }
            let weekday = Self.weekday(behind: end, in: text)
            let range = start..<(weekday?.end ?? end)
            do {
                _ = try CalendarParser.date(string(start..<end) + (weekday.map { "(\($0.name))" } ?? ""))
            } catch {
                report(error, text, range, paragraph, source)
            }
        }
    }

    /// 平成32年 by itself, which never came, and 令和7年（2024年）, which are two years.
    private mutating func year(
        _ text: [Unicode.Scalar], _ start: Int, _ paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) {
        guard let era = Era(text[start], text[start + 1]) else { return }
        let isFirst = start + 2 < text.count && text[start + 2] == "元"
        let digits = text[(start + 2)...].prefix(while: \.isASCIIDigit)
        let numberEnd = isFirst ? start + 3 : digits.endIndex
        guard let number = isFirst ? 1 : Int(String(scalars: digits)), (1...99).contains(number),
            numberEnd < text.count, text[numberEnd] == "年"
        else { return }
        let written = EraYear(era: era, year: number)
        // 平成24年度（2012年度）
        let end = numberEnd + (text[(numberEnd + 1)...].starts(with: ["度", "("]) ? 2 : 1)
        let behind = text[end...]
        let western = behind.dropFirst().prefix(while: \.isASCIIDigit)
        if behind.first == "(", western.count == 4, let year = Int(String(scalars: western)) {
            let rest = text[western.endIndex...]
            let close = rest.drop { "年度".unicodeScalars.contains($0) }
            guard close.first == ")", year != written.westernYear else { return }
            return report(
                .dateOutsideEra, text, start..<close.startIndex + 1,
                Phrase(
                    ja: "元号の年と西暦が合いません（\(written.name)年は\(written.westernYear)年です）",
                    en: "has two years that differ: \(written.name) is \(written.westernYear)"), paragraph, source)
        }
        // With a month, or as a fiscal year, it is judged as a whole.
        let goesOn =
            text[end - 1] == "度" || behind.first.map { $0.isASCIIDigit || "度間号".unicodeScalars.contains($0) } ?? false
        guard !goesOn, let last = era.end, written.westernYear > last.year,
            let right = CalendarDate(year: written.westernYear, month: 12, day: 31)?.eraYear
        else { return }
        report(.outsideEra(era, canonical: right.name + "年"), text, start..<end, paragraph, source)
    }

    /// Each fault has the code that it has in data.
    private mutating func report(
        _ error: CalendarError, _ text: [Unicode.Scalar], _ range: Range<Int>, _ paragraph: TemplateProse.Paragraph,
        _ source: SourceFile
    ) {
        switch error {
        case .nonexistent:
            report(
                .nonexistentDate, text, range, Phrase(ja: "暦にありません", en: "is not in the calendar"), paragraph, source)
        case .outsideEra(_, let right):
            if FormerEras.mayRun(on: range, in: text) { return }
            report(
                .dateOutsideEra, text, range,
                Phrase(ja: "その元号の期間の外にあり、正しくは「\(right)」です", en: "lies outside its era; it is \(right)"),
                paragraph, source)
        case .weekday(let right):
            report(
                .wrongWeekday, text, range, Phrase(ja: "\(right.name)曜日です", en: "is a \(right.name)"), paragraph, source
            )
        case .form, .unusual: break
        }
    }

    private mutating func report(
        _ code: DiagnosticCode, _ text: [Unicode.Scalar], _ range: Range<Int>, _ problem: Phrase,
        _ paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) {
        let date = String(scalars: text[range])
        findings.append(
            Diagnostic(
                code, at: Diagnostic.Place(source, paragraph.range(range)),
                Phrase(ja: "日付「\(date)」は、\(problem.ja)", en: "the date \"\(date)\" \(problem.en)"),
                help: isData
                    ? Phrase(ja: "日付を確かめてください", en: "check the date")
                    : Phrase(ja: "日付を確かめ、データにあればタグに置き換えてください", en: "check it, and use its tag if the data has it")))
    }

    /// (木), (木曜日), (木・祝) or 木曜日 behind a day.
    private static func weekday(behind end: Int, in text: [Unicode.Scalar]) -> (name: Unicode.Scalar, end: Int)? {
        let rest = text[end...]
        let isInBrackets = rest.first == "("
        guard let name = rest.dropFirst(isInBrackets ? 1 : 0).first, "月火水木金土日".unicodeScalars.contains(name) else {
            return nil
        }
        let behind = rest.dropFirst(isInBrackets ? 2 : 1)
        if behind.starts(with: "曜日".unicodeScalars) {
            return (name, behind.startIndex + 2 + (isInBrackets && behind.dropFirst(2).first == ")" ? 1 : 0))
        }
        guard isInBrackets, let next = behind.first, ")・曜,、".unicodeScalars.contains(next) else { return nil }
        return (name, behind.startIndex + (next == ")" ? 1 : 0))
    }

    /// 明治5年8月2日 is a day of the lunar calendar.
    private func isLunar(_ date: String) -> Bool {
        ["明治元", "明治1年", "明治2年", "明治3年", "明治4年", "明治5年"].contains { date.hasPrefix($0) }
    }

    /// Where 令和7年2月14日, 令和7年13月 or 平成35年度 ends that begins at a place.
    private func endOfDate(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        var end = start + 2
        var last: Int?
        for sign: Unicode.Scalar in ["年", "月", "日"] {
            let head = end
            while end < text.count, text[end].isASCIIDigit || text[end] == "元" && sign == "年" { end += 1 }
            guard end > head, end - head <= 4, end < text.count, text[end] == sign else { return last }
            end += 1
            if sign == "年", end < text.count, text[end] == "度" { return end + 1 }
            if sign != "年" { last = end }
        }
        return last
    }

    /// 令和7年13月, 平成35年度
    private mutating func monthOrYear(
        _ text: [Unicode.Scalar], _ range: Range<Int>, _ paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) {
        let string = String(scalars: text[range])
        do {
            if string.hasSuffix("度") {
                _ = try CalendarParser.fiscalYear(string)
            } else {
                _ = try CalendarParser.month(string)
            }
        } catch {
            report(error, text, range, paragraph, source)
        }
    }

    /// 2025年4月8日(月)
    private mutating func westernDate(
        _ text: [Unicode.Scalar], _ start: Int, _ paragraph: TemplateProse.Paragraph, _ source: SourceFile
    ) {
        var numbers: [Int] = []
        var end = start
        for sign: Unicode.Scalar in ["年", "月", "日"] {
            let head = end
            while end < text.count, text[end].isASCIIDigit { end += 1 }
            guard (1...4).contains(end - head), sign != "年" || end - head == 4, end < text.count, text[end] == sign,
                let number = Int(String(scalars: text[head..<end]))
            else { return }
            numbers.append(number)
            end += 1
        }
        // The lunar calendar was in use before.
        guard numbers[0] >= 1873 else { return }
        guard let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
            report(
                .nonexistentDate, text, start..<end, Phrase(ja: "暦にありません", en: "is not in the calendar"), paragraph,
                source)
            return
        }
        guard let weekday = Self.weekday(behind: end, in: text), String(weekday.name) != date.weekday.name else {
            return
        }
        report(
            .wrongWeekday, text, start..<weekday.end,
            Phrase(ja: "\(date.weekday.name)曜日です", en: "is a \(date.weekday.name)"), paragraph, source)
    }
}
