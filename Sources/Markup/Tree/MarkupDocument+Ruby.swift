extension MarkupDocument {
    /// Puts ruby round parts of a text.
    ///
    /// Readers of screens and writers that do not know ruby get the readings in brackets (`rp`).
    /// - Parameter readings: the parts, in order, counted in scalars.
    public mutating func annotate(_ text: NodeID, _ readings: [(scalars: Range<Int>, reading: String)]) {
        guard nodes[Int(text)].kind == .text, !readings.isEmpty else { return }
        let range = textRange(text)
        // Where each scalar begins, and the end.
        let starts = range.filter { buffer[$0] & 0xC0 != 0x80 } + [range.upperBound]
        var last = text
        var end = range.lowerBound
        for (scalars, reading) in readings where scalars.upperBound < starts.count {
            let base = starts[scalars.lowerBound]..<starts[scalars.upperBound]
            last = cut(end..<base.lowerBound, behind: last, text)
            last = insertRuby(base, reading, behind: last)
            end = base.upperBound
        }
        if end > range.lowerBound, end < range.upperBound { _ = cut(end..<range.upperBound, behind: last, text) }
    }

    /// Makes a part of a text a node: the text itself for the first part of it, which may be empty.
    private mutating func cut(_ part: Range<Int>, behind sibling: NodeID, _ text: NodeID) -> NodeID {
        if sibling == text {
            nodes[Int(text)].end = UInt32(part.upperBound)
            return text
        }
        return part.isEmpty ? sibling : insert(textNode(part, in: nodes[Int(text)].parent), behind: sibling)
    }

    private mutating func insertRuby(_ base: Range<Int>, _ reading: String, behind sibling: NodeID) -> NodeID {
        let parent = nodes[Int(sibling)].parent
        let ruby = insert(
            Node(
                kind: .element, name: .ruby, parent: parent, start: 0, end: 0, origin: nodes[Int(parent)].origin),
            behind: sibling)
        _ = link(textNode(base, in: ruby))
        append(text: "（", to: append(.rp, to: ruby))
        append(text: reading, to: append(.rt, to: ruby))
        append(text: "）", to: append(.rp, to: ruby))
        return ruby
    }

    func textNode(_ range: Range<Int>, in parent: NodeID) -> Node {
        Node(
            kind: .text, name: .span, parent: parent, start: UInt32(range.lowerBound), end: UInt32(range.upperBound),
            origin: nodes[Int(parent)].origin)
    }
}
