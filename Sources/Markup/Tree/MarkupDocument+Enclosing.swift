extension MarkupDocument {
    /// Puts parts of a line into elements `span` of a class; ruby that a part reaches into goes in as a whole.
    ///
    /// - Parameters:
    ///   - parts: in order, by the bytes of what stands in the line.
    ///   - first: the first of the texts and rubies, children of one element beside one another, that the line consists of.
    public mutating func enclose(_ parts: [Range<Int>], ofLineFrom first: NodeID, class name: String) {
        var node = first
        var place = 0
        var before = Self.none
        for part in parts {
            // To where the part begins.
            while place < part.lowerBound {
                let length = lengthOfLine(in: node)
                if element(node) == nil, place + length > part.lowerBound { cut(node, at: part.lowerBound - place) }
                place += lengthOfLine(in: node)
                (before, node) = (node, next(node))
            }
            let span: NodeID
            if before == Self.none, nodes[Int(parent(node))].firstChild == node {
                span = insert(.span, before: node)
            } else {
                if before == Self.none { before = sibling(before: node) }
                span = insert(
                    Node(
                        kind: .element, name: .span, parent: parent(node), start: 0, end: 0,
                        origin: nodes[Int(node)].origin),
                    behind: before)
            }
            set(.class, name, of: span)
            while place < part.upperBound, next(span) != Self.none {
                let length = lengthOfLine(in: next(span))
                if element(next(span)) == nil, place + length > part.upperBound {
                    cut(next(span), at: part.upperBound - place)
                }
                place += lengthOfLine(in: next(span))
                moveNext(of: span)
            }
            (before, node) = (span, next(span))
        }
    }

    /// Puts `wbr` at places of a text.
    ///
    /// - Parameter find: finds the places in its bytes, in order.
    public mutating func allowBreaks(in text: NodeID, _ find: ([UInt8]) -> [Int]) {
        let range = textRange(text)
        // All addresses have one of these.
        guard buffer[range].contains(where: { $0 == UInt8(ascii: ".") }) else { return }
        for place in find(Array(buffer[range])).reversed() {
            cut(text, at: place)
            _ = insert(
                Node(
                    kind: .element, name: .wbr, parent: parent(text), start: 0, end: 0, origin: nodes[Int(text)].origin),
                behind: text)
        }
    }

    /// Bytes of a text, or of ruby without its readings.
    private func lengthOfLine(in node: NodeID) -> Int {
        element(node) == nil ? textRange(node).count : bytes(of: node).count
    }

    /// Makes two texts of one.
    private mutating func cut(_ text: NodeID, at offset: Int) {
        let range = textRange(text)
        let end = range.lowerBound + offset
        nodes[Int(text)].end = UInt32(end)
        _ = insert(textNode(end..<range.upperBound, in: parent(text)), behind: text)
    }

    private func sibling(before node: NodeID) -> NodeID {
        var found = nodes[Int(parent(node))].firstChild
        while next(found) != node { found = next(found) }
        return found
    }

    /// Moves the node behind an element into it, behind what is there.
    private mutating func moveNext(of element: NodeID) {
        let moved = next(element)
        let outer = Int(parent(element))
        nodes[Int(element)].next = next(moved)
        if nodes[outer].lastChild == moved { nodes[outer].lastChild = element }
        nodes[Int(moved)].parent = element
        nodes[Int(moved)].next = Self.none
        let last = nodes[Int(element)].lastChild
        if last == Self.none { nodes[Int(element)].firstChild = moved } else { nodes[Int(last)].next = moved }
        nodes[Int(element)].lastChild = moved
    }
}
