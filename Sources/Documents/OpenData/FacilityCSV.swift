import Diagnostics
import Records
import Spreadsheet

/// The private facilities as CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel needs.
///
/// The columns are those that Japan's municipal standard data sets have in common; no conformity is claimed, as there is
/// no set for private free schools.
enum FacilityCSV {
    private static let columns: [(title: String, value: @Sendable (Row) -> String)] = [
        ("全国地方公共団体コード", \.code), ("ID", \.id), ("地方公共団体名", \.municipality), ("名称", \.name), ("名称_カナ", \.kana),
        ("所在地_全国地方公共団体コード", \.parts.code), ("所在地_連結表記", \.address), ("所在地_都道府県", \.parts.prefecture),
        ("所在地_市区町村", \.parts.city), ("所在地_町字", \.parts.town),
        ("所在地_番地以下", \.parts.number), ("建物名等(方書)", \.parts.building), ("電話番号", \.telephone),
        ("郵便番号", \.postalCode), ("法人番号", \.corporateNumber), ("団体名", \.organization), ("URL", \.web),
        ("備考", \.note),
    ]

    private static let optionalColumns: [(title: String, value: @Sendable (Row) -> String)] = [
        ("緯度", \.latitude), ("経度", \.longitude), ("利用可能曜日", \.weekdays), ("開始時間", \.hours.from),
        ("終了時間", \.hours.to),
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

    static func write(_ facilities: [FacilityEntry], board: RecordView) -> [UInt8] {
        let code = board.text(BoardRecord.municipalityCode) ?? ""
        let municipality = (board.text(BoardRecord.prefecture) ?? "") + (board.text(BoardRecord.municipality) ?? "")
        // What no facility has is no column.
        let standard =
            columns
            + optionalColumns.filter { column in
                facilities.contains { !column.value(Row(code: code, municipality: municipality, facility: $0)).isEmpty }
            }
        let others = facilities.lazy.flatMap(\.others).filter { $0.field.formats.contains(.csv) }
            .reduce(into: [Int: FieldDeclaration]()) { $0[$1.slot] = $1.field }.sorted { $0.key < $1.key }
        var output: [UInt8] = []
        CSVWriter.beginFile(&output)
        let titles = standard.map(\.title)
        // A board may call a field of its own as the data sets call theirs.
        let otherTitles = others.map(\.value).map { field in
            let title = title(field)
            return titles.contains(title) ? "\(title)（\(field.key)）" : title
        }
        CSVWriter.append(titles + otherTitles, to: &output)
        for facility in facilities {
            let row = Row(code: code, municipality: municipality, facility: facility)
            let texts = others.map { column in facility.others.first { $0.slot == column.key }?.text ?? "" }
            CSVWriter.append(standard.map { $0.value(row) } + texts, to: &output)
        }
        return output
    }
}
