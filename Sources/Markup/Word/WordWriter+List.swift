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
        // Where Word counts the list, and the number that it would give next: a mark that is text it does not count.
        var counted: (place: WordNumbering.Place, next: Int)?
        for item in items {
            noteBookmark(of: item.node)
            var inner = place
            (inner.isBody, inner.isItem) = (false, true)
            inner.endStays = place.endStays && item.node == items.last?.node
            inner.indent += hanging
            if !item.parts.mark.isEmpty {
                var mark = Mark(text: item.parts.mark, indent: place.indent)
                if let count = item.parts.count {
                    let known = counted.flatMap { $0.next == count.number ? $0.place : nil }
                    let place = known ?? numbering.addList(count.marker, from: count.number)
                    counted = (place, count.number + 1)
                    mark.place = place
                }
                pendingMarks.append(mark)
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
        let items = Array(document.children(list))
        let last = items.last { document.element($0) != nil }
        for child in items {
            noteBookmark(of: child)
            var inner = place
            inner.isBody = false
            inner.endStays = place.endStays && document.next(child) == MarkupDocument.none
            if isContact(document.parent(list)), child != last { inner.staysWithNext = true }
            if document.element(child) == .dt { inner.isBold = true } else { inner.indent += 2 * Self.em }
            writeChildren(of: child, inner)
        }
    }
}

extension MarkupDocument {
    /// What Word counts the mark of an item or heading by, where it reads the same.
    ///
    /// Word cannot count two marks that stand in one line.
    func wordCount(of node: NodeID) -> (marker: Marker, number: Int)? {
        guard isMarked(node), let sample = attribute(.dataMarker, of: firstChild(node)),
            let number = attribute(.dataStart, of: firstChild(node)).flatMap({ Int($0) })
        else { return nil }
        let marker = Marker(sample: sample)
        return marker.isWord(number) && !meetsMark(node) ? (marker, number) : nil
    }

    private func isMarked(_ node: NodeID) -> Bool {
        firstChild(node) != Self.none && has(.marker, firstChild(node))
    }

    /// Whether the line that a mark begins has another, of what is in the item or of the item that it is in.
    private func meetsMark(_ node: NodeID) -> Bool {
        if element(node) == .li, case .mark = lineStart(behindMarkOf: node) { return true }
        var outer = parent(node)
        while outer != Self.none, element(outer) != .li || !isMarked(outer) { outer = parent(outer) }
        return outer != Self.none && lineStart(behindMarkOf: outer) == .mark(of: node)
    }

    private enum LineStart: Equatable {
        case mark(of: NodeID)
        case text
    }

    private func lineStart(behindMarkOf item: NodeID) -> LineStart? {
        children(item).dropFirst().lazy.compactMap { lineStart(of: $0) }.first { _ in true }
    }

    /// What the first line of a node begins with, as the writer comes to it; nil where it has none.
    private func lineStart(of node: NodeID) -> LineStart? {
        guard let name = element(node), !name.isInline else {
            return element(node) == .input || hasWords(node) ? .text : nil
        }
        switch name {
        case _ where has(.screenOnly, node), .hr: return nil
        case .li, .h2, .h3, .h4, .h5, .h6: if isMarked(node) { return .mark(of: node) }
        case .caption, .figcaption: return has(.screenReader, node) ? nil : .text
        case .h1, .p, .table, .svg, .textarea, .legend: return .text
        default: break
        }
        let first = children(node).lazy.compactMap { lineStart(of: $0) }.first { _ in true }
        // An item or a heading has a line even where nothing stands in it.
        return first ?? (name == .li || name.headingLevel != nil ? .text : nil)
    }
}
