import Diagnostics

/// Block collections (§8.2).
extension YAMLParser {
    /// Where a block node begins, which decides what it may be.
    enum BlockPlace {
        /// First on its line, or behind `- `: anything.
        case lineStart
        /// Behind `key:` or `---` on the same line: no block collection.
        case afterKey
    }

    /// Parses the node at `position`, which is at its first character.
    mutating func parseBlockNode(parentIndent: Int, place: BlockPlace) throws(ParseError) {
        let start = position
        switch current {
        case Byte.dash where isSpaceOrEnd(start + 1):
            if place == .afterKey { throw error(.unexpected, start..<start + 1) }
            return try parseBlockSequence(indent: column)
        case Byte.question where isSpaceOrEnd(start + 1):
            throw error(.complexKey, start..<lineEnd(start))
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            return try parseBlockScalar(parentIndent: parentIndent)
        default:
            break
        }
        let line = lineStart
        let indent = column
        let node = nodes.count
        try parseInlineNode(parentIndent: parentIndent, inFlow: false)
        // A key stands on one line, with its colon behind it.
        let wasOneLine = line == lineStart
        var next = position
        if byte(next) == Byte.lineFeed { return }
        while byte(next) == Byte.space || byte(next) == Byte.tab { next += 1 }
        guard byte(next) == Byte.colon, isSpaceOrEnd(next + 1) else { return try expectLineEnd() }
        if nodes[node].kind != .scalar { throw error(.complexKey, start..<next) }
        if !wasOneLine || place == .afterKey { throw error(.mappingInValue, next..<next + 1) }
        try checkKeyStart(start)
        position = next
        try parseBlockMapping(firstKey: node, indent: indent)
    }

    /// After a node in block context nothing but a comment may stand on its line.
    private mutating func expectLineEnd() throws(ParseError) {
        let start = position
        skipSpaces()
        if isLineEnd(position) { return }
        if current == Byte.hash {
            if start == position { throw error(.comment, position..<position + 1) }
            return
        }
        throw error(.unexpected, position..<lineEnd(position))
    }

    private mutating func parseBlockSequence(indent: Int) throws(ParseError) {
        let sequence = try openCollection(.sequence, at: position)
        try parseItems(indent: indent)
        closeCollection(sequence, end: lastNodeEnd)
    }

    /// Parses the items of a block sequence from the one at `position` on.
    mutating func parseItems(indent: Int) throws(ParseError) {
        while true {
            position += 1
            let dashEnd = position
            let line = lineStart
            var afterDash = position
            while byte(afterDash) == Byte.space { afterDash += 1 }
            if byte(afterDash) == Byte.tab {
                // `-<tab>- a` would nest by a tab; a plain value behind a tab is refused with it.
                var next = afterDash
                while byte(next) == Byte.tab || byte(next) == Byte.space { next += 1 }
                if !isLineEnd(next), byte(next) != Byte.hash { throw error(.tab, afterDash..<next) }
            }
            try skipToToken()
            let isItem =
                position < bytes.count && (line == lineStart || column > indent)
                && !(column == 0 && isDocumentMarker(position))
            if isItem {
                try parseBlockNode(parentIndent: indent, place: .lineStart)
                try skipToToken()
            } else {
                appendEmpty(at: dashEnd)
            }
            guard position < bytes.count, column >= indent, !(column == 0 && isDocumentMarker(position)) else { break }
            if column > indent { throw error(.indentation, position..<lineEnd(position)) }
            guard current == Byte.dash, isSpaceOrEnd(position + 1) else {
                if isWrongDash(position) { throw error(.wrongDash, scalarRange(position)) }
                break
            }
        }
    }

    /// Parses a mapping whose first key has been read: `position` is at its colon.
    private mutating func parseBlockMapping(firstKey mapping: Int, indent: Int) throws(ParseError) {
        try openMapping(before: mapping)
        var keys = OpenMapping(firstKey: openKeys.count)
        while true {
            try noteKey(in: &keys)
            position += 1
            try parseMappingValue(indent: indent)
            try skipToToken()
            guard position < bytes.count, column >= indent, !(column == 0 && isDocumentMarker(position)) else { break }
            if column > indent { throw error(.indentation, position..<lineEnd(position)) }
            try parseBlockKey(indent: indent)
        }
        openKeys.removeSubrange(keys.firstKey...)
        closeCollection(mapping, end: lastNodeEnd)
    }

    /// Parses a key; leaves `position` at its colon.
    private mutating func parseBlockKey(indent: Int) throws(ParseError) {
        let start = position
        let line = lineStart
        try checkKeyStart(start)
        if isSpaceOrEnd(start + 1), current == Byte.question { throw error(.complexKey, start..<lineEnd(start)) }
        if isSpaceOrEnd(start + 1), current == Byte.dash { throw error(.indentation, start..<lineEnd(start)) }
        if current == UInt8(ascii: "|") || current == UInt8(ascii: ">") {
            throw error(.missingColon, start..<lineEnd(start))
        }
        let node = nodes.count
        if current == Byte.singleQuote || current == Byte.doubleQuote || current == Byte.openBracket
            || current == Byte.openBrace
        {
            try parseInlineNode(parentIndent: indent, inFlow: false)
            if nodes[node].kind != .scalar { throw error(.complexKey, start..<position) }
        } else {
            try checkPlainStart(inFlow: false)
            try parsePlainLine(inFlow: false)
        }
        skipSpaces()
        guard line == lineStart, current == Byte.colon, isSpaceOrEnd(position + 1) else {
            throw missingColon(start)
        }
    }

    /// Refuses what YAML would read as part of a key's name and a clerk did not mean so: a full-width space or dash.
    @inline(__always)
    private mutating func checkKeyStart(_ start: Int) throws(ParseError) {
        // Nearly all keys begin with a letter.
        if byte(start) < 0x80, byte(start) != Byte.dash { return }
        try checkWideKeyStart(start)
    }

    private func checkWideKeyStart(_ start: Int) throws(ParseError) {
        if bytes[start...].starts(with: "　".utf8) { throw error(.ideographicSpace, scalarRange(start)) }
        if isWrongDash(start), byte(start) != Byte.dash || !isSpaceOrEnd(start + 1) {
            throw error(.wrongDash, scalarRange(start))
        }
    }

    /// A line without `: `; the colon may be there, but a full-width one or with a full-width space behind it.
    func missingColon(_ start: Int) -> ParseError {
        let line = bytes[start..<lineEnd(start)]
        for index in line.indices {
            if line[index...].starts(with: "：".utf8) { return error(.wrongColon, scalarRange(index)) }
            if line[index] == Byte.colon, line[(index + 1)...].starts(with: "　".utf8) {
                return error(.wrongColon, index..<index + 4)
            }
        }
        return error(.missingColon, start..<lineEnd(start))
    }

    /// Parses what stands behind a key's colon, on its line or below.
    private mutating func parseMappingValue(indent: Int) throws(ParseError) {
        let colonEnd = position
        let crossed = try skipToToken()
        if !crossed {
            guard position < bytes.count else { return appendEmpty(at: colonEnd) }
            return try parseBlockNode(parentIndent: indent, place: .afterKey)
        }
        let isMarker = column == 0 && isDocumentMarker(position)
        if position < bytes.count, !isMarker {
            if column > indent { return try parseBlockNode(parentIndent: indent, place: .lineStart) }
            // A sequence may stand at its key's indent.
            if column == indent, current == Byte.dash, isSpaceOrEnd(position + 1) {
                return try parseBlockSequence(indent: indent)
            }
        }
        appendEmpty(at: colonEnd)
    }
}
