import Japanese

/// Lists and the flow diagram.
extension TextWriter {
    /// Each item's mark stands in a column as wide as the widest, and the item's lines hang behind it.
    mutating func writeList(_ list: MarkupDocument.NodeID) {
        let items = document.children(list).filter { document.element($0) == .li && !document.has(.screenOnly, $0) }
        let marks = items.map { markText($0) }
        let column = marks.map { style.width.columns($0) }.max() ?? 0
        for (item, mark) in zip(items, marks) {
            let outer = marker
            if !mark.isEmpty {
                let padding = column - style.width.columns(mark)
                marker = outer + mark + Array(repeatElement(UInt8(ascii: " "), count: padding))
            }
            // In the contents, entries without a number stand at the edge.
            indented(by: mark.isEmpty ? 0 : column) { writer in
                let rest = writer.splitMarker(item).rest
                writer.writeNodes(rest)
                // An item without words keeps its number.
                if !writer.marker.isEmpty { writer.writeLine([]) }
            }
        }
    }

    /// The mark and what separates it from the text: nothing behind a full-width bracket or dot, else a space.
    private func markText(_ item: MarkupDocument.NodeID) -> [UInt8] {
        let mark = splitMarker(item).mark
        guard !mark.isEmpty else { return [] }
        let text = String(decoding: mark, as: UTF8.self)
        if text.hasSuffix("）") || text.hasSuffix("・") { return mark }
        let isFullWidth = style.width.columns(mark) == 2 * text.unicodeScalars.count
        return mark + Array((isFullWidth ? "　" : " ").utf8)
    }

    /// Steps as boxes, one under the other, joined by arrows; for the ear as the list that they are.
    mutating func writeFlow(_ list: MarkupDocument.NodeID) {
        if style.tables == .records { return writeList(list) }
        let items = document.children(list).filter { document.element($0) == .li }
        for (index, item) in items.enumerated() {
            writeBox { content in
                let mark = content.markText(item)
                content.marker = mark
                content.indented(by: content.style.width.columns(mark)) { $0.writeNodes($0.splitMarker(item).rest) }
            }
            guard index < items.count - 1 else { break }
            let arrow = style.width.columns("↓")
            writeLine(
                Array(repeatElement(UInt8(ascii: " "), count: boxRule + (boxWidth - arrow) / 2)) + Array("↓".utf8))
        }
    }

    private var boxRule: Int { style.width.columns("─") }

    /// Columns between the sides of a box: as wide as the page, down to whole pieces of the rule.
    private var boxWidth: Int { (available - 2 * boxRule) / (2 * boxRule) * (2 * boxRule) }

    /// Writes blocks with a frame round them.
    mutating func writeBox(_ write: (inout TextWriter) -> Void) {
        let inner = boxWidth
        var content = TextWriter(document, TextStyle(columns: inner - 2, breaker: style.breaker.withoutHanging))
        content.alignment = alignment
        write(&content)
        let (outer, horizontal) = (alignment, String(repeating: "─", count: inner / boxRule))
        alignment = .start
        writeLine(Array("┌\(horizontal)┐".utf8))
        for line in content.output.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
            let padding = max(0, inner - 2 - style.width.columns(Array(line)))
            writeLine(
                Array("│ ".utf8) + line + Array(repeatElement(UInt8(ascii: " "), count: padding)) + Array(" │".utf8))
        }
        writeLine(Array("└\(horizontal)┘".utf8))
        alignment = outer
    }
}
