import Records

/// A field of a record type: what templates use, and what a datum is known by.
struct FieldKey: Hashable {
    /// By name: a board's own fields make no other record of one.
    let record: String
    let field: String

    init(_ record: RecordType, _ field: some DeclaredField) {
        precondition(record.slot(of: field) != nil, "\(record.name) has no \(field.key)")
        (self.record, self.field) = (record.name, field.key)
    }

    private init(record: String, field: String) { (self.record, self.field) = (record, field) }

    /// A data file, as templates name it at their outside.
    static func file(_ kind: DataFileKind) -> FieldKey { FieldKey(record: DocumentScope.rootName, field: kind.name) }

    /// Another name at the outside.
    static func root(_ name: RootName) -> FieldKey {
        FieldKey(record: DocumentScope.rootName, field: name.rawValue)
    }
}
