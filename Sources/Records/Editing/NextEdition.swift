public import Diagnostics
public import Files
import Japanese
import StrictYAML

/// A board's data moved on to the next edition: what follows the year is moved, and what must be decided is marked
/// `# 要入力` or `○○`, where `LeftoverCheck` finds it. Comments and layout stay; what each field does is its `Renewal`.
public struct NextEdition {
    /// A data file of the next edition.
    public struct File: Sendable {
        public let source: SourceFile
        /// What changes, as `diff -u` shows it.
        public let diff: String
    }

    private let board: Board
    private let edition: FiscalYear
    private let issued: YearMonth
    private var edits: YAMLEdits
    private let file: DataFile

    /// - Returns: the files that change, board.yaml last: as long as it says the year before, nothing else counts as moved.
    /// - Throws: where a file is written so that it cannot be edited.
    public static func files(of board: Board) throws(ParseError) -> [File] {
        guard let edition = board.record?[BoardRecord.edition], let year = edition[Edition.fiscalYear],
            let issued = edition[Edition.issued]
        else { return [] }
        var files: [File] = []
        // What all boards share is moved on once, by who keeps it.
        for file in board.filesInOrder.reversed() where file.source.path.hasSuffix("/\(board.id)/\(file.kind.fileName)")
        {
            let next = NextEdition(
                board: board, edition: FiscalYear(year: year.year + 1), issued: issued.aYearOn,
                edits: YAMLEdits(file.tree, folding: .japanese), file: file)
            if let moved = try next.moved() { files.append(moved) }
        }
        return files
    }

    private func moved() throws(ParseError) -> File? {
        var edition = self
        if let rows = board.schema.rows(of: file.kind) {
            edition.confirmTable(rows)
        } else {
            edition.renew(file.root)
        }
        guard !edition.edits.isEmpty else { return nil }
        do throws(YAMLEditError) {
            let result = try edition.edits.applied()
            return File(source: result.source, diff: result.diff())
        } catch {
            throw ParseError(
                Diagnostic(.wrongShape, at: error.place, error.summary, help: error.reason?.diagnostic.summary))
        }
    }

    // MARK: Walking

    private mutating func renew(_ record: RecordView) {
        for (slot, field) in record.type.fields.enumerated() where !field.isDerived {
            let value = record.file.values[record.first + slot]
            guard !value.isAbsent else { continue }
            // What somebody types for one form is no matter of an edition.
            if field == BoardRecord.request.declaration { continue }
            if let renewal = field.renewal ?? standard(of: field, value) {
                renew(value, field, as: renewal, in: record)
            }
            switch value.content {
            case .record(let first):
                guard !movesWhole(field), let type = record.type.types[slot].recordType else { continue }
                renew(RecordView(file: file, type: type, first: Int(first)))
            case .list:
                guard !movesWhole(field), let list = RecordList.read(value, as: record.type.types[slot], in: file)
                else {
                    continue
                }
                for item in list { renew(item) }
            default: break
            }
        }
    }

    /// What a field does that says nothing of it: a date of a board's own is probably of the year, and so is a text that names
    /// the year of the edition or the next.
    private func standard(of field: FieldDeclaration, _ value: Value) -> Renewal? {
        if field.isDeclared, field.type.isTime { return .isConfirmed }
        guard field.type.isText, let text = file.text(value) else { return nil }
        let years = YearsInText.fiscalYears(in: text)
        return years.contains { [edition.year - 1, edition.year].contains($0) } ? .isConfirmed : nil
    }

    /// Whether what is in a record or a list moves with it.
    private func movesWhole(_ field: FieldDeclaration) -> Bool {
        guard case .movesOnToBeConfirmed = field.renewal else { return false }
        return field.type.innerRecord != nil
    }

    private mutating func renew(
        _ value: Value, _ field: FieldDeclaration, as renewal: Renewal, in record: RecordView
    ) {
        let node = Int(value.node)
        switch renewal {
        case .movesOn: move(value, field.type)
        case .movesOnToBeConfirmed:
            let isDated = file.text(value).map { YearsInText.names(a: $0) } ?? false
            guard move(value, field.type) || field.type.isText && isDated else { return }
            edits.remark(node, "要入力 \(field.label.ja)を確かめる\(before(value, field))")
        case .isConfirmed:
            edits.remark(node, "要入力 \(field.label.ja)を\(edition.long)の版のために確かめる\(before(value, field))")
        case .expires:
            guard let date = value.date, date <= issued.lastDay else { return }
            edits.remark(node, "要入力 \(field.label.ja)が発行月の終わりまでに過ぎる。新しい期限に直すか、項目を消す")
        case .closes:
            edits.remark(
                node, "要入力 \(year(of: record))値を確定したものに直し、この行（\(field.key)）を消す")
        case .getsRow: addRow(to: value, field)
        case .staysBehind: break
        }
    }

    /// What the edition before says, where it is short.
    private func before(_ value: Value, _ field: FieldDeclaration) -> String {
        switch value.content {
        case .record(let first):
            let nodes = Set([first, first + 1].map { file.values[Int($0)].node }).sorted()
            guard field.type.recordType?.name == Period.type.name, nodes.count == 2 else { return "" }
            return "（前の版: \(nodes.map { file.tree.text(of: Int($0)) }.joined(separator: "から"))まで）"
        case .list: return ""
        default:
            guard let text = file.text(value), text.count <= 40, !text.contains("\n") else { return "" }
            return "（前の版: \(text)）"
        }
    }

    /// The year that a record is of.
    private func year(of record: RecordView) -> String {
        let year = record.type.fields.first { $0.type.isFiscalYear }.flatMap { record.value($0).fiscalYear }
        return year.map { "\($0.long)の" } ?? ""
    }

    /// The node with which a record's text begins.
    private func firstNode(of record: RecordView) -> Int {
        let nodes = record.type.fields.indices.compactMap { slot -> Int? in
            let value = record.file.values[record.first + slot]
            return value.isAbsent ? nil : Int(value.node)
        }
        return nodes.min() ?? file.tree.root
    }

    // MARK: Moving on

    /// Moves all dates in a value on by a year.
    /// - Returns: whether there are any.
    @discardableResult
    private mutating func move(_ value: Value, _ type: FieldType) -> Bool {
        switch value.content {
        case .record(let first):
            guard let type = type.recordType else { return false }
            return type.fields.indices.map { move(file.values[Int(first) + $0], type.types[$0]) }.contains(true)
        case .list(let first, let count):
            guard let type = type.itemType else { return false }
            return (Int(first)..<Int(first + count)).map { move(file.values[$0], type) }.contains(true)
        default:
            guard let text = file.text(value), let moved = moved(value, text) else { return false }
            edits.set(Int(value.node), to: moved)
            return true
        }
    }

    /// The text of a date a year later, in the form in which it is written.
    private func moved(_ value: Value, _ text: String) -> String? {
        switch value.content {
        case .date(let date):
            let next = date.aYearOn
            let weekday = text.contains("（") ? "（\(next.weekday.name)）" : ""
            return text == date.iso ? next.iso : next.long + weekday
        case .month(let month): return text == month.iso ? month.aYearOn.iso : month.aYearOn.long
        case .fiscalYear(let year): return Self.written(FiscalYear(year: year.year + 1), like: text)
        case .text: return FiscalYearsInText.movedOn(text)
        default: return nil
        }
    }

    private static func written(_ year: FiscalYear, like text: String) -> String {
        text.utf8.count == 4 ? year.iso : year.long
    }

    // MARK: Rows

    /// Adds a row for the year behind the last, with what that one has left to be filled in.
    private mutating func addRow(to value: Value, _ field: FieldDeclaration) {
        guard let list = RecordList.read(value, as: field.type, in: file), let last = list.last,
            let yearField = last.type.fields.first(where: { $0.type.isFiscalYear }),
            let year = last.value(yearField).fiscalYear, year.year < edition.year
        else { return }
        let next = FiscalYear(year: year.year + 1)
        edits.append(
            blank(last, with: next), to: Int(value.node),
            remark: "要入力 \(next.long)の値を書く（まだなければ、このまとまりを消す）")
    }

    /// A record with the fields of another, whose year is the next and whose other values are still to be found.
    private func blank(_ record: RecordView, with year: FiscalYear) -> YAMLContent {
        .mapping(
            record.type.fields.enumerated().compactMap { slot, field in
                let value = record.file.values[record.first + slot]
                if case .staysBehind = field.renewal { return nil }
                guard !field.isDerived, !value.isAbsent else { return nil }
                switch value.content {
                case .fiscalYear:
                    let text = Self.written(year, like: file.text(value) ?? "")
                    return (key: field.key, value: .scalar(text, isTyped: true))
                case .record(let first):
                    guard let type = record.type.types[slot].recordType else { return nil }
                    return (
                        key: field.key, value: blank(RecordView(file: file, type: type, first: Int(first)), with: year)
                    )
                case .list:
                    guard let items = RecordList.read(value, as: record.type.types[slot], in: file) else { return nil }
                    return (key: field.key, value: .sequence(items.map { blank($0, with: year) }))
                // What a row is called by stays: the name of a measure, its unit.
                case .text where ["name", "unit"].contains(field.key):
                    return (key: field.key, value: .scalar(file.text(value) ?? ""))
                default: return (key: field.key, value: .scalar(Self.unknown))
                }
            })
    }

    /// What stands for a value that is still to be found.
    static let unknown = "○○"

    /// Asks for the rows of a board's own table to be looked over, where they have dates.
    private mutating func confirmTable(_ rows: FieldDeclaration) {
        guard rows.type.innerRecord?.fields.contains(where: { $0.type.isTime }) ?? false,
            let first = RecordList.read(file.values[0], as: rows.type, in: file)?.first
        else { return }
        edits.remark(firstNode(of: first), "要入力 この表を\(edition.long)の版のために確かめる")
    }
}

extension FieldType {
    /// Whether it says when something is.
    fileprivate var isTime: Bool {
        switch self {
        case .date, .month, .fiscalYear: true
        default: false
        }
    }
}

extension CalendarDate {
    /// The same day a year later; of 29 February the day before.
    fileprivate var aYearOn: CalendarDate {
        CalendarDate(year: year + 1, month: month, day: day) ?? CalendarDate(year: year + 1, month: month, day: day - 1)
            ?? self
    }
}

extension YearMonth {
    fileprivate var aYearOn: YearMonth { YearMonth(year: year + 1, month: month) ?? self }
}
