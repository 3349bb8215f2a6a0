public import Diagnostics
import JSON
public import Records
import Spreadsheet

/// A list of a board as a spreadsheet, CSV or JSON, from which `import` reads the same again.
public enum ListExport {
    public enum Format: String, CaseIterable, Sendable { case xlsx, csv, json }

    /// - Throws: where the list is larger than a workbook can be.
    public static func write(
        _ editor: ListEditor, as format: Format, title: String
    ) throws(ExportError) -> [UInt8] {
        let columns = editor.columns.map { field in
            OutputTable.Column(field.label.ja, note: note(field), choices: choices(field.type))
        }
        let table = OutputTable(name: editor.list.label.ja, columns: columns, rows: editor.rows)
        switch format {
        case .csv: return CSVWriter.write(table)
        case .json: return json(editor)
        case .xlsx: return try workbook(table, title)
        }
    }

    private static func workbook(_ table: OutputTable, _ title: String) throws(ExportError) -> [UInt8] {
        do {
            return try XLSXWriter.write([table], title: title)
        } catch {
            throw ExportError(message: error.message, help: error.help)
        }
    }

    /// A workbook for each record, to be looked over, corrected and returned; `import` reads what comes back.
    ///
    /// - Returns: each with the record's identifier.
    /// - Throws: where the records have none, or one is larger than a workbook can be.
    public static func sheets(
        _ editor: ListEditor, title: String
    ) throws(ExportError) -> [(identifier: String, bytes: [UInt8])] {
        let columns = editor.columns
        guard let identifier = editor.list.type.identifier, let place = columns.firstIndex(where: { $0 === identifier })
        else {
            throw ExportError(
                message: Phrase(
                    ja: "この一覧のものにはIDがないので、1件ずつのファイルは作れません", en: "the records of this list have no identifier"),
                help: Phrase(ja: "--eachを付けずに書き出してください", en: "export it without --each"))
        }
        var sheets: [(identifier: String, bytes: [UInt8])] = []
        for row in editor.rows {
            let table = AnswerSheet.table(zip(columns, row).map { ($0, $1) }, identifier: identifier)
            sheets.append((row[place], try workbook(table, title)))
        }
        return sheets
    }

    /// What a column is for: how it is written, and an example.
    private static func note(_ field: FieldDeclaration) -> String {
        [
            field.presence == .required ? "必須" : "", field.help ?? field.type.form.ja,
            field.example.map { "例：\($0)" } ?? "", "項目名：\(field.key)",
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Of a choice alone: several may not be chosen from a list.
    static func choices(_ type: FieldType) -> [String] {
        switch type {
        case .choice(let choices): choices.map(\.label.ja)
        case .boolean: ["はい", "いいえ"]
        default: []
        }
    }

    private static func json(_ editor: ListEditor) -> [UInt8] {
        let columns = editor.columns
        return JSONValue.array(
            editor.rows.map { row in
                .object(
                    zip(columns, row).filter { !$0.1.isEmpty }.map { field, text in (field.key, .string(text)) })
            }
        ).bytes
    }
}

/// A list that cannot be written in a format.
public struct ExportError: Error {
    public let message: Phrase
    public let help: Phrase
}
