/// How the items of one level are marked, given by the first mark: `（１）`, `Ⅰ`, `①`, `ア）`, `第1章`, `・`.
///
/// The counter inside the sample is recognised and what stands around it is kept; a sample without one is a bullet.
public struct Marker: Hashable, Sendable {
    public enum Counter: Hashable, Sendable {
        case none, decimal, fullwidthDecimal, roman, smallRoman, circled, bracketed, katakana, halfwidthKatakana,
            circledKatakana, latin, fullwidthLatin, capitalLatin, kanji

        /// By its first number; nil for what counts nothing.
        init?(first: Unicode.Scalar) {
            switch first {
            case "1": self = .decimal
            case "１": self = .fullwidthDecimal
            case "Ⅰ": self = .roman
            case "ⅰ": self = .smallRoman
            case "①": self = .circled
            case "⑴": self = .bracketed
            case "ア": self = .katakana
            case "ｱ": self = .halfwidthKatakana
            case "㋐": self = .circledKatakana
            case "a": self = .latin
            case "ａ": self = .fullwidthLatin
            case "A": self = .capitalLatin
            case "一": self = .kanji
            default: return nil
            }
        }
    }

    public let prefix: String
    public let suffix: String
    public let counter: Counter

    public init(sample: some StringProtocol) {
        let scalars = String(sample).unicodeScalars
        guard let place = scalars.firstIndex(where: { Counter(first: $0) != nil }),
            let counter = Counter(first: scalars[place])
        else {
            (prefix, suffix, self.counter) = (String(sample), "", .none)
            return
        }
        prefix = String(scalars[..<place])
        suffix = String(scalars[scalars.index(after: place)...])
        self.counter = counter
    }

    /// Whether it counts: one that does not is the same for every item.
    public var counts: Bool { counter != .none }

    /// The first mark, which gives it.
    public var sample: String { mark(1) }

    /// The mark of the item `number`, counted from 1.
    public func mark(_ number: Int) -> String { prefix + count(number) + suffix }

    /// The mark without brackets and the like, as a reference reads: （２） → ２.
    public func count(_ number: Int) -> String {
        switch counter {
        case .none: ""
        case .decimal: String(number)
        case .fullwidthDecimal: Numerals.fullwidth(String(number))
        case .roman: Numerals.roman(number)
        case .circled: Numerals.circled(number) ?? "(\(number))"
        case .smallRoman: Numerals.smallRoman(number)
        case .bracketed: Numerals.bracketed(number) ?? "(\(number))"
        case .katakana: Numerals.katakana(number)
        case .halfwidthKatakana: Numerals.halfwidthKatakana(number)
        case .circledKatakana: Numerals.circledKatakana(number) ?? "(\(Numerals.katakana(number)))"
        case .fullwidthLatin: Numerals.fullwidthLatin(number)
        case .capitalLatin: Numerals.latin(number).uppercased()
        case .latin: Numerals.latin(number)
        case .kanji: Numerals.kanji(number)
        }
    }
}
