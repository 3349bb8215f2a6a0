import Diagnostics
import Files

/// Where a tree's entries stand in the lines of its file.
struct YAMLLayout {
    let tree: YAMLTree
    let bytes: [UInt8]
    /// Behind a byte order mark.
    let textStart: Int

    init(_ tree: YAMLTree) {
        self.tree = tree
        bytes = tree.source.bytes
        textStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// An item, or a key with its value.
    struct Entry {
        /// The byte of the dash or of the key.
        let head: Int
        let value: Int
    }

    // MARK: Lines

    func isBreak(_ index: Int) -> Bool { bytes[index] == Byte.lineFeed || bytes[index] == Byte.carriageReturn }

    func lineStart(_ offset: Int) -> Int {
        var start = offset
        while start > textStart, !isBreak(start - 1) { start -= 1 }
        return start
    }

    /// Where the line's text ends, before its break.
    func lineEnd(_ offset: Int) -> Int { YAMLParser.lineEnd(bytes.span, from: offset) }

    /// Where the line begins behind the line end at an offset; nil where the file ends there.
    func nextLine(_ lineEnd: Int) -> Int? {
        guard lineEnd < bytes.count else { return nil }
        let isPair =
            bytes[lineEnd] == Byte.carriageReturn && lineEnd + 1 < bytes.count && bytes[lineEnd + 1] == Byte.lineFeed
        return lineEnd + (isPair ? 2 : 1)
    }

    /// Where the line ends before the one that begins at an offset; nil for the first.
    func previousLineEnd(_ lineStart: Int) -> Int? {
        guard lineStart > textStart else { return nil }
        let isPair =
            bytes[lineStart - 1] == Byte.lineFeed && lineStart - 2 >= textStart
            && bytes[lineStart - 2] == Byte.carriageReturn
        return lineStart - (isPair ? 2 : 1)
    }

    func column(_ offset: Int) -> Int { offset - lineStart(offset) }

    func skipBlanks(_ offset: Int) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] == Byte.space || bytes[end] == Byte.tab { end += 1 }
        return end
    }

    func skipBlanksBack(_ offset: Int) -> Int {
        var start = offset
        while start > textStart, bytes[start - 1] == Byte.space || bytes[start - 1] == Byte.tab { start -= 1 }
        return start
    }

    /// Whether nothing stands before an offset on its line.
    func isFirstOnLine(_ offset: Int) -> Bool { lineStart(offset) == skipBlanksBack(offset) }

    /// Whether nothing stands behind an offset on its line.
    func isLastOnLine(_ offset: Int) -> Bool { skipBlanks(offset) == lineEnd(offset) }

    private func isBlank(_ lineStart: Int) -> Bool { isLastOnLine(lineStart) }

    /// The column of the comment that is all there is on a line.
    func commentColumn(_ lineStart: Int) -> Int? {
        let ink = skipBlanks(lineStart)
        return ink < bytes.count && bytes[ink] == Byte.hash ? ink - lineStart : nil
    }

    /// The end of the last of the blank lines below the line that ends at an offset, and their number.
    func blanksBelow(_ lineEnd: Int) -> (end: Int, count: Int) {
        var (end, count) = (lineEnd, 0)
        // What stands behind the last line break is no line.
        while let next = nextLine(end), next < bytes.count, isBlank(next) {
            end = self.lineEnd(next)
            count += 1
        }
        return (end, count)
    }

    /// The start of the first of the blank lines above a line, and their number, as far as they lie behind a limit.
    func blanksAbove(_ lineStart: Int, behind limit: Int) -> (start: Int, count: Int) {
        var (start, count) = (lineStart, 0)
        while let end = previousLineEnd(start), end > limit {
            let line = self.lineStart(end)
            guard isBlank(line) else { break }
            start = line
            count += 1
        }
        return (start, count)
    }

    /// Whether a comment below the line that ends at an offset would be read as part of a block scalar indented so.
    func hasComment(below lineEnd: Int, from column: Int) -> Bool {
        guard let next = nextLine(blanksBelow(lineEnd).end), let comment = commentColumn(next) else { return false }
        return comment >= column
    }

    // MARK: Nodes

    func isFlow(_ node: Int) -> Bool {
        guard tree.nodes[node].kind != .scalar else { return false }
        let first = bytes[tree.nodes[node].range.lowerBound]
        return first == Byte.openBracket || first == Byte.openBrace
    }

    func isBlockCollection(_ node: Int) -> Bool { tree.nodes[node].kind != .scalar && !isFlow(node) }

    func entries(_ collection: Int) -> [Entry] {
        let node = tree.nodes[collection]
        var entries: [Entry] = []
        var key: Int?
        var dash = node.range.lowerBound
        for child in node.kind == .scalar ? [] : Array(tree.children(of: collection)) {
            let start = tree.nodes[child].range.lowerBound
            if node.kind == .mapping {
                if let head = key { entries.append(Entry(head: head, value: child)) }
                key = key == nil ? start : nil
            } else if isFlow(collection) {
                entries.append(Entry(head: start, value: child))
            } else {
                entries.append(Entry(head: dash, value: child))
                dash = nextToken(end(of: child))
            }
        }
        return entries
    }

    /// The next byte that is no blank, line break or comment.
    private func nextToken(_ offset: Int) -> Int {
        var next = offset
        while next < bytes.count {
            if bytes[next] == Byte.hash {
                next = lineEnd(next)
            } else if bytes[next] == Byte.space || bytes[next] == Byte.tab || isBreak(next) {
                next += 1
            } else {
                break
            }
        }
        return next
    }

    /// The last node of what is written in block style.
    private func lastLeaf(_ node: Int) -> Int {
        var leaf = node
        while isBlockCollection(leaf), let last = lastChild(leaf) { leaf = last }
        return leaf
    }

    private func lastChild(_ node: Int) -> Int? {
        var last: Int?
        for child in tree.children(of: node) { last = child }
        return last
    }

    func end(of node: Int) -> Int { tree.nodes[lastLeaf(node)].range.upperBound }

    /// Where the indicator of a block scalar ends.
    func headerEnd(_ scalar: Int) -> Int {
        var end = tree.nodes[scalar].range.lowerBound
        while end < bytes.count, !isBreak(end), bytes[end] != Byte.space, bytes[end] != Byte.tab { end += 1 }
        return end
    }

    func isBlockScalar(_ node: Int) -> Bool {
        tree.nodes[node].style == .literal || tree.nodes[node].style == .folded
    }

    /// Whether the blank lines below a value belong to it.
    func keepsBlanks(_ value: Int) -> Bool {
        let leaf = lastLeaf(value)
        guard isBlockScalar(leaf) else { return false }
        return bytes[tree.nodes[leaf].range.lowerBound..<headerEnd(leaf)].contains(UInt8(ascii: "+"))
    }

    // MARK: Entries of block collections

    /// The start of an entry's first line: comments directly above it at its own indentation belong to it, but for the
    /// file's first.
    func start(of entry: Entry) -> Int {
        let line = lineStart(entry.head)
        var start = line
        while let end = previousLineEnd(start), commentColumn(lineStart(end)) == entry.head - line {
            start = lineStart(end)
        }
        return start == textStart ? line : start
    }

    /// The end of an entry's last line: comments directly below that are indented deeper than it belong to it.
    func end(of entry: Entry) -> Int {
        let column = column(entry.head)
        var end = lineEnd(end(of: entry.value))
        if keepsBlanks(entry.value) { end = blanksBelow(end).end }
        while let next = nextLine(end), let comment = commentColumn(next), comment > column { end = lineEnd(next) }
        return end
    }
}
