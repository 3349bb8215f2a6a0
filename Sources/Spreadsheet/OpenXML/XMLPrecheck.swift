internal import Bytes

/// Looks at a part's bytes before libxml2 does, for what it takes too long over, or reads as something else than they are.
enum XMLPrecheck {
    /// Attributes of one element, which libxml2 compares each with each; a cell has four.
    private static let attributeLimit = 256

    /// Whether the bytes may be parsed: text in UTF-8, as libxml2 is told that they are, and no element with a flood of attributes.
    ///
    /// Parts in UTF-16, which ECMA-376 allows and no program writes, are refused: their tags are not seen here.
    static func accepts(_ bytes: [UInt8]) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        // libxml2 takes NUL for the end, and would say nothing of what follows it.
        guard start < bytes.count, bytes[start] == UInt8(ascii: "<") || bytes[start] <= 0x20, !bytes.contains(0) else {
            return false
        }
        let text = bytes.span
        var index = start
        while let tag = text.firstIndex(of: UInt8(ascii: "<"), from: index) {
            guard let end = end(of: tag, in: text) else { return false }
            index = end
        }
        return true
    }

    /// The index behind a tag, comment or the like, or the text's end; nil for a tag with too many attributes.
    private static func end(of tag: Int, in text: Span<UInt8>) -> Int? {
        for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
        where begins(opening, at: tag, in: text) {
            let closing = Array(closing.utf8)
            return text.firstIndex(of: closing.span, from: tag + opening.utf8.count).map { $0 + closing.count }
                ?? text.count
        }
        var (attributes, quote) = (0, nil as UInt8?)
        for index in tag + 1..<text.count {
            let byte = text[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
                attributes += 1
                guard attributes <= attributeLimit else { return nil }
            } else if byte == UInt8(ascii: ">") {
                return index + 1
            }
        }
        return text.count
    }

    private static func begins(_ opening: String, at place: Int, in text: Span<UInt8>) -> Bool {
        let bytes = opening.utf8
        guard place + bytes.count <= text.count else { return false }
        return zip(bytes, place...).allSatisfy { $0 == text[$1] }
    }
}
