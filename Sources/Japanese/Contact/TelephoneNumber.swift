import Bytes

/// The forms that a Japanese telephone number can have, by its leading digits.
///
/// Fixed numbers (0ABJ) have ten digits in three groups: area (2 to 5 digits with the 0), local (1 to 4), and the last
/// four. The others are grouped by rule: 020, 050, 060 to 090 as 3-4-4, 0120, 0570 and 0990 as 4-3-3, 0800 as 4-3-4; free numbers are
/// published as they are remembered, too (0120-0-78310, 0120-99-7777). Short numbers
/// (189, #8000) stand for themselves. A field may hold several of them and extensions: `TelephoneField`.
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

    /// Checks UTF-8 text; returns what is wrong with it, nil for a number, or for several, in the right form.
    public static func problem(_ text: Span<UInt8>) -> Problem? {
        var groups = (0, 0, 0)
        var group = 0
        var digits = 0
        var prefix = 0
        for index in text.indices {
            let byte = text[index]
            if byte == UInt8(ascii: "-") {
                group += 1
                guard group < 3 else { return TelephoneField.problem(text) }
            } else {
                let digit = byte &- UInt8(ascii: "0")
                guard digit <= 9 else { return TelephoneField.problem(text) }
                if digits < 4 { prefix = prefix * 10 + Int(digit) }
                digits += 1
                switch group {
                case 0: groups.0 += 1
                case 1: groups.1 += 1
                default: groups.2 += 1
                }
            }
        }
        if digits == 3, text.count == 3, short.contains(prefix) { return nil }
        guard digits > 4, text[0] == UInt8(ascii: "0") else { return .form }
        let kind = Kind(prefix: prefix)
        guard digits == kind.digits else { return .digitCount(digits, expected: kind.digits) }
        switch kind {
        case .fixed:
            let right = groups.2 == 4 && (2...5).contains(groups.0) && (1...4).contains(groups.1)
            return right ? nil : TelephoneField.problem(text)
        case .grouped(let first, let second, let third):
            let isMnemonic = prefix == 120 && (groups == (4, 1, 5) || groups == (4, 2, 4))
            return groups == (first, second, third) || isMnemonic ? nil : TelephoneField.problem(text)
        }
    }

    /// Numbers of three digits that anybody may be asked to call (総務省's plan of numbers, 1XY).
    static let short: Set<Int> = [104, 110, 113, 115, 116, 117, 118, 119, 171, 177, 188, 189]

    enum Kind {
        case fixed
        case grouped(Int, Int, Int)

        /// From the first four digits.
        init(prefix: Int) {
            switch prefix {
            case 120, 570, 990: self = .grouped(4, 3, 3)
            case 800: self = .grouped(4, 3, 4)
            case 200...209, 500...509, 600...609, 700...709, 801...809, 900...909: self = .grouped(3, 4, 4)
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
}
