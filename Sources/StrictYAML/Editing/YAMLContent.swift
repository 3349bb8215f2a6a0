/// A value that an edit writes.
public indirect enum YAMLContent: Sendable {
    /// Text; where `isTyped`, meant as the number, date or truth value that another YAML program takes it for, and so
    /// not put in quotation marks for looking like one.
    case scalar(String, isTyped: Bool = false)
    case sequence([YAMLContent])
    /// Keys with their values, in the order in which they are written.
    case mapping([(key: String, value: YAMLContent)])

    var isCollection: Bool { if case .scalar = self { false } else { true } }

    /// Whether the value is a collection of scalars, which may be written in brackets on one line.
    var isFlat: Bool {
        switch self {
        case .scalar: false
        case .sequence(let items): !items.contains(where: \.isCollection)
        case .mapping(let entries): !entries.contains { $0.value.isCollection }
        }
    }
}

extension YAMLTree {
    /// Whether a node says what a content does.
    func reads(_ node: Int, as content: YAMLContent) -> Bool {
        switch content {
        case .scalar(let text, _):
            return nodes[node].kind == .scalar && reads(node, as: text)
        case .sequence(let items):
            let children = Array(children(of: node))
            return nodes[node].kind == .sequence && children.count == items.count
                && zip(children, items).allSatisfy { reads($0, as: $1) }
        case .mapping(let entries):
            let children = Array(children(of: node))
            return nodes[node].kind == .mapping && children.count == 2 * entries.count
                && entries.indices.allSatisfy { index in
                    reads(children[2 * index], as: entries[index].key)
                        && reads(children[2 * index + 1], as: entries[index].value)
                }
        }
    }
}
