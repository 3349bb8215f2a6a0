/// Tells most right texts from those that the rules have to look at, in one pass over the bytes.
struct ProofreadingFilter: OptionSet {
    let rawValue: UInt8

    /// What a scalar is, for the one behind it.
    static let kanji = ProofreadingFilter(rawValue: 1)
    static let katakana = ProofreadingFilter(rawValue: 2)
    static let digit = ProofreadingFilter(rawValue: 4)
    /// Worth a look wherever it stands: brackets, signs that no paper should hold.
    static let always = ProofreadingFilter(rawValue: 8)
    /// Worth a look behind a kanji or digit: ロ, ニ, ー.
    static let behindKanji = ProofreadingFilter(rawValue: 16)
    /// Worth a look behind katakana: 二, 口, べ.
    static let behindKatakana = ProofreadingFilter(rawValue: 32)
    /// Worth a look behind anything but katakana: ヘ.
    static let behindOther = ProofreadingFilter(rawValue: 64)
    /// Worth a look behind itself: のの.
    static let doubled = ProofreadingFilter(rawValue: 128)

    private static let table: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 0x1_0000)
        func set(_ flag: ProofreadingFilter, _ scalars: some Sequence<UInt32>) {
            for scalar in scalars { table[Int(scalar)] |= flag.rawValue }
        }
        func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
        for value in UInt32(0)..<0x1_0000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if scalar.isKanji { set(.kanji, [value]) }
            if scalar.isKatakana { set(.katakana, [value]) }
            if scalar.isDigit { set(.digit, [value]) }
        }
        set(.always, scalars("（）()「」『』［］[]【】〔〕〈〉《》“”｛｝～〜－−\u{FFFD}\u{A0}\u{AD}\u{FEFF}\u{3099}\u{309A}\u{FA10}"))
        set(.always, [0xFF61...0xFF9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x180E...0x180E].joined())
        set(.always, CharacterRule.radicals.lowerBound...CharacterRule.radicals.upperBound)
        set(.always, [0x5DFF, 0x784F, 0x654E, 0x6236, 0x5167, 0x6B65, 0x6BCF, 0x8AAA, 0x589E, 0x665A, 0x7522])
        set(.behindKanji, scalars("ァィゥェォャュョ"))
        set(.behindKatakana, scalars("ツヤユヨ卜才"))
        set(.behindKanji, scalars("ロニエカタハトーOolIＯｌＩ"))
        set(.behindKatakana, scalars("二口工力夕一八へべぺ―－‐"))
        set(.behindOther, scalars("ヘベペ"))
        set(.doubled, scalars("のをがにではへと、。て及"))
        return table
    }()

    /// Whether some rule has to look at the text.
    static func isSuspicious(_ text: Span<UInt8>) -> Bool {
        var before: UInt32 = 0
        var beforeFlags = ProofreadingFilter()
        // Names and addresses have spaces; in sentences and at the ends they are doubtful.
        var (hasSpace, isSentence) = (false, false)
        var repetition = Repetition()
        let table = table
        var index = 0
        while index < text.count {
            let isFirst = index == 0
            let scalar = UTF8Scalar(text, at: index)
            index += scalar.length
            guard scalar.value < 0x1_0000 else {
                if (0xE0000...0xE007F).contains(scalar.value) { return true }
                beforeFlags = []
                continue
            }
            if scalar.value == 0x20 || scalar.value == 0x3000 {
                if isFirst || index == text.count { return true }
                hasSpace = true
            } else if scalar.value == 0x3001 || scalar.value == 0x3002 {
                isSentence = true
            }
            if repetition.follows(scalar.value) { return true }
            if isLargeKana(before, scalar.value) { return true }
            let flags = ProofreadingFilter(rawValue: table[Int(scalar.value)])
            if flags.contains(.always) || flags.contains(.doubled) && scalar.value == before { return true }
            if flags.contains(.behindKanji), !beforeFlags.isDisjoint(with: [.kanji, .digit]) { return true }
            if flags.contains(.behindKatakana), beforeFlags.contains(.katakana) { return true }
            if flags.contains(.behindOther), !beforeFlags.contains(.katakana) { return true }
            (before, beforeFlags) = (scalar.value, flags)
        }
        return hasSpace && isSentence
    }

    /// あつて, ちよつと, しましよう: pairs that may hold a large kana for a small one; をに and がは, particles in a row.
    @inline(__always)
    private static func isLargeKana(_ first: UInt32, _ second: UInt32) -> Bool {
        switch second {
        case 0x305F, 0x3066, 0x3068: first == 0x3064  // つた, つて, つと
        case 0x306B: first == 0x3092  // をに
        case 0x306F: first == 0x304C  // がは
        case 0x3088: first == 0x3061 || first == 0x3057  // ちよ, しよ
        default: false
        }
    }
}

/// Tells whether two letters running are the same as two a little before: the beginning of a word written twice.
///
/// The last eight letters stand in the sixteen-bit lanes of two words, the latest lowest.
private struct Repetition {
    private var last: (low: UInt64, high: UInt64) = (0, 0)
    /// The high bit of each lane whose letter was the same, one letter ago.
    private var same: (low: UInt64, high: UInt64) = (0, 0)

    @inline(__always)
    mutating func follows(_ letter: UInt32) -> Bool {
        // Kana and kanji: digits and Latin letters repeat for good reasons.
        let now: (low: UInt64, high: UInt64) =
            letter >= 0x3041 ? (Self.lanes(last.low, equalTo: letter), Self.lanes(last.high, equalTo: letter)) : (0, 0)
        // A letter that follows itself is another rule's: the lowest lane does not count.
        let isRun = now.low & same.low & ~0xFFFF | now.high & same.high
        same = now
        last = (last.low << 16 | UInt64(letter & 0xFFFF), last.high << 16 | last.low >> 48)
        return isRun != 0
    }

    /// The high bits of the lanes that hold a letter; above one that does, another may seem to: the rules look again.
    @inline(__always)
    private static func lanes(_ word: UInt64, equalTo letter: UInt32) -> UInt64 {
        let difference = word ^ (UInt64(letter & 0xFFFF) &* 0x0001_0001_0001_0001)
        return (difference &- 0x0001_0001_0001_0001) & ~difference & 0x8000_8000_8000_8000
    }
}
