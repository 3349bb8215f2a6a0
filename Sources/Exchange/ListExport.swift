public import Diagnostics
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
        case .xlsx:
            do {
                return try XLSXWriter.write([table], title: title)
            } catch {
                throw ExportError(message: error.message, help: error.help)
            }
        }
    }

    /// What a column is for: how it is written, and an example.
    private static func note(_ field: FieldDeclaration) -> String {
        [
            field.presence == .required ? "必須" : "", field.help ?? field.type.form.ja,
            field.example.map { "例：\($0)" } ?? "", "項目名：\(field.key)",
        ].filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// Of a choice alone: several may not be chosen from a list.
    private static func choices(_ type: FieldType) -> [String] {
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
