/// Writes XML into one buffer. Names and attributes are the caller's; text is escaped here.
struct XMLWriter {
    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".utf8)

    /// Markup as it stands.
    mutating func write(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    /// Text between markup, or the value of an attribute.
    mutating func write(escaping text: String) {
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

    /// A string of a sheet (ECMA-376-1 §22.9.2.19 ST_Xstring), where what XML cannot hold is escaped as `_x0001_`, and what looks
    /// like that is, too.
    mutating func write(string text: String) {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A || $0 == UInt8(ascii: "_") || $0 == 0xEF }) else {
            return write(escaping: text)
        }
        // Line breaks in cells are LF.
        let text = LineBreaks.normalize(Array(text.utf8)[...])
        let all = Array(text.utf8)
        var (plain, place) = ("", 0)
        for scalar in text.unicodeScalars {
            switch scalar {
            // The mark that would end it may be the first of the next escape.
            case "_" where XMLText.openUnit(at: place, in: all) != nil: plain += "_x005F_"
            case "\u{0}"..."\u{8}", "\u{B}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
                let hex = String(scalar.value, radix: 16, uppercase: true)
                plain += "_x" + String(repeating: "0", count: 4 - hex.count) + hex + "_"
            default: plain.unicodeScalars.append(scalar)
            }
            place += UTF8.width(scalar)
        }
        write(escaping: plain)
    }
}
