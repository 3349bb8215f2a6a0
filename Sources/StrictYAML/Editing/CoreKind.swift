/// What a program that follows YAML's core schema (1.2 §10.3) or the types of YAML 1.1, as PyYAML does, takes a plain
/// scalar for where that is not its text.
enum CoreKind: Hashable {
    case null, boolean, date
    /// A number that such a program does not write back as it stands: `0115551234`, `1.10`, `12:30`, `1e3`.
    case number
    /// `<<` and `=`, which YAML 1.1 has for merge keys and default values.
    case sign

    /// - Returns: nil for what is text to every reader, and for numbers that stay what they are, such as `30`.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let first = bytes.first else {
            self = .null
            return
        }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), Byte.dash, Byte.dot:
            if Self.isDate(bytes) {
                self = .date
            } else if Self.isNumber(bytes), !Self.isExact(bytes) {
                self = .number
            } else {
                return nil
            }
        default:
            // The longest of the words is "false".
            guard bytes.count <= 5, let word = Self.words[text.lowercased()] else { return nil }
            self = word
        }
    }

    private static let words: [String: CoreKind] = [
        "~": .null, "null": .null, "<<": .sign, "=": .sign, "true": .boolean, "false": .boolean, "yes": .boolean,
        "no": .boolean, "on": .boolean, "off": .boolean, "y": .boolean, "n": .boolean,
    ]

    /// `2025-02-14`, with or without a time.
    private static func isDate(_ text: [UInt8]) -> Bool {
        let parts = text.split(separator: Byte.dash, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count) else { return false }
        let day = parts[2].prefix(while: isDigit)
        let time = parts[2].dropFirst(day.count)
        return parts[0].allSatisfy(isDigit) && parts[1].allSatisfy(isDigit) && (1...2).contains(day.count)
            && time.allSatisfy { isDigit($0) || "Tt Zz:.+-\t".utf8.contains($0) }
    }

    /// Integers and floating-point numbers of both versions, those to the base of 60 among them, and a few texts more.
    private static func isNumber(_ text: [UInt8]) -> Bool {
        var body = text[...]
        if body.first == UInt8(ascii: "+") || body.first == Byte.dash { body = body.dropFirst() }
        if [".inf", ".nan"].contains(String(decoding: body, as: UTF8.self).lowercased()) { return true }
        guard body.contains(where: isDigit) else { return false }
        if body.first == UInt8(ascii: "0"), let base = body.dropFirst().first, "xXoObB".utf8.contains(base) {
            return body.dropFirst(2).allSatisfy { UInt8(ascii: "_") == $0 || Character(Unicode.Scalar($0)).isHexDigit }
        }
        let mantissa = body.prefix { isDigit($0) || $0 == UInt8(ascii: "_") || $0 == Byte.dot || $0 == Byte.colon }
        guard mantissa.contains(where: isDigit), mantissa.count(where: { $0 == Byte.dot }) <= 1 else { return false }
        var exponent = body.dropFirst(mantissa.count)
        if exponent.isEmpty { return true }
        guard exponent.removeFirst() | 0x20 == UInt8(ascii: "e") else { return false }
        if exponent.first == UInt8(ascii: "+") || exponent.first == Byte.dash { exponent = exponent.dropFirst() }
        return !exponent.isEmpty && exponent.allSatisfy(isDigit)
    }

    /// Whether a number is written as every program writes it: no zeros to lose, and no more digits than a double holds.
    private static func isExact(_ text: [UInt8]) -> Bool {
        let body = text.first == Byte.dash ? text.dropFirst() : text[...]
        let parts = body.split(separator: Byte.dot, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }), body.count <= 16 else { return false }
        let isWhole = parts.count == 1
        if parts[0].first == UInt8(ascii: "0"), parts[0].count > 1 { return false }
        if isWhole { return body.count <= 15 && text != Array("-0".utf8) }
        return parts[1].last != UInt8(ascii: "0")
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
