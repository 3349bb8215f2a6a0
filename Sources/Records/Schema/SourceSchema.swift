public import Japanese

/// Where a record's values are from: a document with its page and address, and the day on which somebody looked it up.
///
/// Where only the document is known, its name stands for the whole: `source: 教育委員会調べ`.
public enum Source {
    public static let document = Field<String>(
        "document", .text, ja: "資料", en: "document", example: "令和6年度教育統計")
    public static let page = Field<String>("page", .text, .optional, ja: "掲載箇所", en: "page or table", example: "12ページ")
    public static let web = Field<String>("web", .webAddress, .optional, ja: "アドレス", en: "address")
    public static let confirmed = Field<CalendarDate>(
        "confirmed", .date, .optional, ja: "確認した日", en: "day on which it was looked up", example: "令和7年1月20日")

    public static let type = RecordType(
        "source", ja: "出典", en: "source", summary: [.init("", document), .init(" ", page)],
        hasSource: false, [document, page, web, confirmed])

    /// What any record may say of its own values.
    public static let field = Field<RecordView>(
        "source", .record(type), .optional, ja: "出典", en: "source", example: "教育委員会調べ", renewal: .staysBehind)
}
