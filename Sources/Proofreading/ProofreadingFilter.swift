import Japanese

/// Tells most right texts from those that the rules have to look at, in one pass over the bytes.
struct ProofreadingFilter: OptionSet {
    let rawValue: UInt32

    /// What a scalar is, for the one behind it.
    static let kanji = ProofreadingFilter(rawValue: 1)
    static let katakana = ProofreadingFilter(rawValue: 2)
    static let digit = ProofreadingFilter(rawValue: 4)
    /// Kana, either way of writing them.
    static let kana = ProofreadingFilter(rawValue: 8)
    /// A kanji that stands in words which repeat themselves: 一人一人.
    static let numeral = ProofreadingFilter(rawValue: 16)
    /// A bracket that opens or closes.
    static let bracket = ProofreadingFilter(rawValue: 32)
    /// What rules declare.
    static let anywhere = ProofreadingFilter(rawValue: 64)
    static let behindKanji = ProofreadingFilter(rawValue: 128)
    static let behindKatakana = ProofreadingFilter(rawValue: 256)
    static let behindOther = ProofreadingFilter(rawValue: 512)
    static let doubled = ProofreadingFilter(rawValue: 1024)

    /// Pairs have a bit each, of the letter before and of the one behind; where there are more pairs than bits, some share one, and a
    /// few texts more are looked at.
    private static let (pairs, before, behind) = (10, 11, 21)
    private static let isBehind = ProofreadingFilter(rawValue: (1 << UInt32(pairs) - 1) << UInt32(behind))
    /// What a letter has to be looked at for: most have none of these.
    private static let special: ProofreadingFilter = [
        .anywhere, .behindKanji, .behindKatakana, .behindOther, .doubled, .bracket, isBehind,
    ]

    private static let triggers =
        CharacterRule.triggers + MixedScriptRule.triggers + LookAlikeRule.triggers + LargeKanaRule.triggers
        + ParticleRule.triggers + [Trigger.anywhere(Proofreader.ambiguousSigns.map { $0.value...$0.value })]

    private static let table: [UInt32] = {
        var table = [UInt32](repeating: 0, count: 0x1_0000)
        func set(_ flag: ProofreadingFilter, _ scalars: some Sequence<UInt32>) {
            for scalar in scalars { table[Int(scalar)] |= flag.rawValue }
        }
        func set(_ flag: ProofreadingFilter, _ letters: String) { set(flag, letters.unicodeScalars.lazy.map(\.value)) }
        for range in Unicode.Scalar.kanji { set(.kanji, range) }
        for range in Unicode.Scalar.katakana { set([.katakana, .kana], range) }
        set(.kana, Unicode.Scalar.hiragana)
        set(.digit, [0x30...0x39, 0xFF10...0xFF19].joined())
        set(.numeral, DoubledWordRule.numbers.map(\.value))
        set(.bracket, BracketRule.pairs.flatMap { [$0.value, $1.value] })
        var pair = 0
        for trigger in triggers {
            switch trigger {
            case .anywhere(let ranges): set(.anywhere, ranges.joined())
            case .letters(let letters, .kanjiOrDigit): set(.behindKanji, letters)
            case .letters(let letters, .katakana): set(.behindKatakana, letters)
            case .letters(let letters, .otherThanKatakana): set(.behindOther, letters)
            case .doubled(let letters): set(.doubled, letters)
            case .pair(let first, let second):
                set(ProofreadingFilter(rawValue: 1 << UInt32(before + pair % pairs)), first)
                set(ProofreadingFilter(rawValue: 1 << UInt32(behind + pair % pairs)), second)
                pair += 1
            }
        }
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
            let pair = beforeFlags.rawValue >> UInt32(Self.before) & flags.rawValue >> UInt32(behind)
            if pair & (1 << UInt32(pairs) - 1) != 0 { return true }
            if flags.contains(.bracket), !brackets.accept(scalar.value) { return true }
            if flags.contains(.anywhere) || flags.contains(.doubled) && scalar.value == before { return true }
            if flags.contains(.behindKanji), !beforeFlags.isDisjoint(with: [.kanji, .digit]) { return true }
            if flags.contains(.behindKatakana), beforeFlags.contains(.katakana) { return true }
            if flags.contains(.behindOther), !beforeFlags.contains(.katakana) { return true }
        }
        return hasDoubtfulSpace && isSentence || !brackets.isEmpty
    }
}

/// Follows brackets that are closed by their own kind, as nearly all are: the latest that is open stands lowest.
private struct Brackets {
    private var open: UInt64 = 0

    var isEmpty: Bool { open == 0 }

    /// - Returns: false for a bracket that is not closed by its own, and for more than four inside one another.
    @inline(__always)
    mutating func accept(_ bracket: UInt32) -> Bool {
        guard let opening = BracketRule.pairs.first(where: { $1.value == bracket })?.open.value else {
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
