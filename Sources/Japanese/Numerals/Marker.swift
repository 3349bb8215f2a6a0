/// How the items of one level are marked, given by the first mark: `（１）`, `Ⅰ`, `①`, `ア）`, `第1章`, `・`.
///
/// The counter inside the sample is recognised and what stands around it is kept; a sample without one is a bullet.
public struct Marker: Hashable, Sendable {
    enum Counter: Hashable, Sendable { case none, decimal, fullwidthDecimal, roman, circled, katakana, latin, kanji }

    let prefix: String
    let suffix: String
    let counter: Counter

    public init(sample: some StringProtocol) {
        let counters: [Character: Counter] = [
            "1": .decimal, "１": .fullwidthDecimal, "Ⅰ": .roman, "①": .circled, "ア": .katakana, "a": .latin,
            "一": .kanji,
        ]
        guard let place = sample.firstIndex(where: { counters[$0] != nil }), let counter = counters[sample[place]]
        else {
            (prefix, suffix, self.counter) = (String(sample), "", .none)
            return
        }
        prefix = String(sample[..<place])
        suffix = String(sample[sample.index(after: place)...])
        self.counter = counter
    }

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
        case .katakana: Numerals.katakana(number)
        case .latin: Numerals.latin(number)
        case .kanji: Numerals.kanji(number)
        }
    }
}
