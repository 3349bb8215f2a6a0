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
    public let rows: [Row]
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
        let titles = Titles(fields, sufficient: sufficient)
        let sheet = try Self.sheet(of: workbook, named: name, fields, titles)
        let identifier = fields.first { $0.key == "id" }
        if let answer = AnswerSheet.answer(on: sheet, identifier: identifier, field: { titles.field($0) }) {
            (self.sheet, columns, answers, notes) = (sheet.name, [:], answer.addresses, answer.notes)
            rows = [Row(number: answer.number, texts: answer.texts, errors: answer.errors)]
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
        // Lists of several pages repeat their titles.
        let rows = Self.rows(of: sheet, below: header.number, columns).filter { row in
            !row.texts.allSatisfy { titles.field($0.value)?.key == $0.key }
        }
        self.rows = rows.filter { !Self.isAside($0, on: sheet, columns) }
        let asides = rows.filter { Self.isAside($0, on: sheet, columns) }.map { String($0.number) }
        if !asides.isEmpty {
            let names = asides.prefix(10).joined(separator: "、")
            notes.append(
                Phrase(ja: "合計又は注記の行（\(names)行目）は取り込みません", en: "rows of totals or notes (\(names)) were left out"))
        }
        self.notes = notes + Self.notes(on: sheet, of: workbook, below: header.number, columns, isPersonal)
    }

    /// The cell that says what a row says of a field; nil where there is none.
    public func address(of key: String, in row: Int) -> CellAddress? {
        answers[key] ?? columns[key].map { CellAddress(column: $0, row: row) }
    }

    private static func sheet(
        of workbook: Workbook, named name: String?, _ fields: [FieldDeclaration], _ titles: Titles
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
    private static func isAside(_ row: Row, on sheet: Sheet, _ columns: [String: Int]) -> Bool {
        let first = sheet.row(row.number)?.cells.first { $0.text.contains { !$0.isWhitespace } }
        let text = first?.text.filter { !$0.isWhitespace } ?? ""
        // What has words beside it is somebody of that name.
        let isTotal = ["計", "合計", "総計", "小計"].contains(text)
        if isTotal, row.texts.values.count(where: { $0.contains(where: \.isLetter) }) <= 1 { return true }
        return sheet.mergedRanges.contains { range in
            range.first.row == row.number && range.last.column - range.first.column >= 3
                && columns.values.filter { (range.first.column...range.last.column).contains($0) }.count >= 3
                && columns.allSatisfy {
                    row.texts[$0.key] == nil || (range.first.column...range.last.column).contains($0.value)
                }
        } || row.texts.count == 1 && (text.hasPrefix("※") || text.hasPrefix("（注"))
    }

    private static func rows(of sheet: Sheet, below header: Int, _ columns: [String: Int]) -> [Row] {
        sheet.rows.compactMap { row in
            guard row.number > header, !row.isHidden else { return nil }
            var texts: [String: String] = [:]
            var errors: [String] = []
            for (key, column) in columns {
                let address = CellAddress(column: column, row: row.number)
                // A cell that is merged with others below says the same for all of their rows; beside it, nothing is said.
                let first = sheet.mergedRanges.first { $0.contains(address) }?.first ?? address
                let text = first.column == column ? sheet[first]?.text ?? "" : ""
                if sheet[first]?.kind == .error || text.hasPrefix("#") && Self.errorValues.contains(text) {
                    errors.append(key)
                }
                if text.contains(where: { !$0.isWhitespace }) { texts[key] = text }
            }
            return texts.isEmpty ? nil : Row(number: row.number, texts: texts, errors: errors)
        }
    }

    /// What a spreadsheet writes into CSV for a cell that shows an error.
    private static let errorValues: Set<String> = [
        "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
    ]

    /// What lies on the sheet, or beside it, and is not taken.
    private static func notes(
        on sheet: Sheet, of workbook: Workbook, below header: Int, _ columns: [String: Int], _ isPersonal: Bool
    ) -> [Phrase] {
        var notes: [Phrase] = []
        for (place, other) in workbook.sheets.enumerated() where other.name != sheet.name {
            let name = isPersonal ? String(place + 1) : other.name ?? ""
            notes.append(
                other.isHidden
                    ? Phrase(ja: "隠れたシート「\(name)」は取り込みません", en: "the hidden sheet \(name) was left out")
                    : Phrase(ja: "シート「\(name)」は取り込みません", en: "the sheet \(name) was left out"))
        }
        for range in sheet.hiddenColumns
        where sheet.rows.contains(where: { $0.cells.contains { range.contains($0.address.column) } }) {
            let letters = [range.lowerBound, range.upperBound].map(CellAddress.letters(ofColumn:))
            let name = letters[0] == letters[1] ? letters[0] : letters.joined(separator: "～")
            notes.append(Phrase(ja: "隠れた列（\(name)）は取り込みません", en: "the hidden columns \(name) were left out"))
        }
        let titled = Set(sheet.row(header)?.cells.filter { !$0.text.isEmpty }.map(\.address.column) ?? [])
        let untitled = sheet.rows.filter { $0.number > header && !$0.isHidden }.flatMap(\.cells).filter { cell in
            !titled.contains(cell.address.column) && cell.text.contains { !$0.isWhitespace }
                && !sheet.mergedRanges.contains { $0.contains(cell.address) }
        }
        if !untitled.isEmpty {
            let cells = untitled.prefix(10).map { "\($0.address)" }
            notes.append(
                Phrase(
                    ja: "見出しのない列のセル（\(cells.joined(separator: "、"))）は取り込みません。CSVなら、コンマを含む値が引用符で囲まれていないのかもしれません",
                    en:
                        "cells in columns without a title (\(cells.joined(separator: ", "))) were left out; in CSV a value with a comma may lack its quotation marks"
                ))
        }
        let hidden = sheet.rows.filter { $0.number > header && $0.isHidden && !$0.cells.isEmpty }.map(\.number)
        if !hidden.isEmpty {
            let names = hidden.prefix(10).map(String.init).joined(separator: "、")
            notes.append(Phrase(ja: "隠れた行（\(names)行目）は取り込みません", en: "the hidden rows \(names) were left out"))
        }
        if !sheet.comments.isEmpty {
            let cells = sheet.comments.filter { $0.address.row > header }.prefix(10).map { "\($0.address)" }
            if !cells.isEmpty {
                notes.append(
                    Phrase(
                        ja: "セルのコメント（\(cells.joined(separator: "、"))）は取り込みません",
                        en: "comments on cells (\(cells.joined(separator: ", "))) were left out"))
            }
        }
        let unsaved = sheet.rows.filter { $0.number > header }.flatMap(\.cells).filter { cell in
            cell.isFormula && cell.kind == .empty && columns.values.contains(cell.address.column)
        }
        if !unsaved.isEmpty {
            let cells = unsaved.prefix(10).map { "\($0.address)" }
            notes.append(
                Phrase(
                    ja: "数式のセル（\(cells.joined(separator: "、"))）は、計算結果が保存されていないので取り込みません。Excelで開いて保存し直してください",
                    en:
                        "cells with formulas (\(cells.joined(separator: ", "))) have no saved result; open the file in Excel and save it"
                ))
        }
        let formulas = sheet.rows.filter { $0.number > header }.flatMap(\.cells).filter { cell in
            cell.isFormula && cell.kind != .empty && columns.values.contains(cell.address.column)
        }
        if !formulas.isEmpty {
            let cells = formulas.prefix(10).map { "\($0.address)" }
            notes.append(
                Phrase(
                    ja: "数式のセル（\(cells.joined(separator: "、"))）は、保存されている計算結果を取り込みます",
                    en: "of cells with formulas (\(cells.joined(separator: ", "))) the result as saved was taken"))
        }
        return notes
    }
}

/// What columns may be called.
private struct Titles {
    private let fields: [String: FieldDeclaration]
    /// What lists commonly call a column, where none has the field's own name.
    private let others: [String: FieldDeclaration]

    /// By the fields' keys, as real lists of facilities have them.
    private static let common: [String: [String]] = [
        "pupil_name": ["児童名", "生徒名", "児童・生徒氏名", "氏名", "名前", "児童氏名", "生徒氏名", "児童生徒氏名", "児童生徒名"],
        "pupil_furigana": ["フリガナ", "氏名ふりがな", "読み"],
        "pupil_school": ["学校名", "在籍校", "在籍学校", "在学校"], "pupil_year": ["年"], "pupil_class": ["学級", "クラス"],
        "principal": ["校長名", "校長氏名", "校長"], "date": ["申請日", "依頼年月日", "申込日"], "guardian": ["親", "保護者", "保護者名"],
        "guardian_telephone": ["電話番号", "電話", "連絡先", "保護者電話番号"],
        "facility_name": ["施設", "施設名", "民間施設", "利用施設", "通所先"], "facility_address": ["施設所在地", "施設住所", "施設の住所"],
        "facility_telephone": ["施設電話番号", "施設TEL", "施設電話", "施設の電話"], "facility_postal_code": ["施設郵便番号", "施設〒"],
        "start": ["開始日", "利用開始", "利用を始める日"], "reason": ["利用理由", "希望理由"],
        "kind": ["利用形態", "形態", "支援の形態"], "established": ["開設年月", "設立", "設立年月"],
        "confirmed": ["確認日", "確認年月日"], "capacity": ["受入人数"], "pickup": ["送迎の有無"], "trial": ["見学", "体験"],
        "name": ["施設名", "施設名称", "施設の名称", "名前", "団体名", "スクール名"], "furigana": ["ふりがな", "フリガナ", "読み"],
        "address": ["住所", "場所", "施設所在地"], "telephone": ["電話", "TEL", "連絡先電話番号", "連絡先"],
        "web": ["URL", "ホームページ", "HP", "ウェブサイト", "Webサイト"], "postal_code": ["〒"], "email": ["メール", "E-mail", "Eメール"],
        "fax": ["FAX", "ファックス"], "operator": ["運営主体", "運営団体", "運営法人", "設置者"], "representative": ["代表", "代表者名"],
        "school_years": ["対象", "対象者"], "days": ["開設日", "活動日"], "hours": ["開設時間", "活動時間", "利用時間", "時間"],
        "fees": ["料金", "利用料", "利用料金", "会費", "月謝"],
        "station": ["最寄り駅", "アクセス"], "note": ["その他", "特記事項"], "introduction": ["内容", "活動内容", "特色"],
    ]

    /// The key of the field that makes a header by itself.
    private let sufficient: String?

    init(_ fields: [FieldDeclaration], sufficient: String?) {
        self.sufficient = sufficient
        var names: [String: FieldDeclaration] = [:]
        var others: [String: FieldDeclaration] = [:]
        for field in fields {
            let unit = [field.unit].compactMap { $0.map { field.label.ja + $0 } }
            for label in [field.key, field.label.ja, field.label.en] + unit where names[Self.folded(label)] == nil {
                names[Self.folded(label)] = field
            }
            for label in Self.common[field.key] ?? [] { others[Self.folded(label)] = field }
        }
        (self.fields, self.others) = (names, others)
    }

    /// - Parameter isExact: whether the field's own names alone are meant.
    func field(_ title: String, isExact: Bool = false) -> FieldDeclaration? {
        let folded = Self.folded(title)
        // 施設名（正式名称）: what stands in brackets behind a label explains it.
        let bare = String(folded.prefix { $0 != "(" })
        return fields[folded] ?? fields[bare] ?? (isExact ? nil : others[folded] ?? others[bare])
    }

    /// Without spaces, line breaks and signs of what is required, and in one width.
    private static func folded(_ title: String) -> String {
        let folded = WidthFolding.ascii(title).lowercased().filter { !$0.isWhitespace && !"※*＊【】●○".contains($0) }
        // Most cells are no titles, and replacing is slow.
        guard folded.unicodeScalars.contains("須") || folded.unicodeScalars.contains("(") else { return folded }
        return folded.replacing("必須", with: "").replacing("()", with: "")
    }

    /// The row among the first that names most columns, two at least.
    func header(of sheet: Sheet) -> Row? {
        sheet.rows.prefix(100).map { row in
            (row: row, keys: Set(row.cells.compactMap { field($0.text)?.key }))
        }.filter { found in
            found.keys.count >= min(2, fields.count) && !found.keys.isEmpty
                || sufficient.map { found.keys.contains($0) } ?? false
        }.max { $0.keys.count < $1.keys.count }?.row
    }
}
