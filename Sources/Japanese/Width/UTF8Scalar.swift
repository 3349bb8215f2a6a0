/// A scalar read from UTF-8 bytes.
public struct UTF8Scalar: Sendable {
    public let value: UInt32
    /// Bytes it takes, 1 to 4.
    public let length: Int

    /// Reads the scalar that begins at `index`. Bytes that are not UTF-8 read as U+FFFD, one byte each.
    @inline(__always)
    public init(_ bytes: Span<UInt8>, at index: Int) {
        let first = bytes[index]
        if first < 0x80 {
            (value, length) = (UInt32(first), 1)
            return
        }
        // Kana, kanji and full-width forms take three.
        if first > 0xE0, first < 0xF0, index + 2 < bytes.count {
            let (second, third) = (bytes[index + 1], bytes[index + 2])
            if second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
                value = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
                length = 3
                return
            }
        }
        let size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, index + size <= bytes.count else {
            (value, length) = (0xFFFD, 1)
            return
        }
        var scalar = UInt32(first) & (size == 2 ? 0x1F : size == 3 ? 0x0F : 0x07)
        for offset in 1..<size {
            let next = bytes[index + offset]
            guard next & 0xC0 == 0x80 else {
                (value, length) = (0xFFFD, 1)
                return
            }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        (value, length) = (scalar, size)
    }
}
