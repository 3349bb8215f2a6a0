extension [UInt8] {
    /// Appends bytes that lie elsewhere, all at once.
    @inline(__always)
    public mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
