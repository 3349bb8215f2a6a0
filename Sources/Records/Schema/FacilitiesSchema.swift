import Diagnostics
public import Japanese

/// `facilities.yaml`: the private facilities that are listed, and the public ones.
public enum FacilityLists {
    public static let asOf = Field<CalendarDate>("as_of", .date, ja: "掲載内容の基準日", en: "as-of date", example: "令和7年2月14日")
    public static let listed = Field<RecordView>(
        "listed", .record(Period.type), ja: "掲載の対象期間", en: "period that the list covers")
    public static let privateFacilities = Field<RecordList>(
        "private", .list(.record(PrivateFacility.type)), ja: "民間施設", en: "private facilities")
    public static let prefectural = Field<RecordList>(
        "prefectural", .list(.record(PublicFacility.type)), .optional, ja: "県立の施設", en: "prefectural facilities")
    public static let municipal = Field<RecordList>(
        "municipal", .list(.record(PublicFacility.type)), .optional, ja: "市区町村の施設", en: "municipal facilities")
    public static let hasPublic = Field<Bool>(
        derived: "has_public", .boolean, ja: "公的施設の有無", en: "whether there are public facilities",
        where: Phrase(ja: "県立又は市区町村の施設があるとき", en: "where prefectural or municipal facilities are listed")
    ) { record in
        DerivedValues.truth(
            [prefectural, municipal].contains { !record.records($0).isEmpty })
    }
    public static let updates = Field<RecordList>(
        "updates", .list(.record(Update.type)), .optional, ja: "更新の記録", en: "what has been changed")

    public static let type = RecordType(
        "facilities", ja: "施設", en: "facilities",
        [asOf, listed, privateFacilities, prefectural, municipal, hasPublic, updates])
}

/// A change of the list.
public enum Update {
    public static let date = Field<CalendarDate>(
        "date", .date, ja: "更新した日", en: "date of the change", example: "令和7年2月14日")
    public static let text = Field<String>("text", .text, ja: "更新の内容", en: "what was changed", example: "2施設を加えました。")

    public static let type = RecordType("update", ja: "更新", en: "change", [date, text])
}

/// Fiscal years from one to another.
public enum Period {
    public static let from = Field<FiscalYear>(
        "from", .fiscalYear, ja: "始まりの年度", en: "first fiscal year", example: "令和2年度")
    public static let to = Field<FiscalYear>("to", .fiscalYear, ja: "終わりの年度", en: "last fiscal year", example: "令和6年度")
    public static let years = Field<Int>(
        derived: "years", .integer, ja: "年数", en: "number of fiscal years",
        where: Phrase(ja: "始まりが終わりより後でないとき", en: "where it does not begin after its end")
    ) { DerivedValues.years(from: $0[from], to: $0[to]) }

    public static let type = RecordType("period", ja: "期間", en: "period", [from, to, years])
}

/// What every facility has.
public enum Facility {
    public static let postalCode = Field<String>(
        "postal_code", .postalCode, .optional, ja: "郵便番号", en: "postal code", example: "665-0865")
    public static let id = Field<String>("id", .identifier, ja: "ID", en: "identifier", example: "rakusho")
    public static let name = Field<String>("name", .text, ja: "名称", en: "name", example: "楽笑 フリースクール")
    public static let address = Field<String>("address", .address, ja: "所在地", en: "address", example: "兵庫県宝塚市寿町9-10-2F")
    public static let telephone = Field<String>(
        "telephone", .telephone, ja: "電話番号", en: "telephone number", example: "0797-86-2321")
    public static let web = Field<String>("web", .webAddress, .optional, ja: "ウェブページ", en: "web page")
    public static let note = Field<String>("note", .text, .optional, ja: "備考", en: "note")
    public static let prefecture = Field<String>(
        derived: "prefecture", .text, ja: "都道府県", en: "prefecture",
        where: Phrase(ja: "所在地が都道府県から始まるとき", en: "where the address begins with one")
    ) { DerivedValues.prefecture(of: $0.value(address), in: $0.file) }
}

/// A private facility.
public enum PrivateFacility {
    public static let furigana = Field<String>(
        "furigana", .furigana, .optional, ja: "名称のふりがな", en: "name in kana", example: "らくしょう ふりーすくーる")
    /// How pupils take part: what a list can be narrowed down by.
    public static let kind = Field<String>(
        "kind",
        .choice([
            .init("commuting", ja: "通所", en: "pupils come to it"),
            .init("visiting", ja: "訪問", en: "it visits pupils at home"),
            .init("online", ja: "オンライン", en: "over the Internet"),
        ]), .optional, ja: "利用の方法", en: "how pupils take part", example: "commuting")
    public static let `operator` = Field<String>("operator", .text, .optional, ja: "運営者", en: "operator")
    public static let representative = Field<String>(
        "representative", .text, .optional, ja: "代表者", en: "representative")
    public static let corporateNumber = Field<String>(
        "corporate_number", .corporateNumber, .optional, ja: "法人番号", en: "corporate number")

    public static let type = RecordType(
        "private_facility", ja: "民間施設", en: "private facility",
        [
            Facility.id, Facility.name, furigana, kind, `operator`, representative, corporateNumber,
            Facility.postalCode,
            Facility.address, Facility.telephone, Facility.web, Facility.note, Facility.prefecture,
        ])
}

/// A prefecture's or a municipality's facility.
public enum PublicFacility {
    public static let division = Field<String>("division", .text, .optional, ja: "部", en: "division", example: "中学部")
    public static let audience = Field<String>("audience", .text, ja: "対象", en: "for whom")
    public static let aim = Field<String>("aim", .text, .optional, ja: "内容", en: "what it offers")
    public static let dayVisits = Field<Bool>("day_visits", .boolean, .optional, ja: "日帰り利用", en: "day visits")

    public static let type = RecordType(
        "public_facility", ja: "公的施設", en: "public facility",
        [
            Facility.id, Facility.name, division, audience, aim, dayVisits, Facility.postalCode, Facility.address,
            Facility.telephone, Facility.web, Facility.note, Facility.prefecture,
        ])
}
