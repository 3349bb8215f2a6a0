/// EUC-JP of older systems: the characters of JIS X 0208 and half-width katakana, by the bytes that CP932 has for them.
enum EUCJP {
    /// - Returns: the text as CP932; nil where the bytes are none of EUC-JP. Bytes 0x81 to 0x8D and 0x90 to 0x9F, with which kana and most kanji of
    ///   CP932 begin, are none.
    static func cp932(_ bytes: [UInt8]) -> [UInt8]? {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            guard first >= 0x80 else {
                text.append(first)
                index += 1
                continue
            }
            guard index + 1 < bytes.count else { return nil }
            let second = bytes[index + 1]
            index += 2
            if first == 0x8E, 0xA1...0xDF ~= second {
                text.append(second)
            } else if 0xA1...0xF4 ~= first, 0xA1...0xFE ~= second {
                // Two of the 84 rows of JIS X 0208 are one of CP932 (JIS X 0208:1997, annex 1).
                let (row, column) = (first - 0xA1, second - 0xA1)
                let lead = row / 2 + 0x81
                text.append(lead > 0x9F ? lead + 0x40 : lead)
                let trail = row % 2 == 0 ? column + 0x40 : column + 0x9F
                text.append(row % 2 == 0 && trail >= 0x7F ? trail + 1 : trail)
            } else {
                return nil
            }
        }
        return text
    }
}
