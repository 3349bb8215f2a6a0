import Japanese
import Tables

/// Finds the small changes that make a place much more usual: kana left out, one too many, changed about; kanji and words that are read alike.
struct Emender {
    /// What may have happened, and how much likelier the other text has to be (a logarithm), fitted on right texts.
    enum Kind: Double {
        /// 事前にに; 保護者がは.
        case doubledKana = 12.3
        case clashingParticles = 10
        case surplusKana = 21
        case missingKana = 13.5
        case swappedKana = 10.9
        case otherMark = 12.2
        /// 補助きん, 委たく料.
        case halfWritten = 19.5
        /// 該等 for 該当; 入礼 for 入札, which are not read alike.
        case kanjiReadAlike = 15
        case otherKanji = 20.8
        case wordReadAlike = 15.5
        /// 関係関係機関; 保護者者.
        case repeatedKanji = 8
        case repeatedOne = 17

        var isOfKanji: Bool {
            switch self {
            case .halfWritten, .kanjiReadAlike, .otherKanji, .wordReadAlike: true
            default: false
            }
        }
    }

    struct Emendation {
        let kind: Kind
        /// Which signs are changed, and into what.
        let range: Range<Int>
        let signs: [UInt32]
        /// How much more it is than what its kind has to be.
        let sureness: Double
    }

    let signs: [UInt32]
    let tables: WordTables
    private(set) var isUnusual: [Bool]
    private var window: [UInt32] = []
    private var written: (range: Range<Int>, likelihood: Double)?
    private(set) var found: [Emendation] = []

    /// Nil where right texts have all that stands side by side, as in most.
    init?(_ signs: [UInt32], _ tables: WordTables) {
        (self.signs, self.tables) = (signs, tables)
        isUnusual = Array(repeating: false, count: signs.count)
        for start in signs.indices.dropLast(2)
        where signs[start + 1] != SignText.end && !tables.sequences.areKnown(signs.span.extracting(start..<start + 3)) {
            for place in start..<start + 3 { isUnusual[place] = true }
        }
        forgetLongRuns()
        guard isUnusual.contains(true) else { return nil }
        for place in signs.indices.dropFirst().dropLast() {
            if isUnusual[place] || isUnusual[place + 1] { emendRepeated(place) }
            guard isUnusual[place] else { continue }
            if isUnusual[place - 1] { emendMissing(place) }
            if signs[place].isKana { emendKana(place) }
            if signs[place].isKanji { emendKanji(place) }
        }
    }

    /// One slip makes few signs unusual; where many are on end, a text is of another kind: a list of names, an old text.
    private mutating func forgetLongRuns() {
        var start = 0
        while let first = isUnusual[start...].firstIndex(of: true) {
            let end = isUnusual[first...].firstIndex(of: false) ?? isUnusual.count
            if end - first > Self.longest { for place in first..<end { isUnusual[place] = false } }
            start = end
        }
    }

    /// The signs of a word of three kanji with two on either side, or of two kanji twice.
    private static let longest = 8

    // MARK: Likelihood

    mutating func consider(_ kind: Kind, _ range: Range<Int>, _ signs: [UInt32]) {
        judge(kind, range, openWindow(range, signs))
    }

    /// The same of each of many signs by itself.
    mutating func consider(_ kind: Kind, _ range: Range<Int>, each signs: some Sequence<UInt32>) {
        let place = openWindow(range, [SignText.end])
        for sign in signs {
            window[place.lowerBound] = sign
            judge(kind, range, place)
        }
    }

    /// Opens the window round some signs, with others in their place.
    /// - Returns: where in it the others stand.
    private mutating func openWindow(_ range: Range<Int>, _ others: [UInt32]) -> Range<Int> {
        let before = min(3, range.lowerBound)
        window.removeAll(keepingCapacity: true)
        window.append(contentsOf: signs[(range.lowerBound - before)..<range.lowerBound])
        window.append(contentsOf: others)
        window.append(contentsOf: signs[range.upperBound..<min(signs.count, range.upperBound + 3)])
        return before..<before + others.count
    }

    /// Notes what the window shows where it is so much more usual than what is written.
    private mutating func judge(_ kind: Kind, _ range: Range<Int>, _ place: Range<Int>) {
        let before = place.lowerBound
        // What is proposed has to be usual itself.
        for start in max(0, before - 2)...max(before - 1, place.upperBound - 1)
        where start + 3 <= window.count && start + 3 > before && window[start + 1] != SignText.end {
            guard tables.sequences.areKnown(window.span.extracting(start..<start + 3)) else { return }
        }
        let gain = tables.sequences.likelihood(of: window, before..<window.count) - likelihood(ofWritten: range)
        if gain > kind.rawValue {
            found.append(
                Emendation(kind: kind, range: range, signs: Array(window[place]), sureness: gain - kind.rawValue))
        }
    }

    private mutating func likelihood(ofWritten range: Range<Int>) -> Double {
        if let written, written.range == range { return written.likelihood }
        let start = max(0, range.lowerBound - 3)
        let around = Array(signs[start..<min(signs.count, range.upperBound + 3)])
        let likelihood = tables.sequences.likelihood(of: around, (range.lowerBound - start)..<around.count)
        written = (range, likelihood)
        return likelihood
    }
}

extension UInt32 {
    var isKana: Bool { (0x3041...0x3096).contains(self) }
    var isKanji: Bool { (0x4E00...0x9FFF).contains(self) || self == 0x3005 }
}
