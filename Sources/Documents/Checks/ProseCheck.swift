import Diagnostics
import Japanese
import Records

/// Checks of the words that templates' authors have typed, a document at a time.
struct ProseCheck {
    private(set) var findings: [Diagnostic] = []

    /// - Parameter proses: the words of the templates that the document is made of.
    static func check(
        _ proses: [TemplateProse], figures: TypedFigures, names: LatinNames
    ) -> [Diagnostic] {
        var check = ProseCheck()
        for prose in proses {
            let quotations = Set(check.longQuotations(prose.paragraphs))
            for (index, paragraph) in prose.paragraphs.enumerated() {
                check.proofread(paragraph, prose.source, isPartOfQuotation: quotations.contains(index))
                check.findings += figures.findings(in: paragraph, prose.source)
                check.findings += names.findings(in: paragraph, prose.source)
                check.findings += TypedContacts.findings(in: paragraph, prose.source)
                check.dates(paragraph, prose.source)
            }
        }
        check.findings +=
            UsagePairs.findings(in: proses) + LatinWidths.findings(in: proses)
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
        for finding in Proofreader.characters(text) + Proofreader.words(text, genre: .prose) {
            if isPartOfQuotation, finding.kind == .unclosedBracket || finding.kind == .unopenedBracket,
                "「」".unicodeScalars.contains(text[finding.range.lowerBound])
            {
                continue
            }
            let place = Diagnostic.Place(source, paragraph.range(finding.range))
            findings.append(finding.diagnostic(at: place, in: text))
        }
    }

    /// Dates typed in era form that are not in the calendar, in their era, or on their weekday.
    private mutating func dates(_ paragraph: TemplateProse.Paragraph, _ source: SourceFile) {
        let text = paragraph.scalars.map { WidthFolding.ascii(String($0)).unicodeScalars.first ?? $0 }
        for start in text.indices.dropLast(2) {
            let string = { (range: Range<Int>) in String(String.UnicodeScalarView(text[range])) }
            guard Era(prefixOf: string(start..<start + 2)) != nil,
                let day = text[start...].prefix(14).firstIndex(of: "日")
            else { continue }
            let hasWeekday = day + 3 < text.count && text[day + 1] == "(" && text[day + 3] == ")"
            let range = start..<(hasWeekday ? day + 4 : day + 1)
            let problem: Phrase
            do {
                _ = try CalendarParser.date(string(range))
                continue
            } catch {
                switch error {
                case .nonexistent: problem = Phrase(ja: "暦にありません", en: "is not in the calendar")
                case .outsideEra(_, let right): problem = Phrase(ja: "正しくは「\(right)」です", en: "is \(right)")
                case .weekday(let right): problem = Phrase(ja: "\(right.name)曜日です", en: "is a \(right.name)")
                default: continue
                }
            }
            findings.append(
                Diagnostic(
                    .nonexistentDate, at: Diagnostic.Place(source, paragraph.range(range)),
                    Phrase(
                        ja: "日付「\(string(range))」は、\(problem.ja)", en: "the date \"\(string(range))\" \(problem.en)"),
                    help: Phrase(ja: "日付を確かめ、データにあればタグに置き換えてください", en: "check it, and use its tag if the data has it")))
        }
    }
}
