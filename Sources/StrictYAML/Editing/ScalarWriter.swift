import Diagnostics

/// How a value is written: what stands behind its key or dash, and the lines below, each with the line break before it.
struct YAMLWriting {
    var head: [UInt8]
    var below: [UInt8] = []
}

/// Where a scalar is written, and what was there.
struct ScalarPlace {
    var isKey = false
    var isInFlow = false
    /// The column of the collection that it stands in, −1 for the root.
    var parentColumn = -1
    /// The column of the text of a block scalar.
    var bodyColumn = 0
    /// Whether a block scalar may be written at all.
    var allowsBlock = true
    /// Blank lines that follow what was a block scalar that keeps them; nil elsewhere: such a scalar is never made anew,
    /// since blank lines come and go with the entries that follow.
    var blanksBelow: Int?
    var style = YAMLNode.Style.empty
    /// Whether what other programs take for no text stays plain.
    var isTyped = false
}

/// Writes a text so that it reads as it is.
///
/// Plain where that reads as the same text, to programs that know types, too (`CoreKind`); what was in quotation marks
/// keeps them, what was a block scalar stays one. Several lines become a literal block scalar where one may stand.
struct ScalarWriter {
    let quote: UInt8
    let lineBreak: [UInt8]

    func write(_ text: String, _ place: ScalarPlace) -> YAMLWriting {
        let bytes = Array(text.utf8)
        let isBlock = place.style == .literal || place.style == .folded
        let isLong = bytes.contains(Byte.lineFeed)
        if isBlock || isLong, let writing = block(bytes, place) { return writing }
        switch place.style {
        case .singleQuoted: return quoted(bytes, Byte.singleQuote)
        case .doubleQuoted: return quoted(bytes, Byte.doubleQuote)
        case .empty, .plain, .literal, .folded:
            let kind = CoreKind(text)
            if Self.isPlain(bytes, place), kind != .sign, kind == nil || place.isTyped {
                return YAMLWriting(head: bytes)
            }
            return quoted(bytes, bytes.isEmpty ? Byte.singleQuote : quote)
        }
    }

    // MARK: Plain

    /// Whether a text reads as itself in plain style.
    private static func isPlain(_ text: [UInt8], _ place: ScalarPlace) -> Bool {
        guard let first = text.first, let last = text.last, first != Byte.space, last != Byte.space, !hidesBytes(text)
        else { return false }
        if "&*!%@`|>,[]{}#\"'?:".utf8.contains(first) { return false }
        if first == Byte.dash, place.isInFlow || text.count == 1 || text[1] == Byte.space { return false }
        if text.starts(with: "---".utf8) || text.starts(with: "...".utf8) { return false }
        if place.isKey, ["-", "　", "－", "−", "‐", "–", "ー"].contains(where: { text.starts(with: $0.utf8) }) {
            return false
        }
        for (index, byte) in text.enumerated() {
            switch byte {
            case Byte.tab, Byte.lineFeed: return false
            case Byte.colon where index + 1 == text.count || text[index + 1] == Byte.space: return false
            case Byte.hash where text[index - 1] == Byte.space: return false
            // PyYAML takes a question mark in brackets for a key's.
            case Byte.comma, Byte.openBracket, Byte.closeBracket, Byte.openBrace, Byte.closeBrace, Byte.question:
                if place.isInFlow { return false }
            default: break
            }
        }
        return true
    }

    /// Whether there are characters that nobody sees, or that YAML 1.1 takes for line breaks: they are written as escapes.
    private static func hidesBytes(_ text: [UInt8]) -> Bool {
        String(decoding: text, as: UTF8.self).unicodeScalars.contains(where: isHidden)
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    // MARK: Quotation marks

    private func quoted(_ text: [UInt8], _ quote: UInt8) -> YAMLWriting {
        let needsEscapes = text.contains(Byte.lineFeed) || Self.hidesBytes(text)
        if quote == Byte.singleQuote, !needsEscapes {
            let parts = text.split(separator: Byte.singleQuote, omittingEmptySubsequences: false)
            return YAMLWriting(head: [quote] + parts.joined(separator: [quote, quote]) + [quote])
        }
        var head = [Byte.doubleQuote]
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            if let escape = Self.escape(scalar) {
                head += escape.utf8
            } else {
                head += Array(String(scalar).utf8)
            }
        }
        return YAMLWriting(head: head + [Byte.doubleQuote])
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\t": return "\\t"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\u{85}": return "\\N"
        case "\u{2028}": return "\\L"
        case "\u{2029}": return "\\P"
        default:
            guard isHidden(scalar) else { return nil }
            let digits = String(scalar.value, radix: 16, uppercase: true)
            let length = scalar.value < 0x100 ? 2 : 4
            return (length == 2 ? "\\x" : "\\u") + String(repeating: "0", count: length - digits.count) + digits
        }
    }

    // MARK: Blocks

    /// A literal or folded scalar; nil where the text cannot be written so.
    private func block(_ text: [UInt8], _ place: ScalarPlace) -> YAMLWriting? {
        let wasBlock = place.style == .literal || place.style == .folded
        guard place.allowsBlock, !place.isKey, !place.isInFlow, !text.contains(Byte.carriageReturn),
            !Self.hidesBytes(text)
        else { return nil }
        let body = text.prefix((text.lastIndex { $0 != Byte.lineFeed } ?? -1) + 1)
        let lines = body.split(separator: Byte.lineFeed, omittingEmptySubsequences: false)
        guard body.contains(where: { $0 != Byte.lineFeed && $0 != Byte.space && $0 != Byte.tab }) else { return nil }
        // Editors cut blanks at the ends of lines.
        if !wasBlock, lines.contains(where: { $0.last == Byte.space || $0.last == Byte.tab }) { return nil }
        let breaks = text.count - body.count
        guard let chomping = chomping(breaks, place) else { return nil }
        let firstText = lines.first { !$0.isEmpty }?.first
        let indent = place.bodyColumn - max(place.parentColumn, 0)
        let needsIndent = firstText == Byte.space || firstText == Byte.tab
        if needsIndent, !(1...9).contains(indent) { return nil }
        let isFolded =
            place.style == .folded && !lines.contains { $0.first == Byte.space || $0.first == Byte.tab }
        let head = [UInt8(ascii: isFolded ? ">" : "|")] + (needsIndent ? [UInt8(0x30 + indent)] : []) + chomping.sign
        var below: [UInt8] = []
        var sawText = false
        for line in lines {
            // Between two lines of text a folded scalar has one break more.
            if isFolded, sawText, !line.isEmpty { below += lineBreak }
            below += lineBreak
            if !line.isEmpty { below += Array(repeating: Byte.space, count: place.bodyColumn) + line }
            sawText = sawText || !line.isEmpty
        }
        for _ in 0..<chomping.blanks { below += lineBreak }
        return YAMLWriting(head: head, below: below)
    }

    /// The sign for so many line feeds at a text's end, and the blank lines to be added.
    private func chomping(_ breaks: Int, _ place: ScalarPlace) -> (sign: [UInt8], blanks: Int)? {
        switch breaks {
        case 0: return ([Byte.dash], 0)
        case 1: return ([], 0)
        default:
            guard let blanks = place.blanksBelow, breaks > blanks else { return nil }
            return ([UInt8(ascii: "+")], breaks - 1 - blanks)
        }
    }
}
