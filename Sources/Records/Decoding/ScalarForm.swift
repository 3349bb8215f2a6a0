import Japanese

/// The forms of texts that are more than text.
enum ScalarForm {
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

    /// `http://` or `https://`, a host with a dot, and no character that an address must escape.
    static func isWebAddress(_ text: Span<UInt8>) -> Bool {
        var host = 0
        for scheme in ["http://", "https://"] as [StaticString] where starts(text, with: scheme) {
            host = scheme.utf8CodeUnitCount
        }
        guard host > 0 else { return false }
        var hasDot = false
        var inHost = true
        for index in host..<text.count {
            let byte = text[index]
            guard byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "<"),
                byte != UInt8(ascii: ">")
            else { return false }
            if byte == UInt8(ascii: "/") { inHost = false }
            if inHost, byte == UInt8(ascii: "."), index > host, index + 1 < text.count { hasDot = true }
        }
        return hasDot
    }

    private static func starts(_ text: Span<UInt8>, with prefix: StaticString) -> Bool {
        let bytes = Array("\(prefix)".utf8)
        guard text.count >= bytes.count else { return false }
        return bytes.indices.allSatisfy { bytes[$0] == text[$0] }
    }

    /// One `@` between a name and a host with a dot, in ASCII.
    static func isEmail(_ text: Span<UInt8>) -> Bool {
        var at: Int?
        var hasDot = false
        for index in text.indices {
            let byte = text[index]
            guard byte > 0x20, byte < 0x7F else { return false }
            if byte == UInt8(ascii: "@") {
                guard at == nil, index > 0 else { return false }
                at = index
            } else if byte == UInt8(ascii: "."), let at, index > at + 1, index + 1 < text.count {
                hasDot = true
            }
        }
        return at != nil && hasDot
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

    /// 総務省's rule: weights 6 to 2, eleven minus the remainder by eleven, its last digit.
    static func isMunicipalityCode(_ text: Span<UInt8>) -> Bool {
        guard text.count == 6 else { return false }
        var sum = 0
        for index in text.indices {
            let digit = text[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return false }
            if index < 5 { sum += Int(digit) * (6 - index) }
        }
        return (11 - sum % 11) % 10 == Int(text[5] - UInt8(ascii: "0"))
    }
}
