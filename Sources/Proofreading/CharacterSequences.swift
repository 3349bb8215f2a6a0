import Diagnostics
import Files
import Japanese
import Synchronization
import Tables

internal import Glibc

/// How often right texts have characters side by side, as `Tables/sequences.py` has counted them: what a sentence is likely to go on with.
///
/// A binary fuse filter: the exclusive or of a sequence's three slots is eight bits of its hash and a logarithm of how often it was met, in four bits.
/// Of the sequences that are not in it one in 256 seems to be.
final class CharacterSequences: Sendable {
    private let file: MappedFile
    private let slots: Int

    init(path: String) throws(FileError) {
        file = try MappedFile(path: path)
        slots = file.count / 3 * 2
        // A table that was cut off would say anything.
        guard slots >= 3 * Self.segment, file.count.isMultiple(of: Self.segment * 3 / 2) else {
            throw FileError(path: path, code: FileError.failed)
        }
    }

    /// Whether right texts have some signs side by side.
    func areKnown(_ signs: Span<UInt32>) -> Bool { level(of: signs) != nil }

    /// Whether a sign stands in them as often as those that anybody writes.
    func isCommon(_ sign: UInt32) -> Bool { (level(of: [sign].span) ?? 0) >= Self.often }

    /// The kanji that are, about two thousand.
    var commonKanji: [UInt32] {
        common.withLock { common in
            if common.isEmpty { common = (0x4E00...0x9FFF).filter(isCommon) }
            return common
        }
    }

    private let common = Mutex<[UInt32]>([])

    // MARK: Likelihood

    /// The logarithm of how likely signs are behind those before them.
    /// - Parameter places: which of them; those before are what they stand behind, three at the most.
    func likelihood(of signs: [UInt32], _ places: Range<Int>) -> Double {
        places.reduce(0) { $0 + likelihood(of: signs.span, at: $1) }
    }

    /// What longer sequences say outweighs what shorter ones do, the more the oftener they were met.
    private func likelihood(of signs: Span<UInt32>, at index: Int) -> Double {
        var likelihood = max(0.1, Self.count(level(of: signs.extracting(index...index)))) / Self.total
        for length in 2...Self.longest where index - length + 1 >= 0 {
            let start = index - length + 1
            guard let before = level(of: signs.extracting(start..<index)) else { break }
            let share = min(1, Self.count(level(of: signs.extracting(start...index))) / Self.counts[before])
            likelihood = (1 - Self.weights[before]) * share + Self.weights[before] * likelihood
            if signs[start] == SignText.end { break }
        }
        return log(likelihood)
    }

    private static let longest = 4
    private static let often = 7
    /// Signs of all texts that were counted.
    private static let total = 3.3e8
    private static let counts = (0..<16).map { 4 * exp(Double($0)) }
    /// How much the shorter sequence has to say.
    private static let weights = counts.map { pow(1 + $0, -0.35) }

    private static func count(_ level: Int?) -> Double { level.map { counts[$0] } ?? 0 }

    // MARK: The table

    /// The logarithm of how often signs were met side by side.
    private func level(of signs: Span<UInt32>) -> Int? {
        var hash = 0x123_4567 + UInt64(signs.count)
        for index in signs.indices { hash = Self.mix(hash, UInt64(signs[index]) + 1) }
        let mark = UInt8(Self.mix(hash, 1) >> 56)
        let places = Self.mix(hash, 2)
        let mask = UInt64(Self.segment - 1)
        let first = Int(((places & 0xFFFF_FFFF) &* UInt64(slots - 2 * Self.segment)) >> 32)
        let second = (first + Self.segment) ^ Int(places >> 32 & mask)
        let third = (first + 2 * Self.segment) ^ Int(places >> 48 & mask)
        return file.withBytes { bytes in
            guard bytes[first] ^ bytes[second] ^ bytes[third] == mark else { return nil }
            func half(_ slot: Int) -> UInt8 { bytes[slots + slot / 2] >> (slot % 2 * 4) }
            return Int((half(first) ^ half(second) ^ half(third)) & 15)
        }
    }

    private static let segment = 1 << 14

    private static func mix(_ state: UInt64, _ value: UInt64) -> UInt64 {
        let mixed = (state ^ value) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ mixed >> 29
    }
}
