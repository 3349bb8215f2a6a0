public import Diagnostics
public import Files
import StrictYAML

/// A data file that has been read: its tree and the values of its records.
public final class DataFile: Sendable {
    public let kind: DataFileKind
    /// The type of its outermost record.
    public let type: RecordType
    let tree: YAMLTree
    public let values: [Value]
    /// The places among the values of those that could not be read.
    let unreadable: Set<Int>
    /// The file that all boards may share, for what this one leaves out.
    public let base: DataFile?

    init(
        kind: DataFileKind, type: RecordType, tree: YAMLTree, values: [Value], unreadable: Set<Int>, base: DataFile?
    ) {
        (self.kind, self.type, self.base) = (kind, type, base)
        self.tree = tree
        (self.values, self.unreadable) = (values, unreadable)
    }

    /// The file's outermost record.
    public var root: RecordView { RecordView(file: self, type: type, first: 0) }

    /// A value's text, as it is written.
    public func text(_ value: Value) -> String? {
        switch value.content {
        case .absent: nil
        case .textPrefix(let count):
            String(decoding: tree.text(of: Int(value.node)).utf8.prefix(Int(count)), as: UTF8.self)
        default: tree.text(of: Int(value.node))
        }
    }

    public var source: SourceFile { tree.source }

    /// Hands over a value's text as UTF-8, without copying it.
    @inline(__always)
    public func withText<Result>(of value: Value, _ body: (Span<UInt8>) -> Result) -> Result {
        tree.withText(of: Int(value.node), body)
    }

    /// The byte at which a value's text begins, where it stands in the source as it reads; nil where it is written otherwise.
    public func verbatimStart(of value: Value) -> Int? { tree.verbatimStart(of: Int(value.node)) }

    /// Where a value stands; nil where it is absent.
    public func place(of value: Value) -> Diagnostic.Place? {
        value.isAbsent ? nil : tree.place(of: Int(value.node))
    }
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

    /// What a field holds; nil where it is absent.
    public subscript<Content>(field: Field<Content>) -> Content? { read(field, as: Content.self) }

    /// What a field holds whose type is known only as the program runs; nil where it is absent, or holds something else.
    public func read<Content: FieldContent>(_ field: some DeclaredField, as content: Content.Type) -> Content? {
        guard let slot = type.slot(of: field) else { return nil }
        let (value, file) = located(slot)
        return content.read(value, as: type.types[slot], in: file)
    }

    /// The value of a field; absent where the record is of a type that has it not.
    public func value(_ field: some DeclaredField) -> Value { type.slot(of: field).map { self[slot: $0] } ?? .absent }

    /// The value of a field by its place among the type's.
    public subscript(slot slot: Int) -> Value {
        if let derivation = type.derivations[slot] { return derivation(self) }
        return file.values[first + slot]
    }

    /// The value of a field with the file that it is in: the shared one, where a file's outermost record leaves it out.
    func located(_ slot: Int) -> (value: Value, file: DataFile) {
        let value = self[slot: slot]
        guard value.isAbsent, first == 0, let base = file.base, base.type === type else { return (value, file) }
        return (base.root[slot: slot], base)
    }

    private func located(_ field: some DeclaredField) -> (value: Value, file: DataFile) {
        type.slot(of: field).map { located($0) } ?? (.absent, file)
    }

    /// The text of a field, as it is written.
    public func text(_ field: some DeclaredField) -> String? {
        let (value, file) = located(field)
        return file.text(value)
    }

    /// Where a field's value stands; nil where it is absent.
    public func place(_ field: some DeclaredField) -> Diagnostic.Place? {
        let (value, file) = located(field)
        return file.place(of: value)
    }

    /// The texts of a list, each with its place.
    func items(_ field: Field<[String]>) -> [(text: String, place: Diagnostic.Place?)] {
        guard case .list(let first, let count) = value(field).content else { return [] }
        return file.values[Int(first)..<Int(first + count)].compactMap { value in
            file.text(value).map { ($0, file.place(of: value)) }
        }
    }

    /// Whether a field has a value that could not be read, which has been told.
    func isUnreadable(_ field: some DeclaredField) -> Bool {
        type.slot(of: field).map { file.unreadable.contains(first + $0) } ?? false
    }

    /// The records of a list; none where it is absent. A file's own come first, those that it shares and does not itself have
    /// behind them.
    public func records(_ field: some DeclaredField) -> [RecordView] {
        let own = read(field, as: RecordList.self).map { Array($0) } ?? []
        guard first == 0, let base = file.base, !value(field).isAbsent else { return own }
        let known = Set(own.compactMap { record in record.type.identifier.flatMap { record.text($0) } })
        return own
            + base.root.records(field).filter { record in
                record.type.identifier.flatMap { record.text($0) }.map { !known.contains($0) } ?? false
            }
    }
}

/// Records of one type. A check of many asks for a field's slot once, and then for its values as for a column's.
public struct RecordList: RandomAccessCollection, Sendable {
    public let file: DataFile
    public let type: RecordType
    /// Where the values of each begin among the file's.
    let firsts: [UInt32]

    init(file: DataFile, type: RecordType, firsts: [UInt32]) {
        (self.file, self.type, self.firsts) = (file, type, firsts)
    }

    /// A list of one.
    init(_ record: RecordView) {
        self.init(file: record.file, type: record.type, firsts: [UInt32(record.first)])
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { firsts.count }

    public subscript(index: Int) -> RecordView { RecordView(file: file, type: type, first: Int(firsts[index])) }

    /// The value of a field that is read from the file; absent where the records have no such field.
    @inline(__always)
    public func value(of index: Int, in slot: Int?) -> Value {
        guard let slot else { return .absent }
        return file.values[Int(firsts[index]) + slot]
    }

    /// Hands over the text of a value.
    @inline(__always)
    public func withText<Result>(of value: Value, _ body: (Span<UInt8>) -> Result) -> Result {
        file.tree.withText(of: Int(value.node), body)
    }
}

extension DataFile {
    /// Hands over every text of the file that somebody has written in his own words, with the field that it is of or in: its
    /// record's type, and its place there.
    public func forEachText(_ body: (_ value: Value, _ type: RecordType, _ slot: Int) -> Void) {
        forEachText(of: type, at: 0, body)
    }

    private func forEachText(of type: RecordType, at first: Int, _ body: (Value, RecordType, Int) -> Void) {
        for (slot, isPlain) in type.textSlots {
            let value = values[first + slot]
            if value.isAbsent { continue }
            if isPlain { body(value, type, slot) } else { forEachText(of: type.types[slot], value, type, slot, body) }
        }
    }

    private func forEachText(
        of item: FieldType, _ value: Value, _ type: RecordType, _ slot: Int, _ body: (Value, RecordType, Int) -> Void
    ) {
        switch (item, value.content) {
        case (.record(let record), .record(let first)): forEachText(of: record, at: Int(first), body)
        case (.list(.record(let record)), .list(let first, let count)):
            for index in Int(first)..<Int(first + count) {
                if case .record(let first) = values[index].content { forEachText(of: record, at: Int(first), body) }
            }
        case (.list(let item), .list(let first, let count)):
            for index in Int(first)..<Int(first + count) { forEachText(of: item, values[index], type, slot, body) }
        default:
            if item.isText { body(value, type, slot) }
        }
    }
}
