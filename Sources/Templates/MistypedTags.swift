import Diagnostics
import Mustache

/// Tags written with one brace or with full-width ones, which print as they stand: `{board.name}`, `｛｛board.name｝｝`.
enum MistypedTags {
    struct Tag {
        /// The name between the braces.
        let name: String
        /// Bytes, braces included.
        let range: Range<Int>
    }

    private static let fullwidthOpen = Array("｛".utf8)
    private static let fullwidthClose = Array("｝".utf8)
    private static let longest = 100

    /// What looks like a tag in a stretch of a template's text.
    static func find(in bytes: [UInt8], _ text: Range<Int>) -> [Tag] {
        var tags: [Tag] = []
        var index = text.lowerBound
        while index < text.upperBound {
            let isFullwidth =
                bytes[index] == fullwidthOpen[0] && bytes[index..<text.upperBound].starts(with: fullwidthOpen)
            guard isFullwidth || bytes[index] == UInt8(ascii: "{") else {
                index += 1
                continue
            }
            let (open, close) =
                isFullwidth ? (fullwidthOpen, fullwidthClose) : ([UInt8(ascii: "{")], [UInt8(ascii: "}")])
            var start = index
            while bytes[start..<text.upperBound].starts(with: open) { start += open.count }
            let end = bytes[start..<text.upperBound].prefix(longest).indices.first {
                bytes[$0..<text.upperBound].starts(with: close)
            }
            guard let end else {
                index = start
                continue
            }
            var rangeEnd = end
            while bytes[rangeEnd..<text.upperBound].starts(with: close) { rangeEnd += close.count }
            let name = String(decoding: bytes[start..<end], as: UTF8.self).filter { $0 != " " && $0 != "　" }
            if isName(name) { tags.append(Tag(name: name, range: index..<rangeEnd)) }
            index = rangeEnd
        }
        return tags
    }

    /// A field's name, or several joined by points.
    private static func isName(_ text: String) -> Bool {
        let name = text.drop { "#^/&".contains($0) }
        return !name.isEmpty
            && name.utf8.allSatisfy {
                ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") || $0 == UInt8(ascii: "_")
                    || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }
}
