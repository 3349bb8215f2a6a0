/// The checksum of zip members (APPNOTE.TXT §4.4.7; the polynomial of ISO 3309, lowest bit first).
public enum CRC32 {
    public static func of(_ bytes: [UInt8]) -> UInt32 {
        let table = table
        var checksum = ~UInt32(0)
        for byte in bytes {
            checksum = table[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)] ^ checksum >> 8
        }
        return ~checksum
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? 0xEDB8_8320 ^ rest >> 1 : rest >> 1 }
    }
}
