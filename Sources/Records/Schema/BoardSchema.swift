/// `board.yaml`: who publishes, which documents, and in what house style.
public enum BoardSchema {
    public static let municipalityCode = Field(
        "municipality_code", .municipalityCode, ja: "全国地方公共団体コード", en: "municipality code", example: "282146")
    public static let prefecture = Field("prefecture", .text, ja: "都道府県", en: "prefecture", example: "兵庫県")
    public static let municipality = Field("municipality", .text, ja: "市区町村", en: "municipality", example: "宝塚市")
    public static let name = Field("name", .text, ja: "教育委員会の名称", en: "board's name", example: "宝塚市教育委員会")
    public static let section = Field(
        "section", .text, .optional, ja: "担当課", en: "section in charge", example: "教育支援課")
    public static let contact = Field("contact", .record(contactType), .optional, ja: "連絡先", en: "contact")
    public static let edition = Field("edition", .record(editionType), ja: "発行", en: "edition")
    public static let style = Field("style", .record(styleType), .optional, ja: "表記", en: "house style")
    public static let documents = Field("documents", .list(.record(documentType)), ja: "作成する文書", en: "documents")
    public static let notices = Field(
        "notices", .list(.record(noticeType)), .optional, ja: "引用する通知及び法令", en: "notices and acts cited")
    public static let request = Field(
        "request", .record(requestType), .optional, ja: "様式1の記入内容", en: "form 1's entries")

    public static let type = RecordType(
        "board", ja: "教育委員会", en: "board",
        [
            municipalityCode, prefecture, municipality, name, section, contact, edition, style, documents, notices,
            request,
        ])

    static let contactType = RecordType(
        "contact", ja: "連絡先", en: "contact",
        [
            Field("postal_code", .postalCode, .optional, ja: "郵便番号", en: "postal code", example: "665-8665"),
            Field("address", .address, .optional, ja: "所在地", en: "address", example: "兵庫県宝塚市東洋町1番1号"),
            Field("telephone", .telephone, .optional, ja: "電話番号", en: "telephone number", example: "0797-00-0000"),
            Field("email", .email, .optional, ja: "メールアドレス", en: "e-mail address"),
            Field("web", .webAddress, .optional, ja: "ウェブページ", en: "web page"),
        ])

    static let editionType = RecordType(
        "edition", ja: "発行", en: "edition",
        [
            Field("fiscal_year", .fiscalYear, ja: "年度", en: "fiscal year", example: "令和6年度"),
            Field("issued", .month, ja: "発行月", en: "month of issue", example: "令和7年3月"),
        ])

    public static let digits = Field(
        "digits",
        .choice([
            .init("halfwidth", ja: "半角", en: "half width"), .init("fullwidth", ja: "全角", en: "full width"),
        ]), .optional, ja: "数字の幅", en: "width of digits", example: "halfwidth")
    public static let ambiguous = Field(
        "ambiguous",
        .choice([.init("wide", ja: "全角", en: "two columns"), .init("narrow", ja: "半角", en: "one column")]),
        .optional, ja: "①や※などの幅", en: "width of ambiguous characters", example: "wide")
    public static let columns = Field(
        "columns", .integer, .optional, ja: "テキスト版の1行の字数（全角）", en: "full-width characters in a line of text",
        example: "40", range: 10...100)
    public static let lineBreaking = Field(
        "line_breaking", .choice([.init("strict", ja: "強い禁則", en: "strict"), .init("weak", ja: "弱い禁則", en: "weak")]),
        .optional, ja: "禁則処理", en: "line breaking", example: "strict")

    static let styleType = RecordType(
        "style", ja: "表記", en: "house style", [digits, ambiguous, columns, lineBreaking])

    public static let documentID = Field(
        "id", .identifier, ja: "文書のID", en: "document's identifier", example: "guideline")
    public static let documentTitle = Field("title", .text, ja: "題名", en: "title")

    public static let documentType = RecordType(
        "document", ja: "文書", en: "document",
        [
            documentID, documentTitle,
            Field("date", .date, .optional, ja: "日付", en: "date", example: "令和5年2月6日"),
            Field("addressee", .text, .optional, ja: "宛先", en: "addressee", example: "文教常任委員会"),
            Field("draft", .boolean, .optional, ja: "案", en: "draft", example: "true"),
            formats, perFacility, style,
        ])

    /// What a document is published as; as a web page and as text where nothing is said.
    public static let formats = Field(
        "formats",
        .list(
            .choice([
                .init("html", ja: "ウェブページ", en: "web page"), .init("text", ja: "テキスト", en: "plain text"),
                .init("fragment", ja: "CMSに貼り付けるHTML", en: "HTML to paste into a CMS"),
                .init("csv", ja: "民間施設のCSV", en: "private facilities as CSV"),
                .init("json", ja: "民間施設のJSON", en: "private facilities as JSON"),
            ])), .optional, ja: "公開する形式", en: "published as")
    public static let perFacility = Field(
        "per_facility", .boolean, .optional, ja: "民間施設ごとにも作る", en: "one more for each private facility",
        example: "true")

    static let noticeType = RecordType(
        "notice", ja: "通知及び法令", en: "notice or act",
        [
            Field("id", .identifier, ja: "ID", en: "identifier", example: "attendance-notice"),
            Field("title", .text, ja: "題名", en: "title"),
            Field("number", .text, .optional, ja: "文書番号又は法令番号", en: "number", example: "元文科初第698号"),
            Field("date", .date, .optional, ja: "日付", en: "date", example: "令和元年10月25日"),
            Field("month", .month, .optional, ja: "年月", en: "month", example: "令和4年12月"),
            Field("issuer", .text, .optional, ja: "発出者", en: "issuer", example: "文部科学省初等中等教育局長"),
            Field("detail", .text, .optional, ja: "引用する箇所", en: "place cited", example: "第2条第2号"),
        ])

    public static let requestType = RecordType(
        "request", ja: "様式1の記入内容", en: "form 1's entries",
        [
            Field("date", .date, .optional, ja: "依頼日", en: "date of request"),
            Field("school", .text, .optional, ja: "学校", en: "school"),
            Field("guardian", .text, .optional, ja: "保護者氏名", en: "guardian's name"),
            Field("guardian_telephone", .telephone, .optional, ja: "保護者の電話番号", en: "guardian's telephone"),
            Field("pupil_school", .text, .optional, ja: "児童生徒の学校", en: "pupil's school"),
            Field("pupil_year", .text, .optional, ja: "学年", en: "year"),
            Field("pupil_class", .text, .optional, ja: "組", en: "class"),
            Field("pupil_furigana", .furigana, .optional, ja: "ふりがな", en: "furigana"),
            Field("pupil_name", .text, .optional, ja: "児童生徒の氏名", en: "pupil's name"),
            Field("facility_name", .text, .optional, ja: "施設の名称", en: "facility's name"),
            Field("facility_representative", .text, .optional, ja: "施設の代表者", en: "facility's representative"),
            Field("facility_postal_code", .postalCode, .optional, ja: "施設の郵便番号", en: "facility's postal code"),
            Field("facility_address", .address, .optional, ja: "施設の所在地", en: "facility's address"),
            Field("facility_telephone", .telephone, .optional, ja: "施設の電話番号", en: "facility's telephone"),
            Field("start", .date, .optional, ja: "利用開始日", en: "first day"),
            Field("reason", .lines, .optional, ja: "理由", en: "reason"),
        ])
}
