import Bytes
import Diagnostics

/// Single- and double-quoted scalars (§7.3.1, §7.3.2).
extension YAMLParser {
    mutating func parseQuoted(_ quote: UInt8, parentIndent: Int) throws(ParseError) {
        let start = position
        let style: YAMLNode.Style = quote == Byte.doubleQuote ? .doubleQuoted : .singleQuoted
        position += 1
        position = Self.nextInQuotes(bytes.span, from: position, quote)
        if current == quote, quote == Byte.doubleQuote || byte(position + 1) != quote {
            position += 1
            return appendScalar(style, start..<position, text: start + 1..<position - 1)
        }
        let poolStart = pool.count
        pool.append(start + 1..<position, of: bytes)
        try parseQuotedRest(quote, start: start, textStart: poolStart, parentIndent: parentIndent)
        appendPooledScalar(style, start..<position, poolStart: poolStart)
    }

    /// The next byte in quotation marks that does not stand for itself: the mark, a backslash in double ones, a line's end.
    private static func nextInQuotes(_ bytes: Span<UInt8>, from start: Int, _ quote: UInt8) -> Int {
        let escape = quote == Byte.doubleQuote ? Byte.backslash : quote
        let special = bytes.firstIndex(from: start) { block in
            block.equal(to: quote) | block.equal(to: escape) | block.equal(to: Byte.lineFeed)
                | block.equal(to: Byte.carriageReturn)
        }
        return special ?? bytes.count
    }

    /// Reads on from the first character that does not stand for itself.
    private mutating func parseQuotedRest(
        _ quote: UInt8, start: Int, textStart: Int, parentIndent: Int
    ) throws(ParseError) {
        // Blanks before a line break fold away, unless an escape made them: the pool is never cut below this.
        var kept = pool.count - trailingBlanks(since: pool.count - (position - start - 1))
        while true {
            guard position < bytes.count else { throw error(.unterminatedQuote, start..<start + 1) }
            switch current {
            case quote:
                if quote == Byte.singleQuote, byte(position + 1) == quote {
                    pool.append(quote)
                    position += 2
                    kept = pool.count
                } else {
                    position += 1
                    return
                }
            case Byte.backslash where quote == Byte.doubleQuote:
                guard position + 1 < bytes.count else { throw error(.unterminatedQuote, start..<start + 1) }
                if isLineEnd(position + 1) {
                    position += 1
                    let breaks = try skipBreaks(start: start, parentIndent: parentIndent)
                    pool.append(contentsOf: repeatElement(Byte.lineFeed, count: breaks - 1))
                } else {
                    try parseEscape()
                }
                kept = pool.count
            case Byte.lineFeed, Byte.carriageReturn:
                pool.removeSubrange(kept...)
                appendFold(try skipBreaks(start: start, parentIndent: parentIndent), textStart: textStart)
                kept = pool.count
            default:
                let run = position
                position = Self.nextInQuotes(bytes.span, from: run, quote)
                pool.append(run..<position, of: bytes)
                kept = pool.count - trailingBlanks(since: pool.count - (position - run))
            }
        }
    }

    private mutating func trailingBlanks(since start: Int) -> Int {
        var ink = pool.count
        while ink > start, pool[ink - 1] == Byte.space || pool[ink - 1] == Byte.tab { ink -= 1 }
        return pool.count - ink
    }

    /// Steps over line breaks and the blanks round them to the next text inside the quotes.
    private mutating func skipBreaks(start: Int, parentIndent: Int) throws(ParseError) -> Int {
        var breaks = 0
        while isLineEnd(position), position < bytes.count {
            skipLineBreak()
            breaks += 1
            while current == Byte.space { position += 1 }
            let indent = column
            skipSpaces()
            if isLineEnd(position) { continue }
            if column == 0 && isDocumentMarker(position) { throw error(.unterminatedQuote, start..<start + 1) }
            if indent <= parentIndent {
                throw indent < column
                    ? error(.tab, lineStart..<position) : error(.quotedIndentation, position..<lineEnd(position))
            }
        }
        return breaks
    }

    /// An escape sequence (§5.7).
    private mutating func parseEscape() throws(ParseError) {
        let start = position
        let letter = byte(position + 1)
        position += 2
        if let scalar = Self.simpleEscape(letter) { return append(scalar) }
        let length =
            switch letter {
            case UInt8(ascii: "x"): 2
            case UInt8(ascii: "u"): 4
            case UInt8(ascii: "U"): 8
            default: 0
            }
        guard length > 0 else { throw error(.escape, start..<position) }
        var value: UInt32 = 0
        for _ in 0..<length {
            guard let digit = Self.hexDigit(current) else { throw error(.escape, start..<position) }
            value = value << 4 | digit
            position += 1
        }
        guard let scalar = Unicode.Scalar(value) else {
            let (whole, end) = surrogatePair(value)
            throw error(.surrogate(whole), start..<end)
        }
        append(scalar)
    }

    /// The character that JSON writes as this half of a UTF-16 pair and the escape behind it (RFC 8259 §7), and where it ends.
    private func surrogatePair(_ high: UInt32) -> (Unicode.Scalar?, end: Int) {
        let escape = bytes[position...].prefix(6)
        guard escape.starts(with: [Byte.backslash, UInt8(ascii: "u")]), (0xD800...0xDBFF).contains(high) else {
            return (nil, position)
        }
        let low = escape.dropFirst(2).reduce(0) { $0 << 4 | (Self.hexDigit($1) ?? 0) }
        guard escape.count == 6, (0xDC00...0xDFFF).contains(low) else { return (nil, position) }
        return (Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)), position + 6)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
        default: nil
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { pool.append(byte) }
    }

    private static func simpleEscape(_ letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "0"): "\0"
        case UInt8(ascii: "a"): "\u{7}"
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "t"), Byte.tab: "\t"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "v"): "\u{B}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "e"): "\u{1B}"
        case Byte.space: " "
        case Byte.doubleQuote: "\""
        case UInt8(ascii: "/"): "/"
        case Byte.backslash: "\\"
        case UInt8(ascii: "N"): "\u{85}"
        case UInt8(ascii: "_"): "\u{A0}"
        case UInt8(ascii: "L"): "\u{2028}"
        case UInt8(ascii: "P"): "\u{2029}"
        default: nil
        }
    }
}
