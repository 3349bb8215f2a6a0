import Diagnostics
import Records
import Spreadsheet

/// The private facilities as CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel needs.
///
/// The columns are those that Japan's municipal standard data sets have in common; no conformity is claimed, as there is
/// no set for private free schools.
enum FacilityCSV {
    private struct Column {
        let title: String
        /// What its values are of; a board's or a facility's.
        let field: FieldDeclaration
        let value: @Sendable (Row) -> String

        init(_ title: String, _ field: some DeclaredField, _ value: @escaping @Sendable (Row) -> String) {
            (self.title, self.field, self.value) = (title, field.declaration, value)
        }
    }

    private static let columns = [
        Column("全国地方公共団体コード", BoardRecord.municipalityCode, \.code), Column("ID", Facility.id, \.id),
        Column("地方公共団体名", BoardRecord.municipality, \.municipality), Column("名称", Facility.name, \.name),
        Column("名称_カナ", PrivateFacility.furigana, \.kana),
        Column("所在地_全国地方公共団体コード", Facility.address, \.parts.code),
        Column("所在地_連結表記", Facility.address, \.address),
        Column("所在地_都道府県", Facility.address, \.parts.prefecture),
        Column("所在地_市区町村", Facility.address, \.parts.city), Column("所在地_町字", Facility.address, \.parts.town),
        Column("所在地_番地以下", Facility.address, \.parts.number),
        Column("建物名等(方書)", Facility.address, \.parts.building),
        Column("電話番号", Facility.telephone, \.telephone), Column("郵便番号", Facility.postalCode, \.postalCode),
        Column("法人番号", PrivateFacility.corporateNumber, \.corporateNumber),
        Column("団体名", PrivateFacility.operator, \.organization), Column("URL", Facility.web, \.web),
        Column("備考", Facility.note, \.note),
    ]

    private static let optionalColumns = [
        Column("緯度", PrivateFacility.latitude, \.latitude), Column("経度", PrivateFacility.longitude, \.longitude),
        Column("利用可能曜日", PrivateFacility.days, \.weekdays), Column("開始時間", PrivateFacility.hours, \.hours.from),
        Column("終了時間", PrivateFacility.hours, \.hours.to),
    ]

    /// What the data sets call otherwise than lists do.
    private static let titles: [String: String] = [
        PrivateFacility.email.key: "連絡先メールアドレス",
        PrivateFacility.sns.key: "連絡先備考(その他、SNSなど)",
        PrivateFacility.introduction.key: "説明",
        PrivateFacility.capacity.key: "収容定員",
        PrivateFacility.fees.key: "料金(詳細)",
    ]

    private static func title(_ field: FieldDeclaration) -> String {
        titles[field.isDeclared ? "" : field.key] ?? field.label.ja + (field.unit.map { "（\($0)）" } ?? "")
    }

    /// A facility in the list of a municipality.
    @dynamicMemberLookup
    private struct Row {
        let code: String
        let municipality: String
        let facility: FacilityEntry

        subscript<Text>(dynamicMember path: KeyPath<FacilityEntry, Text>) -> Text { facility[keyPath: path] }
    }

    static func write(_ facilities: OpenData.Facilities, board: RecordView) -> [UInt8] {
        let (columns, rows) = table(facilities, board)
        var output: [UInt8] = []
        CSVWriter.beginFile(&output)
        CSVWriter.append(columns.map(\.title), to: &output)
        for row in rows { CSVWriter.append(columns.map { $0.value(row) }, to: &output) }
        return output
    }

    /// What stands in each cell.
    static func values(_ facilities: OpenData.Facilities, board: RecordView) -> [DownloadedValue] {
        let (columns, rows) = table(facilities, board)
        return rows.flatMap { row in
            columns.compactMap { DownloadedValue($0.title, $0.value(row), $0.field, of: row.facility.record, board) }
        }
    }

    private static func table(_ facilities: OpenData.Facilities, _ board: RecordView) -> (
        columns: [Column], rows: [Row]
    ) {
        let code = board.text(BoardRecord.municipalityCode) ?? ""
        let municipality = (board.text(BoardRecord.prefecture) ?? "") + (board.text(BoardRecord.municipality) ?? "")
        let rows = facilities.map { Row(code: code, municipality: municipality, facility: $0) }
        // What no facility has is no column.
        let standard = columns + optionalColumns.filter { column in rows.contains { !column.value($0).isEmpty } }
        let others = facilities.lazy.flatMap(\.others).filter { $0.field.formats.contains(.csv) }
            .reduce(into: [Int: FieldDeclaration]()) { $0[$1.slot] = $1.field }.sorted { $0.key < $1.key }
        let titles = standard.map(\.title)
        let own = others.map { slot, field in
            let title = title(field)
            // A board may call a field of its own as the data sets call theirs.
            return Column(titles.contains(title) ? "\(title)（\(field.key)）" : title, field) { row in
                row.others.first { $0.slot == slot }?.text ?? ""
            }
        }
        return (standard + own, rows)
    }
}
