internal import Bytes

/// Expands deflated bytes (RFC 1951).
///
/// Our own, though libxml2 can often expand gzip: it does so only from files or descriptors, only where it was built with
/// zlib (Debian's 2.15 no longer is), and with no limit on what comes out. This reads memory, stops at the size that is
/// expected, and is held to zlib's streams by tests.
struct Inflate {
    private let input: [UInt8]
    private let end: Int
    /// The next byte to be taken into `bits`.
    private var index: Int
    private var bits: UInt64 = 0
    private var bitCount = 0
    private var output: [UInt8] = []
    private let size: Int

    /// - Parameters:
    ///   - range: where the deflated bytes lie; all of them have to be used.
    ///   - size: how many bytes come out; the caller has found it to be within the limits.
    /// - Returns: nil where the stream is none, or is of another size.
    static func expand(_ input: [UInt8], _ range: Range<Int>, size: Int) -> [UInt8]? {
        // Deflate makes at most 258 bytes of two bits: a size that lies does not get memory.
        guard size / 1032 <= range.count else { return nil }
        var inflate = Inflate(input: input, range: range, size: size)
        return inflate.expand() ? inflate.output : nil
    }

    private init(input: [UInt8], range: Range<Int>, size: Int) {
        self.input = input
        (index, end, self.size) = (range.lowerBound, range.upperBound, size)
        output.reserveCapacity(size)
    }

    private mutating func expand() -> Bool {
        var isLast = false
        while !isLast {
            guard let header = take(3) else { return false }
            isLast = header & 1 == 1
            switch header >> 1 {
            case 0: guard copyStored() else { return false }
            case 1: guard expandBlock(Huffman.fixedLiterals, Huffman.fixedDistances) else { return false }
            case 2:
                guard let (literals, distances) = readCodes(), expandBlock(literals, distances) else { return false }
            default: return false
            }
        }
        // Whole bytes that were looked at ahead are left over.
        return output.count == size && index - bitCount / 8 == end
    }

    // MARK: Bits

    /// Makes sure of up to 32 bits as far as there are some; the bits come lowest first (§3.1.1).
    @inline(__always)
    private mutating func fill() {
        while bitCount <= 48, index < end {
            bits |= UInt64(input[index]) << UInt64(bitCount)
            (index, bitCount) = (index + 1, bitCount + 8)
        }
    }

    private mutating func take(_ count: Int) -> Int? {
        if bitCount < count { fill() }
        guard bitCount >= count else { return nil }
        return drop(count)
    }

    @inline(__always)
    private mutating func drop(_ count: Int) -> Int {
        let value = Int(bits & (1 << UInt64(count) - 1))
        bits >>= UInt64(count)
        bitCount -= count
        return value
    }

    @inline(__always)
    private mutating func symbol(_ code: Huffman) -> Int? {
        if bitCount < Huffman.longest { fill() }
        let entry = code.entry(bits)
        // An entry without a length is a code that stands for nothing.
        guard entry.length > 0, entry.length <= bitCount else { return nil }
        _ = drop(entry.length)
        return entry.symbol
    }

    // MARK: Blocks

    /// §3.2.4
    private mutating func copyStored() -> Bool {
        _ = drop(bitCount % 8)
        guard let count = take(16), let complement = take(16), count == ~complement & 0xFFFF else { return false }
        index -= bitCount / 8
        (bits, bitCount) = (0, 0)
        guard count <= end - index, count <= size - output.count else { return false }
        output.append(index..<index + count, of: input)
        index += count
        return true
    }

    /// §3.2.7: the lengths of the two codes, in a code of their own.
    private mutating func readCodes() -> (literals: Huffman, distances: Huffman)? {
        guard let counts = take(14) else { return nil }
        let (literalCount, distanceCount) = (257 + counts & 31, 1 + counts >> 5 & 31)
        var lengths = [UInt8](repeating: 0, count: 19)
        for place in Self.lengthOrder.prefix(4 + counts >> 10) {
            guard let length = take(3) else { return nil }
            lengths[place] = UInt8(length)
        }
        guard literalCount <= 286, distanceCount <= 30, let code = Huffman(lengths) else { return nil }
        lengths = []
        while lengths.count < literalCount + distanceCount {
            guard let symbol = symbol(code) else { return nil }
            switch symbol {
            case 16:
                guard let last = lengths.last, let more = take(2) else { return nil }
                lengths.append(contentsOf: repeatElement(last, count: 3 + more))
            case 17, 18:
                guard let more = take(symbol == 17 ? 3 : 7) else { return nil }
                lengths.append(contentsOf: repeatElement(0, count: (symbol == 17 ? 3 : 11) + more))
            default: lengths.append(UInt8(symbol))
            }
        }
        // A block without an end would run into what follows.
        guard lengths.count == literalCount + distanceCount, lengths[256] > 0,
            let literals = Huffman(lengths[..<literalCount], mayBeIncomplete: true),
            let distances = Huffman(lengths[literalCount...], mayBeIncomplete: true)
        else { return nil }
        return (literals, distances)
    }

    /// §3.2.3: literals, and copies of what came before.
    private mutating func expandBlock(_ literals: Huffman, _ distances: Huffman) -> Bool {
        while let symbol = symbol(literals) {
            if symbol < 256 {
                guard output.count < size else { return false }
                output.append(UInt8(symbol))
                continue
            }
            if symbol == 256 { return true }
            guard symbol - 257 < Self.lengthBases.count, let moreLength = take(Self.lengthBits[symbol - 257]),
                let code = self.symbol(distances), code < Self.distanceBases.count,
                let moreDistance = take(code < 4 ? 0 : code / 2 - 1)
            else { return false }
            let (length, distance) = (
                Self.lengthBases[symbol - 257] + moreLength, Self.distanceBases[code] + moreDistance
            )
            guard distance <= output.count, length <= size - output.count else { return false }
            copy(length, from: output.count - distance)
        }
        return false
    }

    /// What is copied may reach into what the copy makes: then it repeats itself.
    private mutating func copy(_ length: Int, from start: Int) {
        for place in start..<start + length { output.append(output[place]) }
    }

    // MARK: Tables of RFC 1951 §3.2.5 and §3.2.7

    private static let lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengthBits = [
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
    ]
    private static let lengthBases = [
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258,
    ]
    private static let distanceBases = [
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193,
        12289, 16385, 24577,
    ]
}
