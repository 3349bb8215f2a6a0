public import Diagnostics
import Files
import Markup
import Mustache
import Proofreading
import Templates
public import Records

/// Renders the documents of a board: each template once, checked before and after, written as HTML and as plain text.
public struct DocumentRenderer {
    let board: Board
    private let record: RecordView
    private let templates: TemplateFolder
    private let options: RenderOptions
    let plan: OutputPlan
    private(set) var diagnostics: [Diagnostic] = []
    private var files: [OutputFile] = []
    /// What prose should not repeat; the same for all documents of the board.
    private let figures: TypedFigures
    private let counts: TypedCounts
    private let names: LatinNames
    private let spellings: BoardNames
    private let home: HomeWords?
    private let places: PlacesInText?
    private let details: CitedDetails
    private var digits = DigitWidths()
    private var reported: Set<ReportKey> = []
    private var toldWords: Set<String> = []
    private var unread: [UnreadReading] = []
    let types: DocumentTypes
    private var isNowhereToAsk = false
    private var usedFields: Set<FieldKey> = []
    private var isProseRead = false
    /// What has been made of each document, by its identifier.
    private var downloads: [String: [Page.Download]] = [:]
    let openData: OpenData
    /// What readings above kanji are made with, once a document has asked for them.
    private var readings: ReadingList?
    private var furiganaTables: FuriganaTables?

    private struct ReportKey: Hashable {
        let summary: Phrase
        let path: PathKey?
        let offset: Int?
    }

    /// What came of a board's documents.
    public struct Rendering: Sendable {
        public var files: [OutputFile] = []
        /// The names of all files that the board asks for, made or not.
        public var wanted: Set<String> = []
        /// The words that are to carry a reading and have none.
        public var unread: [UnreadReading] = []

        public init() {}
    }

    /// - Returns: the files, to be published only if no diagnostic is an error.
    public static func render(
        _ board: Board, templates: TemplateFolder, options: RenderOptions, diagnostics: inout [Diagnostic]
    ) -> Rendering {
        guard let record = board.record else { return Rendering() }
        var renderer = DocumentRenderer(board: board, record: record, templates: templates, options: options)
        var prepared: (id: String, template: DocumentTemplate?)?
        for paper in renderer.plan.papers where options.only?.contains(paper.id) ?? true {
            // The papers of one document follow one another.
            if prepared?.id != paper.id { prepared = (paper.id, renderer.prepare(paper)) }
            if let template = prepared?.template { renderer.render(paper, template) }
        }
        // The index names the sizes of all documents.
        if options.only == nil { renderer.renderIndex() }
        // Beside errors that are to be mended first nobody looks at what no board prints.
        if options.only == nil, !renderer.diagnostics.containsErrors { renderer.checkSharedTemplates() }
        renderer.report(
            DataProse.findings(board, names: renderer.names, spellings: renderer.spellings, places: renderer.places))
        renderer.report(renderer.digits.findings(besides: renderer.diagnostics))
        // Where a document failed, or was not wanted, its fields are not known.
        if options.only == nil, !renderer.diagnostics.containsErrorsThatCannotBeAllowed {
            // A datum that somebody has typed in place of its tag is reported there.
            let used = renderer.usedFields.union(renderer.figures.typedFields)
            renderer.report(UnusedFields.findings(in: board, used: used))
        }
        diagnostics += renderer.diagnostics
        var rendering = Rendering()
        (rendering.files, rendering.wanted) = (renderer.files, renderer.plan.files)
        rendering.unread = renderer.unread
        return rendering
    }

    /// Makes ready to fill in a document of a board; nil where the board has no such document, or something is wrong with its template.
    public static func press(
        _ board: Board, form id: String, templates: TemplateFolder, options: RenderOptions,
        diagnostics: inout [Diagnostic]
    ) -> FormPress? {
        guard let record = board.record else { return nil }
        var renderer = DocumentRenderer(board: board, record: record, templates: templates, options: options)
        guard let paper = renderer.plan.papers.first(where: { $0.id == id }) else { return nil }
        let template = renderer.prepare(paper)
        _ = renderer.furigana(renderer.scope(of: paper).style)
        diagnostics += renderer.diagnostics
        return template.map {
            FormPress(
                board: board, document: paper.document, template: $0, types: renderer.types, templates: templates,
                files: renderer.plan.files,
                hasBlanks: renderer.usedFields.contains { $0.record == FormRequest.type.name },
                furiganaTables: renderer.furiganaTables)
        }
    }

    /// A page that is no document of the board's, by the name of its template.
    static func page(
        _ name: String, titled title: String, of board: Board, templates: TemplateFolder, options: RenderOptions,
        diagnostics: inout [Diagnostic]
    ) -> (html: [UInt8], text: [UInt8])? {
        guard let record = board.record else { return nil }
        var renderer = DocumentRenderer(board: board, record: record, templates: templates, options: options)
        // The board's own working papers are for its staff.
        var style = HouseStyle(board: record, document: nil)
        style.ruby = nil
        let page = renderer.page(name, titled: title, style)
        diagnostics += renderer.diagnostics
        return page.map { (HTMLWriter.write($0.tree), TextWriter.write($0.tree, style: $0.style.unmarked)) }
    }

    /// - Returns: nil where something is wrong with it.
    private mutating func page(
        _ name: String, titled title: String, _ style: HouseStyle
    ) -> (tree: MarkupDocument, style: TextStyle)? {
        let scope = DocumentScope(board: board, types: types, document: nil, style: style)
        guard let template = prepare(name, scope, nil) else { return nil }
        return compose(template, scope, path: name + OutputFormat.html.suffix, title: title).map { ($0, style.text) }
    }

    init(board: Board, record: RecordView, templates: TemplateFolder, options: RenderOptions) {
        self.board = board
        self.record = record
        self.templates = templates
        self.options = options
        plan = OutputPlan(board, record)
        types = DocumentTypes.types(of: board)
        openData = OpenData(board, options.reference)
        figures = TypedFigures(board)
        counts = TypedCounts(board)
        names = LatinNames(board)
        spellings = BoardNames(board)
        home = HomeWords(board, options.reference)
        places = PlacesInText(board, options.reference)
        details = CitedDetails(board, options.reference?.words)
    }

    // MARK: Papers

    func scope(of paper: OutputPlan.Paper, in template: DocumentTemplate? = nil) -> DocumentScope {
        var style = HouseStyle(board: paper.document.file.root, document: paper.document)
        if let template {
            style.isJapanese = template.tree.isJapanese
            style.words = templates.words(in: template.tree.language).words
        }
        return DocumentScope(
            board: board, types: types, document: paper.document, facility: paper.facility, style: style)
    }

    /// Finds a document's template and checks it; nil where something is wrong with it.
    mutating func prepare(_ paper: OutputPlan.Paper) -> DocumentTemplate? {
        let place = paper.document.place(DocumentEntry.id)
        guard let template = prepare(paper.id, scope(of: paper), place) else { return nil }
        checkTranslation(template, paper.document, scope(of: paper).style)
        return template
    }

    /// Looks at the templates that all boards share as they stand, once in a run.
    private mutating func checkSharedTemplates() {
        report(templates.sharedFindings() + templates.wordsFolderFindings())
    }

    /// Compares a translation with what it is of.
    private mutating func checkTranslation(
        _ template: DocumentTemplate, _ document: RecordView, _ style: HouseStyle
    ) {
        let name = document[DocumentEntry.id] ?? ""
        guard let id = document[DocumentEntry.translates] else {
            return report(TranslatedText.findings(in: template.tree, name, of: nil))
        }
        if id == name { return report([TranslatedText.ofItself(document)]) }
        do throws(ParseError) {
            guard let source = try templates.document(id, in: style.digits) else {
                let place = document.place(DocumentEntry.translates)
                return report([MissingTemplate.finding(id, in: templates, at: place)])
            }
            report(TranslatedText.findings(in: template.tree, name, of: source.tree))
        } catch {
            report([error.diagnostic])
        }
    }

    private mutating func render(_ paper: OutputPlan.Paper, _ template: DocumentTemplate) {
        let scope = scope(of: paper, in: template)
        let path = paper.name + OutputFormat.html.suffix
        let isDraft = paper.document[DocumentEntry.draft] == true
        let name = paper.document.text(DocumentEntry.title) ?? ""
        let title = isDraft ? templates.words(in: template.tree.language).words.text(.draft, name) : name
        guard let tree = compose(template, scope, path: path, title: title) else { return }
        let facility = paper.facility.map { $0.text(Facility.name) ?? "" }
        // Half of a large document's work is done, and what its files will hold is known roughly.
        let (options, documents, size) = (options, plan.papers.count, Double(max(scope.size, 1)))
        options.progress?(documents, 0, 0.5)
        let written = PaperWriter(
            tree: tree, paper: paper, style: scope.style, board: board, record: record,
            openData: openData, options: options
        ) { options.progress?(documents, $0, min(0.5 + 0.4 * Double($0) / size, 0.95)) }.write()
        files += written.map(\.file)
        let sizes = Dictionary(uniqueKeysWithValues: written.map { ($0.format, $0.file.size) })
        downloads[paper.id, default: []] += paper.formats.map { format in
            Page.Download(
                path: paper.name + format.suffix, format: format, facility: facility, size: sizes[format])
        }
        options.progress?(documents, written.reduce(0) { $0 + $1.file.size }, 1)
    }

    /// The page that leads to the board's documents.
    private mutating func renderIndex() {
        guard
            let page = page(
                "index", titled: record.text(BoardRecord.name) ?? "", HouseStyle(board: record, document: nil))
        else { return }
        let bytes = HTMLWriter.write(page.tree)
        files.append(OutputFile(name: "index.html", bytes: bytes, size: bytes.count))
    }

    // MARK: Steps

    private mutating func prepare(
        _ name: String, _ scope: DocumentScope, _ place: Diagnostic.Place?
    ) -> DocumentTemplate? {
        do {
            guard let template = try templates.document(name, in: scope.style.digits) else {
                report([MissingTemplate.finding(name, in: templates, at: place)])
                return nil
            }
            let tree = template.tree
            report(tree.diagnostics + template.hidden)
            // Where the tree is not whole, what its names mean is not known.
            guard !tree.diagnostics.contains(where: { [.malformedMarkup, .cutElement].contains($0.code) }) else {
                return nil
            }
            let found = TemplateChecker.check(template, scope: scope)
            usedFields.formUnion(found.usedFields)
            report(found.diagnostics)
            if found.usedFields.contains(.root(.project)) {
                report(UnnamedProject.findings(of: scope.document, board, at: place))
            }
            guard !(tree.diagnostics + found.diagnostics).containsErrorsThatCannotBeAllowed else { return nil }
            isProseRead = false
            return template
        } catch {
            report([error.diagnostic])
            return nil
        }
    }

    /// Makes and completes a document; nil where something is wrong with it.
    private mutating func compose(
        _ template: DocumentTemplate, _ scope: DocumentScope, path: String, title: String
    ) -> MarkupDocument? {
        do {
            let (document, findings) = try DocumentMaker.make(template.tree, template.names(types), scope: scope)
            report(findings.printedTwice + findings.missingWords)
            guard findings.missing.isEmpty else {
                report(findings.missing.map { MissingValue.finding(at: $0, board.schema) })
                return nil
            }
            // Told once, of the first document that says so.
            if !isNowhereToAsk, let finding = NowhereToAsk.finding(in: document, titled: title, of: record) {
                isNowhereToAsk = true
                report([finding])
            }
            // Each step takes over what the one before has made: a large page is not held twice.
            var page = page(path, title, template)
            page.furigana = furigana(scope.style)
            (page.digits, page.typeface) = (scope.style.digits, scope.style.typeface)
            let composed = Composer.compose(consume document, page: page)
            report(composed.problems, of: template.tree)
            let unread = composed.unread.findings(
                template.tree, board, scope.style, furiganaTables?.known, told: &toldWords)
            report(unread.map(\.diagnostic))
            self.unread += unread.flatMap(\.words)
            readProse(template, scope.style, isTranslation: scope.document?[DocumentEntry.translates] != nil)
            report(template.proses.flatMap { CitedHeadings.findings(in: $0, numbers: composed.numbers) })
            if let finding = NothingButTitle.finding(
                in: composed.document, of: template.tree, titled: title, scope.document)
            {
                report([finding])
                return nil
            }
            return composed.problems.allSatisfy { $0.severity != .error || $0.code.canBeAllowed }
                ? composed.document : nil
        } catch {
            report([error.diagnostic])
            return nil
        }
    }

    /// What a style wants above kanji; nil where it wants nothing, or the tables are not there.
    private mutating func furigana(_ style: HouseStyle) -> Furigana? {
        guard style.ruby != nil else { return nil }
        do throws(ParseError) {
            let tables =
                if let furiganaTables { furiganaTables } else {
                    try FuriganaTables(options.reference, askedAt: style.rubyPlace)
                }
            let readings = self.readings ?? ReadingList(board)
            (furiganaTables, self.readings) = (tables, readings)
            return tables.furigana(style, readings)
        } catch {
            report([error.diagnostic])
            return nil
        }
    }

    mutating func page(_ path: String, _ title: String, _ template: DocumentTemplate) -> Page {
        let (words, findings) = templates.words(in: template.tree.language)
        report(findings)
        return Page(
            path: path, runningTitle: title, files: plan.files, words: words,
            styleSheet: { [templates] in templates.styleSheet($0) },
            // Only the index comes last, and knows what has been made of each document.
            downloads: { [downloads, plan] id in
                path == "index.html" && plan.papers.contains { $0.id == id } ? downloads[id, default: []] : nil
            },
            structuredData: { [openData] in StructuredData.write(openData.facilities, to: &$0) })
    }

    private static let anyLanguage: Set<DiagnosticCode> = [.leftover, .typedFigure]

    /// Proof-reads the templates in hand, once for all papers that they make.
    private mutating func readProse(
        _ template: DocumentTemplate, _ style: HouseStyle, isTranslation: Bool
    ) {
        guard !isProseRead else { return }
        isProseRead = true
        let found = ProseCheck.check(
            template.proses, figures: figures, counts: counts, names: names, spellings: spellings, home: home,
            places: places,
            isDraft: board.isDraft,
            isPolite: style.isPolite)
        // Plain Japanese is written with spaces between its phrases (分かち書き).
        let all = (template.wording + found).filter { !isTranslation || $0.code != .spaceInWord }
        // What is said of Japanese is not to be said of English; what was left over, or typed in a datum's place, is.
        guard template.tree.isJapanese else { return report(all.filter { Self.anyLanguage.contains($0.code) }) }
        report(all)
        template.proses.forEach { report(details.findings(in: $0)) }
        digits.read(template.proses, style)
    }

    /// Reports what is wrong with a document at the place in a template that it comes from.
    private mutating func report(_ problems: [MarkupProblem], of tree: TemplateTree) {
        let found = problems.map { problem in
            Diagnostic(
                problem.code, problem.severity, at: tree.place(of: problem.origin), problem.summary, help: problem.help)
        }
        // A link that is wrong in each row of a table is one fault of the template.
        var places: Set<String> = []
        report(
            found.filter { finding in
                let place = finding.place.map { "\($0.source.path):\($0.range)" } ?? finding.summary.en
                return places.insert("\(finding.code.id) \(place)").inserted
            })
    }

    /// A fault in a part that several documents share is reported once.
    private mutating func report(_ found: [Diagnostic]) {
        for diagnostic in found {
            // What is missing from the data is missing wherever it is asked for.
            let isMissing = [.missingFile, .missingValue].contains(diagnostic.code)
            let place = isMissing ? nil : diagnostic.place
            let key = ReportKey(
                summary: diagnostic.summary, path: place?.source.key, offset: place?.range.lowerBound)
            if reported.insert(key).inserted { diagnostics.append(diagnostic) }
        }
    }
}
