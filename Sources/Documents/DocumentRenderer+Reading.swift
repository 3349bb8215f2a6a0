public import Diagnostics
import Markup
import Mustache
public import Records
import Templates

/// A board's documents as others than their readers read them.
extension DocumentRenderer {
    // MARK: Old against new

    /// The prose of a board's documents by their identifiers, with their titles; nil of what cannot be made.
    static func prose(
        of board: Board, templates: TemplateFolder, options: RenderOptions, diagnostics: inout [Diagnostic]
    ) -> [(id: String, title: String, passages: [Passage]?)] {
        guard let record = board.record else { return [] }
        var renderer = DocumentRenderer(board: board, record: record, templates: templates, options: options)
        let found = renderer.plan.papers.filter { $0.facility == nil }.map { paper in
            (paper.id, paper.document.text(DocumentEntry.title) ?? paper.id, renderer.passages(of: paper))
        }
        diagnostics += renderer.diagnostics
        return found
    }

    // MARK: Where a figure comes from

    /// The text of a board's documents with the data that it prints; what cannot be made is left out.
    public static func trace(
        _ board: Board, templates: TemplateFolder, options: RenderOptions, diagnostics: inout [Diagnostic]
    ) -> [TracedText] {
        guard let record = board.record else { return [] }
        var renderer = DocumentRenderer(board: board, record: record, templates: templates, options: options)
        let index = DatumIndex(board)
        let found = renderer.plan.papers.flatMap { renderer.trace($0, index) }
        diagnostics += renderer.diagnostics
        return found
    }

    private mutating func trace(_ paper: OutputPlan.Paper, _ index: DatumIndex) -> [TracedText] {
        guard let template = prepare(paper) else { return [] }
        let scope = scope(of: paper, in: template)
        guard let made = try? DocumentMaker.make(template.tree, template.names(types), scope: scope, traces: true)
        else { return [] }
        let tree = template.tree
        let title = paper.document.text(DocumentEntry.title) ?? paper.id
        let downloads = DownloadedValue.all(
            of: paper, hasStructuredData: !made.document.elements(.structuredData).isEmpty, openData, board)
        return made.findings.traces.joined.map { trace in
            TracedText(
                document: paper.name, title: title, heading: trace.heading,
                text: String(decoding: trace.text, as: UTF8.self),
                pieces: trace.pieces.map { piece in
                    let tag = tree.tags[piece.tag]
                    let datum = scope.file(of: piece.value).flatMap {
                        index.datum(of: piece.value.value, in: $0, named: tag.name.segments)
                    }
                    return TracedText.Piece(range: piece.range, datum: datum, tag: tag.place)
                }, element: tree.place(of: trace.element))
        } + downloads.map { $0.traced(title, index) }
    }

    private mutating func passages(of paper: OutputPlan.Paper) -> [Passage]? {
        guard let template = prepare(paper) else { return nil }
        let scope = scope(of: paper, in: template)
        guard let made = try? DocumentMaker.make(template.tree, template.names(types), scope: scope),
            made.findings.missing.isEmpty
        else { return nil }
        let title = paper.document.text(DocumentEntry.title) ?? ""
        let composed = Composer.compose(
            made.document, page: page(paper.name + OutputFormat.html.suffix, title, template))
        return Passage.passages(of: composed.document, repeated: made.findings.repeated)
    }
}
