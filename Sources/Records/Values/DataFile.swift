public import Diagnostics
public import StrictYAML

/// A data file that has been read: its tree and the values of its records.
public final class DataFile: Sendable {
    public let kind: DataFileKind
    public let tree: YAMLTree
    public let values: [Value]

    init(kind: DataFileKind, tree: YAMLTree, values: [Value]) {
        self.kind = kind
        self.tree = tree
        self.values = values
    }

    /// The file's outermost record.
    public var root: RecordView { RecordView(file: self, type: kind.type, first: 0) }

    /// The outermost record as a value.
    public var rootValue: Value { Value(node: tree.root, .record(first: 0)) }

    /// A value's text, as it is written.
    public func text(_ value: Value) -> String? {
        switch value.content {
        case .absent: nil
        case .textPrefix(let count):
            String(decoding: tree.text(of: Int(value.node)).utf8.prefix(Int(count)), as: UTF8.self)
        default: tree.text(of: Int(value.node))
        }
    }

    public func place(of value: Value) -> Diagnostic.Place { tree.place(of: Int(value.node)) }
}

/// A record of a data file, by whose fields its values are reached.
public struct RecordView: Sendable {
    public let file: DataFile
    public let type: RecordType
    /// Where its values begin among the file's.
    let first: Int

    public init(file: DataFile, type: RecordType, first: Int) {
        self.file = file
        self.type = type
        self.first = first
    }

    /// The record as a value.
    public var value: Value { Value(worked: .record(first: UInt32(first))) }

    public subscript(field: Field) -> Value {
        type.slot(of: field.key).map { self[slot: $0] } ?? .absent
    }

    /// The value of a field by its place among the type's.
    public subscript(slot slot: Int) -> Value {
        if let derivation = type.derivations[slot] { return derivation(self) }
        return file.values[first + slot]
    }

    /// The value of a field by its key, which must be one of the record's.
    public subscript(key: String) -> Value {
        guard let slot = type.slot(of: key) else { preconditionFailure("\(type.name) has no field \(key)") }
        return self[slot: slot]
    }

    public func text(_ key: String) -> String? { file.text(self[key]) }

    /// The record under a key.
    public func record(_ key: String) -> RecordView? {
        type.slot(of: key).flatMap { record(type.fields[$0]) }
    }

    /// The records of the list under a key.
    public func records(_ key: String) -> [RecordView] {
        type.slot(of: key).map { records(type.fields[$0]) } ?? []
    }

    /// Where a field's value stands.
    public func place(_ key: String) -> Diagnostic.Place { file.place(of: self[key]) }

    public func text(_ field: Field) -> String? { file.text(self[field]) }

    /// The keys chosen in a field that holds a choice or a list of them; none where it is absent.
    public func choices(_ field: Field) -> [String] {
        let type = field.type.itemType ?? field.type
        guard case .choice(let choices) = type else { return [] }
        let value = self[field]
        let values =
            if case .list(let first, let count) = value.content {
                Array(file.values[Int(first)..<Int(first + count)])
            } else {
                [value]
            }
        return values.compactMap { if case .choice(let index) = $0.content { choices[Int(index)].key } else { nil } }
    }

    /// The record that a field holds, nil where it is absent.
    public func record(_ field: Field) -> RecordView? {
        guard let type = field.type.recordType, case .record(let first) = self[field].content else { return nil }
        return RecordView(file: file, type: type, first: Int(first))
    }

    /// The records of a list.
    public func records(_ field: Field) -> [RecordView] {
        guard let type = field.type.itemType?.recordType, case .list(let start, let count) = self[field].content else {
            return []
        }
        return (0..<Int(count)).compactMap {
            guard case .record(let first) = file.values[Int(start) + $0].content else { return nil }
            return RecordView(file: file, type: type, first: Int(first))
        }
    }
}

extension RecordView {
    /// Hands over every value below the record that is neither a list nor a record, with its type and field.
    public func forEachScalar(_ body: (_ value: Value, _ type: FieldType, _ field: Field) -> Void) {
        for slot in type.fields.indices where type.derivations[slot] == nil {
            let value = file.values[first + slot]
            if !value.isAbsent { visit(value, type.types[slot], type.fields[slot], body) }
        }
    }

    private func visit(
        _ value: Value, _ type: FieldType, _ field: Field, _ body: (Value, FieldType, Field) -> Void
    ) {
        switch (type, value.content) {
        case (_, .absent): break
        case (.record(let type), .record(let first)):
            RecordView(file: file, type: type, first: Int(first)).forEachScalar(body)
        case (.list(let item), .list(let first, let count)):
            for index in Int(first)..<Int(first + count) { visit(file.values[index], item, field, body) }
        default: body(value, type, field)
        }
    }
}
