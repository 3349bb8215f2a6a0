/// Entries of block collections that come and go.
extension YAMLPatcher {
    mutating func rearrangeBlock(_ node: Int, _ entries: [YAMLLayout.Entry], _ members: [YAMLEdits.Member]) {
        let kept = members.compactMap { if case .kept(let place) = $0 { place } else { nil } }
        guard let first = kept.first, let last = kept.last else { return }
        let isCompact = !layout.isFirstOnLine(entries[0].head)
        let isJoined = isCompact && first > 0 && isAdjoining(entries, first)
        if isJoined { delete(entries[0].head..<entries[first].head) }
        var isKept = Array(repeating: false, count: entries.count)
        for place in kept { isKept[place] = true }
        for place in entries.indices where !isKept[place] && !(isJoined && place < first) {
            if isCompact, place == 0 {
                delete(layout.skipBlanksBack(entries[0].head)..<layout.end(of: entries[0]))
            } else {
                removeLines(entries, place, isFirst: place < first, isLast: place > last)
            }
        }
        insertMembers(node, entries, members, first: first, isInline: isCompact && (first == 0 || isJoined))
    }

    /// Whether nothing that stays lies between an entry that is to follow its collection's dash and that dash.
    private func isAdjoining(_ entries: [YAMLLayout.Entry], _ first: Int) -> Bool {
        (0..<first).allSatisfy { place in
            let next = entries[place + 1]
            let start = place + 1 < first ? layout.start(of: next) : layout.lineStart(next.head)
            let below = layout.blanksBelow(layout.end(of: entries[place]))
            return layout.nextLine(below.end) == start
        }
    }

    /// Removes an entry with the blank lines that set it off: of those above and below it the fewer, so that what is left
    /// stands as far apart as it did; of the first those below, of the last those above.
    private mutating func removeLines(_ entries: [YAMLLayout.Entry], _ place: Int, isFirst: Bool, isLast: Bool) {
        var start = layout.start(of: entries[place])
        var end = layout.end(of: entries[place])
        let limit = place > 0 ? layout.end(of: entries[place - 1]) : layout.textStart
        let above = layout.blanksAbove(start, behind: limit)
        let below = layout.blanksBelow(end)
        // Blank lines would become part of a block scalar that keeps them.
        let takesBelow = place > 0 && layout.keepsBlanks(entries[place - 1].value)
        if isFirst || takesBelow || !isLast && below.count < above.count {
            end = below.end
        } else {
            start = above.start
        }
        // Of the last line that such a scalar keeps the end is left, too.
        if let before = layout.previousLineEnd(start), !takesBelow || !layout.isFirstOnLine(before) {
            delete(before..<end)
        } else {
            delete(start..<(layout.nextLine(end) ?? end))
        }
    }

    // MARK: Inserting

    /// - Parameter isInline: whether the first entry that stays stands behind the collection's dash.
    private mutating func insertMembers(
        _ node: Int, _ entries: [YAMLLayout.Entry], _ members: [YAMLEdits.Member], first: Int, isInline: Bool
    ) {
        let column = layout.column(entries[0].head)
        var previous: Int?
        for member in members {
            guard case .new(let insertion) = member else {
                if case .kept(let place) = member { previous = place }
                continue
            }
            if let previous {
                let end = layout.end(of: entries[previous])
                let text = text(insertion, node, at: column, before: end)
                let gap = gap(for: insertion, entries, behind: previous)
                insert(gap + writer.newLine(column) + text, at: end)
                continue
            }
            let text = text(insertion, node, at: column, before: nil)
            if isInline {
                insert(text + writer.newLine(column), at: entries[first].head)
            } else {
                let gap = insertion.key == nil ? gap(for: insertion, entries, behind: first) : []
                let margin = Array(repeating: Byte.space, count: column)
                insert(margin + text + gap + habits.lineBreak, at: layout.start(of: entries[first]))
            }
        }
    }

    private func text(_ insertion: YAMLEdits.Insertion, _ node: Int, at column: Int, before lineEnd: Int?) -> [UInt8] {
        // Comments of an entry that follows stand at its own column, where they end a block scalar.
        let hasComment = lineEnd.map { layout.hasComment(below: $0, from: column + 1) } ?? false
        let writer = ContentWriter(habits, allowsBlock: !hasComment)
        let remark = insertion.remark.map { ContentWriter.comment($0) + writer.newLine(column) } ?? []
        if let key = insertion.key { return remark + writer.entry(key, insertion.content, at: column) }
        return remark + writer.listItem(insertion.content, at: column, name: edits.name(of: node))
    }

    /// The blank lines that set a new entry off, as those of its kind are.
    private func gap(for insertion: YAMLEdits.Insertion, _ entries: [YAMLLayout.Entry], behind place: Int) -> [UInt8] {
        let entry = entries[place]
        let isAlike = insertion.content.isCollection && layout.isBlockCollection(entry.value)
        if insertion.key != nil && !isAlike || layout.keepsBlanks(entry.value) { return [] }
        let count: Int
        if place + 1 < entries.count {
            count = layout.blanksBelow(layout.end(of: entry)).count
        } else if place > 0 {
            count = layout.blanksBelow(layout.end(of: entries[place - 1])).count
        } else {
            count = insertion.key == nil && isAlike ? habits.itemGap : 0
        }
        return Array(repeatElement(habits.lineBreak, count: count).joined())
    }
}
