/// Markup in pieces, read from the first on.
struct PieceReader {
    private let next: () -> [UInt8]?
    private var piece: [UInt8] = []
    /// How much of the present piece has been read.
    private var offset = 0
    /// Bytes of all pieces up to the present one.
    private var size = 0

    init(_ next: @escaping () -> [UInt8]?) {
        self.next = next
    }

    /// Goes on to the next piece when the present one has been read.
    /// - Returns: false where there is none.
    mutating func fill() -> Bool {
        while offset == piece.count {
            // Let go of before the next is made, whose room it may be.
            (piece, offset) = ([], 0)
            guard let following = next() else { return false }
            piece = following
            size += piece.count
        }
        return true
    }

    /// Fills room with the next bytes; none where all have been read.
    mutating func read(into room: UnsafeMutableRawBufferPointer) -> Int {
        guard fill() else { return 0 }
        let count = min(room.count, piece.count - offset)
        unsafe piece.withUnsafeBytes { unsafe room.copyMemory(from: .init(rebasing: $0[offset..<offset + count])) }
        offset += count
        return count
    }

    /// Reads to the end.
    /// - Returns: the bytes of all pieces.
    mutating func skipRest() -> Int {
        while fill() { offset = piece.count }
        return size
    }
}
