import Diagnostics

/// What the data files of a board may hold: the fields that are built in, and those that its board.yaml declares.
///
/// From here on the two are one: decoding, checks, names in templates, JSON Schema and columns all ask the schema.
public final class Schema: Sendable {
    /// What every board has.
    public static let builtIn = Schema(
        types: [
            (.board, BoardRecord.type), (.facilities, FacilityLists.type), (.programs, Programs.type),
            (.statistics, Statistics.type),
        ])

    /// With what is worked out for pages of their own, as templates name it.
    public static let withMade = Schema(
        types: builtIn.kinds.map { ($0, builtIn.type(of: $0)) } + [
            (.rollUp, RollUpRecord.type), (.sources, SourcesRecord.type), (.amendments, AmendmentsRecord.type),
        ])

    /// The files, in the order in which they are read, those of declared tables last.
    public let kinds: [DataFileKind]
    private let types: [DataFileKind: RecordType]

    init(types: [(kind: DataFileKind, type: RecordType)]) {
        kinds = types.map(\.kind)
        self.types = Dictionary(uniqueKeysWithValues: types.map { ($0.kind, $0.type) })
    }

    /// A form's entries, with what the board has added.
    public var requestType: RecordType {
        let board = type(of: .board)
        return board.slot(of: BoardRecord.request).flatMap { board.types[$0].recordType } ?? FormRequest.type
    }

    /// A private facility, with what the board has added.
    public var facilityType: RecordType {
        let lists = type(of: .facilities)
        return lists.slot(of: FacilityLists.privateFacilities).flatMap { lists.types[$0].itemType?.recordType }
            ?? PrivateFacility.type
    }

    /// A project, with what the board has added.
    public var projectType: RecordType {
        let programs = type(of: .programs)
        return programs.slot(of: Programs.project).flatMap { programs.types[$0].recordType } ?? Project.type
    }

    /// The documents' entries, with what the board has added.
    public var documentType: RecordType {
        let board = type(of: .board)
        return board.slot(of: BoardRecord.documents).flatMap { board.types[$0].itemType?.recordType }
            ?? DocumentEntry.type
    }

    public func kind(named name: String) -> DataFileKind? { kinds.first { $0.name == name } }

    /// A file's outermost record; of a declared table it has the rows alone.
    public func type(of kind: DataFileKind) -> RecordType { types[kind] ?? BoardRecord.type }

    /// The rows of a declared table; nil for the files that are built in.
    public func rows(of kind: DataFileKind) -> FieldDeclaration? {
        kind.isTable ? type(of: kind).fields.first : nil
    }

    /// Every type of record, each once: a file's outermost one before those in it.
    public var records: [RecordType] {
        var found: [RecordType] = []
        func visit(_ type: RecordType) {
            guard !found.contains(where: { $0 === type }) else { return }
            found.append(type)
            for field in type.fields where !field.isDerived {
                if let inner = field.type.recordType ?? field.type.itemType?.recordType { visit(inner) }
            }
        }
        for kind in kinds { visit(type(of: kind)) }
        return found
    }
}
