import Diagnostics
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
        /// Values of a record one by one: a type for each, its slot, that of the reason why it is not given, and whether those that are
        /// absent are left out.
        case details([(item: ID, slot: Int32, reason: Int32?)], onlyPresent: Bool)
        /// The number of a record type, by which its members are found.
        case record(Int32)
    }

    /// A member of a record.
    struct Member: Sendable {
        let slot: Int32
        let type: ID
        let isDerived: Bool
        /// The form in which it is printed where a template asks for none.
        var form: ValueForm?
        /// What is printed where there is no value: why it is not given.
        var reason: (slot: Int32, type: ID)?
    }

    /// Those of the schema that is built in.
    static let shared = DocumentTypes(Schema.builtIn, columns: [])

    /// The same with what is worked out for pages of their own.
    static let withMade = DocumentTypes(.withMade, columns: [])

    /// Those of a board: the shared ones unless it has fields, tables or columns of its own.
    static func types(of board: Board) -> DocumentTypes {
        let columns = board.record?[BoardRecord.columns] ?? []
        return board.schema === Schema.builtIn && columns.isEmpty
            ? shared : DocumentTypes(board.schema, columns: columns)
    }

    /// By a type's number, as are its shape, what text of it is, and the forms that it can be printed in.
    let types: [FieldType]
    let shapes: [Shape]
    let textKinds: [TextKind]
    let forms: [ValueFormSet]
    /// Texts that a type's values have always, by its number.
    let constants: [ID: [UInt8]]
    /// What stands behind the values of a type that are listed: they are printed on one line, and lists of them at once.
    let units: [ID: [UInt8]]
    /// The names at the outside.
    let rootType: RecordType
    /// The root's type, that of a form's entries, and that of what is counted.
    let root: ID
    let request: ID
    let integer: ID
    let boolean: ID
    /// That of a value that is listed, whatever it is of.
    let detail: ID
    /// The names of the data files.
    let fileNames: Set<String>
    private let names: [String: Int]
    private let nameCount: Int
    /// By a record type's number and a name's; nil where it has no field of that name.
    private let members: [Member?]

    /// - Parameter columns: the fields of private facilities that the board has chosen as columns.
    init(_ schema: Schema, columns: [String]) {
        var builder = Builder(columns: columns)
        rootType = DocumentScope.rootType(schema)
        root = builder.add(.record(rootType))
        integer = builder.add(.integer)
        boolean = builder.add(.boolean)
        detail = builder.add(.record(Detail.type))
        fileNames = Set(schema.kinds.map(\.name))
        request = builder.add(.record(schema.requestType))
        (constants, units) = (builder.constants, builder.units)
        (types, shapes, names) = (builder.types, builder.shapes, builder.names)
        textKinds = types.map { TextKind($0) }
        forms = types.map { ValueFormSet($0.forms) }
        nameCount = names.count
        let records = builder.records
        var members = [Member?](repeating: nil, count: records.count * names.count)
        for (record, type) in records.enumerated() {
            for (slot, field) in type.fields.enumerated() {
                guard let name = names[field.key] else { continue }
                members[record * names.count + name] =
                    builder.special[record]?[slot]
                    ?? Member(slot: Int32(slot), type: builder.memberTypes[record][slot], isDerived: field.isDerived)
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
        var constants: [ID: [UInt8]] = [:]
        var units: [ID: [UInt8]] = [:]
        /// The members of records that stand for a value of another record, by their numbers.
        var special: [Int: [Member]] = [:]
        let columns: [String]

        init(columns: [String]) { self.columns = columns }

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
                let members = record.fields.map { $0.isListOfDetails ? -1 : add($0.type) }
                memberTypes[number] = members
                for (slot, field) in record.fields.enumerated() where field.isListOfDetails {
                    memberTypes[number][slot] = addDetails(field, of: record, members)
                }
                return id
            default:
                return append(type, .scalar)
            }
        }

        /// The type of a record's values as a list.
        private mutating func addDetails(_ field: FieldDeclaration, of record: RecordType, _ members: [ID]) -> ID {
            let chosen = columns.compactMap { record.slot(of: $0) }.filter { record.fields[$0].mayBeColumn }
            let listed = record.fields.indices.filter { record.fields[$0].formats.contains(.page) }
            // Where its address has a column, the postal code stands there.
            let (address, postalCode) = (record.slot(of: Facility.address), record.slot(of: Facility.postalCode))
            let isPlaced = address.map { chosen.contains($0) } ?? false
            let entries = record.fields.indices.filter {
                !record.fields[$0].formats.isDisjoint(with: [.page, .list])
            }
            let slots =
                if field === Detail.entries {
                    entries
                } else if field === Detail.rest {
                    entries.filter { !chosen.contains($0) && !(isPlaced && $0 == postalCode) }
                } else if field === Detail.columns {
                    chosen
                } else if field === Detail.choices {
                    listed.filter { record.fields[$0].type.isChoice }
                } else {
                    listed.filter { !chosen.contains($0) }
                }
            let items = slots.map { slot in
                let isAddress = slot == address && !chosen.contains { $0 == postalCode }
                let reason = record.reason(ofSlot: slot).map { Int32($0) }
                return (
                    item: addDetail(
                        record.fields[slot], slot: Int32(slot), reason: reason,
                        postalCode: isAddress ? postalCode.map { Int32($0) } : nil),
                    slot: Int32(slot), reason: reason
                )
            }
            return append(
                field.type, .details(items, onlyPresent: field !== Detail.columns && field !== Detail.entries))
        }

        private mutating func addDetail(
            _ field: FieldDeclaration, slot: Int32, reason: Int32?, postalCode: Int32?
        ) -> ID {
            let number = records.count
            records.append(Detail.type)
            memberTypes.append([])
            let id = append(.record(Detail.type), .record(Int32(number)))
            for field in Detail.type.fields where names[field.key] == nil { names[field.key] = names.count }
            func constant(_ text: String) -> Member {
                let id = append(.identifier, .scalar)
                constants[id] = Array(text.utf8)
                return Member(slot: -1, type: id, isDerived: false)
            }
            let value = append(field.type, .scalar)
            units[value] = field.unit.map { Array($0.utf8) } ?? []
            let instead = reason.map { (slot: $0, type: append(.text, .scalar)) }
            if let instead { units[instead.type] = [] }
            let link: Member =
                switch field.type {
                case .telephone, .email:
                    Member(slot: slot, type: append(field.type, .scalar), isDerived: false, form: .link)
                case .webAddress: Member(slot: slot, type: append(field.type, .scalar), isDerived: false)
                default: Member(slot: -1, type: append(.webAddress, .scalar), isDerived: false)
                }
            special[number] = [
                constant(field.key), constant(field.label.ja),
                Member(slot: slot, type: value, isDerived: field.isDerived, reason: instead), link,
                Member(slot: postalCode ?? -1, type: append(.postalCode, .scalar), isDerived: false),
            ]
            return id
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

extension FieldDeclaration {
    /// Whether it stands for the record's other values, one by one.
    var isListOfDetails: Bool { Detail.lists.contains { $0 === self } }
}
