import Diagnostics

/// `facilities.yaml`: the private facilities that are listed, and the public ones.
public enum FacilitiesSchema {
    public static let type = RecordType(
        "facilities", ja: "施設", en: "facilities",
        [
            Field("as_of", .date, ja: "掲載内容の基準日", en: "as-of date", example: "令和7年2月14日"),
            Field("listed", .record(periodType), ja: "掲載の対象期間", en: "period that the list covers"),
            privateFacilities,
            prefecturalFacilities, municipalFacilities,
            Field(
                derived: "has_public", .boolean, ja: "公的施設の有無", en: "whether there are public facilities",
                where: Phrase(ja: "県立又は市区町村の施設があるとき", en: "where prefectural or municipal facilities are listed")
            ) { record in
                DerivedValues.truth(
                    [prefecturalFacilities, municipalFacilities].contains { record.list($0)?.isEmpty == false })
            },
            Field("updates", .list(.record(updateType)), .optional, ja: "更新の記録", en: "what has been changed"),
        ])

    public static let privateFacilities = Field(
        "private", .list(.record(privateFacilityType)), ja: "民間施設", en: "private facilities")

    static let prefecturalFacilities = Field(
        "prefectural", .list(.record(publicFacilityType)), .optional, ja: "県立の施設", en: "prefectural facilities")

    static let municipalFacilities = Field(
        "municipal", .list(.record(publicFacilityType)), .optional, ja: "市区町村の施設", en: "municipal facilities")

    static let updateType = RecordType(
        "update", ja: "更新", en: "change",
        [
            Field("date", .date, ja: "更新した日", en: "date of the change", example: "令和7年2月14日"),
            Field("text", .text, ja: "更新の内容", en: "what was changed", example: "2施設を加えました。"),
        ])

    public static let periodType = RecordType(
        "period", ja: "期間", en: "period",
        [
            Field("from", .fiscalYear, ja: "始まりの年度", en: "first fiscal year", example: "令和2年度"),
            Field("to", .fiscalYear, ja: "終わりの年度", en: "last fiscal year", example: "令和6年度"),
            Field(
                derived: "years", .integer, ja: "年数", en: "number of fiscal years",
                where: Phrase(ja: "始まりが終わりより後でないとき", en: "where it does not begin after its end")
            ) { DerivedValues.years(from: $0["from"], to: $0["to"]) },
        ])

    public static let address = Field("address", .address, ja: "所在地", en: "address", example: "兵庫県宝塚市寿町9-10-2F")
    public static let telephone = Field(
        "telephone", .telephone, ja: "電話番号", en: "telephone number", example: "0797-86-2321")
    public static let id = Field("id", .identifier, ja: "ID", en: "identifier", example: "rakusho")
    public static let name = Field("name", .text, ja: "名称", en: "name", example: "楽笑 フリースクール")
    private static let web = Field("web", .webAddress, .optional, ja: "ウェブページ", en: "web page")
    private static let note = Field("note", .text, .optional, ja: "備考", en: "note")
    private static let prefecture = Field(
        derived: "prefecture", .text, ja: "都道府県", en: "prefecture",
        where: Phrase(ja: "所在地が都道府県から始まるとき", en: "where the address begins with one")
    ) { DerivedValues.prefecture(of: $0[address], in: $0.file) }

    /// How pupils take part: what a list can be narrowed down by.
    public static let kind = Field(
        "kind",
        .choice([
            .init("commuting", ja: "通所", en: "pupils come to it"),
            .init("visiting", ja: "訪問", en: "it visits pupils at home"),
            .init("online", ja: "オンライン", en: "over the Internet"),
        ]), .optional, ja: "利用の方法", en: "how pupils take part", example: "commuting")

    public static let privateFacilityType = RecordType(
        "private_facility", ja: "民間施設", en: "private facility",
        [
            id, name,
            Field("furigana", .furigana, .optional, ja: "名称のふりがな", en: "name in kana", example: "らくしょう ふりーすくーる"),
            kind,
            Field("operator", .text, .optional, ja: "運営者", en: "operator"),
            Field("representative", .text, .optional, ja: "代表者", en: "representative"),
            Field("corporate_number", .corporateNumber, .optional, ja: "法人番号", en: "corporate number"),
            Field("postal_code", .postalCode, ja: "郵便番号", en: "postal code", example: "665-0865"),
            address, telephone, web, note, prefecture,
        ])

    public static let publicFacilityType = RecordType(
        "public_facility", ja: "公的施設", en: "public facility",
        [
            id, name,
            Field("division", .text, .optional, ja: "部", en: "division", example: "中学部"),
            Field("audience", .text, ja: "対象", en: "for whom"),
            Field("aim", .text, .optional, ja: "内容", en: "what it offers"),
            Field("day_visits", .boolean, .optional, ja: "日帰り利用", en: "day visits"),
            Field("postal_code", .postalCode, .optional, ja: "郵便番号", en: "postal code"),
            address, telephone, web, note, prefecture,
        ])
}
