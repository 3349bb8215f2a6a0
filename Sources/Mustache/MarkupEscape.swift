import Bytes

/// Escapes text for HTML and XML.
enum MarkupEscape {
    /// Appends UTF-8 text with `&`, `<`, `>`, `"` and `'` as character references.
    static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        var start = 0
        while let sign = text.firstIndex(from: start, where: signs) {
            output.append(text.extracting(start..<sign))
            output.append(contentsOf: reference(text[sign]))
            start = sign + 1
        }
        output.append(text.extracting(start..<text.count))
    }

    @inline(__always)
    private static func signs(_ block: ByteBlock) -> ByteBlock.Mask {
        // & and ' differ in one bit, < and > in another.
        block.equal(to: UInt8(ascii: "&"), ignoring: 1) | block.equal(to: UInt8(ascii: "<"), ignoring: 2)
            | block.equal(to: UInt8(ascii: "\""))
    }

    /// The character reference of one of the five signs.
    private static func reference(_ sign: UInt8) -> [UInt8] {
        switch sign {
        case UInt8(ascii: "&"): ampersand
        case UInt8(ascii: "<"): lessThan
        case UInt8(ascii: ">"): greaterThan
        case UInt8(ascii: "\""): quote
        default: apostrophe
        }
    }

    private static let ampersand = Array("&amp;".utf8)
    private static let lessThan = Array("&lt;".utf8)
    private static let greaterThan = Array("&gt;".utf8)
    // The specification asks for the other four; without this one, a value would end an attribute in single quotes.
    private static let apostrophe = Array("&#39;".utf8)
    private static let quote = Array("&quot;".utf8)
}
