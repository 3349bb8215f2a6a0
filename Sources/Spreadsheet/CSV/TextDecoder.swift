/// Turns a text file's bytes into UTF-8, by its byte order mark or by what the bytes can be.
///
/// Excel writes CSV in UTF-8 with the mark or in CP932 without, and its "Unicode text" in UTF-16 with the mark. Text without a
/// mark that is valid UTF-8 is UTF-8: CP932 of more than a few characters never is. Older systems write EUC-JP.
enum TextDecoder {
    /// - Returns: UTF-8 without a byte order mark and without NUL.
    static func decode(_ bytes: [UInt8]) throws(SpreadsheetError) -> ArraySlice<UInt8> {
        let text: ArraySlice<UInt8>
        if bytes.starts(with: [0xFF, 0xFE]) {
            text = try decodeUTF16(bytes) { UInt16($0) | UInt16($1) << 8 }[...]
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            text = try decodeUTF16(bytes) { UInt16($0) << 8 | UInt16($1) }[...]
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            text = bytes[3...]
            if let wrong = firstInvalidByte(of: text) { throw invalid(text, at: wrong) }
        } else {
            text = try decodeWithoutMark(bytes)
        }
        if let place = text.firstIndex(of: 0) { throw .nul(line: lineNumber(at: place, in: text)) }
        return text
    }

    private static func decodeWithoutMark(_ bytes: [UInt8]) throws(SpreadsheetError) -> ArraySlice<UInt8> {
        guard let wrongUTF8 = firstInvalidByte(of: bytes[...]) else { return bytes[...] }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 2)
        if let older = EUCJP.cp932(bytes), CP932.decode(older.span, to: &text) == nil { return text[...] }
        text.removeAll(keepingCapacity: true)
        // The encoding that went farther is the likelier one.
        if let wrong = CP932.decode(bytes.span, to: &text) { throw invalid(bytes[...], at: max(wrong, wrongUTF8)) }
        return text[...]
    }

    /// nil if all bytes are UTF-8.
    private static func firstInvalidByte(of bytes: ArraySlice<UInt8>) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return bytes.startIndex + error.byteOffsets.lowerBound
        }
    }

    private static func decodeUTF16(
        _ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16
    ) throws(SpreadsheetError) -> [UInt8] {
        var (text, index, line, lineStart) = ([] as [UInt8], 2, 1, 2)
        text.reserveCapacity(bytes.count * 3 / 2)
        while index < bytes.count {
            let start = index
            func nextUnit() -> UInt16? {
                guard index + 1 < bytes.count else { return nil }
                defer { index += 2 }
                return unit(bytes[index], bytes[index + 1])
            }
            guard let high = nextUnit() else { throw .invalidText(line: line, byte: start - lineStart + 1, .utf16) }
            var scalar = UnicodeScalar(high)
            if scalar == nil, high < 0xDC00, let low = nextUnit(), 0xDC00...0xDFFF ~= low {
                scalar = UnicodeScalar(0x10000 + (UInt32(high) - 0xD800) << 10 + UInt32(low) - 0xDC00)
            }
            guard let scalar else { throw .invalidText(line: line, byte: start - lineStart + 1, .utf16) }
            text.append(contentsOf: UTF8.encode(scalar)!)
            if scalar == "\n" { (line, lineStart) = (line + 1, index) }
        }
        return text
    }

    private static func invalid(_ bytes: ArraySlice<UInt8>, at place: Int) -> SpreadsheetError {
        let lineStart = bytes[..<place].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? bytes.startIndex
        return .invalidText(line: lineNumber(at: place, in: bytes), byte: place - lineStart + 1, .utf8OrCP932)
    }

    private static func lineNumber(at place: Int, in bytes: ArraySlice<UInt8>) -> Int {
        var line = 1
        for index in bytes.startIndex..<place {
            let isEnd = bytes[index] == 0x0A || bytes[index] == 0x0D && bytes[index + 1] != 0x0A
            if isEnd { line += 1 }
        }
        return line
    }
}
