/// The forms that a Japanese telephone number can have, by its leading digits.
///
/// Fixed numbers (0ABJ) have ten digits in three groups: area (2 to 5 digits with the 0), local (1 to 4), and the last
/// four. The others are grouped by rule: 050, 060 to 090 as 3-4-4, 0120 and 0570 as 4-3-3, 0800 as 4-3-4.
public enum TelephoneNumber {
    public enum Problem: Error, Equatable, Sendable {
        /// Something else than digits and hyphens.
        case form
        /// Not the number of digits that its kind has.
        case digitCount(Int, expected: Int)
        /// Digits and hyphens, grouped against the rule; `canonical` is nil where only the area's own list could tell the
        /// grouping.
        case grouping(canonical: String?)
        /// Written with other signs than ASCII digits and hyphens.
        case signs(canonical: String?)
    }

    /// Checks UTF-8 text; returns what is wrong with it, nil for a number in its right form.
    public static func problem(_ text: Span<UInt8>) -> Problem? {
        var groups = (0, 0, 0)
        var group = 0
        var digits = 0
        var prefix = 0
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "-") {
                group += 1
                guard group < 3 else { return lenient(text) }
            } else {
                let digit = byte &- UInt8(ascii: "0")
                guard digit <= 9 else { return lenient(text) }
                if digits < 4 { prefix = prefix * 10 + Int(digit) }
                digits += 1
                switch group {
                case 0: groups.0 += 1
                case 1: groups.1 += 1
                default: groups.2 += 1
                }
            }
        }
        guard digits > 4, text[0] == UInt8(ascii: "0") else { return .form }
        let kind = Kind(prefix: prefix)
        guard digits == kind.digits else { return .digitCount(digits, expected: kind.digits) }
        switch kind {
        case .fixed:
            let right = groups.2 == 4 && (2...5).contains(groups.0) && (1...4).contains(groups.1)
            return right ? nil : lenient(text)
        case .grouped(let first, let second, let third):
            return groups == (first, second, third) ? nil : lenient(text)
        }
    }

    /// The digits alone, as a `tel:` address has them.
    public static func appendDigits(_ text: Span<UInt8>, to output: inout [UInt8]) {
        for index in text.indices where text[index] != UInt8(ascii: "-") { output.append(text[index]) }
    }

    private enum Kind {
        case fixed
        case grouped(Int, Int, Int)

        /// From the first four digits.
        init(prefix: Int) {
            switch prefix {
            case 120, 570: self = .grouped(4, 3, 3)
            case 800: self = .grouped(4, 3, 4)
            case 500...509, 600...609, 700...709, 801...809, 900...909: self = .grouped(3, 4, 4)
            default: self = .fixed
            }
        }

        var digits: Int {
            switch self {
            case .fixed: 10
            case .grouped(let first, let second, let third): first + second + third
            }
        }
    }

    /// The right form of a number written in another way.
    private static func lenient(_ text: Span<UInt8>) -> Problem {
        var bytes: [UInt8] = []
        for index in text.indices { bytes.append(text[index]) }
        let folded = WidthFolding.ascii(String(decoding: bytes, as: UTF8.self))
        let isPlain = bytes.allSatisfy {
            $0 == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        func problem(_ canonical: String?) -> Problem {
            isPlain ? .grouping(canonical: canonical) : .signs(canonical: canonical)
        }
        // Brackets round the area or the local part separate as a hyphen does: (0797)86-2321.
        let parts = folded.split { "-() ".contains($0) }
        let digits = parts.joined()
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), digits.hasPrefix("0"),
            digits.utf8.count > 4, let prefix = Int(digits.prefix(4))
        else { return .form }
        let kind = Kind(prefix: prefix)
        guard digits.count == kind.digits else { return .digitCount(digits.count, expected: kind.digits) }
        switch kind {
        case .fixed:
            let canonical = parts.joined(separator: "-")
            let isRight =
                parts.count == 3 && parts[2].count == 4 && (2...5).contains(parts[0].count)
                && (1...4).contains(parts[1].count)
            return problem(isRight ? canonical : nil)
        case .grouped(let first, let second, _):
            let rest = digits.dropFirst(first)
            return problem("\(digits.prefix(first))-\(rest.prefix(second))-\(rest.dropFirst(second))")
        }
    }
}
