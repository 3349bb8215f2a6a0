public import Diagnostics
import Markup
public import Records
import Templates

/// Fills in one document of a board again and again, each time for another request. Nothing that it makes is published.
public struct FormPress {
    private let board: Board
    private let document: RecordView
    private let template: DocumentTemplate
    private let types: DocumentTypes
    private let templates: TemplateFolder
    private let files: Set<String>
    private let styleSheets = StyleSheets()
    private let words: PageWords
    /// What all sheets have in common; nil where nothing is read out.
    private let readings: ReadingList?
    /// Nil where the document has no readings above its kanji.
    private let furiganaTables: FuriganaTables?
    /// Whether the document asks for anything that a request has.
    public let hasBlanks: Bool

    /// A filled-in form, ready to be written.
    public struct Sheet {
        fileprivate let tree: MarkupDocument
        fileprivate let style: TextStyle
        /// Whether a value and the words beside it say the same: 6年 before 年.
        public let isDoubled: Bool

        /// How many letters its blanks take, by their names; those of them that say so.
        public var limits: [String: Int] {
            tree.limitedBlanks.reduce(into: [:]) { limits, found in
                if let name = tree.attribute(.name, of: found.blank) { limits[name] = found.limit }
            }
        }

        public var html: [UInt8] { HTMLWriter.write(tree) }
        public var text: [UInt8] { TextWriter.write(tree, style: style.unmarked) }
        /// The sheet as one of many on a page.
        public func part(_ number: Int) -> [UInt8] { HTMLWriter.writeMain(tree, prefix: "s\(number)-") }
    }

    init(
        board: Board, document: RecordView, template: DocumentTemplate, types: DocumentTypes, templates: TemplateFolder,
        files: Set<String>, hasBlanks: Bool, furiganaTables: FuriganaTables?
    ) {
        (self.board, self.document, self.template, self.types) = (board, document, template, types)
        (self.templates, self.files, self.hasBlanks) = (templates, files, hasBlanks)
        self.furiganaTables = furiganaTables
        words = templates.words(in: template.tree.language).words
        readings = furiganaTables.map { _ in ReadingList(board) }
    }

    /// The style sheet that a page of many sheets has beside those of one.
    public static let manySheets = "style/sheets.css"

    /// The beginning of a page that holds many sheets, each of which has page numbers of its own.
    public func beginning(of blank: Sheet) throws(FormError) -> [UInt8] {
        var tree = blank.tree
        switch styleSheets.sheet(Self.manySheets, in: templates) {
        case .usable(let text):
            if let head = tree.elements(.head).first {
                tree.append(text: [0x0A] + text, to: tree.append(.style, to: head))
            }
        case .refused: throw FormError(code: .unsafeMarkup)
        case .missing: throw FormError(code: .missingStyleSheet)
        }
        return HTMLWriter.writeBeginning(tree)
    }

    /// What a style wants above kanji: the board's readings, with those of the names that a request gives.
    private func furigana(_ style: HouseStyle, _ request: RecordView?) -> Furigana? {
        guard let furiganaTables, var readings else { return nil }
        if let request { readings.add(request.file) }
        return furiganaTables.furigana(style, readings)
    }

    /// - Parameter request: what it is filled in with; nil leaves it blank.
    /// - Throws: the finding that stops it, by its code: what it says may be a person's.
    public func sheet(_ request: RecordView?, facility: RecordView?) throws(FormError) -> Sheet {
        let board = request.map { self.board.filled(with: $0) } ?? self.board
        var style = HouseStyle(board: document.file.root, document: document)
        style.isJapanese = template.tree.isJapanese
        style.words = words
        let scope = DocumentScope(board: board, types: types, document: document, facility: facility, style: style)
        let made: (document: MarkupDocument, findings: DocumentMaker.Findings)
        do {
            made = try DocumentMaker.make(template.tree, template.names(types), scope: scope)
        } catch {
            throw FormError(code: error.diagnostic.code)
        }
        guard made.findings.missing.isEmpty else { throw FormError(code: .missingValue) }
        let title = document.text(DocumentEntry.title) ?? ""
        let page = Page(
            path: "form.html", runningTitle: title, files: files, digits: style.digits, typeface: style.typeface,
            isAlone: true, furigana: furigana(style, request), words: words,
            styleSheet: { [templates, styleSheets] in styleSheets.sheet($0, in: templates) }, downloads: { _ in nil },
            structuredData: { _ in })
        let composed = Composer.compose(made.document, page: page)
        if let problem = composed.problems.first(where: { $0.severity == .error && !$0.code.canBeAllowed }) {
            throw FormError(code: problem.code)
        }
        return Sheet(
            tree: composed.document, style: style.text, isDoubled: !made.findings.printedTwice.isEmpty)
    }
}

/// The style sheets that every sheet has.
private final class StyleSheets {
    private var known: [String: StyleSheet] = [:]

    func sheet(_ name: String, in templates: TemplateFolder) -> StyleSheet {
        if let sheet = known[name] { return sheet }
        let sheet = templates.styleSheet(name)
        known[name] = sheet
        return sheet
    }
}

/// A form that cannot be made.
public struct FormError: Error {
    public let code: DiagnosticCode
}
