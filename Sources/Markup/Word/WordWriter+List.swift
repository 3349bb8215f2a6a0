import Japanese

/// Lists and the marks of their items.
extension WordWriter {
    /// A mark that the next paragraph begins with, and how far from the margin it stands.
    struct Mark {
        let text: String
        let indent: Int
        /// Where Word counts it; nil where it is text.
        var place: WordNumbering.Place?
    }

    /// The mark of an item or heading, which the composer has put first, and what follows.
    struct Marked {
        var mark = ""
        /// What Word counts it by; nil where Word writes it otherwise.
        var count: (marker: Marker, number: Int)?
        var rest: [MarkupDocument.NodeID]
    }

    func splitMark(_ node: MarkupDocument.NodeID) -> Marked {
        let children = Array(document.children(node))
        guard let first = children.first, document.has(.marker, first) else { return Marked(rest: children) }
        return Marked(
            mark: document.text(of: first), count: document.wordCount(of: node), rest: Array(children.dropFirst()))
    }

    mutating func writeList(_ list: MarkupDocument.NodeID, _ place: Place) {
        let items = document.children(list).map { (node: $0, parts: splitMark($0)) }
        let width = DisplayWidth()
        let columns = items.map { width.columns(Array($0.parts.mark.utf8)) }.max() ?? 0
        // The mark and half a character; of lists without marks nothing.
        let hanging = columns == 0 ? 0 : (columns * Self.em + Self.em) / 2
        var counted: WordNumbering.Place?
        for item in items {
            noteBookmark(of: item.node)
            var inner = place
            inner.isBody = false
            inner.indent += hanging
            if !item.parts.mark.isEmpty {
                if let count = item.parts.count, counted == nil {
                    counted = numbering.addList(count.marker, from: count.number)
                }
                pendingMarks.append(
                    Mark(
                        text: item.parts.mark, indent: place.indent, place: item.parts.count == nil ? nil : counted))
            }
            write(item.parts.rest, inner)
            writePendingMarks(inner)
        }
    }

    /// The marks of what has no paragraph, on a line of their own.
    mutating func writePendingMarks(_ place: Place) {
        if !pendingMarks.isEmpty { writeParagraph([], style: nil, place) }
    }

    mutating func writeDefinitions(_ list: MarkupDocument.NodeID, _ place: Place) {
        for child in document.children(list) {
            noteBookmark(of: child)
            var inner = place
            inner.isBody = false
            if document.element(child) == .dt { inner.isBold = true } else { inner.indent += 2 * Self.em }
            writeChildren(of: child, inner)
        }
    }
}

extension MarkupDocument {
    /// What Word counts the mark of an item or heading by, where it reads the same.
    ///
    /// Marks of lists one of which begins the other stand in one line, which Word cannot count two in.
    func wordCount(of node: NodeID) -> (marker: Marker, number: Int)? {
        guard let span = children(node).first(where: { _ in true }), has(.marker, span),
            let sample = attribute(.dataMarker, of: span),
            let number = attribute(.dataStart, of: span).flatMap({ Int($0) })
        else { return nil }
        let marker = Marker(sample: sample)
        guard marker.isWord(number), !beginsWithList(node) else { return nil }
        if element(node) == .li, firstChild(parent(node)) == node {
            let outer = parent(parent(node))
            if element(outer) == .li, beginsWithList(outer) { return nil }
        }
        return (marker, number)
    }

    /// Whether a list is the first thing behind an item's mark.
    private func beginsWithList(_ item: NodeID) -> Bool {
        let first = children(item).dropFirst().first { element($0).map { !$0.isInline } ?? false || hasWords($0) }
        guard let first else { return false }
        return element(first) == .ol || element(first) == .ul
    }
}
