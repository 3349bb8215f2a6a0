/// The checksum of zip members (APPNOTE.TXT §4.4.7; the polynomial of ISO 3309, lowest bit first).
public enum CRC32 {
    public static func of(_ bytes: [UInt8]) -> UInt32 {
        let tables = tables
        var checksum = ~UInt32(0)
        var index = 0
        while index + 8 <= bytes.count {
            var next: UInt32 = 0
            for place in 0..<8 {
                let before = place < 4 ? UInt8(truncatingIfNeeded: checksum >> UInt32(8 * place)) : 0
                next ^= tables[(7 - place) << 8 | Int(bytes[index + place] ^ before)]
            }
            checksum = next
            index += 8
        }
        for byte in bytes[index...] {
            checksum = tables[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)] ^ checksum >> 8
        }
        return ~checksum
    }

    /// What a byte comes to, and what with up to seven behind it: eight are looked up side by side.
    private static let tables: [UInt32] = {
        var tables: [UInt32] = (0..<256).map { byte in
            (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? 0xEDB8_8320 ^ rest >> 1 : rest >> 1 }
        }
        for index in 0..<7 * 256 {
            let rest = tables[index]
            tables.append(tables[Int(rest & 0xFF)] ^ rest >> 8)
        }
        return tables
    }()
}
