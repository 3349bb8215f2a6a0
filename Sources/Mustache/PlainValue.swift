/// Plain data for templates that no schema describes.
public indirect enum PlainValue: MustacheValue, Equatable, Sendable {
    case null
    case boolean(Bool)
    case text(String)
    case list([PlainValue])
    case mapping([String: PlainValue])

    public func member(_ segment: String) -> PlainValue? {
        guard case .mapping(let members) = self else { return nil }
        return members[segment]
    }

    /// In plain Mustache everything may be empty.
    public var isMissing: Bool { false }

    public var sectionContent: MustacheSection {
        switch self {
        case .null, .boolean(false): .none
        case .list(let items): .items(items.count)
        case .boolean(true), .text, .mapping: .once
        }
    }

    public func item(_ index: Int) -> PlainValue {
        guard case .list(let items) = self else { return self }
        return items[index]
    }

    public func write(to output: inout [UInt8], escaped: Bool) {
        let text: String =
            switch self {
            case .null, .list, .mapping: ""
            case .boolean(let value): value ? "true" : "false"
            case .text(let text): text
            }
        let bytes = Array(text.utf8)
        if escaped { MarkupEscape.append(bytes.span, to: &output) } else { output.append(contentsOf: bytes) }
    }
}
