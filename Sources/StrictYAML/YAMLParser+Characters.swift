import Bytes
import Diagnostics

extension YAMLParser {
    /// Checks the whole file once: valid UTF-8, and only characters that YAML lets stand in a file (§5.1).
    func checkCharacters() throws(ParseError) {
        if bytes.count > Limits.fileSize { throw error(.tooLarge, 0..<0) }
        do {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            throw self.error(.encoding, error.byteOffsets)
        }
        var index = 0
        while let place = Self.nextDoubtful(bytes.span, from: index) {
            try checkCharacter(at: place)
            index = place + 1
        }
    }

    /// The next byte that a character which may not stand in a file could begin with.
    private static func nextDoubtful(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var index = start
        while index + 8 <= bytes.count {
            let word = bytes.word(at: index)
            let found =
                word.less(than: 0x20) | word.equal(to: 0x7F) | word.equal(to: 0xC2) | word.equal(to: 0xEF)
            if !found.isEmpty { return index + found.first }
            index += 8
        }
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xEF { return index }
            index += 1
        }
        return nil
    }

    /// C0 controls but tab, LF and CR; DEL; C1 (C2 80 to C2 9F) but NEL; U+FFFE and U+FFFF (EF BF BE, BF).
    private func checkCharacter(at index: Int) throws(ParseError) {
        let byte = bytes[index]
        if byte < 0x20 {
            if byte != Byte.tab, byte != Byte.lineFeed, byte != Byte.carriageReturn {
                throw error(.controlCharacter(UInt32(byte)), index..<index + 1)
            }
        } else if byte == 0x7F {
            throw error(.controlCharacter(0x7F), index..<index + 1)
        } else if byte == 0xC2, bytes[index + 1] < 0xA0, bytes[index + 1] != 0x85 {
            throw error(.controlCharacter(UInt32(bytes[index + 1])), index..<index + 2)
        } else if byte == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
            throw error(.controlCharacter(0xFF40 | UInt32(bytes[index + 2])), index..<index + 3)
        } else if byte == 0xEF, index > 0, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF {
            // A byte order mark belongs at the start alone.
            throw error(.controlCharacter(0xFEFF), index..<index + 3)
        }
    }
}
