import Bytes
import Diagnostics

extension YAMLParser {
    /// Checks the whole file once: valid UTF-8, and only characters that YAML lets stand in a file (§5.1).
    func checkCharacters() throws(ParseError) {
        if bytes.count > Limits.fileSize { throw error(.tooLarge, 0..<0) }
        guard let place = Self.firstDoubtful(bytes.span) else { return }
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw self.error(.encoding, error.byteOffsets)
        }
        let scalar = UTF8.decode(bytes[place...].prefix(4))
        throw error(.controlCharacter(scalar), scalarRange(place))
    }

    /// The first byte that is no UTF-8 (Unicode Standard, table 3-7), or with which a character begins that may not stand in
    /// a file.
    private static func firstDoubtful(_ bytes: Span<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count {
                let word = bytes.word(at: index)
                let found = word.less(than: 0x20) | word.equal(to: 0x7F) | word.notASCII
                index += found.first
                if found.isEmpty { continue }
            }
            let first = bytes[index]
            switch first {
            case Byte.tab, Byte.lineFeed, Byte.carriageReturn, 0x20...0x7E:
                index += 1
            case 0xE1...0xEC, 0xEE:
                // Nearly all of Japanese text, in runs.
                repeat {
                    guard follows(bytes, index + 1), follows(bytes, index + 2) else { return index }
                    index += 3
                } while index < bytes.count && (0xE1...0xEC).contains(bytes[index])
            case 0xC2...0xDF:
                // C1 controls are C2 80 to C2 9F; NEL is among them, and allowed.
                guard follows(bytes, index + 1), first > 0xC2 || bytes[index + 1] >= 0xA0 || bytes[index + 1] == 0x85
                else { return index }
                index += 2
            case 0xE0, 0xED, 0xEF:
                guard follows(bytes, index + 1), follows(bytes, index + 2) else { return index }
                let (second, third) = (bytes[index + 1], bytes[index + 2])
                // Overlong forms, surrogates, U+FFFE and U+FFFF; a byte order mark belongs at the start alone.
                if first == 0xE0, second < 0xA0 { return index }
                if first == 0xED, second > 0x9F { return index }
                if first == 0xEF, second == 0xBF, third >= 0xBE { return index }
                if first == 0xEF, second == 0xBB, third == 0xBF, index > 0 { return index }
                index += 3
            case 0xF0...0xF4:
                guard follows(bytes, index + 1), follows(bytes, index + 2), follows(bytes, index + 3) else {
                    return index
                }
                // Overlong forms, and what lies beyond U+10FFFF.
                if first == 0xF0, bytes[index + 1] < 0x90 { return index }
                if first == 0xF4, bytes[index + 1] > 0x8F { return index }
                index += 4
            default:
                return index
            }
        }
        return nil
    }

    /// Whether a byte goes on with a character.
    @inline(__always)
    private static func follows(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        index < bytes.count && bytes[index] & 0xC0 == 0x80
    }
}

extension UTF8 {
    /// The scalar that well-formed bytes begin with.
    fileprivate static func decode(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
    }
}
