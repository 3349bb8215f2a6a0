import Diagnostics
import JSON
import Records

/// A value in a file to be downloaded, or in what search engines read, with the field that it is of.
struct DownloadedValue {
    /// The file, and what of it.
    var document = ""
    /// The column or property, behind whose it is.
    let heading: String
    let text: String
    let record: RecordView
    let field: FieldDeclaration

    /// - Parameter field: one of the record's or, where that has none of the kind, of the board's.
    init?(_ heading: String, _ text: String, _ field: FieldDeclaration, of record: RecordView, _ board: RecordView?) {
        guard !text.isEmpty,
            let owner = [record, board].compactMap(\.self).first(where: { $0.type.slot(of: field) != nil })
        else { return nil }
        (self.text, self.record, self.field) = (text, owner, field)
        let name = record.text(Facility.name).map { "\($0)　" } ?? ""
        self.heading = name + heading
    }

    /// What a document's data files have, and its page beside what it shows.
    static func all(
        of paper: OutputPlan.Paper, hasStructuredData: Bool, _ openData: OpenData, _ board: Board
    ) -> [DownloadedValue] {
        guard let record = board.record else { return [] }
        let rollsUp = paper.id == RollUp.document
        return paper.formats.flatMap { format -> [DownloadedValue] in
            let values: [DownloadedValue] =
                switch format {
                case .csv: rollsUp ? RollUpData.values(board) : FacilityCSV.values(openData.facilities, board: record)
                case .json:
                    rollsUp
                        ? RollUpData.values(board)
                        : FacilityJSON.values(openData.facilities, board: record, list: board.files[.facilities]?.root)
                case .html: hasStructuredData ? StructuredData.values(openData.facilities) : []
                case .text, .docx, .pdf, .fragment: []
                }
            let name = paper.name + format.suffix + (format == .html ? " JSON-LD" : "")
            return values.map { value in
                var value = value
                value.document = name
                return value
            }
        }
    }

    func traced(_ title: String, _ index: DatumIndex) -> TracedText {
        let datum = record.type.slot(of: field).flatMap {
            index.datum(of: record[slot: $0], in: record.file, named: [field.key])
        }
        return TracedText(
            document: document, isOnPage: false, title: title, heading: heading, text: text,
            pieces: [TracedText.Piece(range: 0..<text.utf8.count, datum: datum, tag: nil)], element: nil)
    }
}

extension JSONValue {
    /// The texts in it, each with the names that lead there: `geo.latitude`.
    func leaves(_ path: String = "") -> [(path: String, text: String)] {
        switch self {
        case .string(let text): [(path, text)]
        case .number(let number): [(path, String(number))]
        case .boolean(let truth): [(path, truth ? "true" : "false")]
        case .array(let items): items.flatMap { $0.leaves(path) }
        case .items(let count, let item): (0..<count).flatMap { item($0).leaves(path) }
        case .object(let members):
            members.flatMap { key, value in value.leaves(path.isEmpty ? key : "\(path).\(key)") }
        }
    }
}
