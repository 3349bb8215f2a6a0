/// Writes new values in the file's own manner.
struct ContentWriter {
    let habits: YAMLHabits
    let scalars: ScalarWriter
    /// Whether texts of several lines may become block scalars: not where a comment that follows would be read into them.
    let allowsBlock: Bool

    init(_ habits: YAMLHabits, allowsBlock: Bool = true) {
        self.habits = habits
        self.allowsBlock = allowsBlock
        scalars = ScalarWriter(quote: habits.quote, lineBreak: habits.lineBreak)
    }

    func newLine(_ column: Int) -> [UInt8] { habits.lineBreak + Array(repeating: Byte.space, count: column) }

    /// A comment of one line.
    static func comment(_ text: String) -> [UInt8] { Array("# \(text)".utf8) }

    func key(_ text: String, isInFlow: Bool) -> [UInt8] {
        scalars.write(text, ScalarPlace(isKey: true, isInFlow: isInFlow)).head
    }

    // MARK: In brackets

    func inline(_ content: YAMLContent, name: String?) -> [UInt8] {
        switch content {
        case .scalar(let text, let isTyped):
            return scalars.write(text, ScalarPlace(isInFlow: true, isTyped: isTyped || self.isTyped(text, name))).head
        case .sequence(let items):
            return Self.joined(items.map { inline($0, name: name) }, "[]")
        case .mapping(let entries):
            return Self.joined(entries.map { inlineEntry($0.key, $0.value) }, "{}")
        }
    }

    func inlineEntry(_ key: String, _ value: YAMLContent) -> [UInt8] {
        self.key(key, isInFlow: true) + [Byte.colon, Byte.space] + inline(value, name: key)
    }

    private static func joined(_ parts: [[UInt8]], _ brackets: String) -> [UInt8] {
        let brackets = Array(brackets.utf8)
        return [brackets[0]] + parts.joined(separator: [Byte.comma, Byte.space]) + [brackets[1]]
    }

    // MARK: On lines

    /// A value behind the key of a mapping at a column, or at the root where the column is −1.
    /// - Parameter isFlow: whether a list stands in brackets; nil for what the file does.
    func value(_ content: YAMLContent, under column: Int, name: String?, isFlow: Bool? = nil) -> YAMLWriting {
        if let writing = onOneLine(content, under: column, name: name, isFlow: isFlow) { return writing }
        var indent = habits.mappingIndent
        if case .sequence = content { indent = habits.sequenceIndent }
        let start = max(0, column + (column < 0 ? 1 : indent))
        return YAMLWriting(head: [], below: newLine(start) + collection(content, at: start, name: name))
    }

    /// A value behind a dash, or at the root: a collection begins on the same line, at a column.
    func item(
        _ content: YAMLContent, at column: Int, under dash: Int, name: String?, isFlow: Bool? = nil
    ) -> YAMLWriting {
        if let writing = onOneLine(content, under: dash, name: name, isFlow: isFlow) { return writing }
        let bytes = collection(content, at: column, name: name)
        let end = bytes.firstIndex { $0 == Byte.lineFeed || $0 == Byte.carriageReturn } ?? bytes.count
        return YAMLWriting(head: Array(bytes[..<end]), below: Array(bytes[end...]))
    }

    /// What needs no lines of its own but those of a block scalar.
    private func onOneLine(_ content: YAMLContent, under column: Int, name: String?, isFlow: Bool?) -> YAMLWriting? {
        switch content {
        case .scalar(let text, let isTyped):
            let place = ScalarPlace(
                parentColumn: column, bodyColumn: max(column, 0) + habits.mappingIndent, allowsBlock: allowsBlock,
                isTyped: isTyped || self.isTyped(text, name))
            return scalars.write(text, place)
        case .sequence(let items):
            guard items.isEmpty || content.isFlat && isFlow ?? habits.isFlow(under: name) else { return nil }
        case .mapping(let entries):
            guard entries.isEmpty || content.isFlat && isFlow ?? false else { return nil }
        }
        return YAMLWriting(head: inline(content, name: name))
    }

    /// A collection that is not empty, from its first byte on.
    func collection(_ content: YAMLContent, at column: Int, name: String?) -> [UInt8] {
        switch content {
        case .scalar: return []
        case .sequence(let items):
            let parts = items.map { listItem($0, at: column, name: name) }
            let gap = items.contains(where: \.isCollection) ? habits.itemGap : 0
            let blanks = Array(repeatElement(habits.lineBreak, count: gap).joined())
            return Array(parts.joined(separator: blanks + newLine(column)))
        case .mapping(let entries):
            return Array(entries.map { entry($0.key, $0.value, at: column) }.joined(separator: newLine(column)))
        }
    }

    func listItem(_ content: YAMLContent, at column: Int, name: String?) -> [UInt8] {
        let writing = item(content, at: column + habits.itemOffset, under: column, name: name)
        return [Byte.dash] + Array(repeating: Byte.space, count: habits.itemOffset - 1) + writing.head + writing.below
    }

    func entry(_ key: String, _ value: YAMLContent, at column: Int) -> [UInt8] {
        let writing = self.value(value, under: column, name: key)
        return self.key(key, isInFlow: false) + [Byte.colon] + (writing.head.isEmpty ? [] : [Byte.space]) + writing.head
            + writing.below
    }

    private func isTyped(_ text: String, _ name: String?) -> Bool {
        CoreKind(text).map { habits.isPlain($0, under: name) } ?? false
    }
}
