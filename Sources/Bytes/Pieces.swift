/// Takes a piece of an output that is too large to be held as a whole.
public typealias Overflow = ([UInt8]) -> Void

extension [UInt8] {
    /// Bytes of a piece.
    private static var pieceSize: Int { 1 << 20 }

    /// Makes room for an output of so many bytes, or for a piece of it where it is handed on by the piece.
    public mutating func reserve(_ count: Int, overflow: Overflow?) {
        reserveCapacity(overflow == nil ? count : Swift.min(count, Self.pieceSize + Self.pieceSize / 16))
    }

    /// Whether it is large enough to be handed on.
    public var isPiece: Bool { count >= Self.pieceSize }

    /// Hands on what has been made, where it is a piece; the last byte stays, as what follows may depend on it.
    ///
    /// - Returns: how many bytes were handed on.
    @inline(__always)
    @discardableResult
    public mutating func handOnPiece(to overflow: Overflow?) -> Int {
        isPiece ? handOn(to: overflow) : 0
    }

    private mutating func handOn(to overflow: Overflow?) -> Int {
        guard let overflow, let last = popLast() else { return 0 }
        let size = count
        overflow(self)
        // Where nobody has kept the piece, its room serves for the next.
        removeAll(keepingCapacity: true)
        append(last)
        return size
    }
}
