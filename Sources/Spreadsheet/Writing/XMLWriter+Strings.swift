import OpenPackaging

extension XMLWriter {
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
