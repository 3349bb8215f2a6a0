public import Diagnostics
import Japanese
import StrictYAML

/// Rows of a spreadsheet put into a list of a board's data file, of which every byte that they do not concern stays.
public struct ListEditor {
    /// A row that cannot be taken, or what is to be told of it.
    public struct Problem: Sendable {
        /// The column; nil where it is of the row as a whole.
        public let field: FieldDeclaration?
        public let severity: Diagnostic.Severity
        public let code: DiagnosticCode?
        public let summary: Phrase
        public let help: Phrase?
    }

    /// What has become of a row.
    public enum Outcome: Sendable { case added, changed, same, refused }

    public let list: ListSelection
    private let board: Board
    private let reference: ReferenceData?
    private let source: SourceFile
    private let tree: YAMLTree
    private let records: [(node: Int, view: RecordView)]
    private var edits: YAMLEdits
    private var sequence: Int?
    private var additions: [YAMLContent] = []
    private var identifiers: Set<String>

    /// - Parameter path: the file's, which may not be there yet.
    /// - Throws: where the list's file is not there and the list is not a table, whose file can be made.
    public init(_ board: Board, _ list: ListSelection, path: String, reference: ReferenceData?) throws(ParseError) {
        (self.board, self.list, self.reference) = (board, list, reference)
        source =
            board.files[list.kind].flatMap { $0.source.path == path ? $0.source : nil }
            ?? SourceFile(path: path, text: "")
        let text = source.bytes.isEmpty ? SourceFile(path: path, text: Self.skeleton(list)) : source
        let tree = try YAMLParser.parse(text, folding: .japanese)
        self.tree = tree
        edits = YAMLEdits(tree, folding: .japanese)
        var node: Int? = tree.root
        for key in list.path { node = node.flatMap { tree.value(of: key, in: $0) } }
        sequence = node
        var records: [(node: Int, view: RecordView)] = []
        if let node, tree.nodes[node].kind == .sequence {
            var diagnostics: [Diagnostic] = []
            let file = RecordDecoder.decode(
                tree, as: list.kind, of: board.schema, reference: reference, isShared: true, diagnostics: &diagnostics)
            records = Self.views(in: file, list, board.schema).map { (Int($0.node), $0.view) }
        }
        self.records = records
        identifiers = Set(records.compactMap { record in list.type.identifier.flatMap { record.view.text($0) } })
    }

    /// A file with the list alone.
    private static func skeleton(_ list: ListSelection) -> String {
        list.path.isEmpty
            ? "[]\n"
            : list.path.enumerated().map { String(repeating: "  ", count: $0.offset) + $0.element + ":" }
                .joined(separator: "\n") + " []\n"
    }

    private static func views(
        in file: DataFile, _ list: ListSelection, _ schema: Schema
    ) -> [(node: UInt32, view: RecordView)] {
        var record = file.root
        let keys = list.path.isEmpty ? ["rows"] : list.path
        for key in keys.dropLast() {
            guard let slot = record.type.slot(of: key),
                let inner = record.read(record.type.fields[slot], as: RecordView.self)
            else { return [] }
            record = inner
        }
        guard let last = keys.last, let slot = record.type.slot(of: last),
            let type = record.type.types[slot].itemType?.recordType,
            case .list(let first, let count) = record[slot: slot].content
        else { return [] }
        return file.values[Int(first)..<Int(first + count)].compactMap { value in
            guard case .record(let first) = value.content else { return nil }
            return (value.node, RecordView(file: file, type: type, first: Int(first)))
        }
    }

    /// The fields that have a column.
    public var columns: [FieldDeclaration] { Self.columns(of: list) }

    /// The fields of a list that have a column.
    public static func columns(of list: ListSelection) -> [FieldDeclaration] {
        list.type.fields.filter { field in
            guard !field.isDerived else { return false }
            return field.type.innerRecord.map { !$0.summary.isEmpty } ?? true
        }
    }

    /// The records as they stand, a text for each column.
    public var rows: [[String]] {
        records.map { record in
            columns.map { field in
                list.type.slot(of: field).map { CellText.text(record.view[slot: $0], field.type, in: record.view.file) }
                    ?? ""
            }
        }
    }

    /// Takes a row: into the record of its identifier, or of its name where it gives none; else as a new one.
    ///
    /// A cell that is empty leaves the value that is there.
    /// - Parameter texts: the cells' by the fields' keys.
    public mutating func merge(_ texts: [String: String]) -> (outcome: Outcome, problems: [Problem]) {
        var texts = texts
        let present = record(of: texts)
        if present == nil, let field = list.type.identifier, CellText.trimmed(texts[field.key] ?? "").isEmpty {
            texts[field.key] = proposedIdentifier(texts)
        }
        let reading = RowReading(texts, as: list.type, reference)
        var problems = reading.mended.map { mended in
            Problem(
                field: mended.field, severity: .note, code: nil,
                summary: Phrase(ja: "「\(mended.from)」を「\(mended.to)」としました", en: "took \(mended.from) for \(mended.to)"),
                help: nil)
        }
        problems += reading.problems.filter { present == nil || $0.diagnostic.code != .missingKey }.map {
            Problem(
                field: $0.field, severity: $0.diagnostic.severity, code: $0.diagnostic.code,
                summary: $0.diagnostic.summary, help: $0.diagnostic.help)
        }
        guard !problems.contains(where: { $0.severity == .error }) else { return (.refused, problems) }
        guard let present else {
            add(reading)
            return (.added, problems)
        }
        return (change(present, reading) ? .changed : .same, problems)
    }

    private func record(of texts: [String: String]) -> (node: Int, view: RecordView)? {
        guard let field = list.type.identifier else {
            // Rows without identifiers are the same where all that they say is.
            return records.first { record in
                columns.allSatisfy { field in
                    let slot = list.type.slot(of: field).map { record.view[slot: $0] } ?? .absent
                    return CellText.text(slot, field.type, in: record.view.file)
                        == CellText.trimmed(texts[field.key] ?? "")
                }
            }
        }
        let id = CellText.trimmed(texts[field.key] ?? "")
        if !id.isEmpty { return records.first { $0.view.text(field) == id } }
        guard let name = list.type.names.first, let text = texts[name.key].map(CellText.trimmed), !text.isEmpty else {
            return nil
        }
        let same = records.filter { $0.view.text(name).map { Self.folded($0) == Self.folded(text) } ?? false }
        return same.count == 1 ? same[0] : nil
    }

    /// A name without its spaces, which spreadsheets have as they please.
    private static func folded(_ name: String) -> String { name.filter { !$0.isWhitespace } }

    /// An identifier from the reading of the name, with a number where another has it.
    private mutating func proposedIdentifier(_ texts: [String: String]) -> String {
        let reading = texts[PrivateFacility.furigana.key].flatMap { Romanization.identifier($0) }
        let name = list.type.names.first.flatMap { texts[$0.key] }.flatMap { Romanization.identifier($0) }
        let stem = reading ?? name ?? list.type.name.replacing("_", with: "-")
        var (id, number) = (reading ?? name ?? "\(stem)-1", 1)
        while identifiers.contains(id) {
            number += 1
            id = "\(stem)-\(number)"
        }
        identifiers.insert(id)
        return id
    }

    private mutating func add(_ reading: RowReading) {
        additions.append(
            .mapping(columns.compactMap { field in reading.written(field).map { (key: field.key, value: $0) } }))
    }

    private mutating func change(_ record: (node: Int, view: RecordView), _ reading: RowReading) -> Bool {
        var hasChanged = false
        for field in columns {
            guard let content = reading.written(field), !reading.agrees(with: record.view, in: field) else { continue }
            hasChanged = true
            if let value = tree.value(of: field.key, in: record.node) {
                if case .scalar(let text, _) = content {
                    edits.set(value, to: text)
                } else {
                    edits.replace(value, with: content)
                }
            } else {
                edits.insert(field.key, content, into: record.node, order: list.type.fields.map(\.key))
            }
        }
        return hasChanged
    }

    /// The file as it will be; nil where nothing changes.
    public func applied() throws(ParseError) -> (source: SourceFile, diff: String, isNew: Bool)? {
        var edits = edits
        if !additions.isEmpty {
            if let sequence {
                for addition in additions { edits.append(addition, to: sequence) }
            } else {
                insertList(into: &edits)
            }
        }
        guard !edits.isEmpty else { return nil }
        do throws(YAMLEditError) {
            let edition = try edits.applied()
            return (edition.source, edition.diff(), source.bytes.isEmpty)
        } catch {
            throw ParseError(
                Diagnostic(.wrongShape, at: error.place, error.summary, help: error.reason?.diagnostic.summary))
        }
    }

    /// Inserts the list with the keys that lead to it, as far as they are missing.
    private func insertList(into edits: inout YAMLEdits) {
        var node = tree.root
        var path = list.path[...]
        while path.count > 1, let inner = path.first.flatMap({ tree.value(of: $0, in: node) }) {
            node = inner
            path.removeFirst()
        }
        guard let key = path.first else { return }
        let content = path.dropFirst().reversed().reduce(YAMLContent.sequence(additions)) {
            .mapping([(key: $1, value: $0)])
        }
        edits.insert(key, content, into: node)
    }
}
