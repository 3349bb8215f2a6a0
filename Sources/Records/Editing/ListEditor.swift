public import Diagnostics
public import Files
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

    /// What a row's record is called.
    public func name(of texts: [String: String]) -> String? {
        list.type.names.lazy.compactMap { texts[$0.key] }.map(CellText.trimmed).first { !$0.isEmpty }
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
    /// The records' places by what a row finds them: an identifier, a name, a fiscal year, or all that they say.
    private var places: [Key: [Int]] = [:]
    /// The rows that a record, or a new one, has been found for.
    private var taken: [Key: String] = [:]

    private enum Key: Hashable {
        case identifier(String)
        case name(String)
        case year(Int)
        case whole([String])
        case record(Int)
    }

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
        for (place, record) in records.enumerated() {
            for key in keys(of: record.view) { places[key, default: []].append(place) }
        }
    }

    /// What a record may be found by.
    private func keys(of record: RecordView) -> [Key] {
        if let field = list.type.identifier {
            let name = list.type.names.first.flatMap { record.text($0) }.map { Key.name(Self.folded($0)) }
            return [record.text(field).map { .identifier($0) }, name].compactMap(\.self)
        }
        let values = columns.map { field in list.type.slot(of: field).map { record[slot: $0] } ?? .absent }
        if let year = year(values) { return [.year(year)] }
        return [.whole(zip(columns, values).map { Self.canonical($1, $0.type, in: record.file) })]
    }

    /// Of rows by fiscal year that year.
    private func year(_ values: [Value]) -> Int? {
        // A table of a board's own may have several rows of a year.
        guard !list.path.isEmpty,
            let place = columns.firstIndex(where: { $0.type.isFiscalYear && $0.presence == .required })
        else { return nil }
        return values[place].fiscalYear?.year
    }

    /// A value's text, the same however it is written.
    private static func canonical(_ value: Value, _ type: FieldType, in file: DataFile) -> String {
        switch value.content {
        case .absent: ""
        case .text, .textPrefix, .list, .record: CellText.text(value, type, in: file)
        default: "\(value.content)"
        }
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
    /// - Parameters:
    ///   - texts: the cells' by the fields' keys.
    ///   - errors: the keys of cells in which the spreadsheet shows an error.
    ///   - row: what the row is called in messages.
    public mutating func merge(
        _ texts: [String: String], errors: [String] = [], row: String
    ) -> (outcome: Outcome, problems: [Problem]) {
        var texts = texts
        moveReasons(in: &texts)
        var problems = errors.compactMap { key in
            list.type.fields.first { $0.key == key }.map { field in
                problem(
                    field,
                    Phrase(ja: "セルがエラー（\(texts[key] ?? "")）です", en: "the cell shows an error, \(texts[key] ?? "")"),
                    help: Phrase(ja: "値を書き直してください", en: "write the value"))
            }
        }
        let isByName = list.type.identifier.map { CellText.trimmed(texts[$0.key] ?? "").isEmpty } ?? false
        var (place, ambiguity) = named(texts)
        problems += [ambiguity].compactMap(\.self)
        if place == nil, ambiguity == nil, isByName, let field = list.type.identifier {
            texts[field.key] = proposedIdentifier(texts)
        }
        let reading = RowReading(texts, as: list.type, reference)
        let keys = reading.record.map { self.keys(of: $0) } ?? []
        if list.type.identifier == nil { place = keys.compactMap(self.place).first }
        problems += told(by: reading, of: place.map { records[$0].view }, isNew: place == nil && ambiguity == nil)
        // Of two rows for one record nobody knows which is right.
        let claims = keys.filter { isClaim($0, isByName) } + (place.map { [.record($0)] } ?? [])
        if let other = claims.compactMap({ taken[$0] }).first {
            problems.append(
                problem(
                    list.type.identifier,
                    Phrase(ja: "\(other)と同じもの（同じID、名称又は年度）の行です", en: "it is of the same record as \(other)"),
                    help: Phrase(
                        ja: "一方の行を消すか、IDを別にしてください",
                        en: "delete one of the two rows, or give it an identifier of its own")))
        }
        for key in claims { taken[key] = row }
        guard !problems.contains(where: { $0.severity == .error }) else { return (.refused, problems) }
        guard let place else {
            add(reading)
            return (.added, problems)
        }
        problems += dropped(by: reading, of: records[place].view)
        return (change(records[place], reading) ? .changed : .same, problems)
    }

    /// The record of a key; of those that say all the same one that no row has had yet.
    private func place(of key: Key) -> Int? {
        guard case .whole = key else { return places[key]?.first }
        return places[key]?.first { taken[.record($0)] == nil }
    }

    /// Whether no two rows may have a key: a name stands for its record where no identifier does.
    private func isClaim(_ key: Key, _ isByName: Bool) -> Bool {
        switch key {
        case .identifier, .year, .record: true
        case .name: isByName
        case .whole: false
        }
    }

    private func problem(_ field: FieldDeclaration?, _ summary: Phrase, help: Phrase) -> Problem {
        Problem(field: field, severity: .error, code: nil, summary: summary, help: help)
    }

    /// What reading a row has brought to light.
    private func told(by reading: RowReading, of record: RecordView?, isNew: Bool) -> [Problem] {
        let mended = (reading.mended + reading.reworded).filter { mended in
            record.map { !reading.agrees(with: $0, in: mended.field) } ?? true
        }
        var problems = mended.map { mended in
            Problem(
                field: mended.field, severity: .note, code: nil,
                summary: Phrase(
                    ja: "「\(mended.from)」を「\(mended.to)」としました", en: "\(mended.from) is read as \(mended.to)"),
                help: nil)
        }
        problems += reading.problems.filter { isNew || $0.diagnostic.code != .missingKey }.map {
            Problem(
                field: $0.field, severity: $0.diagnostic.severity, code: $0.diagnostic.code,
                summary: $0.diagnostic.summary, help: $0.diagnostic.help)
        }
        let hidden = list.type.fields.filter { field in
            field.presence == .required && !field.isDerived && !columns.contains { $0 === field }
        }
        if isNew, !hidden.isEmpty {
            problems.removeAll { $0.code == .missingKey }
            problems.append(
                problem(
                    nil,
                    Phrase(
                        ja: "この一覧には、表計算ソフトから新しいものを加えられません", en: "nothing can be added to this list from a spreadsheet"),
                    help: Phrase(
                        ja: "「\(list.name)」に、「\(hidden.map(\.label.ja).joined(separator: "、"))」とともに直接書き足してください",
                        en: "write it into the data, with its \(hidden.map(\.label.en).joined(separator: ", "))")))
        }
        return problems
    }

    /// What a changed cell does not say of a record that it stands for: of another source the address and the day are others.
    private func dropped(by reading: RowReading, of record: RecordView) -> [Problem] {
        columns.compactMap { field in
            guard case .record(let type) = field.type, type.standsForText, reading.written(field) != nil,
                !reading.agrees(with: record, in: field), let slot = record.type.slot(of: field),
                let value = RecordView.read(record[slot: slot], as: field.type, in: record.file)
            else { return nil }
            let shown = CellText.text(record[slot: slot], field.type, in: record.file)
            let lost = type.fields.compactMap { inner in
                value.text(inner).flatMap { shown.contains($0) ? nil : "\(inner.label.ja)「\($0)」" }
            }
            guard !lost.isEmpty else { return nil }
            return Problem(
                field: field, severity: .note, code: nil,
                summary: Phrase(
                    ja: "\(field.label.ja)が変わったので、前の\(lost.joined(separator: "と"))を消しました",
                    en:
                        "another \(field.label.en) is given, so what was known of the one before goes: \(lost.joined(separator: ", "))"
                ),
                help: Phrase(
                    ja: "同じ資料なら、データに書き戻してください", en: "if it is the same document, put it back into the data"))
        }
    }

    /// The record that a row names, by its identifier or else by its name.
    private func named(_ texts: [String: String]) -> (place: Int?, problem: Problem?) {
        guard let field = list.type.identifier else { return (nil, nil) }
        let id = CellText.trimmed(texts[field.key] ?? "")
        if !id.isEmpty { return (places[.identifier(id)]?.first, nil) }
        guard let name = list.type.names.first, let text = texts[name.key].map(CellText.trimmed), !text.isEmpty else {
            return (nil, nil)
        }
        let found = places[.name(Self.folded(text))] ?? []
        guard found.count > 1 else { return (found.first, nil) }
        return (
            nil,
            problem(
                name,
                Phrase(
                    ja: "「\(text)」という名称のものが、データに\(found.count)件あります",
                    en: "the data has \(found.count) of the name \(text)"),
                help: Phrase(ja: "「ID」の列を設けて、どれかを示してください", en: "say which with a column for the identifier"))
        )
    }

    /// 非公開 in the place of a number is the reason why there is none.
    private func moveReasons(in texts: inout [String: String]) {
        for (field, reason) in [
            (Facility.telephone, Facility.noTelephone), (Facility.postalCode, Facility.noPostalCode),
        ] {
            guard list.type.slot(of: reason) != nil, let text = texts[field.key], (texts[reason.key] ?? "").isEmpty,
                !text.contains(where: \.isNumber), text.contains(where: \.isLetter)
            else { continue }
            texts[field.key] = nil
            texts[reason.key] = text
        }
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
                    edits.revise(value, to: content)
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
            if let sequence, tree.nodes[sequence].kind == .scalar, !tree.text(of: sequence).isEmpty {
                // `~`, which stands for nothing.
                edits.replace(sequence, with: .sequence(additions))
            } else if let sequence {
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
