import Bytes
public import Diagnostics
public import Files
import Japanese

/// Parses the strict profile of YAML 1.2.2: what it accepts means exactly what YAML says, but for line breaks between Japanese
/// characters where that is asked for, and the rest is refused whole, at its place and with what to write instead.
///
/// Every scalar stays text; the schema decides what it is.
///
/// What is asked of every key and value is `mutating` though it changes nothing: the parser is then handed on where it stands
/// and not as a copy.
public struct YAMLParser {
    /// What a line break within a scalar reads as.
    public enum LineFolding: Sendable {
        /// A space, as YAML says (§6.5).
        case space
        /// Nothing between two wide characters, else a space: Japanese has no spaces between its words (CSS Text 3 §4.1.3).
        case japanese
    }

    /// - Throws: the first thing that is wrong with the file.
    public static func parse(_ source: SourceFile, folding: LineFolding = .space) throws(ParseError) -> YAMLTree {
        var parser = YAMLParser(source, folding)
        try parser.checkCharacters()
        try parser.parseStream()
        return YAMLTree(source: source, nodes: parser.nodes, pool: parser.pool)
    }

    let source: SourceFile
    let bytes: [UInt8]
    private let folding: LineFolding
    /// The byte that is read next.
    var position = 0
    /// Where the line of `position` begins.
    var lineStart = 0
    var depth = 0
    var nodes: [YAMLNode] = []
    var pool: [UInt8] = []
    /// The keys of the mappings that are open, innermost last.
    var openKeys: [KeyEntry] = []

    init(_ source: SourceFile, _ folding: LineFolding) {
        self.source = source
        self.folding = folding
        bytes = source.bytes
        nodes.reserveLargePages(bytes.count / 24)
        pool.reserveLargePages(bytes.count / 4)
    }

    // MARK: Reading

    /// The byte at an index, 0 behind the end: NUL is refused in the source, so it marks the end.
    @inline(__always)
    func byte(_ index: Int) -> UInt8 {
        index < bytes.count ? bytes[index] : 0
    }

    @inline(__always)
    var current: UInt8 { byte(position) }

    var column: Int { position - lineStart }

    /// Whether a byte ends a token: blank, line break or end.
    @inline(__always)
    func isSpaceOrEnd(_ index: Int) -> Bool {
        switch byte(index) {
        case Byte.space, Byte.tab, Byte.lineFeed, Byte.carriageReturn: true
        case 0: index >= bytes.count
        default: false
        }
    }

    @inline(__always)
    func isLineEnd(_ index: Int) -> Bool {
        let byte = byte(index)
        return byte == Byte.lineFeed || byte == Byte.carriageReturn || index >= bytes.count
    }

    /// Steps over one line break, if there is one.
    mutating func skipLineBreak() {
        if current == Byte.carriageReturn {
            position += 1
            if current == Byte.lineFeed { position += 1 }
            lineStart = position
        } else if current == Byte.lineFeed {
            position += 1
            lineStart = position
        }
    }

    /// The place behind the spaces at an index.
    @inline(__always)
    func spacesEnd(_ index: Int) -> Int {
        var end = index
        while byte(end) == Byte.space { end += 1 }
        return end
    }

    mutating func skipSpaces() {
        while current == Byte.space || current == Byte.tab { position += 1 }
    }

    /// Steps over blanks, comments and line breaks to the next token.
    ///
    /// Block structure hangs on spaces alone, so a tab before a token on a new line is refused (§6.1).
    /// - Returns: whether a line break was crossed.
    @discardableResult
    @inline(__always)
    mutating func skipToToken() throws(ParseError) -> Bool {
        // Nearly always a blank is all there is, or one line's end with the next line's indentation.
        var next = position
        let crosses = byte(next) == Byte.lineFeed
        if crosses { next += 1 }
        let line = next
        next = spacesEnd(next)
        guard byte(next) > Byte.hash else { return try skipLinesToToken() }
        position = next
        if crosses { lineStart = line }
        return crosses
    }

    private mutating func skipLinesToToken() throws(ParseError) -> Bool {
        var crossed = false
        while true {
            let start = position
            var sawTab = false
            while true {
                if current == Byte.space {
                    position += 1
                } else if current == Byte.tab {
                    sawTab = true
                    position += 1
                } else {
                    break
                }
            }
            if current == Byte.hash {
                if position > lineStart, !isSpaceOrEnd(position - 1) { throw error(.comment, position..<position + 1) }
                position = Self.lineEnd(bytes.span, from: position)
            }
            if isLineEnd(position) {
                if position >= bytes.count { return crossed }
                skipLineBreak()
                crossed = true
            } else {
                if sawTab, crossed || start == lineStart { throw error(.tab, start..<position) }
                return crossed
            }
        }
    }

    /// `---` or `...` at the start of a line, with a blank or the end behind it.
    mutating func isDocumentMarker(_ index: Int) -> Bool {
        let first = byte(index)
        return (first == Byte.dash || first == Byte.dot) && byte(index + 1) == first && byte(index + 2) == first
            && isSpaceOrEnd(index + 3)
    }

    // MARK: Stream

    mutating func parseStream() throws(ParseError) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            position = 3
            lineStart = 3
        }
        try skipToToken()
        if current == UInt8(ascii: "%"), column == 0 { throw error(.directive, position..<lineEnd(position)) }
        var isMarked = false
        if column == 0, isDocumentMarker(position), current == Byte.dash {
            isMarked = true
            position += 3
            let crossed = try skipToToken()
            // A document may begin on the line of its marker, but not with a block mapping (§9.2).
            if !crossed, position < bytes.count {
                try parseBlockNode(parentIndent: -1, place: .afterKey)
                return try finishStream(isMarked: isMarked)
            }
        }
        if position >= bytes.count || column == 0 && isDocumentMarker(position) {
            appendEmpty(at: position)
        } else {
            try parseBlockNode(parentIndent: -1, place: .lineStart)
        }
        try finishStream(isMarked: isMarked)
    }

    private mutating func finishStream(isMarked: Bool) throws(ParseError) {
        try skipToToken()
        if position < bytes.count, column == 0, isDocumentMarker(position), current == Byte.dot {
            position += 3
            let crossed = try skipToToken()
            if position < bytes.count {
                if !crossed { throw error(.unexpected, position..<lineEnd(position)) }
                throw error(.severalDocuments, position..<lineEnd(position))
            }
        }
        guard position < bytes.count else { return }
        if column == 0, isDocumentMarker(position) { throw error(.severalDocuments, position..<position + 3) }
        throw error(.indentation, position..<lineEnd(position))
    }

    // MARK: Nodes

    mutating func appendEmpty(at offset: Int) {
        let place = UInt32(offset)
        nodes.append(
            YAMLNode(
                kind: .scalar, style: .empty, isPooled: false, start: place, end: place, textStart: place,
                textEnd: place, next: UInt32(nodes.count + 1)))
    }

    /// A scalar whose text stands in the source as it reads.
    @inline(__always)
    mutating func appendScalar(_ style: YAMLNode.Style, _ range: Range<Int>, text: Range<Int>) {
        nodes.append(
            YAMLNode(
                kind: .scalar, style: style, isPooled: false, start: UInt32(range.lowerBound),
                end: UInt32(range.upperBound), textStart: UInt32(text.lowerBound), textEnd: UInt32(text.upperBound),
                next: UInt32(nodes.count + 1)))
    }

    /// A scalar whose text has been put at the end of the pool.
    mutating func appendPooledScalar(_ style: YAMLNode.Style, _ range: Range<Int>, poolStart: Int) {
        nodes.append(
            YAMLNode(
                kind: .scalar, style: style, isPooled: true, start: UInt32(range.lowerBound),
                end: UInt32(range.upperBound), textStart: UInt32(poolStart), textEnd: UInt32(pool.count),
                next: UInt32(nodes.count + 1)))
    }

    /// Adds what a line break stands for between the text in the pool and the text at an index of the source.
    /// - Parameter textStart: where the scalar's own text begins in the pool; behind it stand other scalars.
    mutating func appendFoldedBreak(before next: Int, textStart: Int) {
        guard folding == .japanese, isWide(lastIn: pool[textStart...]), isWide(bytes, at: next) else {
            return pool.append(Byte.space)
        }
    }

    private func isWide(lastIn text: ArraySlice<UInt8>) -> Bool {
        guard let start = text.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
        return isWide(pool, at: start)
    }

    private func isWide(_ text: [UInt8], at index: Int) -> Bool {
        index < text.count && DisplayWidth().columns(scalar: UTF8Scalar(text.span, at: index).value) == 2
    }

    /// Opens a collection; its children follow, and `closeCollection` ends it.
    mutating func openCollection(_ kind: YAMLNode.Kind, at start: Int) throws(ParseError) -> Int {
        nodes.append(try openedNode(kind, at: start))
        return nodes.count - 1
    }

    /// Opens a mapping whose first key has been read: its node takes the key's place, and the key follows it.
    mutating func openMapping(before key: Int) throws(ParseError) {
        nodes.append(nodes[key])
        nodes[key + 1].next += 1
        nodes[key] = try openedNode(.mapping, at: Int(nodes[key].start))
    }

    private mutating func openedNode(_ kind: YAMLNode.Kind, at start: Int) throws(ParseError) -> YAMLNode {
        depth += 1
        if depth > Limits.yamlDepth { throw error(.depth(Limits.yamlDepth), start..<start + 1) }
        let place = UInt32(start)
        return YAMLNode(
            kind: kind, style: .empty, isPooled: false, start: place, end: place, textStart: 0, textEnd: 0, next: 0)
    }

    mutating func closeCollection(_ index: Int, end: Int) {
        depth -= 1
        nodes[index].next = UInt32(nodes.count)
        nodes[index].end = UInt32(end)
    }

    /// The end of the last node, behind which only blanks and comments have been read.
    var lastNodeEnd: Int { nodes.last.map { Int($0.end) } ?? position }

    // MARK: Errors

    func error(_ problem: SyntaxProblem, _ range: Range<Int>, notes: [Diagnostic.Note] = []) -> ParseError {
        let end = min(range.upperBound, bytes.count)
        let place = Diagnostic.Place(source, min(range.lowerBound, end)..<end)
        return ParseError(
            Diagnostic(problem.code, at: place, problem.summary, help: problem.help, notes: notes))
    }

    /// The bytes of the one character at an index.
    func scalarRange(_ index: Int) -> Range<Int> {
        var end = index + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return index..<end
    }

    func lineEnd(_ index: Int) -> Int { Self.lineEnd(bytes.span, from: index) }

    static func lineEnd(_ bytes: Span<UInt8>, from index: Int) -> Int {
        bytes.firstIndex(from: index) { $0.equal(to: Byte.lineFeed) | $0.equal(to: Byte.carriageReturn) } ?? bytes.count
    }
}

/// The ASCII bytes that YAML's grammar names.
enum Byte {
    static let tab = UInt8(ascii: "\t")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let hash = UInt8(ascii: "#")
    static let dash = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let question = UInt8(ascii: "?")
    static let singleQuote = UInt8(ascii: "'")
    static let doubleQuote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
}
