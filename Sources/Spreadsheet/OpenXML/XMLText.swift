internal import Bytes

/// The text of a string item (ECMA-376-1 §18.4.8 si, §18.3.1.53 is, §18.7.7 text): its runs joined, without their phonetic readings.
struct XMLText {
    private var bytes: [UInt8] = []
    /// Whether the elements that are open are text that counts.
    private var isInText = false
    private var phoneticDepth = 0

    mutating func start(_ name: XMLName) {
        guard name.vocabulary == .main else { return }
        if name.local == "rPh" { phoneticDepth += 1 }
        isInText = name.local == "t" && phoneticDepth == 0
    }

    mutating func end(_ name: XMLName) {
        guard name.vocabulary == .main else { return }
        if name.local == "rPh" { phoneticDepth -= 1 }
        isInText = false
    }

    mutating func append(_ text: Span<UInt8>) {
        if isInText { bytes.append(text) }
    }

    /// Takes the text out, ready for the next item.
    mutating func finish() -> String {
        defer { bytes.removeAll(keepingCapacity: true) }
        return Self.string(bytes)
    }

    /// Text in which `_x000D_` and the like stand for a UTF-16 unit (§22.9.2.19 ST_Xstring).
    static func string(_ bytes: [UInt8]) -> String {
        var (result, index) = ([] as [UInt8], 0)
        while let mark = bytes[index...].firstIndex(of: UInt8(ascii: "_")) {
            result += bytes[index..<mark]
            if let unit = unit(at: mark, in: bytes) {
                if let scalar = UnicodeScalar(unit) {
                    result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                    index = mark + 7
                } else if unit < 0xDC00, let low = Self.unit(at: mark + 7, in: bytes), 0xDC00...0xDFFF ~= low {
                    let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + UInt32(low) - 0xDC00
                    result.append(
                        contentsOf: UTF8.encode(UnicodeScalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
                    index = mark + 14
                } else {
                    result.append(contentsOf: UTF8.encodedReplacementCharacter)
                    index = mark + 7
                }
            } else {
                result.append(bytes[mark])
                index = mark + 1
            }
        }
        if index == 0 { return LineBreaks.normalize(bytes[...]) }
        result += bytes[index...]
        return LineBreaks.normalize(result[...])
    }

    /// The unit that an escape stands for which begins there; nil for NUL, which no text can hold.
    static func unit(at place: Int, in bytes: [UInt8]) -> UInt16? {
        guard place + 7 <= bytes.count, bytes[place + 6] == UInt8(ascii: "_"), let unit = openUnit(at: place, in: bytes)
        else { return nil }
        return unit == 0 ? nil : unit
    }

    /// The unit of an escape that begins there, whether or not it ends.
    static func openUnit(at place: Int, in bytes: [UInt8]) -> UInt16? {
        guard place + 6 <= bytes.count, bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x") else {
            return nil
        }
        var unit: UInt16 = 0
        for byte in bytes[place + 2..<place + 6] {
            guard let digit = Character(UnicodeScalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}
