import Diagnostics

/// A value of a record as something to be listed, whatever its field: `{{#details}}{{label}}：{{value}}{{/details}}`.
public enum Detail {
    public static let key = Field<String>("key", .fieldKey, ja: "項目名", en: "key")
    public static let label = Field<String>("label", .text, ja: "名称", en: "label")
    public static let value = Field<String>("value", .text, .optional, ja: "値", en: "value")
    public static let link = Field<String>(
        "link", .webAddress, .optional, ja: "値が電話番号、メールアドレス又はURLのときの宛先",
        en: "where a telephone number or an address leads")

    /// Of a facility's address, which it stands before.
    public static let postalCode = Field<String>(
        "postal_code", .postalCode, .optional, ja: "値が施設の所在地のときの郵便番号",
        en: "postal code, where it is a facility's address"
    )

    public static let type = RecordType(
        "detail", ja: "値", en: "detail", hasSource: false, [key, label, value, link, postalCode])

    /// The values of a record that are there and published on pages, without those that are columns.
    public static let details = list("details", ja: "載せる値", en: "values to be listed")
    /// The same with those that a list has columns for where the board chooses none: what is left beside the columns chosen.
    public static let rest = list("rest", ja: "選んだ列のほかの値", en: "values beside the columns chosen")
    /// The values of the columns that the board has chosen, there or not.
    public static let columns = list("columns", ja: "選んだ列の値", en: "values of the columns chosen")

    /// The values that a list can show, there or not, whichever columns the board chooses: what a facility is asked to confirm.
    public static let entries = list("entries", ja: "一覧に載せられる値", en: "values that a list can show")

    /// The values that are there of choices, by which a list can be narrowed down.
    public static let choices = list("choices", ja: "選択肢の値", en: "values that are chosen")

    /// The lists of values, of every record that has values to be listed.
    public static let lists = [details, rest, columns, entries, choices]

    // What they hold is not kept with the records: documents look it up.
    private static func list(_ key: String, ja: String, en: String) -> FieldDeclaration {
        FieldDeclaration(
            key, .list(.record(type)), .optional, label: Phrase(ja: ja, en: en), derivation: { _ in .absent })
    }
}
