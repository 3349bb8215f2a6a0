import Japanese

/// A paragraph whose last line would be a letter or two (こと。 parted before と) gives it three, as on paper.
extension TextWriter {
    private static let (short, least, most) = (4, 6, 8)

    /// - Parameters:
    ///   - lines: of a text, as they fill the columns.
    ///   - first: the columns of the first.
    func evened(_ lines: [Range<Int>], of text: [UInt8], first: Int) -> [Range<Int>] {
        guard lines.count > 1, let last = lines.last, columns(of: last, text) <= Self.short else { return lines }
        let before = lines[lines.count - 2]
        // A line that was ended by whoever wrote it.
        if text[before.upperBound..<last.lowerBound].contains(0x0A) { return lines }
        let room = lines.count == 2 ? first : available
        for less in stride(from: 2, through: Self.most, by: 2) {
            var pair: [Range<Int>] = []
            let rest = text.span.extracting(before.lowerBound..<last.upperBound)
            style.breaker.breakLines(rest, first: room - less, rest: available) {
                pair.append($0.lowerBound + before.lowerBound..<$0.upperBound + before.lowerBound)
            }
            guard pair.count == 2 else { return lines }
            if columns(of: pair[1], text) >= Self.least { return lines.dropLast(2) + pair }
        }
        return lines
    }

    private func columns(of line: Range<Int>, _ text: [UInt8]) -> Int {
        style.width.columns(text.span.extracting(line))
    }
}
