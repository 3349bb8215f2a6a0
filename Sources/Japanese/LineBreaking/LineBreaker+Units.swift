extension LineBreaker {
    /// Hands over the pieces of a text that the rules do not let be broken, in order, without the spaces between them.
    public func eachUnit(of text: Span<UInt8>, _ unit: (Range<Int>) -> Void) {
        let table = CharacterProperties.basicPlane
        var before = BreakContext()
        var (start, index) = (0, 0)
        func finish() {
            if start < index { unit(start..<index) }
        }
        while index < text.count {
            let scalar = UTF8Scalar(text, at: index)
            let properties = CharacterProperties(scalar.value, in: table)
            let isSpace = scalar.value == 0x20 || scalar.value == 0x3000 || scalar.value == 0x0A
            if isSpace || before.allowsBreak(before: scalar.value, properties, isSpace, strictness) {
                finish()
                start = isSpace ? index + scalar.length : index
            }
            index += scalar.length
            before.append(scalar.value, properties, isSpace)
        }
        finish()
    }
}
