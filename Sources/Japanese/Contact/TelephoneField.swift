import Bytes

/// What a field for a telephone number may hold: one number or several, each with an extension or without,
/// as 「03-1234-5678（内線2345）、03-1234-5679」.
public enum TelephoneField {
    /// Hands over each number, without its extension.
    public static func forEachNumber(in text: Span<UInt8>, _ body: (TelephoneDigits) -> Void) {
        var digits = TelephoneDigits()
        var isExtension = false
        var index = 0
        while index < text.count {
            let scalar = UTF8Scalar(text, at: index)
            switch scalar.value {
            case separator.value:
                body(digits)
                digits = TelephoneDigits()
                isExtension = false
            case opening.value: isExtension = true
            case 0x30...0x39 where !isExtension: digits.append(UInt8(scalar.value))
            default: break
            }
            index += scalar.length
        }
        body(digits)
    }

    /// The numbers as they are written, without their extensions.
    public static func numbers(in text: String) -> [String] {
        text.unicodeScalars.split(separator: separator).map { String($0.prefix { $0 != opening }) }
    }

    /// The first number as a `tel:` address has it: digits alone, and # encoded, which would begin a fragment (RFC 3966 §3,
    /// RFC 3986 §3.5).
    public static func appendLink(_ text: Span<UInt8>, to output: inout [UInt8]) {
        output.append(contentsOf: "tel:".utf8)
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "-"): continue
            case UInt8(ascii: "#"): output.append(contentsOf: "%23".utf8)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): output.append(text[index])
            // （ and 、 end the number.
            default: return
            }
        }
    }

    /// The pattern of JSON Schema for such texts.
    public static let pattern: String = {
        let number = "(0[0-9]+(-[0-9]+)*|1[0-9]{2}|#[1-9][0-9]{3})(（内線[0-9]+([・～-][0-9]+)*）)?"
        return "^\(number)(、\(number))*$"
    }()

    private static let separator: Unicode.Scalar = "、"
    private static let opening: Unicode.Scalar = "（"

    // MARK: Reading

    /// What is wrong with a text that is not one number in its right form; nil where it is a right text of more.
    static func problem(_ text: Span<UInt8>) -> TelephoneNumber.Problem? {
        var bytes: [UInt8] = []
        for index in text.indices { bytes.append(text[index]) }
        let written = String(decoding: bytes, as: UTF8.self)
        var entries: [String?] = []
        for entry in Self.entries(of: WidthFolding.ascii(written)) {
            switch read(entry) {
            case .success(let canonical): entries.append(canonical)
            case .failure(let problem): return problem
            }
        }
        guard !entries.isEmpty else { return .form }
        let right = entries.compactMap(\.self)
        let canonical = right.count == entries.count ? right.joined(separator: String(separator)) : nil
        // A fixed number's groups may be right where they are, and unknown where they are not.
        if let canonical, canonical.utf8.elementsEqual(bytes) { return nil }
        let isGrouping = (canonical ?? WidthFolding.ascii(written)).utf8.filter { $0 != hyphen }
            .elementsEqual(bytes.filter { $0 != hyphen })
        return isGrouping ? .grouping(canonical: canonical) : .signs(canonical: canonical)
    }

    private static let hyphen = UInt8(ascii: "-")

    /// The entries of a folded text: at 、 and what is written for it, outside brackets.
    private static func entries(of text: String) -> [String] {
        var entries = [""]
        var depth = 0
        let text = ["又は", "または", "及び", "および"].reduce(text) { $0.replacing($1, with: "、") }
        for character in text {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if depth <= 0, "、,，/／;・".contains(character) {
                entries.append("")
            } else {
                entries[entries.count - 1].append(character)
            }
        }
        return entries.map { $0.trimmed { $0 == " " } }
    }

    /// One number with its extension in their right form; nil for a fixed number whose groups cannot be told.
    private static func read(_ entry: String) -> Result<String?, TelephoneNumber.Problem> {
        let (number, extensionText) = split(entry)
        let canonical: String?
        switch read(number: number) {
        case .success(let right): canonical = right
        case .failure(let problem): return .failure(problem)
        }
        guard let extensionText else { return .success(canonical) }
        guard let digits = read(extension: extensionText) else { return .failure(.form) }
        return .success(canonical.map { "\($0)（内線\(digits)）" })
    }

    /// A number, and what stands behind 内線, 内 or ext.
    private static func split(_ entry: String) -> (number: String, extension: String?) {
        let lower = entry.lowercased()
        for mark in ["内線", "内", "extension", "ext"] {
            guard let range = lower.firstRange(of: mark) else { continue }
            let isBracket = { (character: Character) in " (".contains(character) }
            return (String(lower[..<range.lowerBound]).trimmed(isBracket), String(lower[range.upperBound...]))
        }
        return (entry, nil)
    }

    /// 「: 2345)」 → 2345, 「2345, 2346」 → 2345・2346
    private static func read(extension text: String) -> String? {
        let digits = text.trimmed { " ().:番号".contains($0) }
        let canonical = String(
            digits.map { character in
                switch character {
                case "、", ",", "/", "・": "・"
                case "~", "～", "〜": "～"
                default: character
                }
            }.filter { $0 != " " })
        let numbers = canonical.split(omittingEmptySubsequences: false) { "・～-".contains($0) }
        return numbers.allSatisfy { (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) } ? canonical : nil
    }

    /// The right form of a number written in any way.
    private static func read(number: String) -> Result<String?, TelephoneNumber.Problem> {
        if number.hasPrefix("#") || number.hasPrefix("♯") {
            let digits = number.dropFirst()
            let isRight = digits.utf8.count == 4 && digits.utf8.allSatisfy(isDigit) && digits.first != "0"
            return isRight ? .success("#" + digits) : .failure(.form)
        }
        // Brackets round the area or the local part separate as a hyphen does: (0797)86-2321.
        let parts = number.split { "-() ".contains($0) }
        let digits = parts.joined()
        guard digits.utf8.allSatisfy(isDigit) else { return .failure(.form) }
        if parts.count == 1, digits.utf8.count == 3, let short = Int(digits), TelephoneNumber.short.contains(short) {
            return .success(digits)
        }
        guard digits.hasPrefix("0"), digits.utf8.count > 4, let prefix = Int(digits.prefix(4)) else {
            return .failure(.form)
        }
        let kind = TelephoneNumber.Kind(prefix: prefix)
        guard digits.count == kind.digits else { return .failure(.digitCount(digits.count, expected: kind.digits)) }
        switch kind {
        case .fixed:
            let isRight =
                parts.count == 3 && parts[2].count == 4 && (2...5).contains(parts[0].count)
                && (1...4).contains(parts[1].count)
            return .success(isRight ? parts.joined(separator: "-") : nil)
        case .grouped(let first, let second, _):
            let rest = digits.dropFirst(first)
            return .success("\(digits.prefix(first))-\(rest.prefix(second))-\(rest.dropFirst(second))")
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension String {
    fileprivate func trimmed(_ isOuter: (Character) -> Bool) -> String {
        let start = drop(while: isOuter)
        return String(start[..<(start.lastIndex { !isOuter($0) }.map(start.index(after:)) ?? start.startIndex)])
    }
}
