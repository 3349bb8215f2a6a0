import Diagnostics
import Japanese
import Records

/// Checks of the words that templates' authors have typed, a document at a time.
struct ProseCheck {
    private(set) var findings: [Diagnostic] = []

    private let spellings: BoardNames

    private init(_ spellings: BoardNames) { self.spellings = spellings }

    /// - Parameter proses: the words of the templates that the document is made of.
    /// - Parameter spellings: the names that are spelt as they stand in the data.
    static func check(
        _ proses: [TemplateProse], figures: TypedFigures, names: LatinNames, spellings: BoardNames
    ) -> [Diagnostic] {
        var check = ProseCheck(spellings)
        for prose in proses {
            let quotations = Set(check.longQuotations(prose.paragraphs))
            for (index, paragraph) in prose.paragraphs.enumerated() {
                check.proofread(paragraph, prose.source, isPartOfQuotation: quotations.contains(index))
                check.findings += figures.findings(in: paragraph, prose.source)
                // A name that one board's data has is no measure for what all share.
                if !prose.isShared { check.findings += names.findings(in: paragraph, prose.source) }
                check.findings += TypedContacts.findings(in: paragraph, prose.source)
                check.dates(paragraph, prose.source)
            }
        }
        check.findings +=
            UsagePairs.findings(in: proses, besides: spellings) + LatinWidths.findings(in: proses)
            + CitedLabels.findings(in: proses)
        return check.findings
    }

    /// The paragraphs of quotations that begin in one and end in the next.
    private func longQuotations(_ paragraphs: [TemplateProse.Paragraph]) -> [Int] {
        func balance(_ paragraph: TemplateProse.Paragraph) -> Int {
            paragraph.scalars.reduce(0) { $0 + ($1 == "「" ? 1 : $1 == "」" ? -1 : 0) }
        }
        return zip(paragraphs.indices, paragraphs.indices.dropFirst()).flatMap { first, second in
            balance(paragraphs[first]) == 1 && balance(paragraphs[second]) == -1 ? [first, second] : []
        }
    }

    private mutating func proofread(
        _ paragraph: TemplateProse.Paragraph, _ source: SourceFile, isPartOfQuotation: Bool
    ) {
        let text = paragraph.scalars
        let bytes = paragraph.utf8
        guard Proofreader.isSuspicious(bytes.span, isProse: true) else { return }
        for finding in Proofreader.characters(text) + Proofreader.words(text, genre: .prose) {
            if isPartOfQuotation, finding.kind == .unclosedBracket || finding.kind == .unopenedBracket,
                "「」".unicodeScalars.contains(text[finding.range.lowerBound])
            {
                continue
            }
            if finding.isOfWording, spellings.cover(finding.range, in: text) { continue }
            let place = Diagnostic.Place(source, paragraph.range(finding.range))
            findings.append(finding.diagnostic(at: place, in: text))
        }
    }

    /// Dates typed in era form that are not in the calendar, in their era, or on their weekday.
    private mutating func dates(_ paragraph: TemplateProse.Paragraph, _ source: SourceFile) {
        let text = paragraph.folded
        for start in text.indices.dropLast(2) {
            let string = { (range: Range<Int>) in String(String.UnicodeScalarView(text[range])) }
            if text[start].isASCIIDigit, start == 0 || !text[start - 1].isASCIIDigit {
                westernDate(text, start, paragraph, source)
                continue
            }
            guard Era(text[start], text[start + 1]) != nil,
                let end = endOfDate(text, start), !isLunar(string(start..<end))
            else { continue }
            guard text[end - 1] == "日" else {
                monthOrYear(text, start..<end, paragraph, source)
                continue
            }
            let day = end - 1
            let hasWeekday = day + 3 < text.count && text[day + 1] == "(" && text[day + 3] == ")"
            let range = start..<(hasWeekday ? day + 4 : day + 1)
            do {
                _ = try CalendarParser.date(string(range))
            } catch {
                report(error, text, range, paragraph, source)
            }
        }
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
        let date = String(String.UnicodeScalarView(text[range]))
        findings.append(
            Diagnostic(
                code, at: Diagnostic.Place(source, paragraph.range(range)),
                Phrase(ja: "日付「\(date)」は、\(problem.ja)", en: "the date \"\(date)\" \(problem.en)"),
                help: Phrase(ja: "日付を確かめ、データにあればタグに置き換えてください", en: "check it, and use its tag if the data has it")))
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
        let string = String(String.UnicodeScalarView(text[range]))
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
                let number = Int(String(String.UnicodeScalarView(text[head..<end])))
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
        guard end + 2 < text.count, text[end] == "(", text[end + 2] == ")" || text[end + 2] == "曜",
            "月火水木金土日".unicodeScalars.contains(text[end + 1]), String(text[end + 1]) != date.weekday.name
        else { return }
        report(
            .wrongWeekday, text, start..<(text[end + 2] == ")" ? end + 3 : end + 2),
            Phrase(ja: "\(date.weekday.name)曜日です", en: "is a \(date.weekday.name)"), paragraph, source)
    }
}
