import Diagnostics
import Japanese
import Records
import Spreadsheet

/// What columns may be called.
struct SheetTitles {
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
