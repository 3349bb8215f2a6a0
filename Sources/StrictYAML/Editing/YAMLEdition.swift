import Diagnostics
public import Files

/// A file with its edits made, read again and found to be what was meant.
public struct YAMLEdition: Sendable {
    public let source: SourceFile
    public let tree: YAMLTree
    private let original: SourceFile
    private let patches: [Patch]

    private struct Patch: Sendable {
        let old, new: Range<Int>
    }

    init(_ edits: YAMLEdits, _ patches: [YAMLPatch]) throws(YAMLEditError) {
        original = edits.tree.source
        var bytes: [UInt8] = []
        bytes.reserveCapacity(original.bytes.count + patches.reduce(0) { $0 + $1.bytes.count })
        var done: [Patch] = []
        var position = 0
        for patch in patches {
            bytes += original.bytes[position..<patch.range.lowerBound]
            let start = bytes.count
            bytes += patch.bytes
            done.append(Patch(old: patch.range, new: start..<bytes.count))
            position = patch.range.upperBound
        }
        bytes += original.bytes[position...]
        let tree = try Self.parse(bytes, edits)
        guard patches.last?.range.upperBound == original.bytes.count, Self.lacksLastBreak(tree) else {
            (self.patches, self.tree, source) = (done, tree, tree.source)
            return
        }
        // Other programs read the text's last line feed only where it is there.
        let lineBreak = YAMLHabits.lineBreak(YAMLLayout(tree))
        let last = done.removeLast()
        self.patches = done + [Patch(old: last.old, new: last.new.lowerBound..<bytes.count + lineBreak.count)]
        self.tree = try Self.parse(bytes + lineBreak, edits)
        source = self.tree.source
    }

    private static func parse(_ bytes: [UInt8], _ edits: YAMLEdits) throws(YAMLEditError) -> YAMLTree {
        do throws(ParseError) {
            return try YAMLParser.parse(
                SourceFile(path: edits.tree.source.path, bytes: bytes), folding: edits.folding)
        } catch {
            throw YAMLEditError(.unreadable, at: edits.tree.place(of: edits.tree.root), reason: error)
        }
    }

    /// Whether a file ends within a block scalar whose text ends with a line feed.
    private static func lacksLastBreak(_ tree: YAMLTree) -> Bool {
        guard let node = tree.nodes.last, node.style == .literal || node.style == .folded else { return false }
        let last = tree.source.bytes.last
        return last != Byte.lineFeed && last != Byte.carriageReturn
            && tree.text(of: tree.nodes.count - 1).utf8.last == Byte.lineFeed
    }

    /// What changes, as `diff -u` shows it; empty where nothing does.
    public func diff() -> String {
        UnifiedDiff.text(original, source, patches.map { UnifiedDiff.Change(old: $0.old, new: $0.new) })
    }
}

extension YAMLEdits {
    /// Makes the edits, reads the result, and compares all of it with what was meant.
    /// - Throws: when an edit cannot be made or the result is not read as it was meant; then there is no result.
    public func applied() throws(YAMLEditError) -> YAMLEdition {
        try check()
        guard let patches = YAMLPatcher(self).inOrder() else {
            throw YAMLEditError(.overlapping, at: tree.place(of: tree.root))
        }
        let edition = try YAMLEdition(self, patches)
        if let node = misread(tree.root, in: edition.tree, edition.tree.root) {
            throw YAMLEditError(.misread, at: tree.place(of: node))
        }
        return edition
    }

    // MARK: Before

    private func check() throws(YAMLEditError) {
        for (node, content) in values {
            if isKey(node), content.isCollection { throw YAMLEditError(.wrongKind, at: tree.place(of: node)) }
            try checkSurroundings(node, isInside: false)
        }
        for lead in removed {
            guard let parent = parent(of: lead) else { throw YAMLEditError(.wrongKind, at: tree.place(of: lead)) }
            if values[lead] != nil { throw YAMLEditError(.overlapping, at: tree.place(of: lead)) }
            try checkSurroundings(parent, isInside: true)
        }
        for (node, insertions) in insertions {
            try checkSurroundings(node, isInside: true)
            let isBlank = tree.nodes[node].kind == .scalar && tree.nodes[node].style == .empty && !isKey(node)
            let takesKeys = isBlank ? insertions.first?.key != nil : tree.nodes[node].kind == .mapping
            let isRight = insertions.allSatisfy { ($0.key != nil) == takesKeys }
            guard isRight, isBlank || tree.nodes[node].kind != .scalar else {
                throw YAMLEditError(.wrongKind, at: tree.place(of: node))
            }
        }
        for mapping in Set(values.keys.filter(isKey).compactMap(parent)).union(insertions.keys) {
            try checkKeys(mapping)
        }
    }

    /// Refuses an edit of a node, or inside of it, where that goes or stands in what is replaced.
    private func checkSurroundings(_ node: Int, isInside: Bool) throws(YAMLEditError) {
        var current: Int? = node
        while let place = current {
            let isReplaced = values[place] != nil && (place != node || isInside)
            if isReplaced || removed.contains(lead(of: place)) {
                throw YAMLEditError(.overlapping, at: tree.place(of: node))
            }
            current = parent(of: place)
        }
    }

    private func checkKeys(_ mapping: Int) throws(YAMLEditError) {
        if tree.nodes[mapping].kind == .sequence { return }
        var keys: Set<[UInt8]> = []
        let leads = entryLeads(mapping)
        for member in members(mapping, leads) {
            let key: String? =
                switch member {
                case .new(let insertion): insertion.key
                case .kept(let place): name(ofKey: leads[place])
                }
            if let key, !keys.insert(Array(key.utf8)).inserted {
                throw YAMLEditError(.keyExists, at: tree.place(of: mapping))
            }
        }
    }

    /// A key's name as it will be.
    private func name(ofKey key: Int) -> String {
        if case .scalar(let text, _)? = values[key] { text } else { tree.text(of: key) }
    }

    // MARK: After

    /// The first node of the old tree that is not read as it was meant.
    private func misread(_ node: Int, in after: YAMLTree, _ other: Int) -> Int? {
        if let content = values[node] { return after.reads(other, as: content) ? nil : node }
        let leads = entryLeads(node)
        guard rearranges(node, leads) || tree.nodes[node].kind == after.nodes[other].kind else { return node }
        if tree.nodes[node].kind == .scalar, !rearranges(node, leads) {
            return after.reads(other, as: tree.text(of: node)) ? nil : node
        }
        let members = members(node, leads)
        if !members.contains(where: \.isKept), rearranges(node, leads) {
            return after.reads(other, as: content(of: node, members)) ? nil : node
        }
        var children = after.children(of: other)
        for member in members {
            guard let child = children.next() else { return node }
            switch member {
            case .new(let insertion):
                if let key = insertion.key {
                    guard after.reads(child, as: key), let value = children.next(),
                        after.reads(value, as: insertion.content)
                    else { return node }
                } else if !after.reads(child, as: insertion.content) {
                    return node
                }
            case .kept(let place):
                let lead = leads[place]
                guard tree.nodes[node].kind == .mapping else {
                    if let wrong = misread(lead, in: after, child) { return wrong }
                    continue
                }
                guard after.reads(child, as: name(ofKey: lead)), let value = children.next() else { return lead }
                if let wrong = misread(lead + 1, in: after, value) { return wrong }
            }
        }
        return children.next() == nil ? nil : node
    }
}
