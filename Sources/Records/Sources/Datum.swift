public import Diagnostics
import Files
import Japanese
import StrictYAML

/// A value of the data: where it stands, what it is called, and where it is from.
public struct Datum: Sendable {
    /// What it is called: the records that it is in, from the outside, and its field.
    public let path: [String]
    /// As it is written; of what is worked out empty.
    public let text: String
    public let place: Diagnostic.Place?
    /// Whether it is a number of something, or holds one.
    public let isFigure: Bool
    /// How it follows from others.
    public let formula: Formula?
    /// Its own source, or that of the record that it is in; of what is worked out those of its parts.
    public let source: String?

    /// 全国　令和5年度　在籍者数
    public var label: String { path.joined(separator: "　") }
}

extension Datum {
    /// What made data has that is worked out.
    fileprivate init(_ derived: MadeOrigins.Derived) {
        let parts = derived.formula.parts
        var sources: [String] = []
        for source in parts.compactMap({ $0.record.sourceText }) where !sources.contains(source) {
            sources.append(source)
        }
        self.init(
            path: derived.path, text: "", place: parts.count == 1 ? parts[0].place : nil,
            isFigure: derived.isFigure, formula: derived.formula,
            source: sources.isEmpty ? nil : sources.joined(separator: "；"))
    }

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
        let value: Value
        /// The records that it is in, from the outside.
        let parents: [RecordView]
        let path: [String]

        var type: FieldType { record.type.slot(of: field.key).map { record.type.types[$0] } ?? field.type }
    }

    private let board: Board
    /// The board's files, and those that made ones repeat.
    private var files: [DataFile] = []
    private var entries: [ObjectIdentifier: [UInt32: Entry]] = [:]
    /// What made files have that is worked out from data of others.
    private var derived: [ObjectIdentifier: [UInt32: Datum]] = [:]

    public init(_ board: Board) {
        self.board = board
        let originals = board.origins.flatMap { $0.origins.repeated.map(\.original.file) }
        for file in board.allFiles + originals where entries[ObjectIdentifier(file)] == nil {
            var found: [UInt32: Entry] = [:]
            Self.visit(file.root, [], [], &found)
            files.append(file)
            entries[ObjectIdentifier(file)] = found
        }
        for (made, origins) in board.origins {
            var found: [UInt32: Entry] = [:]
            for (record, original) in origins.repeated {
                for (slot, field) in record.type.fields.enumerated() {
                    guard let own = original.type.slot(of: field.key) else { continue }
                    found[record[slot: slot].node] =
                        entries[ObjectIdentifier(original.file)]?[original[slot: own].node]
                }
            }
            entries[ObjectIdentifier(made)] = found
            derived[ObjectIdentifier(made)] = Dictionary(
                origins.derived.map { ($0.record.value($0.field).node, Datum($0)) }, uniquingKeysWith: { $1 })
        }
    }

    private static func visit(
        _ record: RecordView, _ parents: [RecordView], _ path: [String], _ found: inout [UInt32: Entry]
    ) {
        let parents = parents + [record]
        for (slot, field) in record.type.fields.enumerated() where !field.isDerived {
            let value = record.file.values[record.first + slot]
            guard !value.isAbsent else { continue }
            let own = path + [label(of: field, in: parents)]
            found[value.node] = Entry(record: record, field: field, value: value, parents: parents, path: own)
            switch value.content {
            case .record:
                RecordView.read(value, as: record.type.types[slot], in: record.file).map {
                    visit($0, parents, own, &found)
                }
            case .list(let first, let count):
                let items = RecordList.read(value, as: record.type.types[slot], in: record.file)
                // Of a record's only list the items' own names say enough.
                let outer = record.type.hasOneList ? path : own
                for item in items.map({ Array($0) }) ?? [] {
                    visit(item, parents, outer + [item.calledName].filter { !$0.isEmpty }, &found)
                }
                // The texts of a list.
                if items == nil {
                    for index in Int(first)..<Int(first + count) {
                        let item = record.file.values[index]
                        found[item.node] = Entry(record: record, field: field, value: item, parents: parents, path: own)
                    }
                }
            default: break
            }
        }
    }

    /// What a field is called: what a series of another title counts are no pupils out of school.
    private static func label(of field: FieldDeclaration, in parents: [RecordView]) -> String {
        let isNamed = parents.contains { $0.type == NamedSeries.type }
        return isNamed && field == Observation.count.declaration ? NamedSeries.countLabel : field.label.ja
    }

    /// - Parameter name: the segments of the name that a template prints the value by: what is worked out is told by it.
    public func datum(of value: Value, in file: DataFile, named name: [String]) -> Datum? {
        if let datum = derived[ObjectIdentifier(file)]?[value.node] { return datum }
        guard let entry = entries[ObjectIdentifier(file)]?[value.node] else { return nil }
        for key in name.reversed() {
            if key == entry.field.key { break }
            if key == "count", let count = value.integer, case .list = entry.value.content {
                let path = entry.path + ["件数"]
                return datum(
                    entry, path: path, formula: Formula(text: "\(entry.field.label.ja)を数えて\(count)", parts: []))
            }
            for record in entry.parents.reversed() {
                guard let field = record.type.fields.first(where: { $0.key == key && $0.isDerived }),
                    field.type.recordType == nil
                else { continue }
                return datum(
                    entry, path: entry.path.dropLast(2) + [field.label.ja], formula: .formula(of: field, in: record))
            }
        }
        return datum(entry)
    }

    private func datum(_ entry: Entry) -> Datum {
        Datum(
            path: entry.path, text: CellText.text(entry.value, entry.type, in: entry.record.file),
            place: entry.record.file.place(of: entry.value),
            isFigure: holdsFigure(entry.value, entry.type, entry.record.file),
            formula: Formula.formula(of: entry.field, in: entry.record).map { named($0, entry) },
            source: source(of: entry))
    }

    /// A datum that is worked out.
    private func datum(_ entry: Entry, path: [String], formula: Formula?) -> Datum {
        let parts = formula?.parts.compactMap { $0.record.sourceText } ?? []
        let own = parts.count < formula?.parts.count ?? 1 ? [source(of: entry)].compactMap(\.self) : []
        var sources: [String] = []
        for source in own + parts where !sources.contains(source) { sources.append(source) }
        return Datum(
            path: path, text: "", place: entry.record.file.place(of: entry.value), isFigure: true,
            formula: formula.map { named($0, entry) }, source: sources.isEmpty ? nil : sources.joined(separator: "；"))
    }

    /// A formula whose parts are called as the index calls them.
    private func named(_ formula: Formula, _ entry: Entry) -> Formula {
        Formula(text: formula.text, parts: formula.parts.map { $0.called(Self.label(of: $0.field, in: entry.parents)) })
    }

    /// Whether a value is a number of something, or what it says of itself holds one: 月額 20,000円.
    private func holdsFigure(_ value: Value, _ type: FieldType, _ file: DataFile) -> Bool {
        switch (type, value.content) {
        case (.list(let item), .list(let first, let count)):
            file.values[Int(first)..<Int(first + count)].contains { holdsFigure($0, item, file) }
        case (.record(let record), .record(let first)):
            record.fields.indices.contains { slot in
                !record.fields[slot].isDerived && file.values[Int(first) + slot].isFigure
            }
        default: value.isFigure
        }
    }

    /// The data on a line of a file, counted from 1; nil where it is none of the board's.
    /// - Parameter isMeant: whether a path is that of the file.
    public func data(line: Int, ofFile isMeant: (_ path: String) -> Bool) -> [Datum]? {
        let files = files.filter { isMeant($0.source.path) }
        guard !files.isEmpty else { return nil }
        return files.flatMap { file in
            let table = LineTable(file.source)
            let entries = (entries[ObjectIdentifier(file)] ?? [:]).sorted { $0.key < $1.key }
            return entries.compactMap { node, entry -> Datum? in
                let range = file.tree.place(of: Int(node)).range
                guard entry.type.innerRecord == nil, entry.value.node == node, range.lowerBound < range.upperBound,
                    (table.location(at: range.lowerBound).line...table.location(at: range.upperBound - 1).line)
                        .contains(line)
                else { return nil }
                return datum(entry)
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
