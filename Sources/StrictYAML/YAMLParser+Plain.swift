import Bytes
import Diagnostics

/// Plain scalars (§7.3.3).
extension YAMLParser {
    /// Refuses what cannot begin a plain scalar, each with its own reason.
    @inline(__always)
    mutating func checkPlainStart(inFlow: Bool) throws(ParseError) {
        // Nearly all begin with a letter or a digit.
        switch current {
        case 0x80..., UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
        default: try checkPlainIndicator(inFlow: inFlow)
        }
    }

    private mutating func checkPlainIndicator(inFlow: Bool) throws(ParseError) {
        let range = position..<position + 1
        switch current {
        case UInt8(ascii: "&"): throw error(.anchor, range)
        case UInt8(ascii: "*"): throw error(.alias, range)
        case UInt8(ascii: "!"): throw error(.tag, range)
        case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: ">"):
            throw error(.reservedIndicator(Character(Unicode.Scalar(current))), range)
        case Byte.comma, Byte.openBracket, Byte.closeBracket, Byte.openBrace, Byte.closeBrace, Byte.hash,
            Byte.doubleQuote, Byte.singleQuote:
            throw error(.unexpected, range)
        case Byte.dash, Byte.question, Byte.colon:
            if isSpaceOrEnd(position + 1) || inFlow && isFlowIndicator(byte(position + 1)) {
                throw error(current == Byte.colon ? .missingColon : .unexpected, range)
            }
        default:
            break
        }
    }

    /// Parses the part of a plain scalar that stands on this line, and adds it as a node.
    @inline(__always)
    mutating func parsePlainLine(inFlow: Bool) throws(ParseError) {
        let start = position
        let end = scanPlainLine(inFlow: inFlow)
        appendScalar(.plain, start..<end, text: start..<end)
    }

    /// Parses a plain scalar over one or more lines.
    @inline(__always)
    mutating func parsePlain(start: Int, parentIndent: Int, inFlow: Bool) throws(ParseError) {
        let end = scanPlainLine(inFlow: inFlow)
        if !isLineEnd(position) || endsBelow(parentIndent) {
            appendScalar(.plain, start..<end, text: start..<end)
        } else {
            try parsePlainLines(first: start..<end, parentIndent: parentIndent, inFlow: inFlow)
        }
    }

    /// Reads on at the end of a plain scalar's first line.
    private mutating func parsePlainLines(first: Range<Int>, parentIndent: Int, inFlow: Bool) throws(ParseError) {
        let start = first.lowerBound
        let firstColumn = start - lineStart
        guard var breaks = plainContinues(parentIndent: parentIndent, inFlow: inFlow) else {
            return appendScalar(.plain, first, text: first)
        }
        var end: Int
        let poolStart = pool.count
        pool.append(first, of: bytes)
        while true {
            appendFold(breaks, textStart: poolStart)
            let lineBegin = position
            end = scanPlainLine(inFlow: inFlow)
            pool.append(lineBegin..<end, of: bytes)
            if !inFlow, current == Byte.colon {
                throw entryInContinuation(line: lineBegin, value: start, column: firstColumn)
            }
            guard isLineEnd(position), let more = plainContinues(parentIndent: parentIndent, inFlow: inFlow) else {
                break
            }
            breaks = more
        }
        appendPooledScalar(.plain, start..<end, poolStart: poolStart)
    }

    /// Why a line that was read as the continuation of a value looks like an entry of its own.
    private func entryInContinuation(line: Int, value: Int, column: Int) -> ParseError {
        if bytes[line...].starts(with: "　".utf8) { return error(.ideographicSpace, scalarRange(line)) }
        if bytes[value...].starts(with: "　".utf8) { return error(.ideographicSpace, scalarRange(value)) }
        for start in [line, value] where isWrongDash(start) { return error(.wrongDash, scalarRange(start)) }
        // Two lines at one indent, of which the second is an entry: the first lacks its colon.
        if line - lineStart == column { return missingColon(value) }
        let note = Diagnostic.Note(
            Diagnostic.Place(source, value..<lineEnd(value)),
            Phrase(ja: "この値の続きとして読まれています", en: "it is read as the continuation of this value"))
        return error(.entryInValue, line..<lineEnd(line), notes: [note])
    }

    /// A hyphen without its space, or a full-width one, where an item should begin.
    func isWrongDash(_ index: Int) -> Bool {
        if byte(index) == Byte.dash { return true }
        return ["－", "−", "‐", "–", "ー"].contains { bytes[index...].starts(with: $0.utf8) }
    }

    /// Runs to the end of the plain text on this line.
    ///
    /// Leaves `position` at the line's end, at the colon or flow indicator that ends the scalar, or at the blanks
    /// before a comment.
    /// - Returns: the end of the text, blanks left out.
    private mutating func scanPlainLine(inFlow: Bool) -> Int {
        let start = position
        var index = start
        while true {
            index = Self.nextPlainIndicator(bytes.span, from: index, inFlow: inFlow)
            switch byte(index) {
            case Byte.colon where !(isSpaceOrEnd(index + 1) || inFlow && isFlowIndicator(byte(index + 1))):
                break
            case Byte.hash:
                // A comment, with the blank that it needs.
                guard index > start, isSpaceOrEnd(index - 1) else { break }
                position = inkEnd(start..<index)
                return position
            case Byte.tab:
                break
            default:
                position = index
                return inkEnd(start..<index)
            }
            index += 1
        }
    }

    /// The end of a range without the blanks before it.
    @inline(__always)
    private mutating func inkEnd(_ range: Range<Int>) -> Int {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1] == Byte.space || bytes[end - 1] == Byte.tab { end -= 1 }
        return end
    }

    /// The next byte that may end plain text: a line's end, a colon, a hash, in brackets a comma or bracket, or the end.
    @inline(__always)
    private static func nextPlainIndicator(_ bytes: Span<UInt8>, from start: Int, inFlow: Bool) -> Int {
        let indicator =
            inFlow
            ? bytes.firstIndex(from: start) {
                // [ and {, ] and } differ in one bit.
                inBlock($0) | $0.equal(to: Byte.comma) | $0.equal(to: Byte.openBracket, ignoring: 0x20)
                    | $0.equal(to: Byte.closeBracket, ignoring: 0x20)
            } : bytes.firstIndex(from: start, where: inBlock)
        return indicator ?? bytes.count
    }

    @inline(__always)
    private static func inBlock(_ block: ByteBlock) -> ByteBlock.Mask {
        block.less(than: 0x0E) | block.equal(to: Byte.colon) | block.equal(to: Byte.hash)
    }

    /// Whether a plain scalar goes on below: if so, steps to its next line.
    /// - Returns: the number of line breaks crossed, nil where the scalar ends; then nothing has moved.
    private mutating func plainContinues(parentIndent: Int, inFlow: Bool) -> Int? {
        if endsBelow(parentIndent) { return nil }
        let saved = (position, lineStart)
        var breaks = 0
        while isLineEnd(position), position < bytes.count {
            skipLineBreak()
            breaks += 1
            skipSpaces()
        }
        let isMarker = column == 0 && isDocumentMarker(position)
        // A tab that indents is for skipToToken to refuse.
        let hasTab = bytes[lineStart..<position].contains(Byte.tab)
        let ends = position >= bytes.count || column <= parentIndent || isMarker || hasTab || current == Byte.hash
        if ends || inFlow && (isFlowIndicator(current) || isFlowColon(position)) {
            (position, lineStart) = saved
            return nil
        }
        return breaks
    }

    /// Whether the line below, which is the usual case, begins with something else no deeper than the parent.
    @inline(__always)
    private mutating func endsBelow(_ parentIndent: Int) -> Bool {
        guard current == Byte.lineFeed else { return false }
        let index = spacesEnd(position + 1)
        return index - position - 1 <= parentIndent && byte(index) > Byte.space
    }

    private mutating func isFlowColon(_ index: Int) -> Bool {
        byte(index) == Byte.colon && (isSpaceOrEnd(index + 1) || isFlowIndicator(byte(index + 1)))
    }

    /// Line folding (§6.5): one break reads as a space, n breaks as n − 1 line feeds.
    mutating func appendFold(_ breaks: Int, textStart: Int) {
        if breaks == 1 {
            appendFoldedBreak(before: position, textStart: textStart)
        } else {
            pool.append(contentsOf: repeatElement(Byte.lineFeed, count: breaks - 1))
        }
    }
}
