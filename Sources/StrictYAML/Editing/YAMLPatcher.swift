/// Bytes in the place of others.
struct YAMLPatch {
    let range: Range<Int>
    let bytes: [UInt8]
}

/// Finds the bytes to be changed for a tree's edits.
struct YAMLPatcher {
    let edits: YAMLEdits
    let tree: YAMLTree
    let layout: YAMLLayout
    let habits: YAMLHabits
    let writer: ContentWriter
    private var patches: [YAMLPatch] = []

    init(_ edits: YAMLEdits) {
        self.edits = edits
        tree = edits.tree
        layout = YAMLLayout(tree)
        habits = YAMLHabits(layout)
        writer = ContentWriter(habits)
        visit(tree.root)
        for remark in edits.remarks { write(remark.text, above: remark.node) }
    }

    /// The patches in the order of their places, deletions that touch joined; nil where two are for the same bytes.
    func inOrder() -> [YAMLPatch]? {
        // What is inserted at one place stands in the order of the walk, inner before outer.
        let order = patches.indices.sorted { first, second in
            let (one, other) = (patches[first].range, patches[second].range)
            if one.lowerBound != other.lowerBound { return one.lowerBound < other.lowerBound }
            return one.isEmpty != other.isEmpty ? one.isEmpty : first < second
        }
        var result: [YAMLPatch] = []
        for patch in order.lazy.map({ patches[$0] }) {
            guard let last = result.last, patch.range.lowerBound < last.range.upperBound else {
                result.append(patch)
                continue
            }
            guard last.bytes.isEmpty, patch.bytes.isEmpty else { return nil }
            let end = max(last.range.upperBound, patch.range.upperBound)
            result[result.count - 1] = YAMLPatch(range: last.range.lowerBound..<end, bytes: [])
        }
        return result
    }

    mutating func patch(_ range: Range<Int>, _ bytes: [UInt8]) {
        if !range.isEmpty || !bytes.isEmpty { patches.append(YAMLPatch(range: range, bytes: bytes)) }
    }

    mutating func insert(_ bytes: [UInt8], at offset: Int) { patch(offset..<offset, bytes) }

    mutating func delete(_ range: Range<Int>) { patch(range, []) }

    private mutating func visit(_ node: Int) {
        if let content = edits.values[node] {
            if edits.isKey(node), case .scalar(let text, _) = content {
                rename(node, to: text)
            } else {
                replace(node, with: content)
            }
            return
        }
        if tree.nodes[node].kind != .scalar {
            for child in tree.children(of: node) { visit(child) }
        }
        let leads = edits.entryLeads(node)
        guard edits.rearranges(node, leads) else { return }
        let members = edits.members(node, leads)
        let entries = layout.entries(node)
        if !members.contains(where: \.isKept) {
            replace(node, with: edits.content(of: node, members))
        } else if layout.isFlow(node) {
            rearrangeFlow(node, entries, members)
        } else {
            rearrangeBlock(node, entries, members)
        }
    }

    /// Writes a comment above an entry, or above the one that it stands in, where it shares that one's line.
    private mutating func write(_ remark: String, above node: Int) {
        var (node, head) = (node, tree.nodes[node].range.lowerBound)
        while let parent = edits.parent(of: node) {
            let lead = edits.lead(of: node)
            let place = edits.entryLeads(parent).firstIndex(of: lead)
            let entries = layout.entries(parent)
            if let place, entries.indices.contains(place) { head = entries[place].head }
            if layout.isBlockCollection(parent), layout.isFirstOnLine(head) { break }
            (node, head) = (parent, tree.nodes[parent].range.lowerBound)
        }
        insert(ContentWriter.comment(remark) + writer.newLine(layout.column(head)), at: head)
    }

    private mutating func rename(_ key: Int, to text: String) {
        let isInFlow = edits.parent(of: key).map(layout.isFlow) ?? false
        let place = ScalarPlace(isKey: true, isInFlow: isInFlow, style: tree.nodes[key].style)
        patch(tree.nodes[key].range, writer.scalars.write(text, place).head)
    }
}

extension YAMLEdits.Member {
    var isKept: Bool { if case .kept = self { true } else { false } }
}

extension YAMLEdits {
    /// Whether a node is a mapping's key.
    func isKey(_ node: Int) -> Bool {
        guard let parent = parent(of: node), tree.nodes[parent].kind == .mapping else { return false }
        return lead(of: node) == node
    }

    /// The value of a collection all of whose members are new.
    func content(of node: Int, _ members: [Member]) -> YAMLContent {
        let insertions = members.compactMap { if case .new(let insertion) = $0 { insertion } else { nil } }
        let isMapping = tree.nodes[node].kind == .mapping || insertions.contains { $0.key != nil }
        return isMapping
            ? .mapping(insertions.map { (key: $0.key ?? "", value: $0.content) }) : .sequence(insertions.map(\.content))
    }
}
