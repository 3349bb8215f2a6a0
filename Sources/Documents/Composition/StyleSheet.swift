import Bytes
import Markup

/// A style sheet that a page takes in: it must not end its element, nor ask another host for anything, whatever values it is told
/// of by its selectors.
enum StyleSheet {
    case usable([UInt8])
    case missing
    /// With what it holds that a page may not.
    case refused(String)

    init(_ bytes: [UInt8]) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            self = .refused("\u{FFFD}")
            return
        }
        let text = Array(Self.unescaped(bytes))
        let refused = Self.refused.first { text.span.firstIndex(of: Array($0.utf8).span) != nil }
        if let hidden = Self.hidden(in: bytes) {
            self = .refused("U+" + String(hidden.value, radix: 16, uppercase: true))
        } else if let refused {
            self = .refused(refused)
        } else if Self.hasForeignAddress(text) {
            self = .refused("url()")
        } else {
            self = .usable(StyleSheetText.withoutComments(bytes))
        }
    }

    /// A control character, or one that turns the direction of what follows.
    private static func hidden(in bytes: [UInt8]) -> Unicode.Scalar? {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.first { scalar in
            switch (0x20...0x7E).contains(scalar.value) ? nil : scalar.properties.generalCategory {
            case .control: !["\t", "\n", "\r", "\u{C}"].contains(scalar)
            case .format: scalar.value != 0xFEFF
            default: false
            }
        }
    }

    private static let refused = ["</", "@import", "@namespace", "image-set(", "src(", "expression(", "-moz-binding"]

    /// Whether some `url()` is more than data that it holds itself.
    private static func hasForeignAddress(_ text: [UInt8]) -> Bool {
        let (mark, data) = (Array("url(".utf8), Array("data:".utf8))
        var index = 0
        while let start = text.span.firstIndex(of: mark.span, from: index) {
            index = start + mark.count
            let address = text[index...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
            if !address.starts(with: data) { return true }
        }
        return false
    }

    /// The text in lower case, its escapes resolved with the white space that ends them (CSS Syntax §3.3, §4.3.7): `\75rl(` is
    /// `url(`. Comments stay: where they begin depends on what a string or an address holds, and they never join two words.
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == UInt8(ascii: "\\") else {
                text.append(lowercase(byte))
                index += 1
                continue
            }
            let digits = bytes[(index + 1)...].prefix(6).prefix { hexValue($0) != nil }
            guard !digits.isEmpty else {
                index += 1
                continue
            }
            let value = digits.reduce(0 as UInt32) { $0 << 4 | (hexValue($1) ?? 0) }
            for unit in UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter {
                text.append(lowercase(unit))
            }
            index += 1 + digits.count
            if bytes[index...].starts(with: [0x0D, 0x0A]) { index += 1 }
            if index < bytes.count, [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(bytes[index]) { index += 1 }
        }
        return text
    }

    private static func lowercase(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private static func hexValue(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
            UInt32((byte | 0x20) - UInt8(ascii: "a")) + 10
        default: nil
        }
    }
}
