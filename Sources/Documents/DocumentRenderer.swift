package import Diagnostics
import Markup
import Mustache
package import Records

/// A file to publish: its name inside its board's folder, and its bytes.
package struct OutputFile: Sendable {
    package let name: String
    package let bytes: [UInt8]
    /// Whether it holds a person's particulars.
    package let isPersonal: Bool
}

/// Renders the documents of a board: each template once, checked before and after, written as HTML and as plain text.
package struct DocumentRenderer {
    private let board: Board
    private let templates: TemplateFolder
    private var diagnostics: [Diagnostic] = []
    private var files: [OutputFile] = []
    /// What prose should not repeat; the same for all documents of the board.
    private let figures: TypedFigures
    private let names: LatinNames
    private var digits = DigitWidths()
    private var reported: Set<ReportKey> = []
    private var usedFields: Set<FieldKey> = []

    private struct ReportKey: Hashable {
        let summary: Phrase
        let path: String?
        let offset: Int?
    }

    /// - Parameter only: the documents wanted; nil for all of them.
    /// - Returns: the files, to be published only if no diagnostic is an error.
    package static func render(
        _ board: Board, templates: TemplateFolder, only: Set<String>?, diagnostics: inout [Diagnostic]
    ) -> [OutputFile] {
        guard let record = board.record else { return [] }
        var renderer = DocumentRenderer(board: board, templates: templates)
        let documents = record.records(BoardSchema.documents)
        let names = documents.compactMap { $0.text(BoardSchema.documentID) }
        let pages = Set(["index.html"] + names.flatMap { [$0 + ".html", $0 + ".txt"] })
        for document in documents {
            guard let name = document.text(BoardSchema.documentID), only?.contains(name) ?? true else { continue }
            renderer.render(name, document, pages)
        }
        renderer.renderIndex(record, pages)
        renderer.report(DataProse.findings(board, names: renderer.names))
        renderer.report(renderer.digits.findings(besides: renderer.diagnostics))
        // Where a document failed, or was not wanted, its fields are not known.
        if only == nil, !renderer.diagnostics.containsErrors {
            // A datum that somebody has typed in place of its tag is reported there.
            let used = renderer.usedFields.union(renderer.figures.typedFields)
            renderer.report(UnusedFields.findings(in: board, used: used))
        }
        diagnostics += renderer.diagnostics
        return renderer.files
    }

    private init(board: Board, templates: TemplateFolder) {
        self.board = board
        self.templates = templates
        figures = TypedFigures(board)
        names = LatinNames(board)
    }

    private mutating func render(_ name: String, _ document: RecordView, _ pages: Set<String>) {
        let style = HouseStyle(board: document.file.root, document: document)
        let place = document.file.place(of: document[BoardSchema.documentID])
        let scope = DocumentScope(board: board, document: document, style: style)
        guard let tree = compose(name, scope, style, pages, place) else { return }
        add(name + ".html", HTMLWriter.write(tree), scope)
        add(name + ".txt", TextWriter.write(tree, style: style.text), scope)
    }

    /// The page that leads to the board's documents.
    private mutating func renderIndex(_ board: RecordView, _ pages: Set<String>) {
        let style = HouseStyle(board: board, document: nil)
        let scope = DocumentScope(board: self.board, document: nil, style: style)
        guard let tree = compose("index", scope, style, pages, nil) else { return }
        add("index.html", HTMLWriter.write(tree), scope)
    }

    private mutating func add(_ name: String, _ bytes: [UInt8], _ scope: DocumentScope) {
        files.append(OutputFile(name: name, bytes: bytes, isPersonal: scope.isPersonal))
    }

    /// Checks, renders, parses and completes a document; nil where something is wrong with it.
    private mutating func compose(
        _ name: String, _ scope: DocumentScope, _ style: HouseStyle, _ pages: Set<String>, _ place: Diagnostic.Place?
    ) -> MarkupDocument? {
        do {
            templates.beginDocument()
            guard let template = try templates.library.template(name) else {
                reportMissing(name, place)
                return nil
            }
            let found = TemplateChecker.check(template, scope: scope, library: templates.library)
            usedFields.formUnion(found.usedFields)
            report(found.diagnostics)
            guard !found.diagnostics.containsErrors else { return nil }
            var warnings: [Diagnostic] = []
            var missing: [Diagnostic.Place] = []
            let markup = try MustacheRenderer.render(
                template, with: scope.root, library: templates.library, warnings: &warnings, missing: &missing)
            guard missing.isEmpty else {
                report(missing.map(holes))
                return nil
            }
            let parsed = MarkupParser.parse(markup)
            guard parsed.problems.isEmpty else {
                try report(parsed.problems, in: markup, of: template, scope)
                return nil
            }
            let composed = Composer.compose(
                parsed.document, styleSheet: { [templates] in templates.styleSheet($0)?.text },
                pages: pages)
            try report(composed.problems, in: markup, of: template, scope)
            let proses = templates.usedInDocument.map { TemplateProse($0) }
            report(ProseCheck.check(proses, figures: figures, names: names))
            digits.read(proses, style)
            report(citations(in: proses, composed.numbers))
            return composed.problems.isEmpty ? composed.document : nil
        } catch {
            report([error.diagnostic])
            return nil
        }
    }

    /// Headings cited by a number that somebody has typed, and that no heading has.
    private func citations(in proses: [TemplateProse], _ numbers: Set<String>) -> [Diagnostic] {
        // A page whose headings are not numbered so has nothing to cite.
        guard numbers.contains(where: { $0.hasPrefix("Ⅰ") }) else { return [] }
        return proses.flatMap { prose in
            prose.paragraphs.flatMap { paragraph in
                CitedHeadings.numbers(in: paragraph).filter { !numbers.contains($0.number) }.map { number, range in
                    Diagnostic(
                        .citedHeading, at: Diagnostic.Place(prose.source, paragraph.range(range)),
                        Phrase(ja: "「\(number)」という番号の見出しはありません", en: "no heading has the number \(number)"),
                        help: Phrase(
                            ja: "番号を直接書かず、<ref to=\"見出しのid\"/>を使ってください",
                            en: "do not type the number: use <ref to=\"the heading's id\"/>"))
                }
            }
        }
    }

    /// A tag in a sentence whose value the data does not have.
    private func holes(_ place: Diagnostic.Place) -> Diagnostic {
        let tag = place.source.text(place.range)
        let name = tag.filter { !"{} ".contains($0) }
        return Diagnostic(
            .missingValue, at: place,
            Phrase(
                ja: "「\(tag)」の値がデータにないので、文に穴が空きます", en: "the data has no value for \(tag), which would leave a hole"),
            help: Phrase(
                ja: "データに値を書くか、なくてもよい部分を{{#\(name)}}～{{/\(name)}}で囲んでください",
                en: "write the value, or enclose what can do without it in {{#\(name)}}…{{/\(name)}}"))
    }

    private mutating func reportMissing(_ name: String, _ place: Diagnostic.Place?) {
        report([
            Diagnostic(
                .missingTemplate, at: place,
                Phrase(
                    ja: "文書「\(name)」のひな形「\(templates.path)/\(name).html」がありません",
                    en: "there is no template \(templates.path)/\(name).html for the document \"\(name)\""),
                help: Phrase(ja: "ひな形を作るか、documentsから消してください", en: "make the template, or remove the document"))
        ])
    }

    /// Reports what is wrong with rendered markup at the place in a template that it comes from.
    private mutating func report(
        _ problems: [MarkupProblem], in markup: [UInt8], of template: MustacheTemplate, _ scope: DocumentScope
    ) throws(ParseError) {
        guard !problems.isEmpty else { return }
        let map = try MustacheRenderer.sourceMap(template, with: scope.root, library: templates.library)
        report(
            problems.map { problem in
                // The parser stands behind the tag that it has read.
                let end = min(problem.offset, markup.count)
                let start = markup[..<end].lastIndex(of: UInt8(ascii: "<")) ?? end
                return Diagnostic(problem.code, at: map.place(of: start), problem.summary, help: problem.help)
            })
    }

    /// A fault in a part that several documents share is reported once.
    private mutating func report(_ found: [Diagnostic]) {
        for diagnostic in found {
            // What is missing from the data is missing wherever it is asked for.
            let isMissing = [.missingFile, .missingValue].contains(diagnostic.code)
            let place = isMissing ? nil : diagnostic.place
            let key = ReportKey(
                summary: diagnostic.summary, path: place?.source.path, offset: place?.range.lowerBound)
            if reported.insert(key).inserted { diagnostics.append(diagnostic) }
        }
    }
}
