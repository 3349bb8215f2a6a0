public import Diagnostics
import Japanese
public import Records
public import Spreadsheet

/// A sheet read as a list of records: which row has the titles, which column is which field, and the rows below.
public struct SheetTable {
    public struct Row: Sendable {
        public let number: Int
        /// The cells' texts by the fields' keys.
        public let texts: [String: String]
        /// The fields' keys of cells that show an error of the spreadsheet.
        public let errors: [String]
    }

    /// The sheet's name; nil for CSV, which has none.
    public let sheet: String?
    public let rows: Rows
    /// The columns by the fields' keys.
    public let columns: [String: Int]
    /// What is not taken, and why.
    public let notes: [Phrase]
    /// Of a sheet that has a field a row, the cells by the fields' keys.
    private let answers: [String: CellAddress]

    public enum Problem: Error {
        case noSheet(named: String, present: [String])
        /// Several sheets may be meant.
        case ambiguousSheet([String])
        case noHeader(sheet: String?, columns: [String])
        case doubledColumn(title: String, first: CellAddress, second: CellAddress)
    }

    /// - Parameters:
    ///   - sheet: the sheet's name, where there are several.
    ///   - fields: those that may be columns, by their labels or keys.
    ///   - sufficient: the key of the field whose column by itself makes a table.
    ///   - isPersonal: whether what is told may not quote the sheet: rosters hold names.
    public init(
        _ workbook: Workbook, sheet name: String?, fields: [FieldDeclaration], sufficient: String? = nil,
        isPersonal: Bool = false
    ) throws(Problem) {
        let titles = SheetTitles(fields, sufficient: sufficient)
        let sheet = try Self.sheet(of: workbook, named: name, fields, titles)
        let identifier = fields.first { $0.key == "id" }
        if let answer = AnswerSheet.answer(on: sheet, identifier: identifier, field: { titles.field($0) }) {
            (self.sheet, columns, answers, notes) = (sheet.name, [:], answer.addresses, answer.notes)
            rows = Rows(Row(number: answer.number, texts: answer.texts, errors: answer.errors))
            return
        }
        answers = [:]
        guard let header = titles.header(of: sheet) else {
            throw .noHeader(sheet: sheet.name, columns: fields.map(\.label.ja))
        }
        var columns: [String: Int] = [:]
        var notes: [Phrase] = []
        let named = Set(header.cells.compactMap { titles.field($0.text, isExact: true)?.key })
        for cell in header.cells where !cell.text.isEmpty {
            let exact = titles.field(cell.text, isExact: true)
            let other = exact == nil ? titles.field(cell.text).flatMap { named.contains($0.key) ? nil : $0 } : nil
            guard let field = exact ?? other else {
                let column = CellAddress.letters(ofColumn: cell.address.column)
                let title = isPersonal ? ("", "") : ("「\(cell.text)」", ", \(cell.text),")
                let nearest = NearestName.find(cell.text, among: fields.map(\.label.ja))
                notes.append(
                    Phrase(
                        ja: "\(column)列\(title.0)は、該当する項目がないので取り込みません"
                            + (nearest.map { "（「\($0)」ではありませんか）" } ?? ""),
                        en: "column \(column)\(title.1) is no field and was left out"
                            + (nearest.map { "; did you mean \($0)?" } ?? "")))
                continue
            }
            if sheet.isHidden(column: cell.address.column) { continue }
            if let other = columns[field.key] {
                throw .doubledColumn(
                    title: cell.text, first: CellAddress(column: other, row: header.number), second: cell.address)
            }
            columns[field.key] = cell.address.column
        }
        self.columns = columns
        self.sheet = sheet.name
        var leftOut = SheetNotes(sheet, of: workbook, header: header, columns, isPersonal: isPersonal)
        var (taken, asides) = ([] as [Int32], [] as [Int])
        for (index, row) in sheet.rows.enumerated() where row.number > header.number {
            leftOut.note(row)
            guard let read = Self.read(row, of: sheet, columns),
                // Lists of several pages repeat their titles.
                !read.texts.allSatisfy({ titles.field($0.value)?.key == $0.key })
            else { continue }
            if Self.isAside(row, read, on: sheet, columns) {
                asides.append(row.number)
            } else {
                taken.append(Int32(index))
            }
        }
        rows = Rows(taken, of: sheet, columns)
        if !asides.isEmpty {
            let names = asides.prefix(10).map(String.init).joined(separator: "、")
            notes.append(
                Phrase(ja: "合計又は注記の行（\(names)行目）は取り込みません", en: "rows of totals or notes (\(names)) were left out"))
        }
        self.notes = notes + leftOut.phrases
    }

    /// The cell that says what a row says of a field; nil where there is none.
    public func address(of key: String, in row: Int) -> CellAddress? {
        answers[key] ?? columns[key].map { CellAddress(column: $0, row: row) }
    }

    private static func sheet(
        of workbook: Workbook, named name: String?, _ fields: [FieldDeclaration], _ titles: SheetTitles
    ) throws(Problem) -> Sheet {
        let visible = workbook.sheets.filter { !$0.isHidden }
        if let name {
            guard let sheet = workbook.sheets.first(where: { $0.name == name }) else {
                throw .noSheet(named: name, present: visible.compactMap(\.name))
            }
            return sheet
        }
        let candidates = visible.filter { titles.header(of: $0) != nil }
        if candidates.count > 1 { throw .ambiguousSheet(candidates.compactMap(\.name)) }
        guard let sheet = candidates.first ?? visible.first ?? workbook.sheets.first else {
            throw .noHeader(sheet: nil, columns: fields.map(\.label.ja))
        }
        return sheet
    }

    /// Whether a row is a total, or a note that runs across the table.
    private static func isAside(
        _ row: Spreadsheet.Row, _ read: Row, on sheet: Sheet, _ columns: [String: Int]
    ) -> Bool {
        let first = row.cells.first { $0.text.contains { !$0.isWhitespace } }
        let text = first?.text.filter { !$0.isWhitespace } ?? ""
        // What has words beside it is somebody of that name.
        let isTotal = ["計", "合計", "総計", "小計"].contains(text)
        if isTotal, read.texts.values.count(where: { $0.contains(where: \.isLetter) }) <= 1 { return true }
        return sheet.mergedRanges.contains { range in
            range.first.row == row.number && range.last.column - range.first.column >= 3
                && columns.values.filter { (range.first.column...range.last.column).contains($0) }.count >= 3
                && columns.allSatisfy {
                    read.texts[$0.key] == nil || (range.first.column...range.last.column).contains($0.value)
                }
        } || read.texts.count == 1 && (text.hasPrefix("※") || text.hasPrefix("（注"))
    }

    /// - Returns: nil where nothing is in it, or the sheet does not show it.
    fileprivate static func read(_ row: Spreadsheet.Row, of sheet: Sheet, _ columns: [String: Int]) -> Row? {
        guard !row.isHidden else { return nil }
        var texts: [String: String] = [:]
        var errors: [String] = []
        for (key, column) in columns {
            let address = CellAddress(column: column, row: row.number)
            // A cell that is merged with others below says the same for all of their rows; beside it, nothing is said.
            let first = sheet.mergedRanges.first { $0.contains(address) }?.first ?? address
            let cell = first.row == row.number ? row[column: first.column] : sheet[first]
            let text = first.column == column ? cell?.text ?? "" : ""
            if cell?.kind == .error || text.utf8.first == UInt8(ascii: "#") && errorValues.contains(text) {
                errors.append(key)
            }
            if text.contains(where: { !$0.isWhitespace }) { texts[key] = text }
        }
        errors.sort { columns[$0] ?? 0 < columns[$1] ?? 0 }
        return texts.isEmpty ? nil : Row(number: row.number, texts: texts, errors: errors)
    }

    /// What a spreadsheet writes into CSV for a cell that shows an error.
    private static let errorValues: Set<String> = [
        "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    ]

    /// The rows that are taken, each read from the sheet when it is asked for.
    public struct Rows: RandomAccessCollection, Sendable {
        private enum Storage: Sendable {
            case answer(Row)
            case rows([Int32], Sheet, columns: [String: Int])
        }

        private let storage: Storage

        fileprivate init(_ answer: Row) { storage = .answer(answer) }

        fileprivate init(_ indices: [Int32], of sheet: Sheet, _ columns: [String: Int]) {
            storage = .rows(indices, sheet, columns: columns)
        }

        public var startIndex: Int { 0 }

        public var endIndex: Int {
            switch storage {
            case .answer: 1
            case .rows(let indices, _, _): indices.count
            }
        }

        public subscript(index: Int) -> Row {
            switch storage {
            case .answer(let row): return row
            case .rows(let indices, let sheet, let columns):
                let row = sheet.rows[Int(indices[index])]
                // It was read before, or it would not be taken.
                return SheetTable.read(row, of: sheet, columns) ?? Row(number: row.number, texts: [:], errors: [])
            }
        }
    }
}
