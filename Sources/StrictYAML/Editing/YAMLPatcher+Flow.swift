/// Entries of flow collections that come and go.
extension YAMLPatcher {
    mutating func rearrangeFlow(_ node: Int, _ entries: [YAMLLayout.Entry], _ members: [YAMLEdits.Member]) {
        let kept = members.compactMap { if case .kept(let place) = $0 { place } else { nil } }
        guard let first = kept.first else { return }
        var from = 0
        for place in kept + [entries.count] {
            if from < place { removeRun(from..<place, entries, isFirst: from == 0) }
            from = place + 1
        }
        var previous: Int?
        for member in members {
            switch member {
            case .kept(let place): previous = place
            case .new(let insertion): insertText(text(insertion, node), entries, behind: previous, first: first)
            }
        }
    }

    private func text(_ insertion: YAMLEdits.Insertion, _ node: Int) -> [UInt8] {
        if let key = insertion.key { return writer.inlineEntry(key, insertion.content) }
        return writer.inline(insertion.content, name: edits.name(of: node))
    }

    private func end(_ entry: YAMLLayout.Entry) -> Int { tree.nodes[entry.value].range.upperBound }

    /// Removes entries with one of the commas round them, and leaves comments between entries.
    private mutating func removeRun(_ run: Range<Int>, _ entries: [YAMLLayout.Entry], isFirst: Bool) {
        let (head, end) = (entries[run.lowerBound].head, end(entries[run.upperBound - 1]))
        if !isFirst, !hasComment(self.end(entries[run.lowerBound - 1])..<head) {
            return delete(self.end(entries[run.lowerBound - 1])..<end)
        }
        if run.upperBound < entries.count, !hasComment(end..<entries[run.upperBound].head) {
            return delete(head..<entries[run.upperBound].head)
        }
        let comma = layout.skipBlanks(end)
        let hasComma = comma < layout.bytes.count && layout.bytes[comma] == Byte.comma
        delete(head..<(hasComma ? comma + 1 : end))
    }

    private func hasComment(_ range: Range<Int>) -> Bool { layout.bytes[range].contains(Byte.hash) }

    private mutating func insertText(
        _ text: [UInt8], _ entries: [YAMLLayout.Entry], behind previous: Int?, first: Int
    ) {
        guard let previous else {
            return insert(
                text + (separator(entries, before: first + 1) ?? [Byte.comma, Byte.space]), at: entries[first].head)
        }
        if previous + 1 < entries.count, let separator = separator(entries, before: previous + 1),
            !edits.removed.contains(edits.lead(of: entries[previous + 1].value))
        {
            return insert(text + separator, at: entries[previous + 1].head)
        }
        let separator = separator(entries, before: previous + 1) ?? separator(entries, before: previous)
        insert((separator ?? [Byte.comma, Byte.space]) + text, at: end(entries[previous]))
    }

    /// The comma, line break and indentation where an entry stands on a line of its own.
    private func separator(_ entries: [YAMLLayout.Entry], before place: Int) -> [UInt8]? {
        guard place > 0, place < entries.count else { return nil }
        let between = layout.bytes[end(entries[place - 1])..<entries[place].head]
        guard let lineBreak = between.lastIndex(where: { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }) else {
            return nil
        }
        return [Byte.comma] + habits.lineBreak + between[(lineBreak + 1)...]
    }
}
