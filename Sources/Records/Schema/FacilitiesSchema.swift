import Diagnostics
public import Japanese

/// `facilities.yaml`: the private facilities that are listed, and the public ones.
public enum FacilityLists {
    public static let asOf = Field<CalendarDate>(
        "as_of", .date, ja: "掲載内容の基準日", en: "as-of date", example: "令和7年2月14日",
        renewal: .movesOnToBeConfirmed)
    public static let listed = Field<RecordView>(
        "listed", .record(Period.type), ja: "掲載の対象期間", en: "period that the list covers",
        renewal: .movesOnToBeConfirmed)
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
        "postal_code", .postalCode, .optional, ja: "郵便番号", en: "postal code", example: "665-0865",
        formats: [.list])
    public static let id = Field<String>("id", .identifier, ja: "ID", en: "identifier", example: "rakusho")
    public static let name = Field<String>(
        "name", .text, ja: "名称", en: "name", example: "楽笑 フリースクール", naming: .byOwner)
    public static let address = Field<String>(
        "address", .address, ja: "所在地", en: "address", example: "兵庫県宝塚市寿町9-10-2F",
        formats: [.list])
    public static let telephone = Field<String>(
        "telephone", .telephone, .optional, ja: "電話番号", en: "telephone number", example: "0797-86-2321",
        formats: [.list])
    public static let noPostalCode = Field<String>(
        "no_postal_code", .text, .optional, ja: "郵便番号を載せない理由", en: "why there is no postal code", example: "非公開")
    public static let noTelephone = Field<String>(
        "no_telephone", .text, .optional, ja: "電話番号を載せない理由", en: "why there is no telephone", example: "メールのみ")
    /// The reasons why a value is not given, with the value.
    public static let reasons = [(value: telephone, reason: noTelephone), (value: postalCode, reason: noPostalCode)]
    public static let web = Field<String>("web", .webAddress, .optional, ja: "ウェブページ", en: "web page", formats: [.list])
    public static let note = Field<String>("note", .text, .optional, ja: "備考", en: "note", formats: [.list])
    public static let prefecture = Field<String>(
        derived: "prefecture", .text, ja: "都道府県", en: "prefecture",
        where: Phrase(ja: "所在地が都道府県から始まるとき", en: "where the address begins with one")
    ) { DerivedValues.prefecture(of: $0.value(address), in: $0.file) }
}

extension RecordType {
    /// The field that says why a value is not given.
    public func reason(ofSlot slot: Int) -> Int? {
        Facility.reasons.first { self.slot(of: $0.value.key) == slot }.flatMap { self.slot(of: $0.reason.key) }
    }
}

/// A private facility.
public enum PrivateFacility {
    public static let furigana = Field<String>(
        "furigana", .furigana, .optional, ja: "名称のふりがな", en: "name in kana", example: "らくしょう ふりーすくーる",
        formats: [.column])
    /// How pupils take part: what a list can be narrowed down by.
    public static let kind = Field<[String]>(
        "kind",
        .list(
            .choice([
                .init("commuting", ja: "通所", en: "pupils come to it"),
                .init("visiting", ja: "訪問", en: "it visits pupils at home"),
                .init("online", ja: "オンライン", en: "over the Internet"),
            ])), .optional, ja: "利用の方法", en: "how pupils take part", example: "commuting",
        formats: [.column])
    public static let `operator` = Field<String>(
        "operator", .text, .optional, ja: "運営者", en: "operator", formats: [.column], naming: .byOwner)
    public static let representative = Field<String>(
        "representative", .text, .optional, ja: "代表者", en: "representative", formats: [.column], naming: .byOwner)
    public static let corporateNumber = Field<String>(
        "corporate_number", .corporateNumber, .optional, ja: "法人番号", en: "corporate number", formats: [.column])

    public static let corporationType = Field<String>(
        "corporation_type",
        .choice([
            .init("npo", ja: "特定非営利活動法人", en: "non-profit corporation"),
            .init("school", ja: "学校法人", en: "school corporation"),
            .init("welfare", ja: "社会福祉法人", en: "social welfare corporation"),
            .init("association", ja: "一般社団法人", en: "general association"),
            .init("public_association", ja: "公益社団法人", en: "public interest association"),
            .init("foundation", ja: "一般財団法人", en: "general foundation"),
            .init("public_foundation", ja: "公益財団法人", en: "public interest foundation"),
            .init("company", ja: "株式会社", en: "stock company"),
            .init("llc", ja: "合同会社", en: "limited liability company"),
            .init("cooperative", ja: "協同組合", en: "cooperative"),
            .init("religious", ja: "宗教法人", en: "religious corporation"),
            .init("voluntary", ja: "任意団体", en: "voluntary group"),
            .init("individual", ja: "個人", en: "individual"),
            .init("other", ja: "その他", en: "other"),
        ]), .optional, ja: "法人の種類", en: "type of corporation", example: "npo", formats: .all)
    public static let introduction = Field<String>(
        "introduction", .lines, .optional, ja: "紹介", en: "introduction", example: "少人数で学習と体験活動をしています。", formats: .all)
    public static let schoolYears = Field<SchoolYears>(
        "school_years", .schoolYears, .optional, ja: "対象学年", en: "school years", example: "小学校1年生から中学校3年生まで",
        formats: .all)
    public static let days = Field<String>(
        "days", .text, .optional, ja: "開所日", en: "days", example: "月曜日から金曜日まで（祝日を除く。）", formats: .all)
    public static let hours = Field<String>(
        "hours", .text, .optional, ja: "開所時間", en: "hours", example: "10時から15時まで", formats: .all)
    public static let fees = Field<RecordList>(
        "fees", .list(.record(Fee.type)), .optional, ja: "費用", en: "fees", formats: .all)
    public static let email = Field<String>(
        "email", .email, .optional, ja: "メールアドレス", en: "e-mail address", example: "info@example.com", formats: .all)
    public static let sns = Field<[String]>(
        "sns", .list(.webAddress), .optional, ja: "SNS", en: "social media", formats: .all)
    public static let fax = Field<String>(
        "fax", .telephone, .optional, ja: "FAX番号", en: "fax number", example: "0797-00-0000", formats: .all)
    public static let station = Field<String>(
        "station", .text, .optional, ja: "最寄駅", en: "nearest station", example: "阪急電鉄宝塚南口駅", formats: .all)
    public static let stationMinutes = Field<Int>(
        "station_minutes", .integer, .optional, ja: "最寄駅からの徒歩", en: "minutes on foot from the station", example: "5",
        range: 0...120, unit: "分", formats: .all)
    public static let pickup = Field<String>(
        "pickup", .text, .optional, ja: "送迎", en: "pick-up", example: "市内は要相談", formats: .all)
    public static let trial = Field<String>(
        "trial", .text, .optional, ja: "見学・体験", en: "trial or visit", example: "予約により随時", formats: .all)
    public static let staff = Field<String>(
        "staff", .text, .optional, ja: "職員", en: "staff", example: "5人（うち公認心理師1人）", formats: .all)
    public static let capacity = Field<Int>(
        "capacity", .integer, .optional, ja: "定員", en: "capacity", example: "20", unit: "人", formats: .all)
    public static let meals = Field<String>(
        "meals", .text, .optional, ja: "昼食", en: "meals", example: "弁当を持参", formats: .all)
    public static let established = Field<YearMonth>(
        "established", .month, .optional, ja: "開設", en: "established", example: "平成30年4月", formats: .all)
    public static let building = Field<String>(
        "building", .text, .optional, ja: "設置場所", en: "building that it is in", example: "市民会館の2階", formats: .all)
    public static let certifiedBy = Field<String>(
        "certified_by", .text, .optional, ja: "認証", en: "certified by", example: "兵庫県フリースクール認証制度", formats: .all)
    public static let certifiedUntil = Field<CalendarDate>(
        "certified_until", .date, .optional, ja: "認証の期限", en: "certified until", example: "令和9年3月31日", formats: .all,
        renewal: .expires)
    public static let latitude = Field<FixedPoint>(
        "latitude", .decimal, .optional, ja: "緯度", en: "latitude", example: "34.799700")
    public static let longitude = Field<FixedPoint>(
        "longitude", .decimal, .optional, ja: "経度", en: "longitude", example: "135.360100")
    public static let confirmed = Field<CalendarDate>(
        "confirmed", .date, .optional, ja: "施設が内容を確認した日", en: "day on which the facility confirmed its entry",
        example: "令和7年1月20日")

    public static let type = RecordType(
        "private_facility", ja: "民間施設", en: "private facility",
        [
            Facility.id, Facility.name, furigana, kind, `operator`, representative, corporateNumber, corporationType,
            Facility.postalCode, Facility.noPostalCode, Facility.address, Facility.telephone, Facility.noTelephone,
            Facility.web, introduction, schoolYears, days, hours, fees, email, sns, fax, station, stationMinutes,
            pickup, trial, staff, capacity, meals, established, building, certifiedBy, certifiedUntil, Facility.note,
            latitude, longitude, confirmed, Facility.prefecture,
        ])
}

/// What a facility asks to be paid.
public enum Fee {
    public static let kind = Field<String>(
        "kind",
        .choice([
            .init("entrance", ja: "入会金", en: "on entering"), .init("monthly", ja: "月額", en: "a month"),
            .init("use", ja: "1回", en: "each time"), .init("yearly", ja: "年額", en: "a year"),
            .init("other", ja: "その他", en: "other"),
        ]), ja: "費用の種類", en: "kind", example: "monthly")
    public static let amount = Field<Money>(
        "amount", .money, .optional, ja: "金額（無料なら0円）", en: "amount (0円 where it is free)", example: "20,000円")
    public static let covers = Field<String>(
        "covers", .text, .optional, ja: "内容", en: "what it buys", example: "教材費を含む。")

    public static let type = RecordType(
        "fee", ja: "費用", en: "fee", summary: [.init("", kind), .init(" ", amount), .init("（", covers, "）")],
        [kind, amount, covers])
}

/// A prefecture's or a municipality's facility.
public enum PublicFacility {
    public static let division = Field<String>(
        "division", .text, .optional, ja: "部", en: "division", example: "中学部", naming: .byOwner)
    public static let audience = Field<String>("audience", .text, ja: "対象", en: "for whom")
    public static let aim = Field<String>("aim", .text, .optional, ja: "内容", en: "what it offers")
    public static let dayVisits = Field<Bool>("day_visits", .boolean, .optional, ja: "日帰り利用", en: "day visits")

    public static let type = RecordType(
        "public_facility", ja: "公的施設", en: "public facility",
        [
            Facility.id, Facility.name, division, audience, aim, dayVisits, Facility.postalCode, Facility.address,
            Facility.telephone, Facility.noTelephone, Facility.web, Facility.note, Facility.prefecture,
        ])
}
