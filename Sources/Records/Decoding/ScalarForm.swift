import Japanese

/// The forms of texts that are more than text.
public enum ScalarForm {
    /// Lower-case ASCII letters, digits and hyphens; 64 at most, so that a file may bear the name.
    static func isIdentifier(_ text: Span<UInt8>) -> Bool {
        guard (1...64).contains(text.count), text[0] != UInt8(ascii: "-") else { return false }
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
                continue
            default: return false
            }
        }
        return true
    }

    /// A letter, and letters, digits, `_` and `-` behind it, forty at most.
    static func isFieldKey(_ text: Span<UInt8>) -> Bool {
        guard (1...40).contains(text.count), (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[0]) else {
            return false
        }
        return text.indices.allSatisfy { index in
            switch text[index] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    /// `http://` or `https://`, a host with a dot, no character that an address must escape, and no stop of a sentence at
    /// its end.
    public static func isWebAddress(_ text: Span<UInt8>) -> Bool {
        guard let scheme = schemes.first(where: { starts(text, with: $0) }) else { return false }
        let host = scheme.count
        var hostEnd = text.count
        var colons = 0
        for index in host..<text.count {
            let byte = text[index]
            guard byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "<"),
                byte != UInt8(ascii: ">")
            else { return false }
            if byte == UInt8(ascii: "/"), hostEnd == text.count { hostEnd = index }
            // Two addresses run into one: https://https://…
            if byte == UInt8(ascii: "/"), index + 1 < text.count, text[index + 1] == byte,
                text[index - 1] == UInt8(ascii: ":")
            {
                colons += 1
            }
        }
        switch text[text.count - 1] {
        case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "'"): return false
        default: return colons == 0 && isHost(text, host..<hostEnd, mayHavePort: true)
        }
    }

    /// Labels of letters, digits and hyphens with dots between them (RFC 1123, 2.1).
    private static func isHost(_ text: Span<UInt8>, _ range: Range<Int>, mayHavePort: Bool) -> Bool {
        var (hasDot, labelLength, isPort) = (false, 0, false)
        for index in range {
            switch text[index] {
            case UInt8(ascii: "."):
                guard labelLength > 0, !isPort else { return false }
                (hasDot, labelLength) = (true, 0)
            case UInt8(ascii: ":"):
                guard mayHavePort, labelLength > 0, !isPort else { return false }
                (isPort, labelLength) = (true, 0)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): labelLength += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"),
                UInt8(ascii: "_"):
                guard !isPort else { return false }
                labelLength += 1
            default: return false
            }
        }
        return hasDot && labelLength > 0
    }

    private static let schemes = ["https://", "http://"].map { Array($0.utf8) }

    private static func starts(_ text: Span<UInt8>, with prefix: [UInt8]) -> Bool {
        guard text.count >= prefix.count else { return false }
        for index in prefix.indices where text[index] != prefix[index] { return false }
        return true
    }

    /// One `@` between a name and a host with a dot, in ASCII.
    static func isEmail(_ text: Span<UInt8>) -> Bool {
        var at: Int?
        for index in text.indices {
            let byte = text[index]
            guard byte > 0x20, byte < 0x7F else { return false }
            if byte == UInt8(ascii: "@") {
                guard at == nil else { return false }
                at = index
            } else if at == nil {
                // Old mobile addresses had dots before the @ and in a row, so these are let pass.
                // What would begin something else in a link to it is in no real address.
                guard !",;:<>()[]\"\\?&#%".utf8.contains(byte) else { return false }
            }
        }
        guard let at, at > 0 else { return false }
        return isHost(text, at + 1..<text.count, mayHavePort: false)
    }

    /// 国税庁's rule: twelve digits weighted 1 and 2 in turn from the right; nine minus the remainder by nine comes first.
    static func isCorporateNumber(_ text: Span<UInt8>) -> Bool {
        guard text.count == 13 else { return false }
        var sum = 0
        for index in text.indices {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return false }
            if index > 0 { sum += Int(digit) * (index % 2 == 0 ? 1 : 2) }
        }
        return 9 - sum % 9 == Int(text[0] - UInt8(ascii: "0"))
    }

    /// Hiragana, the long mark, the middle dot and spaces.
    static func isFurigana(_ text: Span<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let scalar = UTF8Scalar(text, at: index)
            let isRight =
                (0x3041...0x3096).contains(scalar.value) || [0x30FC, 0x30FB, 0x3000, 0x20].contains(scalar.value)
            guard isRight else { return false }
            index += scalar.length
        }
        return true
    }

    /// Five digits and the check digit that follows from them.
    static func isMunicipalityCode(_ text: Span<UInt8>) -> Bool {
        guard text.count == 6 else { return false }
        var number = 0
        for index in text.indices {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return false }
            number = number * 10 + Int(digit)
        }
        return checkDigit(ofMunicipality: number / 10) == number % 10
    }

    /// 総務省's rule: weights 6 to 2, eleven minus the remainder by eleven, its last digit.
    static func checkDigit(ofMunicipality number: Int) -> Int {
        var (sum, rest) = (0, number)
        for weight in 2...6 {
            sum += rest % 10 * weight
            rest /= 10
        }
        return (11 - sum % 11) % 10
    }

    /// The municipality code that was meant by digits without the check digit, or without the zero that a spreadsheet drops; nil
    /// where both may be, or none.
    static func municipalityCode(from text: String) -> String? {
        let text = WidthFolding.ascii(text)
        guard text.utf8.count == 5 || text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text)
        else { return nil }
        func isOfPrefecture(_ code: String) -> Bool {
            Int(code.prefix(2)).map { (1...Prefecture.names.count).contains($0) } ?? false
        }
        let candidates = text.utf8.count == 6 ? [text] : [text + "\(checkDigit(ofMunicipality: number))", "0" + text]
        let right = candidates.filter { isMunicipalityCode(Array($0.utf8).span) && isOfPrefecture($0) }
        return right.count == 1 ? right[0] : nil
    }
}
