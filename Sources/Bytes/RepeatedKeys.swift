extension [UInt64] {
    /// The keys that stand in the list more than once; usually none of many.
    public var repeated: Set<UInt64> {
        // Two marks in the same place say that two keys may be equal: only those are then looked at one by one.
        let places = Marks(count)
        var (once, twice) = (places, places)
        for key in self where !once.insert(key) { _ = twice.insert(key) }
        var (seen, repeated): (Set<UInt64>, Set<UInt64>) = ([], [])
        for key in self where twice.contains(key) && !seen.insert(key).inserted { repeated.insert(key) }
        return repeated
    }
}

/// A set of keys that takes some for its own that are not: a bit for each, eight times as many as there are keys or more.
private struct Marks {
    private var words: [UInt64]
    private let shift: UInt64

    init(_ count: Int) {
        let bits = max(6, Int.bitWidth - max(1, count).leadingZeroBitCount + 3)
        words = [UInt64](repeating: 0, count: 1 << (bits - 6))
        shift = UInt64(64 - bits)
    }

    private func place(_ key: UInt64) -> (word: Int, bit: UInt64) {
        let place = (key &* 0x9E37_79B9_7F4A_7C15) >> shift
        return (Int(place >> 6), 1 << (place & 63))
    }

    func contains(_ key: UInt64) -> Bool {
        let (word, bit) = place(key)
        return words[word] & bit != 0
    }

    /// - Returns: whether the key's place was free.
    mutating func insert(_ key: UInt64) -> Bool {
        let (word, bit) = place(key)
        defer { words[word] |= bit }
        return words[word] & bit == 0
    }
}
