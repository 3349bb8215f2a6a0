/// How a file is written, for what is written into it: each thing as it is done first in the file, else as the boards' own
/// files do it.
struct YAMLHabits {
    let lineBreak: [UInt8]
    /// From a key to a mapping, or to a sequence, that is its value.
    private(set) var mappingIndent = 2
    private(set) var sequenceIndent = 2
    /// From a dash to what stands behind it.
    private(set) var itemOffset = 2
    /// Blank lines between items that are collections.
    private(set) var itemGap = 0
    private(set) var quote = Byte.doubleQuote
    /// Keys whose values stand plain though another program would take them for no text.
    private var plain: Set<NamedKind> = []
    /// Keys whose lists stand in brackets, or not.
    private var flowLists: [String: Bool] = [:]

    private struct NamedKind: Hashable {
        let name: String
        let kind: CoreKind
    }

    private struct Seen {
        var mapping, sequence, item, gap, quote: Bool
    }

    init(_ layout: YAMLLayout) {
        lineBreak = Self.lineBreak(layout)
        var seen = Seen(mapping: false, sequence: false, item: false, gap: false, quote: false)
        read(layout, layout.tree.root, name: nil, &seen)
        if !seen.mapping, seen.sequence, sequenceIndent > 0 { mappingIndent = sequenceIndent }
        if !seen.sequence, seen.mapping { sequenceIndent = mappingIndent }
    }

    /// The line break at the end of a file's first line.
    static func lineBreak(_ layout: YAMLLayout) -> [UInt8] {
        let end = layout.lineEnd(0)
        return layout.nextLine(end).map { Array(layout.bytes[end..<$0]) } ?? [Byte.lineFeed]
    }

    /// Whether a value of a kind stands plain under a key.
    func isPlain(_ kind: CoreKind, under name: String?) -> Bool {
        name.map { plain.contains(NamedKind(name: $0, kind: kind)) } ?? false
    }

    func isFlow(under name: String?) -> Bool { name.flatMap { flowLists[$0] } ?? false }

    private mutating func read(_ layout: YAMLLayout, _ node: Int, name: String?, _ seen: inout Seen) {
        let tree = layout.tree
        switch tree.nodes[node].kind {
        case .scalar:
            let style = tree.nodes[node].style
            if style == .plain {
                if let name, let kind = CoreKind(tree.text(of: node)) {
                    plain.insert(NamedKind(name: name, kind: kind))
                }
            } else if !seen.quote, style == .singleQuoted || style == .doubleQuoted {
                quote = style == .singleQuoted ? Byte.singleQuote : Byte.doubleQuote
                seen.quote = true
            }
        case .sequence:
            if let name, flowLists[name] == nil { flowLists[name] = layout.isFlow(node) }
            if !layout.isFlow(node) { readItems(layout, node, &seen) }
            for child in tree.children(of: node) { read(layout, child, name: name, &seen) }
        case .mapping:
            var key: Int?
            for child in tree.children(of: node) {
                guard let lead = key else {
                    key = child
                    continue
                }
                key = nil
                readIndent(layout, key: lead, value: child, &seen)
                read(layout, child, name: tree.text(of: lead), &seen)
            }
        }
    }

    private mutating func readIndent(_ layout: YAMLLayout, key: Int, value: Int, _ seen: inout Seen) {
        let isMapping = layout.tree.nodes[value].kind == .mapping
        guard !(isMapping ? seen.mapping : seen.sequence), layout.isBlockCollection(value) else { return }
        let indent =
            layout.column(layout.tree.nodes[value].range.lowerBound)
            - layout.column(layout.tree.nodes[key].range.lowerBound)
        if isMapping {
            (mappingIndent, seen.mapping) = (indent, true)
        } else {
            (sequenceIndent, seen.sequence) = (indent, true)
        }
    }

    private mutating func readItems(_ layout: YAMLLayout, _ sequence: Int, _ seen: inout Seen) {
        guard !seen.item || !seen.gap else { return }
        let entries = layout.entries(sequence)
        guard let first = entries.first else { return }
        let start = layout.tree.nodes[first.value].range.lowerBound
        if !seen.item, start > first.head + 1, layout.lineStart(start) == layout.lineStart(first.head) {
            (itemOffset, seen.item) = (start - first.head, true)
        }
        if !seen.gap, entries.count > 1, layout.isBlockCollection(first.value) {
            (itemGap, seen.gap) = (layout.blanksBelow(layout.end(of: first)).count, true)
        }
    }
}
