import Records

/// Every type that a name in a template may lead to, numbered: a value names its type by a number, and finds a member's
/// place and type in a table.
final class DocumentTypes: Sendable {
    /// A type's number.
    typealias ID = Int32

    /// What a type is made of.
    enum Shape: Sendable {
        case scalar
        case list(item: ID)
        /// The number of a record type, by which its members are found.
        case record(Int32)
    }

    /// A member of a record.
    struct Member: Sendable {
        let slot: Int32
        let type: ID
        let isDerived: Bool
    }

    static let shared = DocumentTypes()

    /// By a type's number, as are its shape, what text of it is, and the forms that it can be printed in.
    let types: [FieldType]
    let shapes: [Shape]
    let textKinds: [TextKind]
    let forms: [ValueFormSet]
    /// The root's type, that of a form's entries, and that of what is counted.
    let root: ID
    let request: ID
    let integer: ID
    private let names: [String: Int]
    private let nameCount: Int
    /// By a record type's number and a name's; nil where it has no field of that name.
    private let members: [Member?]

    private init() {
        var builder = Builder()
        root = builder.add(.record(DocumentScope.rootType))
        integer = builder.add(.integer)
        request = builder.add(.record(FormRequest.type))
        (types, shapes, names) = (builder.types, builder.shapes, builder.names)
        textKinds = types.map { TextKind($0) }
        forms = types.map { ValueFormSet($0.forms) }
        nameCount = names.count
        let records = builder.records
        var members = [Member?](repeating: nil, count: records.count * names.count)
        for (record, type) in records.enumerated() {
            for (slot, field) in type.fields.enumerated() {
                guard let name = names[field.key] else { continue }
                members[record * names.count + name] = Member(
                    slot: Int32(slot), type: builder.memberTypes[record][slot], isDerived: field.isDerived)
            }
        }
        self.members = members
    }

    private struct Builder {
        var types: [FieldType] = []
        var shapes: [Shape] = []
        var records: [RecordType] = []
        var recordIDs: [ObjectIdentifier: ID] = [:]
        var memberTypes: [[ID]] = []
        var names: [String: Int] = [:]

        mutating func add(_ type: FieldType) -> ID {
            switch type {
            case .list(let item):
                let item = add(item)
                return append(type, .list(item: item))
            case .record(let record):
                if let known = recordIDs[ObjectIdentifier(record)] { return known }
                let number = records.count
                records.append(record)
                memberTypes.append([])
                let id = append(type, .record(Int32(number)))
                recordIDs[ObjectIdentifier(record)] = id
                for field in record.fields where names[field.key] == nil { names[field.key] = names.count }
                let members = record.fields.map { add($0.type) }
                memberTypes[number] = members
                return id
            default:
                return append(type, .scalar)
            }
        }

        private mutating func append(_ type: FieldType, _ shape: Shape) -> ID {
            types.append(type)
            shapes.append(shape)
            return ID(types.count - 1)
        }
    }

    /// The number of a field's name; nil for one that no record has.
    func number(ofName name: String) -> Int? { names[name] }

    /// The member of a record type that a name means.
    @inline(__always)
    func member(_ name: Int, of record: Int32) -> Member? { members[Int(record) * nameCount + name] }
}

/// Forms of printing, told apart by a bit each.
struct ValueFormSet: OptionSet, Sendable {
    let rawValue: UInt32

    /// Widths alone.
    static let widths = ValueFormSet(ValueForm.allCases.filter(\.isWidth))

    init(rawValue: UInt32) { self.rawValue = rawValue }

    init(_ forms: [ValueForm]) {
        rawValue = forms.reduce(0) { $0 | ValueFormSet($1).rawValue }
    }

    init(_ form: ValueForm) { rawValue = 1 << UInt32(ValueForm.allCases.firstIndex(of: form) ?? 31) }
}
