import Diagnostics
import Files
import Markup
import Templates

/// Completes a rendered document: style sheets, numbers, contents, references. Each step is a file of its own.
struct Composer {
    var document: MarkupDocument
    /// Those that the composer puts in.
    let words: PageWords
    /// What has been told to be missing among them.
    var missingWords: Set<PageWords.Name> = []
    private(set) var problems: [MarkupProblem] = []
    /// What can be referred to, by its id.
    var anchors: [String: Anchor] = [:]
    /// The headings that the contents list, in order.
    var headings: [Heading] = []

    /// The numbers that headings have, with those they stand under: `Ⅰの2`.
    var numbers: Set<String> = []

    /// Something with an id: what a reference to it reads like.
    struct Anchor {
        /// The marks of what it stands in and its own, as they are printed: Ⅰ and 2, 第1章 and (1); empty where nothing is numbered.
        var number: [String] = []
        /// A heading's text.
        var title = ""
    }

    struct Heading {
        /// 2 to 6.
        let level: Int
        let mark: String
        let title: String
        let id: String?
        /// Whether it is the numbered heading of a section of class `chapter`, which begins a page.
        let beginsChapter: Bool
    }

    /// Words whose kanji are to carry a reading, and have none.
    var unread = UnreadWords()

    /// Style rules that follow from the page itself.
    var rules = PageRules()

    /// A page that has been completed, and what was found on the way.
    struct Composition {
        let document: MarkupDocument
        let problems: [MarkupProblem]
        let numbers: Set<String>
        let unread: UnreadWords
    }

    /// Completes the document of a page.
    static func compose(_ document: consuming MarkupDocument, page: Page) -> Composition {
        var composer = Composer(document: consume document, words: page.words)
        composer.checkSafety()
        composer.inlineStyleSheets(page.styleSheet)
        composer.addStyle(ofLanguage: page.styleSheet)
        composer.checkContents()
        composer.number()
        if !page.isAlone { composer.checkTypedContents() }
        composer.writeContents()
        composer.resolveReferences()
        composer.writeLetterLimits(page.digits)
        // Of what is cut off, nothing else is worth saying.
        guard !composer.isTooLarge() else { return composer.finish() }
        composer.checkStructure()
        if !page.isAlone { composer.checkAnnouncements() }
        composer.listDownloads(page)
        composer.resolveLinks(page)
        composer.drawCharts()
        composer.drawFlows()
        composer.drawQRCodes()
        composer.writeFilters()
        composer.labelRecords()
        composer.writeStructuredData(page)
        composer.writeRules(page)
        if let furigana = page.furigana { composer.writeReadings(furigana, page.styleSheet) }
        composer.keepNumbersTogether(page.digits)
        composer.allowBreaksInAddresses()
        _ = composer.isTooLarge()
        return composer.finish()
    }

    private consuming func finish() -> Composition {
        Composition(document: document, problems: problems, numbers: numbers, unread: unread)
    }

    private init(document: consuming MarkupDocument, words: PageWords) {
        self.document = document
        self.words = words
    }

    /// Reports a document that is larger than it may be.
    private mutating func isTooLarge() -> Bool {
        guard document.isTooLarge else { return false }
        report(
            MarkupProblem(
                .malformedMarkup, at: document.origin(document.root),
                Phrase(
                    ja: "文書が大きすぎます（\(Limits.documentSize >> 20)MBまで）",
                    en: "the document is too large: \(Limits.documentSize >> 20) MB is the most"),
                help: Phrase(ja: "長い値や、何度も繰り返すものを減らしてください", en: "shorten what is long, or repeat it less often")))
        return true
    }

    mutating func report(_ problem: MarkupProblem) {
        problems.append(problem)
    }
}
