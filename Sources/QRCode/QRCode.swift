/// A QR Code symbol, model 2: a square of dark and light modules (ISO/IEC 18004:2015, JIS X 0510:2018).
///
/// Clauses in this module's comments are those of ISO/IEC 18004:2015.
public struct QRCode: Sendable {
    public let version: QRVersion
    public let level: ErrorCorrectionLevel
    /// By number, 0 to 7.
    public let mask: Int
    private let grid: ModuleGrid

    /// The light border that a symbol needs on each side, in modules (§5.3.8).
    public static let quietZone = 4

    /// The number of modules along each side, without the quiet zone.
    public var size: Int { grid.size }

    /// Whether a module is dark.
    public subscript(row: Int, column: Int) -> Bool { grid[row, column] }

    /// The smallest symbol that holds a text, as UTF-8; nil where none does.
    ///
    /// Readers take ASCII for what it is; of other characters they have to guess the encoding.
    ///
    /// - Parameter level: how much of the symbol may be damaged.
    /// - Parameter mask: 0 to 7; the standard's choice unless given.
    public init?(_ text: String, level: ErrorCorrectionLevel = .medium, mask: Int? = nil) {
        guard let message = Message(Array(text.utf8), level: level) else { return nil }
        version = message.version
        self.level = level
        var unmasked = ModuleGrid(version)
        unmasked.place(ReedSolomon.interleave(message.codewords, version.blocks(level)))
        let candidates = (mask.map { [$0] } ?? Array(DataMask.all.indices)).map { mask in
            (mask: mask, grid: unmasked.masked(mask, level))
        }
        guard let best = candidates.min(by: { $0.grid.penalty < $1.grid.penalty }) else { return nil }
        (self.mask, grid) = best
    }
}
