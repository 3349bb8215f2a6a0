/// Tags that stand alone on their lines, which print nothing of those lines.
extension MustacheParser {
    /// The whole line of a tag that stands alone on it, its end included.
    func standaloneLine(_ tag: Range<Int>) -> Range<Int>? {
        guard let indentation = indentation(before: tag.lowerBound), let end = blankLineEnd(tag.upperBound) else {
            return nil
        }
        return tag.lowerBound - indentation.count..<end
    }

    /// The white space between the line's start and a tag, nil where something else stands there.
    func indentation(before tag: Int) -> [UInt8]? {
        var start = tag
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
        return Array(bytes[start..<tag])
    }

    /// Where the next line begins, if only white space is left on this one.
    func blankLineEnd(_ index: Int) -> Int? {
        var end = index
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        if end == bytes.count { return end }
        if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count { end += 1 }
        return bytes[end] == UInt8(ascii: "\n") ? end + 1 : nil
    }

    func whiteSpace(from start: Int) -> Int {
        bytes[start...].prefix(while: isBlank).count
    }

    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
