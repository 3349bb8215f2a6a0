/// Error correction by Reed–Solomon codes over GF(2⁸) (§7.5, §7.6).
enum ReedSolomon {
    /// The blocks of data and their error correction, a codeword of each block in turn.
    static func interleave(_ data: [UInt8], _ blocks: QRVersion.Blocks) -> [UInt8] {
        var start = 0
        let divided = blocks.sizes.map { size in
            defer { start += size }
            return Array(data[start..<start + size])
        }
        let generator = generator(degree: blocks.correction)
        return turns(divided) + turns(divided.map { remainder($0, by: generator) })
    }

    private static func turns(_ blocks: [[UInt8]]) -> [UInt8] {
        let longest = blocks.map(\.count).max() ?? 0
        return (0..<longest).flatMap { place in blocks.compactMap { place < $0.count ? $0[place] : nil } }
    }

    /// The remainder of a block, followed by as many zeros, on division by a generator: its error correction codewords.
    static func remainder(_ block: [UInt8], by generator: [UInt8]) -> [UInt8] {
        var remainder = [UInt8](repeating: 0, count: generator.count)
        for codeword in block {
            let factor = codeword ^ remainder.removeFirst()
            remainder.append(0)
            for (place, coefficient) in generator.enumerated() { remainder[place] ^= product(coefficient, factor) }
        }
        return remainder
    }

    /// (x − α⁰)(x − α¹)… without the leading coefficient, which is 1 (Annex A).
    static func generator(degree: Int) -> [UInt8] {
        var polynomial: [UInt8] = [1]
        for root in powers.prefix(degree) {
            let shifted = polynomial + [0]
            polynomial = zip(shifted, [0] + polynomial.map { product($0, root) }).map(^)
        }
        return Array(polynomial.dropFirst())
    }

    private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
        a == 0 || b == 0 ? 0 : powers[(logarithms[Int(a)] + logarithms[Int(b)]) % 255]
    }

    /// α⁰ to α²⁵⁴, where α = 2 and the field's polynomial is x⁸ + x⁴ + x³ + x² + 1.
    private static let powers = (1..<255).reduce(into: [1] as [UInt8]) { powers, place in
        let last = powers[place - 1]
        powers.append(last << 1 ^ (last >> 7 == 1 ? 0b0001_1101 : 0))
    }

    private static let logarithms = powers.enumerated().reduce(into: [Int](repeating: 0, count: 256)) {
        $0[Int($1.element)] = $1.offset
    }
}
