public import Diagnostics

/// What a value may be. Scalars stay text until a field's type reads them.
public indirect enum FieldType: Sendable {
    /// One line of text.
    case text
    /// Text of one or more lines.
    case lines
    /// Lower-case ASCII letters, digits and hyphens.
    case identifier
    /// A name that a board gives to a field, a table or a choice of its own.
    case fieldKey
    case boolean
    case date, month, fiscalYear
    /// The school years that something is for: 小学校1年生から中学校3年生まで, 小1～中3.
    case schoolYears
    case integer, decimal
    /// A percentage, kept at the precision it is written with.
    case rate
    case money
    /// How often: 年9回, 毎月.
    case frequency
    /// Text on one line that says where something is.
    case address
    case postalCode, telephone, webAddress, email
    /// 法人番号: a check digit and twelve digits.
    case corporateNumber
    /// Hiragana, spaces and ー.
    case furigana
    /// 全国地方公共団体コード: five digits and a check digit.
    case municipalityCode
    case choice([Choice])
    case list(FieldType)
    case record(RecordType)

    public struct Choice: Sendable {
        /// What stands in the data file.
        public let key: String
        /// What documents print.
        public let label: Phrase

        public init(_ key: String, ja: String, en: String) {
            self.key = key
            label = Phrase(ja: ja, en: en)
        }
    }

    public var recordType: RecordType? {
        if case .record(let type) = self { type } else { nil }
    }

    public var itemType: FieldType? {
        if case .list(let type) = self { type } else { nil }
    }

    /// The record that it is, or is a list of.
    public var innerRecord: RecordType? { recordType ?? itemType?.recordType }

    /// The type with another record in it; nil where it has none, or that one stays.
    func replacingRecord(_ replace: (RecordType) -> RecordType?) -> FieldType? {
        switch self {
        case .record(let record): replace(record).map { .record($0) }
        case .list(let item): item.replacingRecord(replace).map { .list($0) }
        default: nil
        }
    }

    var isFiscalYear: Bool {
        if case .fiscalYear = self { true } else { false }
    }

    var isTelephone: Bool {
        if case .telephone = self { true } else { false }
    }

    var isFurigana: Bool {
        if case .furigana = self { true } else { false }
    }

    /// Whether it says where something is.
    var isAddress: Bool {
        if case .address = self { true } else { false }
    }

    /// Whether it is a choice, or several.
    public var isChoice: Bool {
        switch self {
        case .choice: true
        case .list(let item): item.isChoice
        default: false
        }
    }

    /// Whether a value is the choice その他, which says nothing beside what it is of.
    func isOther(_ value: Value) -> Bool {
        guard case .choice(let choices) = self, case .choice(let index) = value.content else { return false }
        return choices[Int(index)].key == "other"
    }

    /// Whether somebody's own words stand in it, or below it.
    var holdsText: Bool {
        switch self {
        case .list(let item): item.holdsText
        case .record(let type): !type.textSlots.isEmpty
        default: isText
        }
    }

    /// Whether it is somebody's own words.
    var isText: Bool {
        switch self {
        case .text, .lines, .address: true
        default: false
        }
    }

    /// Whether its text may have several lines.
    var holdsLines: Bool {
        if case .lines = self { true } else { false }
    }

    /// What the type is called.
    public var label: Phrase {
        switch self {
        case .text: Phrase(ja: "文字列", en: "text")
        case .lines: Phrase(ja: "文章", en: "text of several lines")
        case .identifier: Phrase(ja: "ID", en: "identifier")
        case .fieldKey: Phrase(ja: "項目名", en: "key")
        case .boolean: Phrase(ja: "true又はfalse", en: "true or false")
        case .date: Phrase(ja: "年月日", en: "date")
        case .month: Phrase(ja: "年月", en: "month")
        case .fiscalYear: Phrase(ja: "年度", en: "fiscal year")
        case .schoolYears: Phrase(ja: "学年", en: "school years")
        case .integer: Phrase(ja: "整数", en: "whole number")
        case .decimal: Phrase(ja: "小数", en: "decimal number")
        case .rate: Phrase(ja: "割合", en: "percentage")
        case .money: Phrase(ja: "金額", en: "amount of money")
        case .frequency: Phrase(ja: "頻度", en: "frequency")
        case .address: Phrase(ja: "所在地", en: "address")
        case .postalCode: Phrase(ja: "郵便番号", en: "postal code")
        case .telephone: Phrase(ja: "電話番号", en: "telephone number")
        case .webAddress: Phrase(ja: "URL", en: "web address")
        case .email: Phrase(ja: "メールアドレス", en: "e-mail address")
        case .municipalityCode: Phrase(ja: "全国地方公共団体コード", en: "municipality code")
        case .corporateNumber: Phrase(ja: "法人番号", en: "corporate number")
        case .furigana: Phrase(ja: "ふりがな", en: "furigana")
        case .choice: Phrase(ja: "選択肢", en: "choice")
        case .list: Phrase(ja: "一覧", en: "list")
        case .record: Phrase(ja: "項目のまとまり", en: "record")
        }
    }

    /// The forms in which templates may print a value of this type, besides its usual one.
    public var forms: [ValueForm] {
        switch self {
        case .text, .lines, .integer, .decimal, .rate, .money, .frequency, .address, .postalCode, .telephone, .date,
            .month, .fiscalYear, .schoolYears:
            ownForms + [.halfwidth, .fullwidth]
        default: ownForms
        }
    }

    private var ownForms: [ValueForm] {
        switch self {
        case .date: [.long, .short, .iso, .weekday, .western, .bracketed, .year, .bare]
        case .month: [.long, .short, .iso, .western, .year, .bare]
        case .fiscalYear: [.long, .short, .iso, .western, .year, .bare]
        case .schoolYears: [.long, .short]
        case .integer: [.grouped, .plain, .kanji]
        case .money: [.number]
        case .address: [.map]
        case .postalCode: [.mark]
        case .telephone, .email: [.link]
        case .choice: [.id]
        default: []
        }
    }
}

/// A way of printing a value, named in templates behind the field: `{{issued.short}}`.
public enum ValueForm: String, CaseIterable, Sendable {
    case long, short, iso, weekday, western, bracketed, bare, year, grouped, plain, kanji, number, mark, link, map, id
    case halfwidth, fullwidth

    /// Widths may stand behind another form: `{{issued.short.fullwidth}}`.
    public var isWidth: Bool { self == .halfwidth || self == .fullwidth }

    /// Forms for machines keep their digits whatever the house style.
    public var isForMachines: Bool {
        switch self {
        case .iso, .id, .link, .map: true
        default: false
        }
    }
}
