/// How much of a symbol may be damaged and still be read: about 7, 15, 25 or 30 % (§6.5.1).
public enum ErrorCorrectionLevel: CaseIterable, Sendable {
    case low, medium, quartile, high

    /// By which a symbol says its level (table 12).
    var indicator: Int {
        switch self {
        case .low: 0b01
        case .medium: 0b00
        case .quartile: 0b11
        case .high: 0b10
        }
    }
}

extension QRVersion {
    /// The blocks that data is divided into, each with error correction codewords of its own (table 9).
    struct Blocks {
        let count: Int
        /// The error correction codewords of each.
        let correction: Int
        /// The codewords that the data has in all of them.
        let dataCount: Int

        /// The data codewords of each; the last blocks may have one more than the first.
        var sizes: [Int] {
            (0..<count).map { dataCount / count + ($0 < count - dataCount % count ? 0 : 1) }
        }
    }

    func blocks(_ level: ErrorCorrectionLevel) -> Blocks {
        let (count, correction) = Self.blocks(level)[number - 1]
        return Blocks(count: count, correction: correction, dataCount: codewordCount - count * correction)
    }

    private static func blocks(_ level: ErrorCorrectionLevel) -> [(count: Int, correction: Int)] {
        switch level {
        case .low: low
        case .medium: medium
        case .quartile: quartile
        case .high: high
        }
    }

    // The number of blocks, and the error correction codewords of each, by version.

    private static let low = [
        (1, 7), (1, 10), (1, 15), (1, 20), (1, 26), (2, 18), (2, 20), (2, 24), (2, 30), (4, 18),
        (4, 20), (4, 24), (4, 26), (4, 30), (6, 22), (6, 24), (6, 28), (6, 30), (7, 28), (8, 28),
        (8, 28), (9, 28), (9, 30), (10, 30), (12, 26), (12, 28), (12, 30), (13, 30), (14, 30), (15, 30),
        (16, 30), (17, 30), (18, 30), (19, 30), (19, 30), (20, 30), (21, 30), (22, 30), (24, 30), (25, 30),
    ]

    private static let medium = [
        (1, 10), (1, 16), (1, 26), (2, 18), (2, 24), (4, 16), (4, 18), (4, 22), (5, 22), (5, 26),
        (5, 30), (8, 22), (9, 22), (9, 24), (10, 24), (10, 28), (11, 28), (13, 26), (14, 26), (16, 26),
        (17, 26), (17, 28), (18, 28), (20, 28), (21, 28), (23, 28), (25, 28), (26, 28), (28, 28), (29, 28),
        (31, 28), (33, 28), (35, 28), (37, 28), (38, 28), (40, 28), (43, 28), (45, 28), (47, 28), (49, 28),
    ]

    private static let quartile = [
        (1, 13), (1, 22), (2, 18), (2, 26), (4, 18), (4, 24), (6, 18), (6, 22), (8, 20), (8, 24),
        (8, 28), (10, 26), (12, 24), (16, 20), (12, 30), (17, 24), (16, 28), (18, 28), (21, 26), (20, 30),
        (23, 28), (23, 30), (25, 30), (27, 30), (29, 30), (34, 28), (34, 30), (35, 30), (38, 30), (40, 30),
        (43, 30), (45, 30), (48, 30), (51, 30), (53, 30), (56, 30), (59, 30), (62, 30), (65, 30), (68, 30),
    ]

    private static let high = [
        (1, 17), (1, 28), (2, 22), (4, 16), (4, 22), (4, 28), (5, 26), (6, 26), (8, 24), (8, 28),
        (11, 24), (11, 28), (16, 22), (16, 24), (18, 24), (16, 30), (19, 28), (21, 28), (25, 26), (25, 28),
        (25, 30), (34, 24), (30, 30), (32, 30), (35, 30), (37, 30), (40, 30), (42, 30), (45, 30), (48, 30),
        (51, 30), (54, 30), (57, 30), (60, 30), (63, 30), (66, 30), (70, 30), (74, 30), (77, 30), (81, 30),
    ]
}
