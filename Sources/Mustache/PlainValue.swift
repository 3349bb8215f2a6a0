import Bytes

/// A value that no schema describes: everything that Mustache's specification knows.
public indirect enum PlainValue: Equatable, Sendable {
    case null
    case boolean(Bool)
    case text(String)
    case list([PlainValue])
    case mapping([String: PlainValue])

    func member(_ name: String) -> PlainValue? {
        guard case .mapping(let members) = self else { return nil }
        return members[name]
    }

    /// Whether a section with it is not rendered, and an inverted one is.
    var isEmpty: Bool {
        switch self {
        case .null, .boolean(false), .text(""), .list([]): true
        case .boolean(true), .text, .list, .mapping: false
        }
    }

    func write(to output: inout [UInt8], escaped: Bool) {
        let text: String =
            switch self {
            case .null, .list, .mapping: ""
            case .boolean(let value): value ? "true" : "false"
            case .text(let text): text
            }
        let bytes = Array(text.utf8)
        if escaped { MarkupEscape.append(bytes.span, to: &output) } else { output.append(bytes.span) }
    }
}
