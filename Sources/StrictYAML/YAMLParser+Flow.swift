import Diagnostics

/// Flow collections (§7.4) and what all nodes that begin on a line have in common.
extension YAMLParser {
    /// Parses a flow collection, a quoted scalar or a plain one.
    mutating func parseInlineNode(parentIndent: Int, inFlow: Bool) throws(ParseError) {
        let start = position
        switch current {
        case Byte.doubleQuote, Byte.singleQuote:
            try parseQuoted(current, parentIndent: parentIndent)
        case Byte.openBracket:
            try parseFlowSequence(parentIndent: parentIndent)
        case Byte.openBrace:
            try parseFlowMapping(parentIndent: parentIndent)
        default:
            try checkPlainStart(inFlow: inFlow)
            try parsePlain(start: start, parentIndent: parentIndent, inFlow: inFlow)
        }
    }

    private mutating func parseFlowSequence(parentIndent: Int) throws(ParseError) {
        let start = position
        let sequence = try openCollection(.sequence, at: start)
        position += 1
        while true {
            try skipInFlow(opened: start, parentIndent: parentIndent)
            if current == Byte.closeBracket { break }
            try refuseFlowIndicator()
            try parseInlineNode(parentIndent: parentIndent, inFlow: true)
            try skipInFlow(opened: start, parentIndent: parentIndent)
            // `[a: b]` is a mapping of one pair (§7.4.1); the profile has no mapping without its braces.
            if current == Byte.colon { throw error(.mappingInValue, position..<position + 1) }
            if try endsFlowEntry(close: Byte.closeBracket) { break }
        }
        position += 1
        closeCollection(sequence, end: position)
    }

    private mutating func parseFlowMapping(parentIndent: Int) throws(ParseError) {
        let start = position
        let mapping = try openCollection(.mapping, at: start)
        var keys = OpenMapping(firstKey: openKeys.count)
        position += 1
        while true {
            try skipInFlow(opened: start, parentIndent: parentIndent)
            if current == Byte.closeBrace { break }
            try refuseFlowIndicator()
            try parseFlowPair(opened: start, parentIndent: parentIndent, keys: &keys)
            try skipInFlow(opened: start, parentIndent: parentIndent)
            if try endsFlowEntry(close: Byte.closeBrace) { break }
        }
        position += 1
        openKeys.removeSubrange(keys.firstKey...)
        closeCollection(mapping, end: position)
    }

    private mutating func parseFlowPair(
        opened: Int, parentIndent: Int, keys: inout OpenMapping
    ) throws(ParseError) {
        let start = position
        let key = nodes.count
        try parseInlineNode(parentIndent: parentIndent, inFlow: true)
        if nodes[key].kind != .scalar { throw error(.complexKey, start..<position) }
        let isQuoted = nodes[key].style != .plain
        try noteKey(in: &keys)
        let keyEnd = position
        try skipInFlow(opened: opened, parentIndent: parentIndent)
        // Behind a quoted key the colon needs no space (§7.4.2).
        guard current == Byte.colon, isQuoted || isSpaceOrEnd(position + 1) || isFlowIndicator(byte(position + 1))
        else { return appendEmpty(at: keyEnd) }
        position += 1
        let colonEnd = position
        try skipInFlow(opened: opened, parentIndent: parentIndent)
        if current == Byte.comma || current == Byte.closeBrace { return appendEmpty(at: colonEnd) }
        try refuseFlowIndicator()
        try parseInlineNode(parentIndent: parentIndent, inFlow: true)
    }

    /// After an entry: steps over its comma, or says that the collection ends here.
    private mutating func endsFlowEntry(close: UInt8) throws(ParseError) -> Bool {
        if current == close { return true }
        guard current == Byte.comma else { throw error(.missingComma, position..<position + 1) }
        position += 1
        return false
    }

    /// Steps to the next token inside brackets; their lines are indented deeper than the block they stand in.
    private mutating func skipInFlow(opened: Int, parentIndent: Int) throws(ParseError) {
        let crossed = try skipToToken()
        if position >= bytes.count || column == 0 && isDocumentMarker(position) {
            throw error(.unterminatedFlow, opened..<opened + 1)
        }
        if crossed, column <= parentIndent {
            throw error(.unterminatedFlow, opened..<opened + 1)
        }
    }

    /// Refuses a bracket or comma where an entry should begin, and a complex key.
    private mutating func refuseFlowIndicator() throws(ParseError) {
        if current == Byte.question, isSpaceOrEnd(position + 1) {
            throw error(.complexKey, position..<position + 1)
        }
        if current == Byte.comma || current == Byte.closeBracket || current == Byte.closeBrace {
            throw error(.unexpected, position..<position + 1)
        }
    }

    @inline(__always)
    func isFlowIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case Byte.comma, Byte.openBracket, Byte.closeBracket, Byte.openBrace, Byte.closeBrace: true
        default: false
        }
    }
}
