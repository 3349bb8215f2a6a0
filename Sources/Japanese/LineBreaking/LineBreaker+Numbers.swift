import Bytes

extension LineBreaker {
    /// Where numbers in full-width digits stand, with what the rules keep together with them: 平成２８年, 第１２条, １２０人.
    ///
    /// Browsers and word processors part full-width digits as they do kanji (UAX #14, class ID).
    /// - Returns: their bytes, without the brackets and stops beside them; nothing is longer than a narrow line.
    public func fullwidthNumbers(in text: Span<UInt8>) -> [Range<Int>] { numbers(in: text, isFullwidth: true) }

    /// The numbers in half-width digits with what counts them, which browsers and word processors part from them: 3年, 第2号.
    /// - Returns: their bytes, as of numbers in full-width digits.
    public func countedNumbers(in text: Span<UInt8>) -> [Range<Int>] { numbers(in: text, isFullwidth: false) }

    private func numbers(in text: Span<UInt8>, isFullwidth: Bool) -> [Range<Int>] {
        let table = CharacterProperties.basicPlane
        var found: [Range<Int>] = []
        var before = BreakContext()
        var unit = Unit(isFullwidth: isFullwidth)
        var index = 0
        while index < text.count {
            let end = before.passPlain(text, from: index, table)
            if end > index {
                unit.end(&found)
                unit.note(end - 3..<end, .wide, isDigit: false)
                index = end
                continue
            }
            let scalar = UTF8Scalar(text, at: index)
            let properties = CharacterProperties(scalar.value, in: table)
            let isSpace = scalar.value == 0x20 || scalar.value == 0x3000 || scalar.value == 0x0A
            if isSpace || before.allowsBreak(before: scalar.value, properties, isSpace, strictness) { unit.end(&found) }
            let isDigit = properties.contains(.digit) && (scalar.value > 0x7F) == isFullwidth
            if !isSpace { unit.note(index..<index + scalar.length, properties, isDigit: isDigit) }
            before.append(scalar.value, properties, isSpace)
            index += scalar.length
        }
        unit.end(&found)
        return found
    }

    /// What stands between two places where a line may end.
    private struct Unit {
        /// Full-width characters that a line of a narrow column has room for.
        private static let longest = 16

        let isFullwidth: Bool
        private var start: Int?
        private var end = 0
        private var count = 0
        private var hasDigit = false

        init(isFullwidth: Bool) { self.isFullwidth = isFullwidth }

        mutating func note(_ range: Range<Int>, _ properties: CharacterProperties, isDigit: Bool) {
            // Brackets and stops stay beside it by everybody's rules.
            if start == nil, properties.contains(.notEnd) { return }
            start = start ?? range.lowerBound
            count += 1
            if isDigit { hasDigit = true }
            if !properties.contains(.notStart) { end = range.upperBound }
        }

        mutating func end(_ found: inout [Range<Int>]) {
            // Of more than one letter; half-width digits alone are parted by nobody.
            if let start, hasDigit, count > 1, count <= Self.longest, end - start > (isFullwidth ? 3 : count) {
                found.append(start..<end)
            }
            self = Unit(isFullwidth: isFullwidth)
        }
    }
}
