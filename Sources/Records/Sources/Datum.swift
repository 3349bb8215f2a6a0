public import Diagnostics
import Japanese
import StrictYAML

/// A value of the data: where it stands, what it is called, and where it is from.
public struct Datum: Sendable {
    /// What it is called, with the records that it is in: 全国　令和5年度　在籍者数.
    public let label: String
    /// As it is written; of what is worked out empty.
    public let text: String
    public let place: Diagnostic.Place?
    /// Whether it is a number of something.
    public let isFigure: Bool
    /// How it follows from others.
    public let formula: Formula?
    /// Its own source, or that of the record that it is in.
    public let source: String?
    /// What its record is called.
    public let record: String
    /// What it is called there.
    public let field: String
}

extension Datum {
    /// Whether it is worked out from another.
    public func follows(from other: Datum) -> Bool {
        formula?.parts.contains { $0.place != nil && $0.place == other.place } ?? false
    }
}

/// Finds the datum of a value by the node that it was read from.
public final class DatumIndex {
    private struct Entry {
        let record: RecordView
        let field: FieldDeclaration
        /// The records that it is in, from the outside.
        let parents: [RecordView]
        let label: String

        var type: FieldType { record.type.slot(of: field.key).map { record.type.types[$0] } ?? field.type }
    }

    private let board: Board
    private var entries: [ObjectIdentifier: [UInt32: Entry]] = [:]

    public init(_ board: Board) {
        self.board = board
        for file in board.allFiles {
            var found: [UInt32: Entry] = [:]
            Self.visit(file.root, [], "", &found)
            entries[ObjectIdentifier(file)] = found
        }
    }

    private static func visit(
        _ record: RecordView, _ parents: [RecordView], _ label: String, _ found: inout [UInt32: Entry]
    ) {
        let parents = parents + [record]
        for (slot, field) in record.type.fields.enumerated() where !field.isDerived {
            let value = record.file.values[record.first + slot]
            guard !value.isAbsent else { continue }
            let own = join(label, field.label.ja)
            found[value.node] = Entry(record: record, field: field, parents: parents, label: own)
            switch value.content {
            case .record:
                RecordView.read(value, as: record.type.types[slot], in: record.file).map {
                    visit($0, parents, own, &found)
                }
            case .list(let first, let count):
                let items = RecordList.read(value, as: record.type.types[slot], in: record.file)
                // Of a record's only list the items' own names say enough.
                let outer = record.type.hasOneList ? label : own
                for item in items.map({ Array($0) }) ?? [] {
                    visit(item, parents, join(outer, item.calledName), &found)
                }
                // The texts of a list.
                if items == nil {
                    for index in Int(first)..<Int(first + count) {
                        let node = record.file.values[index].node
                        found[node] = Entry(record: record, field: field, parents: parents, label: own)
                    }
                }
            default: break
            }
        }
    }

    private static func join(_ label: String, _ name: String) -> String {
        label.isEmpty || name.isEmpty ? label + name : label + "　" + name
    }

    /// - Parameter name: the segments of the name that a template prints the value by: what is worked out is told by it.
    public func datum(of value: Value, in file: DataFile, named name: [String]) -> Datum? {
        guard let entry = entries[ObjectIdentifier(file)]?[value.node] else { return nil }
        for key in name.reversed() {
            if key == entry.field.key { break }
            for record in entry.parents.reversed() {
                guard let field = record.type.fields.first(where: { $0.key == key && $0.isDerived }),
                    field.type.recordType == nil
                else { continue }
                let label = entry.label.split(separator: "　").dropLast(2).joined(separator: "　")
                return datum(
                    entry, label: Self.join(label, field.label.ja), text: "", formula: .formula(of: field, in: record),
                    value, file)
            }
        }
        return datum(
            entry, label: entry.label, text: CellText.text(value, entry.type, in: file),
            formula: .formula(of: entry.field, in: entry.record), value, file)
    }

    private func datum(
        _ entry: Entry, label: String, text: String, formula: Formula?, _ value: Value, _ file: DataFile
    ) -> Datum {
        let place = entry.record.file.place(of: value)
        let parts = label.split(separator: "　")
        return Datum(
            label: label, text: text, place: place, isFigure: value.isFigure, formula: formula,
            source: source(of: entry),
            record: parts.dropLast().joined(separator: "　"), field: parts.last.map(String.init) ?? "")
    }

    /// The data on a line of a file, counted from 1.
    public func data(in path: String, line: Int) -> [Datum] {
        board.allFiles.filter { $0.source.path == path || $0.source.path.hasSuffix("/" + path) }.flatMap { file in
            let table = LineTable(file.source)
            let entries = (entries[ObjectIdentifier(file)] ?? [:]).sorted { $0.key < $1.key }
            return entries.compactMap { node, entry -> Datum? in
                let start = file.tree.place(of: Int(node)).range.lowerBound
                guard table.location(at: start).line == line, entry.field.type.innerRecord == nil,
                    let slot = entry.record.type.slot(of: entry.field.key)
                else { return nil }
                return datum(of: file.values[entry.record.first + slot], in: file, named: [])
            }
        }
    }

    // MARK: Sources

    private func source(of entry: Entry) -> String? {
        for record in entry.parents.reversed() {
            if let source = record.sourceText { return source }
            if record.type.name == Notice.type.name || record.type.name == Survey.type.name { return record.ownTitle }
        }
        // The figures of the country and of the municipality are the survey's.
        let isSurveyed = entry.parents.contains { $0.type.name == Series.type.name }
        return isSurveyed ? board.statistics?[Statistics.survey]?.ownTitle : nil
    }
}

extension RecordView {
    /// What a record says of where its values are from.
    public var sourceText: String? {
        guard let source = self[Source.field] else { return nil }
        let parts = [Source.document, Source.page, Source.web].compactMap { source.text($0) }
        let day = source[Source.confirmed].map { ["\($0.long)確認"] } ?? []
        return (parts + day).joined(separator: "、")
    }

    /// What a notice or a survey is called, which are sources themselves.
    fileprivate var ownTitle: String? {
        if let name = text(Survey.name) {
            return [name, text(Survey.publisher), self[Survey.published].map { $0.long + "公表" }].compactMap(\.self)
                .joined(separator: "、")
        }
        return [text(Notice.title), text(Notice.number), text(Notice.issuer)].compactMap(\.self).joined(separator: "、")
    }

    /// What a record is called: its name, or the year that it is of.
    var calledName: String {
        let field = type.names.first ?? type.year ?? type.identifier
        return field.flatMap { text($0) } ?? ""
    }
}
