/// What templates are filled with.
public protocol MustacheValue {
    /// The member of this value that a name's segment means, nil where it has none of that name.
    func member(_ segment: String) -> Self?

    /// Whether the value is wanted but not there: printing it would leave a hole.
    var isMissing: Bool { get }

    /// What a section does with the value.
    var sectionContent: MustacheSection { get }

    /// An item of a list, by its index from 0.
    func item(_ index: Int) -> Self

    /// Appends the value as text; with `escaped`, `&`, `<`, `>`, `"` and `'` as character references.
    func write(to output: inout [UInt8], escaped: Bool)
}

/// How a section is rendered.
public enum MustacheSection: Equatable, Sendable {
    /// Not at all; an inverted section is.
    case none
    /// Once, with the value as its context.
    case once
    /// Once for each of so many items.
    case items(Int)
}

/// Escapes text for HTML and XML.
public enum MarkupEscape {
    /// Appends UTF-8 text with `&`, `<`, `>`, `"` and `'` as character references.
    public static func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
        for index in text.indices {
            let byte = text[index]
            if byte > UInt8(ascii: ">") {
                output.append(byte)
                continue
            }
            switch byte {
            case UInt8(ascii: "&"): output.append(contentsOf: ampersand)
            case UInt8(ascii: "<"): output.append(contentsOf: lessThan)
            case UInt8(ascii: ">"): output.append(contentsOf: greaterThan)
            case UInt8(ascii: "\""): output.append(contentsOf: quote)
            case UInt8(ascii: "'"): output.append(contentsOf: apostrophe)
            default: output.append(byte)
            }
        }
    }

    private static let ampersand = Array("&amp;".utf8)
    private static let lessThan = Array("&lt;".utf8)
    private static let greaterThan = Array("&gt;".utf8)
    // The specification asks for the other four; without this one, a value would end an attribute in single quotes.
    private static let apostrophe = Array("&#39;".utf8)
    private static let quote = Array("&quot;".utf8)
}
