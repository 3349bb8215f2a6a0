/// A canonical Huffman code (RFC 1951 §3.2.2): for each pattern of its longest length, the symbol that it begins with.
struct Huffman {
    /// Bits of the longest code that deflate has.
    static let longest = 15

    /// The symbol times 16, and the bits of its code; 0 for patterns that begin with no code.
    private var table: [UInt16]
    private let mask: UInt64

    /// - Parameters:
    ///   - lengths: bits of each symbol's code; 0 for symbols without one.
    ///   - mayBeIncomplete: whether one code of one bit may stand alone, or none at all, as where no distance is used.
    /// - Returns: nil where the lengths make no code.
    init?(_ lengths: some Collection<UInt8>, mayBeIncomplete: Bool = false) {
        var counts = [Int](repeating: 0, count: Self.longest + 1)
        for length in lengths { counts[Int(length)] += 1 }
        counts[0] = 0
        let used = counts.reduce(0, +)
        let width = counts.lastIndex { $0 > 0 } ?? 1
        // Each length's first code; what is left of the codes in the end has to be nothing.
        var (next, code) = ([Int](repeating: 0, count: Self.longest + 2), 0)
        for length in 1...Self.longest {
            next[length] = code
            code = (code + counts[length]) << 1
            guard code <= 2 << length else { return nil }
        }
        let isComplete = code == 2 << Self.longest
        guard isComplete || mayBeIncomplete && used <= 1 && width == 1 else { return nil }

        table = [UInt16](repeating: 0, count: 1 << width)
        mask = 1 << UInt64(width) - 1
        for (symbol, length) in lengths.enumerated() where length > 0 {
            // Codes are packed from their highest bit on, and read from the lowest.
            let reversed = Self.reverse(next[Int(length)], bits: Int(length))
            next[Int(length)] += 1
            for pattern in stride(from: reversed, to: table.count, by: 1 << Int(length)) {
                table[pattern] = UInt16(symbol) << 4 | UInt16(length)
            }
        }
    }

    @inline(__always)
    func entry(_ bits: UInt64) -> (symbol: Int, length: Int) {
        let entry = table[Int(bits & mask)]
        return (Int(entry >> 4), Int(entry & 15))
    }

    private static func reverse(_ code: Int, bits: Int) -> Int {
        var (code, reversed) = (code, 0)
        for _ in 0..<bits { (reversed, code) = (reversed << 1 | code & 1, code >> 1) }
        return reversed
    }

    /// §3.2.6
    static let fixedLiterals = Huffman(
        [(144, 8), (112, 9), (24, 7), (8, 8)].flatMap { repeatElement(UInt8($0.1), count: $0.0) })!
    static let fixedDistances = Huffman(repeatElement(5, count: 32))!
}
