/// Counts the columns that text takes where every character takes one or two: terminals and plain-text papers.
public struct DisplayWidth: Hashable, Sendable {
    /// Columns of a scalar of East Asian Width "Ambiguous" (①※Ⅰ→): 2 in Japanese text, 1 in many terminals.
    public enum Ambiguous: Int, Sendable { case narrow = 1, wide = 2 }

    public let ambiguous: Ambiguous

    public init(ambiguous: Ambiguous = .wide) {
        self.ambiguous = ambiguous
    }

    /// 0, 1 or 2.
    @inline(__always)
    func columns(_ properties: CharacterProperties) -> Int {
        let width = properties.intersection(.widthMask)
        return width == .ambiguous ? ambiguous.rawValue : Int(width.rawValue)
    }

    /// Columns of one scalar: 0, 1 or 2.
    public func columns(scalar: UInt32) -> Int {
        columns(CharacterProperties(scalar))
    }

    /// Columns of UTF-8 text.
    public func columns(_ text: Span<UInt8>) -> Int { lines(of: text).total }

    /// Columns of the widest of the lines that LF divides text into, and of all of them.
    public func lines(of text: Span<UInt8>) -> (widest: Int, total: Int) {
        let table = CharacterProperties.basicPlane
        var (widest, total, sum) = (0, 0, 0)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                if byte == 0x0A {
                    (widest, total, sum) = (max(widest, sum), total + sum, 0)
                } else if byte >= 0x20 {
                    sum += 1
                }
                index += 1
            } else {
                let scalar = UTF8Scalar(text, at: index)
                sum += columns(CharacterProperties(scalar.value, in: table))
                index += scalar.length
            }
        }
        return (max(widest, sum), total + sum)
    }

    public func columns(_ text: [UInt8]) -> Int { columns(text.span) }

    public func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + columns(scalar: $1.value) }
    }
}
