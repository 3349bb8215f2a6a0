/// A JSON value (RFC 8259) whose members keep their order.
public indirect enum JSONValue: Sendable {
    case string(String)
    case number(Int)
    case boolean(Bool)
    case array([JSONValue])
    case object([(String, JSONValue)])
    /// So many items, each made when it is written: a report of ten thousand findings is not in memory twice.
    case items(Int, @Sendable (Int) -> JSONValue)

    /// The value as text, indented by two spaces a level, ended by LF.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The same in UTF-8.
    public var bytes: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    /// Appends the same.
    /// - Parameter escapesTags: whether `<`, which stands in strings alone, is escaped, so that it cannot end an element.
    public func write(escapesTags: Bool = false, to output: inout [UInt8]) {
        write(indent: 0, escapesTags, to: &output)
        output.append(0x0A)
    }

    private func write(indent: Int, _ escapesTags: Bool, to output: inout [UInt8]) {
        switch self {
        case .string(let text):
            Self.writeString(text.utf8.span, escapesTags: escapesTags, to: &output)
        case .number(let number): output.append(contentsOf: String(number).utf8)
        case .boolean(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
        case .array(let items):
            Self.writeItems(items, brackets: "[]", indent, to: &output) {
                $0.write(indent: indent + 1, escapesTags, to: &$1)
            }
        case .items(let count, let item):
            Self.writeItems(0..<count, brackets: "[]", indent, to: &output) {
                item($0).write(indent: indent + 1, escapesTags, to: &$1)
            }
        case .object(let members):
            Self.writeItems(members, brackets: "{}", indent, to: &output) { member, output in
                Self.writeString(member.0.utf8.span, to: &output)
                output.append(contentsOf: ": ".utf8)
                member.1.write(indent: indent + 1, escapesTags, to: &output)
            }
        }
    }

    /// Writes items between brackets, each on a line of its own.
    public static func writeItems<Items: RandomAccessCollection>(
        _ items: Items, brackets: String, _ indent: Int, to output: inout [UInt8],
        _ write: (Items.Element, inout [UInt8]) -> Void
    ) {
        let brackets = Array(brackets.utf8)
        output.append(brackets[0])
        for (index, item) in items.enumerated() {
            output.append(contentsOf: index == 0 ? "\n".utf8 : ",\n".utf8)
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (indent + 1)))
            write(item, &output)
        }
        if !items.isEmpty {
            output.append(UInt8(ascii: "\n"))
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
        }
        output.append(brackets[1])
    }

    /// Writes UTF-8 text as a string, with escapes for what RFC 8259 wants escaped and for what YAML lets stand in no
    /// file (§5.1): so the JSON is YAML that reads the same, and holds nothing that a terminal would obey.
    public static func writeString(_ text: Span<UInt8>, escapesTags: Bool = false, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        var index = 0
        while index < text.count {
            let byte = text[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case UInt8(ascii: "<") where escapesTags: writeEscape(UInt32(byte), to: &output)
            case 0x0A: output.append(contentsOf: "\\n".utf8)
            case 0x0D: output.append(contentsOf: "\\r".utf8)
            case 0x09: output.append(contentsOf: "\\t".utf8)
            case 0..<0x20, 0x7F: writeEscape(UInt32(byte), to: &output)
            case 0xC2 where text[index] < 0xA0:
                writeEscape(UInt32(text[index]), to: &output)
                index += 1
            case 0xEF where text[index] == 0xBF && text[index + 1] >= 0xBE:
                writeEscape(0xFF40 | UInt32(text[index + 1]), to: &output)
                index += 2
            case 0xEF where text[index] == 0xBB && text[index + 1] == 0xBF:
                writeEscape(0xFEFF, to: &output)
                index += 2
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func writeEscape(_ scalar: UInt32, to output: inout [UInt8]) {
        let digits = String(scalar, radix: 16)
        output.append(contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
    }
}
