/// A run of characters in one mode.
struct DataSegment {
    let mode: DataMode
    let characters: ArraySlice<UInt8>

    /// Divides a text so that it takes the fewest bits.
    ///
    /// - Parameter range: which of `DataMode.countRanges` the symbol's version is in.
    static func divide(_ text: [UInt8], range: Int) -> [DataSegment] {
        // For each mode, the fewest sixths of bits of the text so far that ends in it, and its characters' modes.
        var shortest: [DataMode: Int] = [:]
        var modes: [[DataMode: DataMode]] = []
        for character in text {
            var next: [DataMode: Int] = [:]
            var previous: [DataMode: DataMode] = [:]
            for mode in DataMode.allCases where mode.value(character) != nil {
                let head = 6 * (4 + mode.countBits[range])
                let way = least(of: shortest) { $0 == mode ? $1 : wholeBits($1) + head } ?? (mode, head)
                next[mode] = way.length + mode.sixthsOfBit
                previous[mode] = way.mode
            }
            shortest = next
            modes.append(previous)
        }
        guard var mode = least(of: shortest, as: { wholeBits($1) })?.mode else { return [] }
        var segments: [DataSegment] = []
        var end = text.count
        for place in text.indices.reversed() {
            let last = modes[place][mode] ?? mode
            if place == 0 || last != mode {
                segments.append(DataSegment(mode: mode, characters: text[place..<end]))
                (mode, end) = (last, place)
            }
        }
        return segments.reversed()
    }

    /// The first of the modes with the least length, as `measure` has it.
    private static func least(
        of lengths: [DataMode: Int], as measure: (DataMode, Int) -> Int
    ) -> (mode: DataMode, length: Int)? {
        DataMode.allCases.compactMap { mode in lengths[mode].map { (mode, measure(mode, $0)) } }
            .min { $0.1 < $1.1 }
    }

    /// A segment ends with a whole bit.
    private static func wholeBits(_ sixths: Int) -> Int { (sixths + 5) / 6 * 6 }

    /// Appends mode, count and characters (§7.4).
    func write(to bits: inout BitString, range: Int) {
        bits.append(mode.indicator, count: 4)
        bits.append(characters.count, count: mode.countBits[range])
        let values = characters.compactMap(mode.value)
        switch mode {
        case .numeric: Self.write(values, base: 10, lengths: [4, 7, 10], to: &bits)
        case .alphanumeric: Self.write(values, base: 45, lengths: [6, 11], to: &bits)
        case .byte: Self.write(values, base: 256, lengths: [8], to: &bits)
        }
    }

    /// Groups of values as one number each.
    /// - Parameter lengths: the bits of a group of one value, of two and so on.
    private static func write(_ values: [Int], base: Int, lengths: [Int], to bits: inout BitString) {
        for start in stride(from: 0, to: values.count, by: lengths.count) {
            let group = values[start...].prefix(lengths.count)
            bits.append(group.reduce(0) { $0 * base + $1 }, count: lengths[group.count - 1])
        }
    }
}
