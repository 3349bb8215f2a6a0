import Diagnostics

/// A field that a board declares for its records (`fields:` in board.yaml, and in a table's entry).
public enum FieldEntry {
    public static let record = Field<String>(
        "record", .text, .optional, ja: "加える先", en: "record that gets it", example: "private_facility")
    public static let key = Field<String>("key", .fieldKey, ja: "項目名", en: "key", example: "lunch")
    public static let label = Field<String>("label", .text, ja: "名称", en: "label", example: "昼食")
    public static let type = Field<String>(
        "type", .choice(DeclaredType.allCases.map { .init($0.rawValue, ja: $0.label.ja, en: $0.label.en) }), .optional,
        ja: "種類", en: "type", example: "choice")
    public static let isRequired = Field<Bool>(
        "required", .boolean, .optional, ja: "必須", en: "required", example: "true")
    public static let choices = Field<RecordList>(
        "choices", .list(.record(ChoiceEntry.type)), .optional, ja: "選択肢", en: "choices")
    public static let unit = Field<String>("unit", .text, .optional, ja: "単位", en: "unit", example: "人")
    public static let help = Field<String>("help", .text, .optional, ja: "書き方の説明", en: "help for whoever fills it in")
    public static let formats = Field<[String]>(
        "formats",
        .list(
            .choice([
                .init("page", ja: "文書の表", en: "tables of documents"), .init("csv", ja: "CSV", en: "CSV"),
                .init("json", ja: "JSON", en: "JSON"),
            ])), .optional, ja: "公開する形式", en: "published in")

    /// An entry of `fields:`; a table's own fields name no record.
    public static let recordType = RecordType(
        "field", ja: "加える項目", en: "declared field", hasSource: false,
        [record, key, label, type, isRequired, choices, unit, help, formats])
    static let columnType = RecordType(
        "column", ja: "表の項目", en: "field of a table", hasSource: false,
        [key, label, type, isRequired, choices, unit, help, formats])
}

/// A choice of a declared field.
public enum ChoiceEntry {
    public static let key = Field<String>("key", .fieldKey, ja: "データに書く語", en: "word in the data", example: "yes")
    public static let label = Field<String>("label", .text, ja: "文書に出る語", en: "word in documents", example: "あり")

    public static let type = RecordType("choice_entry", ja: "選択肢", en: "choice", hasSource: false, [key, label])
}

/// A table that a board declares: its rows are in a file of its own.
public enum TableEntry {
    public static let id = Field<String>("id", .fieldKey, ja: "表のID", en: "table's identifier", example: "visits")
    public static let title = Field<String>("title", .text, ja: "表の名称", en: "title", example: "見学会")
    public static let fields = Field<RecordList>(
        "fields", .list(.record(FieldEntry.columnType)), ja: "表の項目", en: "fields")

    public static let type = RecordType(
        "table", ja: "加える表", en: "declared table", hasSource: false, [id, title, fields])
}

/// The types that a declared field may have.
enum DeclaredType: String, CaseIterable {
    case text, lines, integer, decimal, rate, money, date, month
    case fiscalYear = "fiscal_year"
    case schoolYears = "school_years"
    case frequency, address
    case postalCode = "postal_code"
    case telephone, web, email, furigana, boolean, choice, choices

    /// - Parameter choices: what a choice chooses from.
    func type(_ choices: [FieldType.Choice]) -> FieldType {
        switch self {
        case .text: .text
        case .lines: .lines
        case .integer: .integer
        case .decimal: .decimal
        case .rate: .rate
        case .money: .money
        case .date: .date
        case .month: .month
        case .fiscalYear: .fiscalYear
        case .schoolYears: .schoolYears
        case .frequency: .frequency
        case .address: .address
        case .postalCode: .postalCode
        case .telephone: .telephone
        case .web: .webAddress
        case .email: .email
        case .furigana: .furigana
        case .boolean: .boolean
        case .choice: .choice(choices)
        case .choices: .list(.choice(choices))
        }
    }

    /// Whether it chooses from a list that its declaration gives.
    var hasChoices: Bool { self == .choice || self == .choices }

    var label: Phrase {
        switch self {
        case .choices: Phrase(ja: "選択肢（二つ以上選べる）", en: "choices, several")
        case .boolean: Phrase(ja: "はい又はいいえ", en: "yes or no")
        default: type([]).label
        }
    }
}
