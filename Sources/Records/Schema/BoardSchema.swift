import Diagnostics
public import Japanese

/// `board.yaml`: who publishes, which documents, and in what house style.
public enum BoardRecord {
    public static let municipalityCode = Field<String>(
        "municipality_code", .municipalityCode, ja: "全国地方公共団体コード", en: "municipality code", example: "282146")
    public static let prefecture = Field<String>("prefecture", .text, ja: "都道府県", en: "prefecture", example: "兵庫県")
    public static let municipality = Field<String>(
        "municipality", .text, ja: "市区町村", en: "municipality", example: "宝塚市", naming: .byOwner)
    public static let name = Field<String>(
        "name", .text, ja: "教育委員会の名称", en: "board's name", example: "宝塚市教育委員会", naming: .byOwner)
    public static let section = Field<String>(
        "section", .text, .optional, ja: "担当課", en: "section in charge", example: "教育支援課",
        naming: .byOwner)
    public static let contact = Field<RecordView>("contact", .record(Contact.type), .optional, ja: "連絡先", en: "contact")
    public static let edition = Field<RecordView>("edition", .record(Edition.type), ja: "発行", en: "edition")
    public static let style = Field<RecordView>("style", .record(Style.type), .optional, ja: "表記", en: "house style")
    public static let documents = Field<RecordList>(
        "documents", .list(.record(DocumentEntry.type)), ja: "作成する文書", en: "documents")
    public static let notices = Field<RecordList>(
        "notices", .list(.record(Notice.type)), .optional, ja: "引用する通知及び法令", en: "notices and acts cited")
    public static let readings = Field<RecordList>(
        "readings", .list(.record(Reading.type)), .optional, ja: "語の読み", en: "readings of words")
    public static let request = Field<RecordView>(
        "request", .record(FormRequest.type), .optional, ja: "様式の記入内容", en: "forms' entries")

    public static let extends = Field<String>(
        "extends", .choice([.init("shared", ja: "Data/sharedの内容", en: "what is in Data/shared")]), .optional,
        ja: "共有する内容", en: "what it shares with other boards", example: "shared")
    public static let columns = Field<[String]>(
        "columns", .list(.fieldKey), .optional, ja: "民間施設の表の列", en: "columns of the table of private facilities")
    public static let fields = Field<RecordList>(
        "fields", .list(.record(FieldEntry.recordType)), .optional, ja: "加える項目", en: "fields of one's own")
    public static let tables = Field<RecordList>(
        "tables", .list(.record(TableEntry.type)), .optional, ja: "加える表", en: "tables of one's own")

    public static let type = RecordType(
        "board", ja: "教育委員会", en: "board", hasSource: false,
        [
            municipalityCode, prefecture, municipality, name, section, contact, edition, style, documents, notices,
            readings, request, extends, columns, fields, tables,
        ])
}

/// Where the board is asked.
public enum Contact {
    public static let postalCode = Field<String>(
        "postal_code", .postalCode, .optional, ja: "郵便番号", en: "postal code", example: "665-8665")
    public static let address = Field<String>(
        "address", .address, .optional, ja: "所在地", en: "address", example: "兵庫県宝塚市東洋町1番1号")
    public static let telephone = Field<String>(
        "telephone", .telephone, .optional, ja: "電話番号", en: "telephone number", example: "0797-00-0000")
    public static let email = Field<String>("email", .email, .optional, ja: "メールアドレス", en: "e-mail address")
    public static let web = Field<String>("web", .webAddress, .optional, ja: "ウェブページ", en: "web page")
    public static let fax = Field<String>(
        "fax", .telephone, .optional, ja: "FAX番号", en: "fax number", example: "0797-00-0000", formats: [.page])
    public static let hours = Field<String>(
        "hours", .text, .optional, ja: "受付時間", en: "hours", example: "平日の9時から17時30分まで", formats: [.page])
    public static let reception = Field<String>(
        "reception", .text, .optional, ja: "窓口", en: "where to come to", example: "市役所5階", formats: [.page])

    public static let type = RecordType(
        "contact", ja: "連絡先", en: "contact",
        [postalCode, address, telephone, email, web, fax, hours, reception])
}

/// The year and month of issue.
public enum Edition {
    public static let fiscalYear = Field<FiscalYear>(
        "fiscal_year", .fiscalYear, ja: "年度", en: "fiscal year", example: "令和6年度",
        renewal: .movesOn)
    public static let issued = Field<YearMonth>(
        "issued", .month, ja: "発行月", en: "month of issue", example: "令和7年3月", renewal: .movesOnToBeConfirmed)

    public static let type = RecordType("edition", ja: "発行", en: "edition", [fiscalYear, issued])
}

/// How documents are written: a board's, or a document's own.
public enum Style {
    public static let digits = Field<String>(
        "digits",
        .choice([
            .init("halfwidth", ja: "半角", en: "half width"), .init("fullwidth", ja: "全角", en: "full width"),
        ]), .optional, ja: "数字の幅", en: "width of digits", example: "halfwidth")
    public static let sentences = Field<String>(
        "sentences",
        .choice([
            .init("polite", ja: "です・ます", en: "です and ます"), .init("plain", ja: "である", en: "である"),
        ]), .optional, ja: "文体", en: "style of sentences", example: "polite")
    /// On paper and in Word: headings and drawings are in ゴシック either way, and screens have the reader's own.
    public static let typeface = Field<String>(
        "typeface",
        .choice([.init("gothic", ja: "ゴシック体", en: "ゴシック"), .init("mincho", ja: "明朝体", en: "明朝")]),
        .optional, ja: "紙とWordの本文の書体", en: "typeface of text on paper and in Word", example: "mincho")
    public static let ambiguous = Field<String>(
        "ambiguous",
        .choice([.init("wide", ja: "全角", en: "two columns"), .init("narrow", ja: "半角", en: "one column")]),
        .optional, ja: "①や※などの幅", en: "width of ambiguous characters", example: "wide")
    public static let columns = Field<Int>(
        "columns", .integer, .optional, ja: "テキスト版の1行の字数（全角）", en: "full-width characters in a line of text",
        example: "40", range: 10...100)
    public static let lineBreaking = Field<String>(
        "line_breaking", .choice([.init("strict", ja: "強い禁則", en: "strict"), .init("weak", ja: "弱い禁則", en: "weak")]),
        .optional, ja: "禁則処理", en: "line breaking", example: "strict")

    /// How tables stand in plain text: between rules, or as they are read aloud.
    public static let tables = Field<String>(
        "tables",
        .choice([
            .init("rules", ja: "罫線で囲む", en: "between rules"),
            .init("records", ja: "1件ずつ「名称：…」の形", en: "a line for each value, with its label"),
        ]), .optional, ja: "テキスト版の表", en: "tables in text", example: "records")
    /// A server that does not say how a text is encoded shows one that begins with a byte order mark right.
    public static let byteOrderMark = Field<Bool>(
        "byte_order_mark", .boolean, .optional, ja: "テキスト版の先頭のBOM", en: "byte order mark before text",
        example: "false")

    /// Up to which year of primary school the kanji go without a reading above them.
    public static let ruby = Field<String>(
        "ruby",
        .choice(
            [.init("none", ja: "付けない", en: "none")]
                + (1...6).map {
                    .init("grade-\($0)", ja: "小学校\($0)年生までに習わない漢字", en: "kanji not taught up to year \($0)")
                } + [.init("all", ja: "全ての漢字", en: "all kanji")]), .optional, ja: "ふりがな", en: "ruby",
        example: "grade-4")

    public static let sources = Field<String>(
        "sources",
        .choice([
            .init("optional", ja: "任意", en: "where there are some"), .init("required", ja: "必要", en: "of every figure"),
        ]), .optional, ja: "出典", en: "sources", example: "required")

    public static let type = RecordType(
        "style", ja: "表記", en: "house style", hasSource: false,
        [digits, sentences, typeface, ambiguous, columns, lineBreaking, tables, byteOrderMark, ruby, sources])
}

/// A document that is published.
public enum DocumentEntry {
    public static let id = Field<String>(
        "id", .identifier, ja: "文書のID", en: "document's identifier", example: "guideline")
    public static let title = Field<String>(
        "title", .text, ja: "題名", en: "title", renewal: .movesOnToBeConfirmed, naming: .byBoard)
    public static let date = Field<CalendarDate>(
        "date", .date, .optional, ja: "日付", en: "date", example: "令和5年2月6日", renewal: .movesOnToBeConfirmed)
    public static let addressee = Field<String>(
        "addressee", .text, .optional, ja: "宛先", en: "addressee", example: "文教常任委員会", naming: .byBoard)
    public static let draft = Field<Bool>("draft", .boolean, .optional, ja: "案", en: "draft", example: "true")
    /// What a document is published as; as a web page and as text where nothing is said.
    public static let formats = Field<[String]>(
        "formats",
        .list(
            .choice([
                .init("html", ja: "ウェブページ", en: "web page"), .init("text", ja: "テキスト", en: "plain text"),
                .init("docx", ja: "Wordの文書", en: "Word document"),
                .init("pdf", ja: "shirube printで作るPDF", en: "PDF, made by shirube print"),
                .init("fragment", ja: "CMSに貼り付けるHTML", en: "HTML to paste into a CMS"),
                .init("csv", ja: "民間施設のCSV", en: "private facilities as CSV"),
                .init("json", ja: "民間施設のJSON", en: "private facilities as JSON"),
            ])), .optional, ja: "公開する形式", en: "published as")
    public static let isPage = Field<Bool>(
        derived: "page", .boolean, ja: "ウェブページの有無", en: "whether it is a web page, too",
        where: Phrase(ja: "公開する形式にhtml又はpdfがあるとき", en: "where html or pdf is among its formats")
    ) { record in
        DerivedValues.truth(record[formats]?.contains { ["html", "pdf"].contains($0) } ?? true)
    }
    /// What people are sent for: 様式1.
    public static let formNumber = Field<Int>(
        derived: "form_number", .integer, ja: "様式の番号", en: "form's number",
        where: Phrase(ja: "文書のIDが「form1」のように番号で終わるとき", en: "where its identifier is form and a number")
    ) { record in
        DerivedValues.number(behind: "form", in: record[id] ?? "")
    }
    public static let perFacility = Field<Bool>(
        "per_facility", .boolean, .optional, ja: "民間施設ごとにも作る", en: "one more for each private facility",
        example: "true")
    public static let project = Field<String>(
        "project", .identifier, .optional, ja: "報告する事業のID", en: "project that it reports", example: "online-support")
    public static let style = Field<RecordView>("style", .record(Style.type), .optional, ja: "表記", en: "house style")
    /// The same as in its style, which one need not write for this alone.
    public static let ruby = Field<String>(
        "ruby", Style.ruby.declaration.type, .optional, ja: "ふりがな", en: "ruby", example: "grade-4")

    /// The document of which this one is an edition in plain words or in another language.
    public static let translates = Field<String>(
        "translates", .identifier, .optional, ja: "元の文書のID", en: "document that it translates", example: "guideline")

    public static let type = RecordType(
        "document", ja: "文書", en: "document", hasSource: false,
        [
            id, title, date, addressee, draft, formats, isPage, formNumber, perFacility, project, style, ruby,
            translates,
        ])
}

/// How a word is read, for documents that have readings above their kanji.
public enum Reading {
    public static let word = Field<String>("word", .text, ja: "語", en: "word", example: "不登校")
    public static let furigana = Field<String>("furigana", .furigana, ja: "読み", en: "reading", example: "ふとうこう")

    public static let type = RecordType(
        "reading", ja: "語の読み", en: "reading of a word", hasSource: false, [word, furigana])
}

/// A notice or an act that documents cite.
public enum Notice {
    public static let id = Field<String>("id", .identifier, ja: "ID", en: "identifier", example: "attendance-notice")
    public static let title = Field<String>("title", .text, ja: "題名", en: "title", naming: .byOwner)
    public static let number = Field<String>(
        "number", .text, .optional, ja: "文書番号又は法令番号", en: "number", example: "元文科初第698号", naming: .byOwner)
    public static let date = Field<CalendarDate>("date", .date, .optional, ja: "日付", en: "date", example: "令和元年10月25日")
    public static let month = Field<YearMonth>("month", .month, .optional, ja: "年月", en: "month", example: "令和4年12月")
    public static let issuer = Field<String>(
        "issuer", .text, .optional, ja: "発出者", en: "issuer", example: "文部科学省初等中等教育局長", naming: .byOwner)
    public static let detail = Field<String>(
        "detail", .text, .optional, ja: "引用する箇所", en: "place cited", example: "第2条第2号")

    public static let type = RecordType(
        "notice", ja: "通知及び法令", en: "notice or act", [id, title, number, date, month, issuer, detail])
}

/// What the forms of a pupil's attendance are filled in with: a request, the opinion on it, the decision, the days attended.
public enum FormRequest {
    public static let date = Field<CalendarDate>("date", .date, .optional, ja: "依頼日", en: "date of request")
    public static let school = Field<String>("school", .text, .optional, ja: "学校", en: "school")
    public static let guardian = Field<String>("guardian", .text, .optional, ja: "保護者氏名", en: "guardian's name")
    public static let guardianTelephone = Field<String>(
        "guardian_telephone", .telephone, .optional, ja: "保護者の電話番号", en: "guardian's telephone")
    public static let pupilSchool = Field<String>("pupil_school", .text, .optional, ja: "児童生徒の学校", en: "pupil's school")
    public static let pupilYear = Field<String>("pupil_year", .text, .optional, ja: "学年", en: "year")
    public static let pupilClass = Field<String>("pupil_class", .text, .optional, ja: "組", en: "class")
    public static let pupilFurigana = Field<String>("pupil_furigana", .furigana, .optional, ja: "ふりがな", en: "furigana")
    public static let pupilName = Field<String>("pupil_name", .text, .optional, ja: "児童生徒の氏名", en: "pupil's name")
    public static let facilityName = Field<String>(
        "facility_name", .text, .optional, ja: "施設の名称", en: "facility's name")
    public static let facilityRepresentative = Field<String>(
        "facility_representative", .text, .optional, ja: "施設の代表者", en: "facility's representative")
    public static let facilityPostalCode = Field<String>(
        "facility_postal_code", .postalCode, .optional, ja: "施設の郵便番号", en: "facility's postal code")
    public static let facilityAddress = Field<String>(
        "facility_address", .address, .optional, ja: "施設の所在地", en: "facility's address")
    public static let facilityTelephone = Field<String>(
        "facility_telephone", .telephone, .optional, ja: "施設の電話番号", en: "facility's telephone")
    public static let start = Field<CalendarDate>("start", .date, .optional, ja: "利用開始日", en: "first day")
    public static let reason = Field<String>("reason", .lines, .optional, ja: "理由", en: "reason")

    public static let principal = Field<String>("principal", .text, .optional, ja: "学校長の氏名", en: "principal's name")
    public static let documentNumber = Field<String>(
        "document_number", .text, .optional, ja: "文書番号", en: "number of the document")
    public static let opinion = Field<String>("opinion", .lines, .optional, ja: "学校長の意見", en: "principal's opinion")
    public static let decided = Field<CalendarDate>("decided", .date, .optional, ja: "決定日", en: "date of the decision")
    public static let decision = Field<String>(
        "decision",
        .choice([
            .init("granted", ja: "出席扱いとする", en: "days count as attendance"),
            .init("refused", ja: "出席扱いとしない", en: "days do not count as attendance"),
        ]), .optional, ja: "決定", en: "decision")
    public static let decisionReason = Field<String>(
        "decision_reason", .lines, .optional, ja: "決定の理由", en: "reason of the decision")
    public static let periodFrom = Field<CalendarDate>(
        "period_from", .date, .optional, ja: "出席扱いの始まり", en: "first day that counts")
    public static let periodTo = Field<CalendarDate>(
        "period_to", .date, .optional, ja: "出席扱いの終わり", en: "last day that counts")
    public static let month = Field<YearMonth>("month", .month, .optional, ja: "報告する月", en: "month reported")
    public static let attendedDays = Field<Int>(
        "attended_days", .integer, .optional, ja: "通所日数", en: "days attended", range: 0...31, unit: "日")
    public static let remarks = Field<String>("remarks", .lines, .optional, ja: "通所の様子", en: "how it went")

    public static let type = RecordType(
        "request", ja: "様式の記入内容", en: "forms' entries", hasSource: false,
        [
            date, school, guardian, guardianTelephone, pupilSchool, pupilYear, pupilClass, pupilFurigana, pupilName,
            facilityName, facilityRepresentative, facilityPostalCode, facilityAddress, facilityTelephone, start, reason,
            principal, documentNumber, opinion, decided, decision, decisionReason, periodFrom, periodTo, month,
            attendedDays, remarks,
        ])
}
