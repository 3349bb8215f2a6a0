/// Writes XML into one buffer. Names and attributes are the caller's; text is escaped here.
public struct XMLWriter {
    public private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)

    public init() {}

    /// Markup as it stands.
    public mutating func write(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Text between markup, or the value of an attribute.
    public mutating func write(escaping text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "<"): write("&lt;")
            case UInt8(ascii: ">"): write("&gt;")
            case UInt8(ascii: "\""): write("&quot;")
            // A tab or line break in an attribute would become a space, and CR anywhere a line break.
            case UInt8(ascii: "\t"): write("&#9;")
            case UInt8(ascii: "\n"): write("&#10;")
            case UInt8(ascii: "\r"): write("&#13;")
            default: bytes.append(byte)
            }
        }
    }
}
