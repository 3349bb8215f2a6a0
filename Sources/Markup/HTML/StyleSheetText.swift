/// The text of a style sheet as CSS parts it (CSS Syntax Level 3 §4.3).
public enum StyleSheetText {
    /// Where a string, an address without quotation marks, a comment or an escaped character ends that begins at a place; nil where
    /// none begins there.
    static func end(ofPieceAt index: Int, in text: [UInt8]) -> Int? {
        switch text[index] {
        case UInt8(ascii: "\\"): return min(index + 2, text.count)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return end(of: [text[index]], from: index + 1, in: text)
        case UInt8(ascii: "/"):
            guard isComment(at: index, in: text) else { return nil }
            var end = index + 2
            while end + 1 < text.count, text[end] != UInt8(ascii: "*") || text[end + 1] != UInt8(ascii: "/") {
                end += 1
            }
            return min(end + 2, text.count)
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            guard text[index...].prefix(4).map({ $0 | 0x20 }) == Array("url(".utf8) else { return nil }
            let start = text[(index + 4)...].firstIndex { $0 > 0x20 } ?? text.count
            let isQuoted = start < text.count && [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(text[start])
            return isQuoted ? nil : end(of: [UInt8(ascii: ")")], from: start, in: text)
        default: return nil
        }
    }

    private static func end(of sign: [UInt8], from start: Int, in text: [UInt8]) -> Int {
        var end = start
        while end < text.count, !sign.contains(text[end]) { end += text[end] == UInt8(ascii: "\\") ? 2 : 1 }
        return min(end + 1, text.count)
    }

    static func isComment(at index: Int, in text: [UInt8]) -> Bool {
        text[index] == UInt8(ascii: "/") && index + 1 < text.count && text[index + 1] == UInt8(ascii: "*")
    }

    /// The text as pages carry it: without comments, empty lines and what lines are indented by.
    public static func withoutComments(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if isComment(at: index, in: text), let end = end(ofPieceAt: index, in: text) {
                // Between words it keeps them apart without being a space, which means "inside" in a selector.
                let isBetween = (output.last ?? 0) > 0x20 && end < text.count && text[end] > 0x20
                if isBetween { output += Array("/**/".utf8) }
                index = end
            } else if let end = end(ofPieceAt: index, in: text) {
                output += text[index..<end]
                index = end
            } else {
                let isAtStart = output.last.map { $0 == UInt8(ascii: "\n") } ?? true
                if !isAtStart || byte > 0x20 { output.append(byte) }
                index += 1
            }
        }
        return output
    }
}
