import Bytes
import Diagnostics
import Files
import Japanese
import Records
import Proofreading

/// Checks of the words that templates' authors have typed, a document at a time.
///
/// What depends on no board is looked for once for all that share the templates (`words`), the rest for each.
struct ProseCheck {
    private(set) var findings: [Diagnostic] = []

    private let spellings: BoardNames

    private init(_ spellings: BoardNames) { self.spellings = spellings }

    /// - Parameter proses: the words of the templates that the document is made of.
    /// - Parameter spellings: the names that are spelt as they stand in the data.
    static func check(
        _ proses: [TemplateProse], figures: TypedFigures, counts: TypedCounts, names: LatinNames, spellings: BoardNames,
        home: HomeWords?, places: PlacesInText?, isDraft: Bool, isPolite: Bool?
    ) -> [Diagnostic] {
        var check = ProseCheck(spellings)
        for prose in proses {
            check.findings += NearNames.findings(in: prose, spellings)
            let quotations = Set(check.longQuotations(prose.paragraphs))
            for (index, paragraph) in prose.paragraphs.enumerated() {
                check.findings += paragraph.leftovers.map { range in
                    LeftoverCheck.finding(
                        String(scalars: paragraph.scalars[range]),
                        at: Diagnostic.Place(prose.source, paragraph.range(range)), isDraft ? .note : .error)
                }
                if let home {
                    check.findings += home.findings(in: paragraph.scalars) {
                        Diagnostic.Place(prose.source, paragraph.range($0))
                    }
                }
                if let places {
                    check.findings += places.findings(in: paragraph.scalars) {
                        Diagnostic.Place(prose.source, paragraph.range($0))
                    }
                }
                check.report(paragraph, prose.source, isPartOfQuotation: quotations.contains(index))
                check.findings += figures.findings(in: paragraph, prose.source)
                check.findings += counts.findings(in: paragraph, prose.source)
                // What one board says is no measure for what all share.
                guard !prose.isShared else { continue }
                check.findings += names.findings(in: paragraph, prose.source)
                if let isPolite, let found = StyleRule.other(thanPolite: isPolite, in: paragraph.scalars) {
                    check.findings.append(
                        found.diagnostic { Diagnostic.Place(prose.source, paragraph.range($0)) })
                }
            }
        }
        return check.findings + UsagePairs.findings(in: proses, besides: spellings)
    }

    /// What is wrong with a file's words whatever a board's data says.
    static func words(of prose: TemplateProse, _ tables: WordTables?) -> [Diagnostic] {
        prose.paragraphs.flatMap { paragraph in
            TypedContacts.findings(in: paragraph, prose.source) + TypedDates.findings(in: paragraph, prose.source)
                + (tables.map { Wording.findings(in: paragraph.scalars, $0) } ?? []).map { finding in
                    finding.diagnostic { Diagnostic.Place(prose.source, paragraph.range($0)) }
                }.filter { !hasSeam($0.place) }
        } + (tables.map { HeadHomophones.findings(in: prose, $0) + unlike(prose) } ?? [])
    }

    /// What is wrong between the words of a document's files whatever a board's data says.
    static func findings(across proses: [TemplateProse]) -> [Diagnostic] {
        LatinWidths.findings(in: proses) + CitedLabels.findings(in: proses) + CitedPages.findings(in: proses)
    }

    /// Whether a section begins or ends there: what stands in it is not always beside what stands outside.
    private static func hasSeam(_ place: Diagnostic.Place?) -> Bool {
        guard let text = place.map({ $0.source.text($0.range) }), text.contains("{{") else { return false }
        return ["{{#", "{{^", "{{/"].contains { text.contains($0) }
    }

    /// Paragraphs written in another style than the others, and items that end otherwise than those beside them.
    private static func unlike(_ prose: TemplateProse) -> [Diagnostic] {
        let paragraphs = prose.paragraphs
        let texts = paragraphs.indices.filter { ["p", "li", "dd"].contains(paragraphs[$0].element) }
        let styles = StyleRule.odd(among: texts.map { paragraphs[$0].scalars }).map { (texts[$0.text], $0.finding) }
        // Items of one list follow one another.
        let runs = texts.reduce(into: [[Int]]()) { runs, place in
            guard paragraphs[place].element == "li" else { return }
            if let last = runs.last?.last, last + 1 == place {
                runs[runs.count - 1].append(place)
            } else {
                runs.append([place])
            }
        }
        let stops = runs.flatMap { run in
            StopRule.odd(among: run.map { paragraphs[$0].scalars }, atLeast: 2).map { (run[$0.text], $0.finding) }
        }
        // An item of one list that ends as a sentence does, where those of all others have their stops.
        let items = texts.filter { paragraphs[$0].element == "li" && StopRule.isSentence(paragraphs[$0].scalars) }
        let known = Set(stops.map(\.0))
        let open = StopRule.odd(among: items.map { paragraphs[$0].scalars }, atLeast: 6).map {
            (items[$0.text], $0.finding)
        }
        return (styles + stops + open.filter { !known.contains($0.0) }).map { place, finding in
            finding.diagnostic { Diagnostic.Place(prose.source, paragraphs[place].range($0)) }
        }
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

    private mutating func report(
        _ paragraph: TemplateProse.Paragraph, _ source: SourceFile, isPartOfQuotation: Bool
    ) {
        let text = paragraph.scalars
        for finding in paragraph.slips {
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
}
