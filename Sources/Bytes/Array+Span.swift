extension [UInt8] {
    /// Appends bytes that lie elsewhere, all at once.
    @inline(__always)
    public mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    /// Appends a part of another array, all at once.
    @inline(__always)
    public mutating func append(_ range: Range<Int>, of other: [UInt8]) {
        append(other.span.extracting(range))
    }
}
