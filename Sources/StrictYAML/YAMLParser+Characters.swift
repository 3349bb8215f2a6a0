import Bytes
import Diagnostics

extension YAMLParser {
    /// Checks the whole file once: valid UTF-8, and only characters that YAML lets stand in a file (§5.1).
    func checkCharacters() throws(ParseError) {
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
    static func firstDoubtful(_ bytes: Span<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            if index >= 2 {
                while index + ByteBlock.count <= bytes.count, isUsual(bytes, index) { index += ByteBlock.count }
                // Back to the beginning of the character before, which may go on here.
                repeat { index -= 1 } while bytes[index] & 0xC0 == 0x80
            }
            let end = min(index + ByteBlock.count, bytes.count)
            while index < end {
                guard let next = characterEnd(bytes, index) else { return index }
                index = next
            }
        }
        return nil
    }

    /// Whether sixteen bytes are printable ASCII, line breaks, and parts of such three-byte characters as Japanese is written
    /// in, each whole as far as it goes here. It goes on from the two bytes before.
    @inline(__always)
    private static func isUsual(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
        let block = bytes.block(at: index)
        let (before, twoBefore) = (bytes.block(at: index - 1), bytes.block(at: index - 2))
        let breaks = block.equal(to: Byte.lineFeed) | block.equal(to: Byte.carriageReturn)
        let controls = (block.less(than: 0x20) ^ breaks) | block.equal(to: 0x7F)
        // Leads of two bytes and of four, bytes that are none, and leads whose second byte is not free.
        let leads = block.within(0xC0...0xE0) | block.equal(to: 0xED) | block.within(0xF0...0xFF)
        // EF BB BF is the byte order mark, EF BF begins U+FFFE; the other characters with these bytes are rare.
        let marks = before.equal(to: 0xEF) & block.equal(to: 0xBB, ignoring: 4)
        let following = block.within(0x80...0xBF)
        let due = before.within(0xE0...0xFF) | twoBefore.within(0xE0...0xFF)
        return (controls | leads | marks | (following ^ due)).isEmpty
    }

    /// Where the character that begins at an index ends; nil where it is no UTF-8, or one that may not stand in a file.
    private static func characterEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
        let first = bytes[index]
        let length =
            switch first {
            case Byte.tab, Byte.lineFeed, Byte.carriageReturn, 0x20...0x7E: 1
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        for place in 1..<max(length, 1) where !follows(bytes, index + place) { return nil }
        let isAllowed =
            switch (first, length > 1 ? bytes[index + 1] : 0) {
            // Overlong forms, surrogates, and what lies beyond U+10FFFF.
            case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): false
            // C1 controls are C2 80 to C2 9F; NEL is among them, and allowed.
            case (0xC2, let second): second >= 0xA0 || second == 0x85
            // U+FFFE and U+FFFF; a byte order mark belongs at the start alone.
            case (0xEF, 0xBF): bytes[index + 2] < 0xBE
            case (0xEF, 0xBB): bytes[index + 2] != 0xBF || index == 0
            default: length > 0
            }
        return isAllowed ? index + length : nil
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
