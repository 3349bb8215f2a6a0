/// Sixteen bytes of a text side by side in one vector register: scanners look at all of them at once.
///
/// A test answers with a mask of the bytes that it is true of. All of it is `@inlinable`: the compiler moves closures into the
/// loops of another module for nothing less.
public struct ByteBlock: Sendable {
    @usableFromInline let lanes: SIMD16<UInt8>

    @inlinable @inline(__always)
    init(lanes: SIMD16<UInt8>) { self.lanes = lanes }

    public static let count = 16

    /// Bytes of which a test is true.
    public struct Mask: Sendable {
        /// All bits of a byte's lane are set, or none; as integers, which the compiler joins without looking at the lanes.
        @usableFromInline let halves: SIMD2<UInt64>

        @inlinable @inline(__always)
        init(halves: SIMD2<UInt64>) { self.halves = halves }

        @inlinable @inline(__always)
        init(_ lanes: SIMDMask<SIMD16<Int8>>) { halves = unsafe unsafeBitCast(lanes, to: SIMD2<UInt64>.self) }

        /// Whether it is true of none.
        @inlinable @inline(__always)
        public var isEmpty: Bool { halves[0] | halves[1] == 0 }

        /// The place of the first, `ByteBlock.count` where there is none.
        @inlinable @inline(__always)
        public var first: Int {
            let (low, high) = (halves[0], halves[1])
            return (low == 0 ? 64 + high.trailingZeroBitCount : low.trailingZeroBitCount) / 8
        }

        /// Those of either.
        @inlinable @inline(__always)
        public static func | (one: Mask, other: Mask) -> Mask { Mask(halves: one.halves | other.halves) }

        /// Those of both.
        @inlinable @inline(__always)
        public static func & (one: Mask, other: Mask) -> Mask { Mask(halves: one.halves & other.halves) }

        /// Those of one of the two.
        @inlinable @inline(__always)
        public static func ^ (one: Mask, other: Mask) -> Mask { Mask(halves: one.halves ^ other.halves) }
    }

    /// The bytes that equal one.
    @inlinable @inline(__always)
    public func equal(to byte: UInt8) -> Mask { Mask(lanes .== SIMD16(repeating: byte)) }

    /// The bytes that equal one when some of their bits are left aside: two that differ in one bit take one test.
    @inlinable @inline(__always)
    public func equal(to byte: UInt8, ignoring ignored: UInt8) -> Mask {
        Mask(lanes | SIMD16(repeating: ignored) .== SIMD16(repeating: byte | ignored))
    }

    /// The bytes less than one.
    @inlinable @inline(__always)
    public func less(than byte: UInt8) -> Mask { Mask(lanes .< SIMD16(repeating: byte)) }

    /// The bytes from one to another, both included.
    @inlinable @inline(__always)
    public func within(_ range: ClosedRange<UInt8>) -> Mask {
        Mask(lanes &- SIMD16(repeating: range.lowerBound) .<= SIMD16(repeating: range.upperBound - range.lowerBound))
    }
}

extension Span<UInt8> {
    /// The eight bytes from an index on, which must all be there; the first is the lowest.
    @inlinable @inline(__always)
    public func word(at index: Int) -> UInt64 {
        unsafe UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// The sixteen bytes from an index on, which must all be there.
    @inlinable @inline(__always)
    public func block(at index: Int) -> ByteBlock {
        unsafe ByteBlock(lanes: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))
    }

    /// The last bytes, fewer than sixteen, with zeros behind them.
    @inlinable
    func lastBlock(from index: Int) -> ByteBlock {
        let rest = count - index
        let words =
            rest >= 8 ? SIMD2(word(at: index), lastBytes(rest - 8)) : SIMD2(lastBytes(rest), 0)
        return unsafe ByteBlock(
            lanes: unsafeBitCast(SIMD2(words[0].littleEndian, words[1].littleEndian), to: SIMD16<UInt8>.self))
    }

    /// The last bytes, fewer than eight, with zeros behind them.
    @inlinable
    func lastBytes(_ number: Int) -> UInt64 {
        if count >= 8 { return word(at: count - 8) >> UInt64(8 * (8 - number)) }
        var word: UInt64 = 0
        for place in (count - number..<count).reversed() { word = word << 8 | UInt64(self[place]) }
        return word
    }

    /// The first place, at or behind an index, of a byte that a test is true of.
    @inlinable @inline(__always)
    public func firstIndex(from start: Int = 0, where test: (ByteBlock) -> ByteBlock.Mask) -> Int? {
        var index = start
        while index + ByteBlock.count <= count {
            let found = test(block(at: index))
            if !found.isEmpty { return index + found.first }
            index += ByteBlock.count
        }
        guard index < count else { return nil }
        // What is found among the zeros behind the last bytes lies behind the end.
        let place = index + test(lastBlock(from: index)).first
        return place < count ? place : nil
    }

    /// The first place of a byte at or behind an index.
    @inline(__always)
    public func firstIndex(of byte: UInt8, from start: Int = 0) -> Int? {
        firstIndex(from: start) { $0.equal(to: byte) }
    }

    /// The first place of a text of two bytes or more, at or behind an index.
    public func firstIndex(of text: Span<UInt8>, from start: Int = 0) -> Int? {
        let (first, second) = (text[0], text[1])
        var index = start
        while let place = nextPair(first, second, from: index), place + text.count <= count {
            var length = 2
            while length < text.count, self[place + length] == text[length] { length += 1 }
            if length == text.count { return place }
            index = place + 1
        }
        return nil
    }

    /// The first place of two bytes side by side: sixteen places at a time where that many are left.
    private func nextPair(_ first: UInt8, _ second: UInt8, from start: Int) -> Int? {
        var index = start
        while index + 1 + ByteBlock.count <= count {
            let found = block(at: index).equal(to: first) & block(at: index + 1).equal(to: second)
            if !found.isEmpty { return index + found.first }
            index += ByteBlock.count
        }
        while index + 2 <= count {
            if self[index] == first, self[index + 1] == second { return index }
            index += 1
        }
        return nil
    }

    /// A hash of the bytes, the same in each run: to find those that may be equal, where nobody gains by making others so.
    public var mixed: UInt64 {
        var hash = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        func mix(_ bits: UInt64) {
            let product = (hash ^ bits).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
            hash = product.high ^ product.low
        }
        while index + 8 <= count {
            mix(word(at: index))
            index += 8
        }
        var rest: UInt64 = 0
        while index < count {
            rest = rest << 8 | UInt64(self[index])
            index += 1
        }
        mix(rest)
        return hash
    }

    /// Swift's hash of the bytes, seeded anew in each run: where somebody could gain by texts that have one hash.
    public var seededHash: Int {
        var hasher = Hasher()
        unsafe withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
        return hasher.finalize()
    }
}
