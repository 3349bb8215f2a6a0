/// A text as the data codewords of the smallest symbol that holds it.
struct Message {
    let version: QRVersion
    let codewords: [UInt8]

    /// - Returns: nil where no symbol holds the text.
    init?(_ text: [UInt8], level: ErrorCorrectionLevel) {
        // What no mode could shorten so far need not be divided.
        guard text.count <= Self.greatestCount else { return nil }
        for (range, versions) in DataMode.countRanges.enumerated() {
            var data = BitString()
            for segment in DataSegment.divide(text, range: range) { segment.write(to: &data, range: range) }
            let room = { (version: QRVersion) in version.blocks(level).dataCount * 8 }
            let fitting = QRVersion.all.first { versions.contains($0.number) && data.bits.count <= room($0) }
            guard let version = fitting else { continue }
            data.terminate(room: room(version))
            (self.version, codewords) = (version, data.codewords)
            return
        }
        return nil
    }

    /// The digits that the largest symbol holds at the lowest level (table 7).
    private static let greatestCount = 7089
}

extension BitString {
    /// Appends the terminator as far as there is room, then what fills the symbol (§7.4.9, §7.4.10).
    fileprivate mutating func terminate(room: Int) {
        append(0, count: min(4, room - bits.count))
        append(0, count: (8 - bits.count % 8) % 8)
        for pad in 0..<(room - bits.count) / 8 { append(pad % 2 == 0 ? 0b1110_1100 : 0b0001_0001, count: 8) }
    }
}
