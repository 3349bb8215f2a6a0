public import Diagnostics

/// A list of records of a board, by the name that a user gives it: `private`, `notices`, `city.series`, a declared table.
public struct ListSelection: Sendable {
    /// The name, without its file: keys with dots between them.
    public let name: String
    public let kind: DataFileKind
    /// What its records are.
    public let type: RecordType
    public let label: Phrase
    /// The keys that lead to it from the file's outermost mapping; none for a table, which is the whole of its file.
    let path: [String]

    /// The lists of a schema: those at the outside of a file, those in records there, and the tables declared.
    public static func all(in schema: Schema) -> [ListSelection] {
        schema.kinds.flatMap { kind -> [ListSelection] in
            if let rows = schema.rows(of: kind), let type = rows.type.itemType?.recordType {
                return [ListSelection(name: kind.name, kind: kind, type: type, label: rows.label, path: [])]
            }
            return lists(in: schema.type(of: kind), of: kind, below: [])
        }
    }

    private static func lists(in type: RecordType, of kind: DataFileKind, below path: [String]) -> [ListSelection] {
        type.fields.filter { !$0.isDerived }.flatMap { field -> [ListSelection] in
            let path = path + [field.key]
            if let item = field.type.itemType?.recordType {
                return [
                    ListSelection(
                        name: path.joined(separator: "."), kind: kind, type: item, label: field.label, path: path)
                ]
            }
            return field.type.recordType.map { lists(in: $0, of: kind, below: path) } ?? []
        }
    }

    /// The list of a name, which may begin with its file's: `facilities.private`.
    public static func named(_ name: String, in schema: Schema) -> ListSelection? {
        let lists = all(in: schema)
        return lists.first { $0.name == name } ?? lists.first { "\($0.kind.name).\($0.name)" == name }
    }
}
