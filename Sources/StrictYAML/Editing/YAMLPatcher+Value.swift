/// Another value in a value's place.
extension YAMLPatcher {
    /// Where a value stands in block context.
    private enum Slot {
        /// Behind the colon or the dash at an offset.
        case key(Int)
        case item(Int)
        case root

        var offset: Int? {
            switch self {
            case .key(let offset), .item(let offset): offset
            case .root: nil
            }
        }
    }

    mutating func replace(_ node: Int, with content: YAMLContent) {
        if let parent = edits.parent(of: node), layout.isFlow(parent) { return replaceInFlow(node, with: content) }
        let slot = slot(of: node)
        if layout.isBlockCollection(node) {
            replaceLines(node, slot, with: content)
        } else if tree.nodes[node].style == .empty, tree.nodes[node].kind == .scalar, case .root = slot {
            fillRoot(with: content)
        } else {
            replaceText(node, slot, with: content)
        }
    }

    // MARK: In brackets

    private mutating func replaceInFlow(_ node: Int, with content: YAMLContent) {
        let text: [UInt8]
        if case .scalar(let scalar, let isTyped) = content, tree.nodes[node].kind == .scalar {
            let style = tree.nodes[node].style
            let place = ScalarPlace(isInFlow: true, style: style, isTyped: isTyped || self.isTyped(scalar, node))
            text = writer.scalars.write(scalar, place).head
        } else {
            text = writer.inline(content, name: edits.name(of: node))
        }
        let range = tree.nodes[node].range
        guard tree.nodes[node].kind == .scalar, tree.nodes[node].style == .empty else { return patch(range, text) }
        // A key may have no value, and then not even a colon.
        let keyEnd = tree.nodes[edits.lead(of: node)].range.upperBound
        let hasColon = layout.bytes[keyEnd..<range.lowerBound].contains(Byte.colon)
        patch(hasColon ? range : keyEnd..<range.upperBound, (hasColon ? [] : [Byte.colon]) + [Byte.space] + text)
    }

    // MARK: On lines

    private func slot(of node: Int) -> Slot {
        let lead = edits.lead(of: node)
        if lead != node { return .key(layout.skipBlanks(tree.nodes[lead].range.upperBound) + 1) }
        let start = tree.nodes[node].range.lowerBound
        if let parent = edits.parent(of: node) {
            let dashEnd = layout.skipBlanksBack(start)
            if !layout.isFirstOnLine(start) { return .item(dashEnd) }
            return .item((layout.entries(parent).first { $0.value == node }?.head ?? start) + 1)
        }
        // On the line of `---`, as behind a key.
        return layout.isFirstOnLine(start) ? .root : .key(layout.lineStart(start) + 3)
    }

    /// The column of the collection that a value stands in.
    private func parentColumn(_ node: Int) -> Int {
        guard let parent = edits.parent(of: node) else { return -1 }
        return layout.column(tree.nodes[parent].range.lowerBound)
    }

    /// - Parameter column: where a collection begins that stands on the line of its dash.
    private func written(
        _ content: YAMLContent, _ node: Int, _ slot: Slot, at column: Int, before lineEnd: Int
    ) -> YAMLWriting {
        let parent = parentColumn(node)
        let style = tree.nodes[node].kind == .scalar ? tree.nodes[node].style : .empty
        if case .scalar(let text, let isTyped) = content {
            var place = ScalarPlace(parentColumn: parent, style: style)
            place.bodyColumn = bodyColumn(node) ?? max(parent, 0) + habits.mappingIndent
            if layout.keepsBlanks(node), layout.nextLine(lineEnd) != nil {
                place.blanksBelow = layout.blanksBelow(lineEnd).count
            }
            place.allowsBlock = !layout.hasComment(below: lineEnd, from: place.bodyColumn)
            place.isTyped = isTyped || self.isTyped(text, node)
            return writer.scalars.write(text, place)
        }
        let isOld = tree.nodes[node].kind != .scalar && !layout.entries(node).isEmpty
        let isFlow = layout.isFlow(node) ? true : isOld ? false : nil
        let writer = ContentWriter(habits, allowsBlock: !layout.hasComment(below: lineEnd, from: parent + 1))
        let name = edits.name(of: node)
        if case .key = slot { return writer.value(content, under: parent, name: name, isFlow: isFlow) }
        return writer.item(content, at: column, under: parent, name: name, isFlow: isFlow)
    }

    /// The column of the text of a block scalar that has some.
    private func bodyColumn(_ node: Int) -> Int? {
        guard layout.isBlockScalar(node) else { return nil }
        var line = layout.nextLine(layout.lineEnd(tree.nodes[node].range.lowerBound))
        while let start = line, start < tree.nodes[node].range.upperBound {
            if !layout.isLastOnLine(start) { return layout.skipBlanks(start) - start }
            line = layout.nextLine(layout.lineEnd(start))
        }
        return nil
    }

    /// Replaces a scalar, or a collection in brackets.
    private mutating func replaceText(_ node: Int, _ slot: Slot, with content: YAMLContent) {
        let range = tree.nodes[node].range
        let isBlock = layout.isBlockScalar(node)
        let headEnd = isBlock ? layout.headerEnd(node) : range.upperBound
        let lineEnd = layout.lineEnd(headEnd)
        let bodyEnd = isBlock ? max(range.upperBound, lineEnd) : lineEnd
        let isEmpty = range.isEmpty
        let column = layout.column(range.lowerBound) + (isEmpty ? habits.itemOffset - 1 : 0)
        let writing = written(content, node, slot, at: column, before: bodyEnd)
        let below = writing.below
        var head = range.lowerBound..<headEnd
        if writing.head.isEmpty {
            head = max(layout.skipBlanksBack(head.lowerBound), slot.offset ?? 0)..<headEnd
            if layout.isFirstOnLine(head.lowerBound) {
                // On a line of its own, which a comment behind it keeps.
                let before = layout.isLastOnLine(headEnd) ? layout.previousLineEnd(head.lowerBound) : nil
                head = before.map { $0..<lineEnd } ?? range.lowerBound..<layout.skipBlanks(headEnd)
            }
        }
        let gap = isEmpty ? self.gap(slot) : []
        patch(head, (writing.head.isEmpty ? [] : gap) + writing.head)
        patch(lineEnd..<bodyEnd, below)
    }

    /// What stands between a colon or dash and the value behind it.
    private func gap(_ slot: Slot) -> [UInt8] {
        if case .item = slot { return Array(repeating: Byte.space, count: habits.itemOffset - 1) }
        return [Byte.space]
    }

    /// Replaces a block collection.
    private mutating func replaceLines(_ node: Int, _ slot: Slot, with content: YAMLContent) {
        let entries = layout.entries(node)
        guard let first = entries.first, let last = entries.last else { return }
        let end = ending(node, slot, last)
        guard let offset = slot.offset, layout.isFirstOnLine(first.head) else {
            let writing = written(content, node, slot, at: layout.column(first.head), before: end)
            return patch(first.head..<end, writing.head + writing.below)
        }
        let column = layout.column(offset) + habits.itemOffset - 1
        let writing = written(content, node, slot, at: column, before: end)
        let start = layout.start(of: first)
        let lines = (layout.previousLineEnd(start) ?? start)..<end
        guard !writing.head.isEmpty else { return patch(lines, writing.below) }
        insert(gap(slot) + writing.head, at: offset)
        // Comments must not come between the head of a block scalar and its text.
        patch(writing.below.isEmpty ? lines : layout.lineEnd(offset)..<end, writing.below)
    }

    /// The end of a block collection's lines, and of the comments that belong to what it is the value of.
    private func ending(_ node: Int, _ slot: Slot, _ last: YAMLLayout.Entry) -> Int {
        let head: Int? =
            switch slot {
            case .key: tree.nodes[edits.lead(of: node)].range.lowerBound
            case .item(let offset): offset - 1
            case .root: nil
            }
        guard let head else { return layout.end(of: last) }
        return layout.end(of: YAMLLayout.Entry(head: head, value: node))
    }

    /// Fills a file in which there is no value.
    private mutating func fillRoot(with content: YAMLContent) {
        let offset = tree.nodes[tree.root].range.lowerBound
        let writing = written(content, tree.root, .root, at: 0, before: offset)
        let text = writing.head + writing.below
        if layout.lineStart(offset) == offset {
            insert(text + habits.lineBreak, at: offset)
        } else {
            insert(habits.lineBreak + text, at: offset)
        }
    }

    private func isTyped(_ text: String, _ node: Int) -> Bool {
        guard let kind = CoreKind(text) else { return false }
        if habits.isPlain(kind, under: edits.name(of: node)) { return true }
        return tree.nodes[node].style == .plain && CoreKind(tree.text(of: node)) == kind
    }
}
