import Bytes

/// A value that no schema describes.
public indirect enum PlainValue: Equatable, Sendable {
    case null
    case boolean(Bool)
    case text(String)
    case list([PlainValue])
    case mapping([String: PlainValue])
}

/// Plain data for templates: everything that Mustache's specification knows.
public struct PlainData: MustacheData {
    /// The data, which keeps nothing beside its values.
    public init() {}

    /// A segment is looked up as it stands.
    public func key(_ segment: String) -> String { segment }

    public func member(_ key: String, of value: PlainValue) -> PlainValue? {
        guard case .mapping(let members) = value else { return nil }
        return members[key]
    }

    /// In plain Mustache everything may be empty.
    public func isMissing(_ value: PlainValue) -> Bool { false }

    public func sectionContent(of value: PlainValue) -> MustacheSection {
        switch value {
        case .null, .boolean(false), .text(""): .none
        case .list(let items): .items(items.count)
        case .boolean(true), .text, .mapping: .once
        }
    }

    public func item(_ index: Int, of value: PlainValue) -> PlainValue {
        guard case .list(let items) = value else { return value }
        return items[index]
    }

    public func write(_ value: PlainValue, to output: inout [UInt8], escaped: Bool) {
        let text: String =
            switch value {
            case .null, .list, .mapping: ""
            case .boolean(let value): value ? "true" : "false"
            case .text(let text): text
            }
        let bytes = Array(text.utf8)
        if escaped { MarkupEscape.append(bytes.span, to: &output) } else { output.append(bytes.span) }
    }
}
