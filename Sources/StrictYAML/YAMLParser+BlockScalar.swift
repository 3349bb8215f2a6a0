import Bytes
import Diagnostics

/// Literal and folded block scalars (§8.1).
extension YAMLParser {
    private enum Chomping { case strip, clip, keep }

    mutating func parseBlockScalar(parentIndent: Int) throws(ParseError) {
        let start = position
        let isFolded = current == UInt8(ascii: ">")
        let (chomping, explicitIndent) = try parseBlockScalarHeader()
        var end = position
        let poolStart = pool.count
        skipLineBreak()
        let hasBody = lineStart == position
        let indent =
            if let explicitIndent { max(parentIndent, 0) + explicitIndent } else {
                try detectIndent(parentIndent: parentIndent)
            }
        // Line breaks wait until it is known what follows them.
        var hasBreak = false
        var emptyLines = 0
        var previousIsSpaced = false
        while hasBody, position < bytes.count {
            var text = position
            while text - lineStart < indent, byte(text) == Byte.space { text += 1 }
            if isLineEnd(text) {
                // The end of the file ends its last line as a line break does.
                if text >= bytes.count, text == lineStart { break }
                position = text
                skipLineBreak()
                emptyLines += 1
                continue
            }
            if text - lineStart < indent, byte(text) == Byte.tab { throw error(.tab, lineStart..<text + 1) }
            if text - lineStart < indent || text == lineStart && isDocumentMarker(text) { break }
            let isSpaced = byte(text) == Byte.space || byte(text) == Byte.tab
            if isFolded, hasBreak, !previousIsSpaced, !isSpaced {
                if emptyLines == 0 { appendFoldedBreak(before: text, textStart: poolStart) }
            } else if hasBreak {
                pool.append(Byte.lineFeed)
            }
            pool.append(contentsOf: repeatElement(Byte.lineFeed, count: emptyLines))
            position = Self.lineEnd(bytes.span, from: text)
            pool.append(text..<position, of: bytes)
            end = position
            hasBreak = true
            skipLineBreak()
            emptyLines = 0
            previousIsSpaced = isSpaced
        }
        if chomping != .strip, hasBreak { pool.append(Byte.lineFeed) }
        if chomping == .keep { pool.append(contentsOf: repeatElement(Byte.lineFeed, count: emptyLines)) }
        // Blanks before a token less indented belong to the token.
        position = min(position, max(lineStart, end))
        appendPooledScalar(isFolded ? .folded : .literal, start..<end, poolStart: poolStart)
    }

    /// `|`, `>` with an indentation digit and a chomping sign in either order, and a comment.
    private mutating func parseBlockScalarHeader() throws(ParseError) -> (Chomping, Int?) {
        let start = position
        var chomping: Chomping?
        var indent: Int?
        position += 1
        while !isSpaceOrEnd(position) {
            switch current {
            case UInt8(ascii: "-") where chomping == nil: chomping = .strip
            case UInt8(ascii: "+") where chomping == nil: chomping = .keep
            case UInt8(ascii: "1")...UInt8(ascii: "9") where indent == nil: indent = Int(current - 0x30)
            default: throw error(.blockScalarHeader, scalarRange(position))
            }
            position += 1
        }
        skipSpaces()
        if current == Byte.hash, position > start + 1, isSpaceOrEnd(position - 1) {
            position = lineEnd(position)
        }
        guard isLineEnd(position) else { throw error(.blockScalarHeader, position..<lineEnd(position)) }
        return (chomping ?? .clip, indent)
    }

    /// The indentation of the first line that is not empty (§8.1.1.1).
    private mutating func detectIndent(parentIndent: Int) throws(ParseError) -> Int {
        var index = position
        var deepestEmpty = 0..<0
        while index < bytes.count {
            let line = index
            while byte(index) == Byte.space { index += 1 }
            if !isLineEnd(index) {
                let indent = index - line
                if indent <= parentIndent { break }
                if deepestEmpty.count > indent { throw error(.blockScalarIndentation, deepestEmpty) }
                return indent
            }
            if index - line > deepestEmpty.count { deepestEmpty = line..<index }
            if byte(index) == Byte.carriageReturn, byte(index + 1) == Byte.lineFeed { index += 1 }
            index += 1
        }
        // Only empty lines: all of them are kept or dropped by the chomping.
        return max(parentIndent + 1, deepestEmpty.count)
    }
}
