import Japanese

/// A text as sequences are counted in it: digits, Latin letters, katakana and other signs are one sign, however many stand side by side, and so is
/// the end of a sentence.
struct SignText {
    static let end: UInt32 = 0
    static let katakana: UInt32 = 0x30A2

    private(set) var signs: [UInt32] = [end]
    /// Where in the text each of them begins.
    private(set) var places: [Int] = [0]

    init(_ text: [Unicode.Scalar]) {
        signs.reserveCapacity(text.count + 2)
        places.reserveCapacity(text.count + 2)
        for (index, scalar) in text.enumerated() {
            append(Self.sign(scalar.value), index)
            if scalar == "。" || scalar == "！" || scalar == "？" { append(Self.end, index + 1) }
        }
        append(Self.end, text.count)
    }

    private mutating func append(_ sign: UInt32, _ place: Int) {
        guard sign != signs.last || !Self.isRun(sign) else { return }
        signs.append(sign)
        places.append(place)
    }

    private static func isRun(_ sign: UInt32) -> Bool {
        sign < 0x80 && sign != 0x28 && sign != 0x29 || sign == katakana
    }

    private static func sign(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x0A: end
        case 0x3041...0x3096, 0x4E00...0x9FFF: value
        case 0x30...0x39, 0xFF10...0xFF19: 0x30
        case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: 0x41
        case 0x30A1...0x30FC: katakana
        case 0x20, 0x3000: 0x20
        case 0x28, 0xFF08: 0x28
        case 0x29, 0xFF09: 0x29
        case 0xFF0C: 0x3001
        case 0xFF0E: 0x3002
        case 0x300E: 0x300C
        case 0x300F: 0x300D
        case 0x21...0x7E, 0x2000...0x2FFF, 0xFF00...: 0x23
        default: value
        }
    }
}
