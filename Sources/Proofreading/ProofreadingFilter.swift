import Japanese

/// Tells most right texts from those that the rules have to look at, in one pass over the bytes.
struct ProofreadingFilter: OptionSet {
    let rawValue: UInt16

    /// What a scalar is, for the one behind it.
    static let kanji = ProofreadingFilter(rawValue: 1)
    static let katakana = ProofreadingFilter(rawValue: 2)
    static let digit = ProofreadingFilter(rawValue: 4)
    /// Worth a look wherever it stands: signs that no paper should hold.
    static let always = ProofreadingFilter(rawValue: 8)
    /// Worth a look behind a kanji or digit: ロ, ニ, ー.
    static let behindKanji = ProofreadingFilter(rawValue: 16)
    /// Worth a look behind katakana: 二, 口, べ.
    static let behindKatakana = ProofreadingFilter(rawValue: 32)
    /// Worth a look behind anything but katakana: ヘ.
    static let behindOther = ProofreadingFilter(rawValue: 64)
    /// Worth a look behind itself: のの.
    static let doubled = ProofreadingFilter(rawValue: 128)
    /// A bracket that opens or closes.
    static let bracket = ProofreadingFilter(rawValue: 256)
    /// Kana, either way of writing them.
    static let kana = ProofreadingFilter(rawValue: 512)
    /// A kanji that stands in words which repeat themselves: 一人一人.
    static let numeral = ProofreadingFilter(rawValue: 1024)

    /// The second of two letters that may be doubtful side by side.
    static let pairEnd = ProofreadingFilter(rawValue: 2048)
    /// What a letter has to be looked at for: most have none of these.
    private static let special: ProofreadingFilter = [
        .always, .behindKanji, .behindKatakana, .behindOther, .doubled, .bracket, .pairEnd,
    ]

    private static let table: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 0x1_0000)
        func set(_ flag: ProofreadingFilter, _ scalars: some Sequence<UInt32>) {
            for scalar in scalars { table[Int(scalar)] |= flag.rawValue }
        }
        func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }
        for range in Unicode.Scalar.kanji { set(.kanji, range) }
        for range in Unicode.Scalar.katakana { set([.katakana, .kana], range) }
        set(.kana, Unicode.Scalar.hiragana)
        set(.digit, [0x30...0x39, 0xFF10...0xFF19].joined())
        set(.numeral, DoubledWordRule.numbers.map(\.value))
        set(.bracket, scalars("（）()「」『』［］[]【】〔〕〈〉《》“”｛｝"))
        set(.always, scalars("～〜－−\u{FFFD}\u{A0}\u{AD}\u{FEFF}\u{3099}\u{309A}\u{309B}\u{309C}\u{FA10}"))
        set(.always, ([0xFF61...0xFF9F] + CharacterRule.direction + CharacterRule.invisible).joined())
        set(.always, MixedScriptRule.latin.keys.map(\.value))
        set(.always, CharacterRule.radicals.lowerBound...CharacterRule.radicals.upperBound)
        set(.always, [0x5DFF, 0x784F, 0x654E, 0x6236, 0x5167, 0x6B65, 0x6BCF, 0x8AAA, 0x589E, 0x665A, 0x7522])
        set(.behindKanji, scalars("ァィゥェォャュョ"))
        set(.behindKatakana, scalars("ツヤユヨ卜才"))
        set(.behindKanji, scalars("ロニエカタハトーOolIＯｌＩ"))
        set(.behindKatakana, scalars("二口工力夕一八へべぺ―－‐"))
        set(.behindOther, scalars("ヘベペ"))
        set(.doubled, scalars("のをがにではへと、。て及"))
        set(.pairEnd, scalars("たてとつ人にはよヘ夫量ブイウリーメラルフテレン") + Array(0x30...0x39) + Array(0xFF10...0xFF19))
        return table
    }()

    /// Whether some rule has to look at the text.
    /// - Parameter isProse: whether it is one of sentences; else it is by its stops and commas.
    static func isSuspicious(_ text: Span<UInt8>, isProse: Bool) -> Bool {
        var before: UInt32 = 0
        var beforeFlags = ProofreadingFilter()
        // Names and addresses have spaces; inside words of a sentence and at the ends they are doubtful.
        var (isBehindJapaneseSpace, hasDoubtfulSpace, isSentence) = (false, false, isProse)
        var repetition = Repetition()
        var brackets = Brackets()
        let table = table
        var index = 0
        while index < text.count {
            let isFirst = index == 0
            let scalar = UTF8Scalar(text, at: index)
            index += scalar.length
            guard scalar.value < 0x1_0000 else {
                if CharacterRule.isInvisible(scalar.value) { return true }
                beforeFlags = []
                continue
            }
            let flags = ProofreadingFilter(rawValue: table[Int(scalar.value)])
            let isJapanese = !flags.isDisjoint(with: [.kanji, .kana])
            if scalar.value == 0x20 || scalar.value == 0x3000 {
                if isFirst || index == text.count { return true }
                if !beforeFlags.isDisjoint(with: [.kanji, .kana]) { isBehindJapaneseSpace = true }
            } else {
                if isBehindJapaneseSpace, isJapanese { hasDoubtfulSpace = true }
                isBehindJapaneseSpace = false
                if scalar.value == 0x3001 || scalar.value == 0x3002 { isSentence = true }
            }
            if repetition.follows(scalar.value, flags) { return true }
            defer { (before, beforeFlags) = (scalar.value, flags) }
            if flags.isDisjoint(with: special) { continue }
            if flags.contains(.pairEnd), isDoubtfulPair(before, scalar.value) { return true }
            if flags.contains(.bracket), !brackets.accept(scalar.value) { return true }
            if flags.contains(.always) || flags.contains(.doubled) && scalar.value == before { return true }
            if flags.contains(.behindKanji), !beforeFlags.isDisjoint(with: [.kanji, .digit]) { return true }
            if flags.contains(.behindKatakana), beforeFlags.contains(.katakana) { return true }
            if flags.contains(.behindOther), !beforeFlags.contains(.katakana) { return true }
        }
        return hasDoubtfulSpace && isSentence || !brackets.isEmpty
    }

    /// Two letters that are doubtful side by side, the second of them a `pairEnd`: large kana for small ones (あつて,
    /// しましよう), particles in a row (をに), and the heads of words that another letter begins (ニ人, エ夫, l2).
    @inline(__always)
    private static func isDoubtfulPair(_ first: UInt32, _ second: UInt32) -> Bool {
        switch second {
        case 0x305F, 0x3066, 0x3068: first == 0x3064  // つた, つて, つと
        case 0x3064, 0x4EBA: first == 0x30CB  // ニつ, ニ人
        case 0x306B: first == 0x3092  // をに
        case 0x306F: first == 0x304C  // がは
        case 0x3088: first == 0x3061 || first == 0x3057  // ちよ, しよ
        case 0x30D8: first == 0x30FC  // ーヘ
        case 0x592B: first == 0x30A8  // エ夫
        case 0x91CF: first == 0x30AB  // カ量
        // 夕ブ, 夕イ; 力 before what words with カ go on with (カウンセラー, カリキュラム).
        case 0x30D6, 0x30A4: first == 0x5915
        case 0x30A6, 0x30EA, 0x30FC, 0x30E1, 0x30E9, 0x30EB, 0x30D5, 0x30C6, 0x30EC, 0x30F3: first == 0x529B
        case 0x30...0x39, 0xFF10...0xFF19: first == 0x6C || first == 0xFF4C  // l2
        default: false
        }
    }
}

/// Follows brackets that are closed by their own kind, as nearly all are: the latest that is open stands lowest.
private struct Brackets {
    private var open: UInt64 = 0

    var isEmpty: Bool { open == 0 }

    /// - Returns: false for a bracket that is not closed by its own, and for more than four inside one another.
    @inline(__always)
    mutating func accept(_ bracket: UInt32) -> Bool {
        let opening: UInt32
        switch bracket {
        case 0x29: opening = 0x28  // ()
        case 0x5D: opening = 0x5B  // []
        case 0xFF09: opening = 0xFF08  // （）
        case 0xFF3D: opening = 0xFF3B  // ［］
        case 0xFF5D: opening = 0xFF5B  // ｛｝
        case 0x201D: opening = 0x201C  // “”
        case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015: opening = bracket - 1  // 〈〉《》「」『』【】〔〕
        default:
            guard open >> 48 == 0 else { return false }
            open = open << 16 | UInt64(bracket)
            return true
        }
        guard open & 0xFFFF == UInt64(opening) else { return false }
        open >>= 16
        return true
    }
}

/// Tells whether letters running are the same as those a little before: the beginning of a word written twice.
///
/// The last eight letters stand in the sixteen-bit lanes of two words, the latest lowest.
private struct Repetition {
    private typealias Lanes = (low: UInt64, high: UInt64)

    private var last: Lanes = (0, 0)
    /// The high bit of each lane whose letter was the same, one and two letters ago.
    private var same: Lanes = (0, 0)
    private var sameBefore: Lanes = (0, 0)
    private var beforeFlags = ProofreadingFilter()

    @inline(__always)
    mutating func follows(_ letter: UInt32, _ flags: ProofreadingFilter) -> Bool {
        // Digits and Latin letters repeat for good reasons, and so do numerals.
        let canRepeat = letter >= 0x3041 && !flags.contains(.numeral)
        let now: Lanes =
            canRepeat ? (Self.lanes(last.low, equalTo: letter), Self.lanes(last.high, equalTo: letter)) : (0, 0)
        // Two letters are a word where one of them is a kanji, and stand right behind themselves: the second lane.
        let isKana = flags.contains(.kana) && beforeFlags.contains(.kana)
        let pair = isKana ? 0 : now.low & same.low & 0xFFFF_0000
        // Longer words take three; a letter that follows itself is another rule's.
        let run = now.low & same.low & sameBefore.low & ~0xFFFF_FFFF | now.high & same.high & sameBefore.high
        (sameBefore, same, beforeFlags) = (same, now, flags)
        last = (last.low << 16 | UInt64(letter & 0xFFFF), last.high << 16 | last.low >> 48)
        return pair | run != 0
    }

    /// The high bits of the lanes that hold a letter; above one that does, another may seem to: the rules look again.
    @inline(__always)
    private static func lanes(_ word: UInt64, equalTo letter: UInt32) -> UInt64 {
        let difference = word ^ (UInt64(letter & 0xFFFF) &* 0x0001_0001_0001_0001)
        return (difference &- 0x0001_0001_0001_0001) & ~difference & 0x8000_8000_8000_8000
    }
}
