/// Eight bytes of a text side by side in one register, the first of them lowest: scanners look at all of them at once.
///
/// A test answers with a mask that has the high bit of each byte it is true of. Masks are exact up to the first such byte;
/// behind it, a byte may seem to pass that does not (a borrow runs upwards), so only `first` and `isEmpty` are to be asked.
public struct ByteWord: Sendable {
    /// The bytes.
    public let bits: UInt64

    /// A word of eight equal bytes.
    @inline(__always)
    public init(repeating byte: UInt8) { bits = UInt64(byte) &* Self.ones }

    @inline(__always)
    init(bits: UInt64) { self.bits = bits }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// Bytes of which a test is true.
    public struct Mask: Sendable {
        let bits: UInt64

        /// Whether it is true of none.
        @inline(__always)
        public var isEmpty: Bool { bits == 0 }

        /// The place of the first, 8 where there is none.
        @inline(__always)
        public var first: Int { bits.trailingZeroBitCount / 8 }

        /// Those of either.
        @inline(__always)
        public static func | (one: Mask, other: Mask) -> Mask { Mask(bits: one.bits | other.bits) }
    }

    /// The bytes that equal one.
    @inline(__always)
    public func equal(to byte: UInt8) -> Mask { zeros(of: bits ^ ByteWord(repeating: byte).bits) }

    /// The bytes that equal one when some of their bits are left aside: two that differ in one bit take one test.
    @inline(__always)
    public func equal(to byte: UInt8, ignoring ignored: UInt8) -> Mask {
        zeros(of: (bits ^ ByteWord(repeating: byte).bits) & ByteWord(repeating: ~ignored).bits)
    }

    /// The bytes less than one, which is 0x80 at most.
    @inline(__always)
    public func less(than byte: UInt8) -> Mask { Mask(bits: (bits &- UInt64(byte) &* Self.ones) & ~bits & Self.highs) }

    /// The bytes beyond ASCII.
    @inline(__always)
    public var notASCII: Mask { Mask(bits: bits & Self.highs) }

    @inline(__always)
    private func zeros(of word: UInt64) -> Mask { Mask(bits: (word &- Self.ones) & ~word & Self.highs) }
}

extension Span<UInt8> {
    /// The eight bytes from an index on, which must all be there.
    @inline(__always)
    public func word(at index: Int) -> ByteWord {
        unsafe ByteWord(bits: UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)))
    }

    /// The first place, at or behind an index, of a byte that a test is true of.
    @inline(__always)
    public func firstIndex(from start: Int = 0, where test: (ByteWord) -> ByteWord.Mask) -> Int? {
        var index = start
        while index + 8 <= count {
            let found = test(word(at: index))
            if !found.isEmpty { return index + found.first }
            index += 8
        }
        // The last few bytes, with zeros behind them: what is found among those lies behind the end.
        var rest: UInt64 = 0
        for place in (index..<Swift.max(index, count)).reversed() { rest = rest << 8 | UInt64(self[place]) }
        let place = index + test(ByteWord(bits: rest)).first
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

    /// The first place of two bytes side by side: eight places at a time where that many are left.
    private func nextPair(_ first: UInt8, _ second: UInt8, from start: Int) -> Int? {
        var index = start
        while index + 9 <= count {
            let found = word(at: index).equal(to: first).bits & word(at: index + 1).equal(to: second).bits
            if found != 0 {
                // Behind a byte that is one, another may seem to be.
                for place in index..<index + 8 where self[place] == first && self[place + 1] == second { return place }
            }
            index += 8
        }
        while index + 2 <= count {
            if self[index] == first, self[index + 1] == second { return index }
            index += 1
        }
        return nil
    }

    /// Whether some byte is less than one, which is 0x80 at most.
    @inline(__always)
    public func hasByte(lessThan byte: UInt8) -> Bool { firstIndex { $0.less(than: byte) } != nil }

    /// A hash of the bytes, the same in each run: to find those that may be equal, where nobody gains by making others so.
    public var mixed: UInt64 {
        var hash = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        func mix(_ bits: UInt64) {
            let product = (hash ^ bits).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
            hash = product.high ^ product.low
        }
        while index + 8 <= count {
            mix(word(at: index).bits)
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
