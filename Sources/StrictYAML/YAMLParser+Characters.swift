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
        let span = bytes.span
        for index in span.indices {
            let byte = span[index]
            // C0 controls but tab, LF and CR; DEL; C1 (C2 80 to C2 9F) but NEL; U+FFFE and U+FFFF (EF BF BE, BF).
            if byte < 0x20 {
                if byte != Byte.tab, byte != Byte.lineFeed, byte != Byte.carriageReturn {
                    throw error(.controlCharacter(UInt32(byte)), index..<index + 1)
                }
            } else if byte == 0x7F {
                throw error(.controlCharacter(0x7F), index..<index + 1)
            } else if byte == 0xC2, span[index + 1] < 0xA0, span[index + 1] != 0x85 {
                throw error(.controlCharacter(UInt32(span[index + 1])), index..<index + 2)
            } else if byte == 0xEF, span[index + 1] == 0xBF, span[index + 2] >= 0xBE {
                throw error(.controlCharacter(0xFF40 | UInt32(span[index + 2])), index..<index + 3)
            } else if byte == 0xEF, index > 0, span[index + 1] == 0xBB, span[index + 2] == 0xBF {
                // A byte order mark belongs at the start alone.
                throw error(.controlCharacter(0xFEFF), index..<index + 3)
            }
        }
    }
}
