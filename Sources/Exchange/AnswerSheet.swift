import Diagnostics
import Japanese
import Records
import Spreadsheet

/// A record as a sheet that somebody looks over, corrects and returns (掲載内容確認書): a field a row, with what is listed now and
/// room for what is right.
enum AnswerSheet {
    private enum Title {
        static let field = "項目", present = "現在の掲載内容", correction = "訂正", form = "書き方"
    }

    private static let confirmation = (title: "確認", unchanged: "変更なし", changed: "変更あり")

    // MARK: Writing

    /// - Parameters:
    ///   - columns: the fields with the texts of the record, its identifier among them.
    static func table(_ columns: [(field: FieldDeclaration, text: String)], identifier: FieldDeclaration) -> OutputTable
    {
        // What the board keeps for itself is not asked.
        let asked = columns.filter { column in
            column.field !== identifier && !(column.field.isDeclared && column.field.formats.isEmpty)
                && column.field.type.recordType == nil
        }
        let fields = columns.filter { $0.field === identifier } + asked
        var rows = fields.map { field, text in
            [field.label.ja, text, "", field === identifier ? "変えないでください" : note(field)]
        }
        rows.append([confirmation.title, "", "", "「\(confirmation.unchanged)」か「\(confirmation.changed)」を選んでください"])
        var choices = fields.enumerated().compactMap { row, column -> OutputTable.CellChoices? in
            let choices = ListExport.choices(column.field.type)
            return choices.isEmpty ? nil : OutputTable.CellChoices(row: row, column: 2, choices: choices)
        }
        choices.append(
            OutputTable.CellChoices(
                row: rows.count - 1, column: 2, choices: [confirmation.unchanged, confirmation.changed]))
        return OutputTable(
            name: "掲載内容確認書", columns: [Title.field, Title.present, Title.correction, Title.form].map { .init($0) },
            rows: rows, cellChoices: choices)
    }

    /// How a value is written into a cell, which is not how it stands in the data.
    private static func note(_ field: FieldDeclaration) -> String {
        if let help = field.help { return help }
        let example = field.example.map { "例：\($0)" } ?? ""
        switch field.type {
        case .choice: return "一覧から選んでください"
        case .boolean: return "「はい」か「いいえ」"
        case .list(.choice(let choices)):
            return choices.map(\.label.ja).joined(separator: "、") + "から（二つ以上は「、」で区切る）"
        case .list(.record): return "1行に一つずつ　例：月額 20,000円（教材費を含む。）"
        case .list: return "1行に一つずつ"
        case .text, .lines, .address, .telephone: return example
        default: return [field.type.form.ja, example].filter { !$0.isEmpty }.joined(separator: "　")
        }
    }

    // MARK: Reading

    /// What a returned sheet says, by the fields' keys.
    struct Answer {
        let number: Int
        var texts: [String: String] = [:]
        var errors: [String] = []
        var addresses: [String: CellAddress] = [:]
        var notes: [Phrase] = []
    }

    /// - Parameter field: the field that a title means.
    /// - Returns: nil where the sheet is no such one.
    static func answer(on sheet: Sheet, identifier: FieldDeclaration?, field: (String) -> FieldDeclaration?) -> Answer?
    {
        guard let identifier,
            let header = sheet.rows.prefix(20).first(where: { row in
                [Title.field, Title.present, Title.correction].allSatisfy { column($0, in: row) != nil }
            }), let titles = column(Title.field, in: header), let present = column(Title.present, in: header),
            let corrections = column(Title.correction, in: header)
        else { return nil }
        var answer = Answer(number: header.number)
        var state = ""
        for row in sheet.rows where row.number > header.number {
            let title = row[column: titles]?.text ?? ""
            let correction = row[column: corrections]
            if folded(title) == confirmation.title {
                state = folded(correction?.text ?? "")
                continue
            }
            guard let field = field(title) else {
                if correction?.text.contains(where: { !$0.isWhitespace }) ?? false {
                    answer.notes.append(
                        Phrase(
                            ja: "\(row.number)行目「\(title)」は、該当する項目がないので取り込みません",
                            en: "row \(row.number), \(title), is no field and was left out"))
                }
                continue
            }
            // Who it is of stands in what is listed now.
            let cell = field === identifier ? row[column: present] : correction
            guard let cell, cell.text.contains(where: { !$0.isWhitespace }) else { continue }
            answer.texts[field.key] = cell.text
            answer.addresses[field.key] = cell.address
            if cell.kind == .error { answer.errors.append(field.key) }
        }
        let corrected = answer.texts.keys.filter { $0 != identifier.key && $0 != PrivateFacility.confirmed.key }
        if state == confirmation.unchanged, !corrected.isEmpty {
            answer.notes.append(
                Phrase(ja: "「変更なし」とありますが、訂正が書かれているので取り込みます", en: "it says 変更なし, but has corrections, which are taken"))
        } else if state.isEmpty, corrected.isEmpty {
            answer.notes.append(
                Phrase(ja: "「確認」の欄にも訂正の欄にも、何も書かれていません", en: "neither the field 確認 nor any correction is filled in"))
        }
        return answer
    }

    private static func column(_ title: String, in row: Row) -> Int? {
        row.cells.first { folded($0.text) == title }?.address.column
    }

    private static func folded(_ text: String) -> String { WidthFolding.ascii(text).filter { !$0.isWhitespace } }
}
