import Diagnostics
import JSON
import Records
import Spreadsheet

/// The facilities of all boards as CSV and JSON, with the municipalities whose lists have them.
enum RollUpData {
    private static func facilities(_ board: Board) -> [RecordView] {
        board.rollUp?.records(RollUpRecord.facilities) ?? []
    }

    private static func text(_ field: FieldDeclaration, of facility: RecordView) -> String {
        facility.read(field, as: [String].self)?.joined(separator: "、") ?? facility.text(field) ?? ""
    }

    static func csv(_ board: Board) -> [UInt8] {
        let facilities = facilities(board)
        let fields = RollUpRecord.columns
        var output: [UInt8] = []
        CSVWriter.beginFile(&output)
        CSVWriter.append(["番号"] + fields.map(\.label.ja), to: &output)
        for (index, facility) in facilities.enumerated() {
            CSVWriter.append([String(index + 1)] + fields.map { text($0, of: facility) }, to: &output)
        }
        return output
    }

    /// What stands in each cell, and at each name.
    static func values(_ board: Board) -> [DownloadedValue] {
        facilities(board).flatMap { facility in
            RollUpRecord.columns.compactMap {
                DownloadedValue($0.label.ja, text($0, of: facility), $0, of: facility, nil)
            }
        }
    }

    static func json(_ board: Board) -> [UInt8] {
        let facilities = facilities(board)
        return JSONValue.object([
            ("version", .number(1)),
            (
                "facilities",
                .items(facilities.count) { index in
                    let facility = facilities[index]
                    let members = facility.type.fields.compactMap { field -> (String, JSONValue)? in
                        if let texts = facility.read(field, as: [String].self) {
                            return (field.key, .array(texts.map { .string($0) }))
                        }
                        return facility.text(field).map { (field.key, .string($0)) }
                    }
                    return .object([("number", .number(index + 1))] + members)
                }
            ),
        ]).bytes
    }
}
