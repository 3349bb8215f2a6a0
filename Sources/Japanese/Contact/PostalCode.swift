import Bytes

/// A Japanese postal code: seven digits, written NNN-NNNN.
public struct PostalCode: Hashable, Sendable {
    /// The seven digits as a number, 0 to 9,999,999.
    public let number: Int

    /// Reads the form NNN-NNNN; nil for any other.
    public init?(_ text: Span<UInt8>) {
        guard text.count == 8, text[3] == UInt8(ascii: "-") else { return nil }
        var number = 0
        for index in text.indices where index != 3 {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            number = number * 10 + Int(digit)
        }
        self.number = number
    }

    /// Reads any form that holds seven digits, a mark 〒 and hyphens of whatever kind, to say how it should be written.
    public init?(lenient text: String) {
        let digits = WidthFolding.ascii(text).unicodeScalars.filter { !["〒", "-", " "].contains($0) }
        guard digits.count == 7, digits.allSatisfy({ ("0"..."9").contains($0) }),
            let number = Int(String(scalars: digits))
        else { return nil }
        self.number = number
    }

    /// The seven digits as ASCII.
    public var digits: InlineArray<7, UInt8> {
        var digits = InlineArray<7, UInt8>(repeating: UInt8(ascii: "0"))
        var rest = number
        for place in digits.indices.reversed() {
            digits[place] += UInt8(rest % 10)
            rest /= 10
        }
        return digits
    }

    /// 665-0865
    public var formatted: String {
        let digits = String(10_000_000 + number).dropFirst()
        return "\(digits.prefix(3))-\(digits.suffix(4))"
    }

    /// Whether it differs from another code in one digit, or in the order of two neighbours.
    public func isSlip(of other: PostalCode) -> Bool {
        let (digits, others) = (digits, other.digits)
        return DigitSlip(digits.indices.map { digits[$0] }, for: digits.indices.map { others[$0] }) != nil
    }
}
