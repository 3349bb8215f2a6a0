/// The scripts of Japanese text.
extension Unicode.Scalar {
    public static let kanji: [ClosedRange<UInt32>] = [
        0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005...0x3005, 0xF900...0xFAFF,
    ]
    public static let hiragana: ClosedRange<UInt32> = 0x3041...0x309F
    public static let katakana: [ClosedRange<UInt32>] = [0x30A1...0x30FA, 0x30FC...0x30FC]

    public var isKanji: Bool { Self.kanji.contains { $0.contains(value) } }
    public var isHiragana: Bool { Self.hiragana.contains(value) }
    public var isKatakana: Bool { Self.katakana.contains { $0.contains(value) } }
    /// A digit of either width.
    public var isDigit: Bool { isASCIIDigit || (0xFF10...0xFF19).contains(value) }
    public var isASCIIDigit: Bool { (0x30...0x39).contains(value) }
    public var isLatin: Bool { (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
    public var isBlank: Bool { value == 0x20 || value == 0x3000 }
}
