/// Decodes Shift_JIS as Windows writes it: code page 932.
///
/// The C library and libxml2 know it only where their conversion modules are installed, and each maps ～ and － its own way; the
/// table here is Microsoft's on every machine. Characters that a municipality has drawn for itself (F040 to F9FC) become
/// private-use scalars U+E000 to U+E757, as in Windows.
enum CP932 {
    /// - Parameter output: takes the text in UTF-8, as far as it could be decoded.
    /// - Returns: the index of the first byte that is of no character; nil if all are.
    static func decode(_ bytes: Span<UInt8>, to output: inout [UInt8]) -> Int? {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            switch lead {
            case ..<0x80:
                output.append(lead)
                index += 1
            case 0xA1...0xDF:
                // Half-width katakana, in the order of JIS X 0201.
                append(0xFF61 + UInt16(lead - 0xA1), to: &output)
                index += 1
            case 0x81...0x9F, 0xE0...0xFC:
                guard index + 1 < bytes.count, let scalar = scalar(lead, bytes[index + 1]) else { return index }
                append(scalar, to: &output)
                index += 2
            default: return index
            }
        }
        return nil
    }

    private static func scalar(_ lead: UInt8, _ trail: UInt8) -> UInt16? {
        guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return nil }
        let place = Int(lead - (lead < 0xA0 ? 0x81 : 0xC1)) * 188 + Int(trail - (trail < 0x7F ? 0x40 : 0x41))
        let scalar = table[place]
        return scalar == 0xFFFD ? nil : scalar
    }

    private static func append(_ scalar: UInt16, to output: inout [UInt8]) {
        if scalar >= 0x800 {
            output.append(0xE0 | UInt8(scalar >> 12))
            output.append(0x80 | UInt8(scalar >> 6 & 0x3F))
        } else {
            output.append(0xC0 | UInt8(scalar >> 6))
        }
        output.append(0x80 | UInt8(scalar & 0x3F))
    }

    /// By row and cell, 94 cells a row, 120 rows.
    private static let table: [UInt16] = {
        var table = [UInt16](repeating: 0xFFFD, count: 120 * 94)
        for (row, characters) in CP932Table.rows {
            for (cell, scalar) in "\(characters)".unicodeScalars.enumerated() {
                table[(row - 1) * 94 + cell] = UInt16(scalar.value)
            }
        }
        // The private rows lie side by side.
        for place in 94 * 94..<114 * 94 { table[place] = 0xE000 + UInt16(place - 94 * 94) }
        return table
    }()
}
