/// A number as decimal digits, exactly as a file writes it: no floating point comes between.
struct DecimalText {
    private var isNegative = false
    /// Significant digits 0 to 9, with no zeros at either end; none for zero.
    private var digits: [UInt8] = []
    /// How many of them stand before the decimal point; may be negative, or more than there are.
    private var point = 0

    /// nil unless the text is a number of XML Schema's double, without INF and NaN.
    init?(_ text: String) {
        var bytes = text.utf8[...]
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes.removeFirst()
        }
        let mantissa = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }
        let halves = mantissa.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let all = halves.joined()
        guard halves.count <= 2, !all.isEmpty, all.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        digits = all.map { $0 - 0x30 }
        point = halves[0].count
        if mantissa.endIndex < bytes.endIndex {
            let exponent = bytes[mantissa.endIndex...].dropFirst()
            guard let exponent = Int(Substring(exponent)), abs(exponent) <= 1000 else { return nil }
            point += exponent
        }
        trim()
    }

    private mutating func trim() {
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point -= zeros
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { (point, isNegative) = (0, false) }
    }

    /// Keeps so many digits before and behind the decimal point, and rounds the rest half away from zero, as Excel does.
    private mutating func keep(_ count: Int) {
        guard count < digits.count else { return }
        let roundsUp = count >= 0 && digits[count] >= 5
        digits.removeLast(digits.count - max(0, count))
        if roundsUp {
            var place = digits.count - 1
            while place >= 0, digits[place] == 9 {
                digits[place] = 0
                place -= 1
            }
            if place >= 0 {
                digits[place] += 1
            } else {
                digits.insert(1, at: 0)
                point += 1
            }
        }
        trim()
    }

    /// With the 15 significant digits that Excel shows: 0.10000000000000001 is 0.1.
    func asShown() -> DecimalText {
        var copy = self
        copy.keep(15)
        return copy
    }

    /// Times a hundred, with so many decimals at most.
    func percent(decimals: Int) -> DecimalText {
        var copy = asShown()
        if !copy.digits.isEmpty { copy.point += 2 }
        copy.keep(copy.point + decimals)
        return copy
    }

    /// The digits of an integer that is not negative, as text; "" for zero, nil for other numbers.
    var wholeDigits: [UInt8]? {
        guard !isNegative, point >= digits.count, point <= 15 else { return nil }
        return (digits + repeatElement(0, count: point - digits.count)).map { $0 + 0x30 }
    }

    /// For conditions and dates, where the last binary digit is of no matter.
    var value: Double { Double(text) ?? 0 }

    /// Without an exponent, unless that takes more than 20 zeros.
    var text: String {
        guard !digits.isEmpty else { return "0" }
        let sign = isNegative ? "-" : ""
        func string(_ digits: some Collection<UInt8>) -> String {
            String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
        }
        if point > digits.count + 20 || point < -20 {
            let rest = digits.count > 1 ? "." + string(digits[1...]) : ""
            return "\(sign)\(string(digits[..<1]))\(rest)E\(point - 1)"
        }
        if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + string(digits) }
        if point >= digits.count { return sign + string(digits) + String(repeating: "0", count: point - digits.count) }
        return sign + string(digits[..<point]) + "." + string(digits[point...])
    }
}
