/// A few bits that a symbol says of itself, protected by BCH codes (§7.9, §7.10, Annexes C and D).
enum BCHCode {
    /// Level and mask, as 15 bits that are never all alike.
    static func format(_ level: ErrorCorrectionLevel, mask: Int) -> Int {
        protect(level.indicator << 3 | mask, by: 0b101_0011_0111) ^ 0b101_0100_0001_0010
    }

    /// The version, as 18 bits.
    static func version(_ version: QRVersion) -> Int {
        protect(version.number, by: 0b1_1111_0010_0101)
    }

    /// Appends the remainder on division by a generator.
    private static func protect(_ data: Int, by generator: Int) -> Int {
        let degree = Int.bitWidth - 1 - generator.leadingZeroBitCount
        var remainder = data << degree
        for shift in (0..<6).reversed() where remainder >> (degree + shift) & 1 == 1 { remainder ^= generator << shift }
        return data << degree | remainder
    }
}
