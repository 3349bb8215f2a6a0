public import Diagnostics
public import Records

extension SourceList {
    /// The figures of a board's documents, in the order in which they are first printed; the years of a series are one row.
    public init(_ texts: [TracedText]) {
        var rows: [Row] = []
        var places: [String: Int] = [:]
        for text in texts where text.isOnPage {
            for piece in text.pieces {
                guard let datum = piece.datum, datum.isFigure else { continue }
                var records = Array(datum.path.dropLast())
                let year = records.last.flatMap { $0.hasSuffix("年度") && records.count > 1 ? records.popLast() : nil }
                let label = records.isEmpty ? datum.label : records.joined(separator: "　")
                let value = "\(datum.path.last ?? "") \(text.text(of: piece))"
                let key = "\(label) \(datum.source ?? "")"
                guard let place = places[key] else {
                    places[key] = rows.count
                    rows.append(
                        Row(label: label, years: [(year, [value])], documents: [text.title], source: datum.source))
                    continue
                }
                rows[place].add(value, of: year)
                if !rows[place].documents.contains(text.title) { rows[place].documents.append(text.title) }
            }
        }
        self.init(rows: rows)
    }

    /// The list as a page and as plain text, by the template `sources`; nil where that is wrong, which is told.
    public func page(
        of board: Board, templates: TemplateFolder, options: RenderOptions, diagnostics: inout [Diagnostic]
    ) -> (html: [UInt8], text: [UInt8])? {
        do {
            return try DocumentRenderer.page(
                "sources", titled: "出典一覧", of: board.with(self), templates: templates, options: options,
                diagnostics: &diagnostics)
        } catch {
            diagnostics.append(error.diagnostic)
            return nil
        }
    }
}
