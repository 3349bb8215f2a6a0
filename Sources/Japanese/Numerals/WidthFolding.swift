/// Moves digits and signs between half width and full width.
public enum WidthFolding {
    /// The half-width form of full-width ASCII (！ to ～), the ideographic space and the many hyphens, for matching
    /// only: never for output.
    public static func ascii(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var scalars = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            let folded = fold(scalar, after: previous)
            scalars.append(folded)
            previous = folded
        }
        return String(scalars)
    }

    /// The same of one scalar, whatever stands before it.
    public static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar { fold(scalar, after: nil) }

    private static func fold(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000: " "
        // ‐ ‑ – — ― − － look alike in a telephone number.
        case 0x2010, 0x2011, 0x2013, 0x2014, 0x2015, 0x2212, 0xFF0D: "-"
        // ー is a letter anywhere but behind a digit.
        case 0x30FC where previous.map { ("0"..."9").contains($0) } ?? false: "-"
        default: scalar
        }
    }

    /// Hiragana as katakana; all else as it is.
    public static func katakana(_ text: String) -> String {
        // ぁ to ゖ and ゝゞ stand 0x60 before ァ to ヶ and ヽヾ.
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x3041...0x3096, 0x309D, 0x309E: Unicode.Scalar(scalar.value + 0x60) ?? scalar
                    default: scalar
                    }
                }))
    }

    /// Katakana of either width as hiragana; all else as it is.
    public static func hiragana(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                KatakanaWidth.fullwidth(text).unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x30A1...0x30F6, 0x30FD, 0x30FE: Unicode.Scalar(scalar.value - 0x60) ?? scalar
                    default: scalar
                    }
                }))
    }

    /// Appends UTF-8 text with every ASCII digit in its full-width form; a point or comma between digits goes along.
    public static func appendFullwidthDigits(_ text: Span<UInt8>, to output: inout [UInt8]) {
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                appendFullwidth(byte, to: &output)
            case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"):
                let between =
                    index > 0 && index + 1 < text.count && isDigit(text[index - 1]) && isDigit(text[index + 1])
                if between { appendFullwidth(byte, to: &output) } else { output.append(byte) }
            case UInt8(ascii: "%") where index > 0 && isDigit(text[index - 1]):
                appendFullwidth(byte, to: &output)
            default:
                output.append(byte)
            }
        }
    }

    /// Appends UTF-8 text with every full-width digit in its ASCII form.
    public static func appendHalfwidthDigits(_ text: Span<UInt8>, to output: inout [UInt8]) {
        var index = 0
        while index < text.count {
            // ０ to ９ are EF BC 90 to EF BC 99.
            if text[index] == 0xEF, index + 2 < text.count, text[index + 1] == 0xBC,
                (0x90...0x99).contains(text[index + 2])
            {
                output.append(text[index + 2] - 0x90 + UInt8(ascii: "0"))
                index += 3
            } else {
                output.append(text[index])
                index += 1
            }
        }
    }

    /// U+FF01… holds ASCII 0x21… in order: EF BC 81 + n up to 0x5F, EF BD 80 + n from there.
    private static func appendFullwidth(_ ascii: UInt8, to output: inout [UInt8]) {
        let scalar = UInt32(ascii) + 0xFEE0
        output.append(0xEF)
        output.append(UInt8(0x80 | (scalar >> 6) & 0x3F))
        output.append(UInt8(0x80 | scalar & 0x3F))
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
