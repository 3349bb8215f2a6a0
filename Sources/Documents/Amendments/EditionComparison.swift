public import Diagnostics
public import Records

/// Two editions of a board compared: what their data says, and the prose of their documents (新旧対照表).
public struct EditionComparison {
    /// An edition with the templates that its documents are made of.
    public struct Edition {
        let board: Board
        let templates: TemplateFolder
        let name: String

        public init(_ board: Board, templates: TemplateFolder, name: String) {
            (self.board, self.templates, self.name) = (board, templates, name)
        }

        /// Whether the two are of one municipality.
        public func isSameBoard(as other: Edition) -> Bool {
            board.record?[BoardRecord.municipalityCode] == other.board.record?[BoardRecord.municipalityCode]
        }
    }

    public let amendments: Amendments
    private let new: Edition
    private let options: RenderOptions

    /// - Parameter diagnostics: why a document could not be made in either edition: its prose is not compared.
    public init(new: Edition, old: Edition, options: RenderOptions, diagnostics: inout [Diagnostic]) {
        let data = BoardComparison(new: new.board, old: old.board)
        let after = DocumentRenderer.prose(
            of: new.board, templates: new.templates, options: options, diagnostics: &diagnostics)
        let before = DocumentRenderer.prose(
            of: old.board, templates: old.templates, options: options, diagnostics: &diagnostics)
        let uncompared = after.filter { document in
            before.contains { $0.id == document.id && ($0.passages == nil || document.passages == nil) }
        }
        let prose = after.compactMap { document -> AmendedSection? in
            guard let passages = document.passages,
                let other = before.first(where: { $0.id == document.id })?.passages
            else { return nil }
            let rows = ProseComparison.rows(new: passages, old: other)
            return rows.isEmpty ? nil : AmendedSection(title: "「\(document.title)」の文章", rows: rows)
        }
        amendments = Amendments(
            newName: new.name, oldName: old.name, sections: data.sections + prose, list: data.list,
            uncompared: uncompared.map(\.title))
        (self.new, self.options) = (new, options)
    }

    /// The table as a page and as plain text, by the template `amendments`; nil where that is wrong, which is told.
    public func table(diagnostics: inout [Diagnostic]) -> (html: [UInt8], text: [UInt8])? {
        do {
            return try DocumentRenderer.page(
                "amendments", titled: "新旧対照表", of: new.board.with(amendments), templates: new.templates,
                options: options, diagnostics: &diagnostics)
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }
}
