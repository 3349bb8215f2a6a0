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
