import Diagnostics
import Files
import JSON
import Japanese
import StrictYAML

/// Reads the cells of a row as the data file's decoder would, and mends what is certain: widths, dates in other forms, a zero that
/// a spreadsheet took, choices by their labels.
struct RowReading {
    /// What is wrong with a cell, or with the row where no field is named.
    struct Problem {
        let field: FieldDeclaration?
        let diagnostic: Diagnostic
    }

    /// By the fields' keys.
    private(set) var contents: [String: YAMLContent] = [:]
    private(set) var problems: [Problem] = []
    /// What has been mended, as it was and as it is.
    private(set) var mended: [(field: FieldDeclaration, from: String, to: String)] = []
    /// The decoded values, to be compared with those that are there.
    private var file: DataFile?
    /// Where the cells stand in the text that was read.
    private var ranges: [(range: Range<Int>, field: FieldDeclaration)] = []

    private let type: RecordType
    private let reference: ReferenceData?
    private let texts: [String: String]

    /// - Parameter texts: the cells' by the fields' keys.
    init(_ texts: [String: String], as type: RecordType, _ reference: ReferenceData?) {
        (self.texts, self.type, self.reference) = (texts, type, reference)
        for field in type.fields {
            guard let text = texts[field.key], let content = CellText.content(text, field.type) else { continue }
            contents[field.key] = content
        }
        // What one mending brings to light another may mend.
        for round in 0..<3 where !read(mends: round < 2) { break }
    }

    /// - Returns: whether something has been mended, so that it is read anew.
    private mutating func read(mends: Bool) -> Bool {
        var text = ""
        ranges = []
        for field in type.fields {
            guard let content = contents[field.key] else { continue }
            let start = text.utf8.count
            text += "\(field.key): \(Self.flow(content))\n"
            ranges.append((start..<text.utf8.count, field))
        }
        guard let tree = try? YAMLParser.parse(SourceFile(path: "", text: text.isEmpty ? "{}\n" : text)) else {
            return false
        }
        var diagnostics: [Diagnostic] = []
        file = RecordDecoder.decodeRow(tree, as: type, reference: reference, diagnostics: &diagnostics)
        problems = []
        var hasMended = false
        for diagnostic in diagnostics {
            let field = diagnostic.code == .missingKey ? nil : self.field(of: diagnostic)
            if mends, let field, let fixIt = diagnostic.fixIts.first(where: \.isCertain),
                case .scalar(let old, let isTyped) = contents[field.key]
            {
                contents[field.key] = .scalar(fixIt.replacement, isTyped: isTyped)
                mended.append((field, old, fixIt.replacement))
                hasMended = true
            } else {
                problems.append(Problem(field: field, diagnostic: diagnostic))
            }
        }
        return hasMended
    }

    /// The column of what is told of the record.
    func field(of diagnostic: Diagnostic) -> FieldDeclaration? {
        let place = diagnostic.place?.range.lowerBound ?? 0
        return ranges.first { $0.range.contains(place) }?.field
    }

    /// A value on one line, its texts in quotation marks.
    private static func flow(_ content: YAMLContent) -> String {
        switch content {
        case .scalar(let text, let isTyped): return isTyped && text.utf8.allSatisfy { $0 > 0x60 } ? text : quoted(text)
        case .sequence(let items): return "[" + items.map(flow).joined(separator: ", ") + "]"
        case .mapping(let entries):
            return "{" + entries.map { "\($0.key): \(flow($0.value))" }.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        let utf8 = Array(text.utf8)
        JSONValue.writeString(utf8.span, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The row as a record; nil where it could not be read at all.
    var record: RecordView? { file?.root }

    /// What is to be written: dates, months and fiscal years by their eras, as files have them.
    func written(_ field: FieldDeclaration) -> YAMLContent? {
        guard let content = contents[field.key], let slot = type.slot(of: field), let file else { return nil }
        switch file.values[slot].content {
        case .date(let date): return .scalar(date.long)
        case .month(let month): return .scalar(month.long)
        case .fiscalYear(let year): return .scalar(year.long)
        case .schoolYears(let years): return .scalar(years.long)
        case .boolean(let truth): return .scalar(truth ? "true" : "false", isTyped: true)
        default:
            // One choice stands without brackets.
            if case .sequence(let items) = content, items.count == 1, field.type.isChoice { return items[0] }
            return content
        }
    }

    /// What is written in other words than the cell has.
    var reworded: [(field: FieldDeclaration, from: String, to: String)] {
        type.fields.compactMap { field in
            guard case .scalar(let text, _)? = written(field), let cell = texts[field.key].map(CellText.trimmed) else {
                return nil
            }
            let isKept = CellText.content(cell, field.type).map {
                if case .scalar(let same, _) = $0 { same == text } else { false }
            }
            let isTold = mended.contains { $0.field === field }
            switch field.type {
            case .schoolYears: return cell == text || isTold ? nil : (field, cell, text)
            case .text, .address:
                return cell.contains(where: \.isNewline) && isKept == true ? (field, oneLine(cell), text) : nil
            default: return nil
            }
        }
    }

    private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: "⏎") }

    /// Whether a record says the same.
    func agrees(with record: RecordView, in field: FieldDeclaration) -> Bool {
        guard let file, let slot = type.slot(of: field), let other = record.type.slot(of: field) else { return false }
        let (mine, theirs) = (file.values[slot], record[slot: other])
        switch (mine.content, theirs.content) {
        case (.text, .text) where field.type.isTelephone:
            func digits(_ text: String?) -> String { WidthFolding.ascii(text ?? "").filter { $0 != "-" } }
            return digits(file.text(mine)) == digits(record.file.text(theirs))
        case (.text, .text) where field.type.isAddress:
            let cell = FoldedAddress(file.text(mine) ?? "").text
            let data = FoldedAddress(record.file.text(theirs) ?? "").text
            // Lists of one prefecture do not name it.
            return cell == data || Prefecture.names.contains { $0 + cell == data }
        case (.text, _), (.textPrefix, _), (.list, _), (.record, _):
            return CellText.text(mine, field.type, in: file) == CellText.text(theirs, field.type, in: record.file)
        default: return mine.content == theirs.content
        }
    }
}

extension RecordDecoder {
    /// Reads one record by itself.
    static func decodeRow(
        _ tree: YAMLTree, as type: RecordType, reference: ReferenceData?, diagnostics: inout [Diagnostic]
    ) -> DataFile {
        let row = DataFileKind(name: type.name)
        let schema = Schema(types: DataFileKind.builtIn.map { ($0, Schema.builtIn.type(of: $0)) } + [(row, type)])
        return decode(tree, as: row, of: schema, reference: reference, isRow: true, diagnostics: &diagnostics)
    }
}
