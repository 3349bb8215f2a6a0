/// Bits in the order in which a symbol has them.
struct BitString {
    private(set) var bits: [Bool] = []

    init(_ codewords: [UInt8] = []) {
        for codeword in codewords { append(Int(codeword), count: 8) }
    }

    /// Appends the lowest bits of a number, the highest of them first.
    mutating func append(_ number: Int, count: Int) {
        bits += (0..<count).reversed().map { number >> $0 & 1 == 1 }
    }

    /// Eight bits each.
    var codewords: [UInt8] {
        stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start...].prefix(8).reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
        }
    }
}
