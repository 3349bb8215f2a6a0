import Bytes

/// Escapes text for HTML and XML.
public enum MarkupEscape {
    /// Appends UTF-8 text with `&`, `<`, `>`, `"` and `'` as character references.
    public static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        var start = 0
        var index = 0
        while index < text.count {
            if index + 8 <= text.count {
                let word = text.word(at: index)
                // & and ' differ in one bit, < and > in another.
                let found =
                    word.equal(to: UInt8(ascii: "&"), ignoring: 1) | word.equal(to: UInt8(ascii: "<"), ignoring: 2)
                    | word.equal(to: UInt8(ascii: "\""))
                index += found.first
                if found.isEmpty { continue }
            }
            if let reference = reference(text[index]) {
                output.append(text.extracting(start..<index))
                output.append(contentsOf: reference)
                start = index + 1
            }
            index += 1
        }
        output.append(text.extracting(start..<text.count))
    }

    @inline(__always)
    private static func reference(_ byte: UInt8) -> [UInt8]? {
        switch byte {
        case UInt8(ascii: "&"): ampersand
        case UInt8(ascii: "<"): lessThan
        case UInt8(ascii: ">"): greaterThan
        case UInt8(ascii: "\""): quote
        case UInt8(ascii: "'"): apostrophe
        default: nil
        }
    }

    private static let ampersand = Array("&amp;".utf8)
    private static let lessThan = Array("&lt;".utf8)
    private static let greaterThan = Array("&gt;".utf8)
    // The specification asks for the other four; without this one, a value would end an attribute in single quotes.
    private static let apostrophe = Array("&#39;".utf8)
    private static let quote = Array("&quot;".utf8)
}
