import Diagnostics
public import Japanese

/// `statistics.yaml`: surveys, and the series whose figures the documents print.
public enum Statistics {
    public static let survey = Field<RecordView>("survey", .record(Survey.type), ja: "調査", en: "survey")
    public static let national = Field<RecordView>("national", .record(Series.type), ja: "全国", en: "the nation")
    public static let named = Field<RecordList>(
        "series", .list(.record(NamedSeries.type)), .optional, ja: "そのほかの推移", en: "other series")
    public static let city = Field<RecordView>(
        "city", .record(Series.type), .optional, ja: "市区町村", en: "the municipality")

    public static let type = RecordType(
        "statistics", ja: "統計", en: "statistics", [survey, national, city, named])
}

/// The survey that the series are from.
public enum Survey {
    public static let name = Field<String>("name", .text, ja: "調査の名称", en: "name", naming: .byBoard)
    public static let publisher = Field<String>(
        "publisher", .text, ja: "公表した機関", en: "publisher", example: "文部科学省", naming: .byBoard)
    public static let fiscalYear = Field<FiscalYear>(
        "fiscal_year", .fiscalYear, ja: "調査の年度", en: "fiscal year surveyed", example: "令和5年度",
        renewal: .movesOn)
    public static let published = Field<YearMonth>(
        "published", .month, ja: "公表の月", en: "month of publication", example: "令和6年10月",
        renewal: .movesOnToBeConfirmed)

    public static let type = RecordType("survey", ja: "調査", en: "survey", [name, publisher, fiscalYear, published])
}

/// A year's figures.
public enum Observation {
    public static let fiscalYear = Field<FiscalYear>(
        "fiscal_year", .fiscalYear, ja: "年度", en: "fiscal year", example: "令和5年度")
    public static let count = Field<Int>(
        "count", .integer, .optional, ja: "不登校児童生徒数", en: "pupils not attending", example: "346,482")
    public static let primary = Field<Int>(
        "primary", .integer, .optional, ja: "小学校の不登校児童数", en: "of these in primary school", example: "130,370")
    public static let lowerSecondary = Field<Int>(
        "lower_secondary", .integer, .optional, ja: "中学校の不登校生徒数", en: "of these in lower secondary school",
        example: "216,112")
    public static let enrolment = Field<Int>(
        "enrolment", .integer, .optional, ja: "在籍者数", en: "pupils enrolled", example: "9,321,243")
    public static let rate = Field<FixedPoint>(
        "rate", .rate, .optional, ja: "公表された割合", en: "rate as published", example: "3.7%",
        renewal: .staysBehind)

    public static let type = RecordType(
        "observation", ja: "年度ごとの値", en: "a year's figures",
        [fiscalYear, count, primary, lowerSecondary, enrolment, rate])
}

/// Figures by fiscal year.
public enum Series {
    public static let series = Field<RecordList>(
        "series", .list(.record(Observation.type)), ja: "年度ごとの値", en: "figures by fiscal year",
        renewal: .getsRow)
    public static let first = Field<RecordView>(
        derived: "first", .record(Observation.type), ja: "最初の年度", en: "first year"
    ) {
        DerivedValues.first(of: $0.value(series), in: $0.file)
    }
    public static let latest = Field<RecordView>(
        derived: "latest", .record(Observation.type), ja: "最新の年度", en: "latest year"
    ) {
        DerivedValues.last(of: $0.value(series), in: $0.file)
    }
    public static let previous = Field<RecordView>(
        derived: "previous", .record(Observation.type), ja: "最新の年度の前年度", en: "year before the latest",
        where: yearBefore
    ) { DerivedValues.previous($0.records(series)) }
    public static let increase = Field<Int>(
        derived: "increase", .integer, ja: "前年度からの増加数", en: "increase on the year before",
        where: Phrase(ja: "前年度より増加したとき", en: "where the latest count is above that of the year before")
    ) { DerivedValues.difference(.rise, \.change, $0.records(series)) }
    public static let decrease = Field<Int>(
        derived: "decrease", .integer, ja: "前年度からの減少数", en: "decrease on the year before",
        where: Phrase(ja: "前年度より減少したとき", en: "where the latest count is below that of the year before")
    ) { DerivedValues.difference(.fall, \.change, $0.records(series)) }
    public static let unchanged = Field<Bool>(
        derived: "unchanged", .boolean, ja: "前年度と同じ", en: "whether it is that of the year before",
        where: Phrase(ja: "前年度と同じとき", en: "where the latest count is that of the year before")
    ) { DerivedValues.unchanged(\.change, $0.records(series)) }
    public static let risingYears = Field<Int>(
        derived: "rising_years", .integer, ja: "連続して増加した年数", en: "years of increase in a row", unit: "年",
        where: rising
    ) { DerivedValues.years(.rise, $0.records(series)) }
    public static let risingSince = Field<FiscalYear>(
        derived: "rising_since", .fiscalYear, ja: "増加が始まった年度", en: "first year of that increase",
        where: rising
    ) { DerivedValues.since(.rise, $0.records(series)) }
    public static let fallingYears = Field<Int>(
        derived: "falling_years", .integer, ja: "連続して減少した年数", en: "years of decrease in a row", unit: "年",
        where: falling
    ) { DerivedValues.years(.fall, $0.records(series)) }
    public static let fallingSince = Field<FiscalYear>(
        derived: "falling_since", .fiscalYear, ja: "減少が始まった年度", en: "first year of that decrease",
        where: falling
    ) { DerivedValues.since(.fall, $0.records(series)) }
    public static let times = Field<FixedPoint>(
        derived: "times", .decimal, ja: "最初の年度に対する倍率", en: "latest over first, one decimal", unit: "倍",
        where: Phrase(
            ja: "最初の年度と最新の年度の値があり、1.0倍にならないとき",
            en: "where there are a first and a latest count, and it is not 1.0")
    ) { DerivedValues.times($0.records(series)) }
    public static let totalIncrease = Field<Int>(
        derived: "total_increase", .integer, ja: "最初の年度からの増加数", en: "increase since the first year",
        where: Phrase(ja: "最初の年度より増加したとき", en: "where the latest count is above the first")
    ) { DerivedValues.difference(.rise, \.totalChange, $0.records(series)) }
    public static let totalDecrease = Field<Int>(
        derived: "total_decrease", .integer, ja: "最初の年度からの減少数", en: "decrease since the first year",
        where: Phrase(ja: "最初の年度より減少したとき", en: "where the latest count is below the first")
    ) { DerivedValues.difference(.fall, \.totalChange, $0.records(series)) }
    public static let totalUnchanged = Field<Bool>(
        derived: "total_unchanged", .boolean, ja: "最初の年度と同じ", en: "whether it is that of the first year",
        where: Phrase(ja: "最初の年度と同じとき", en: "where the latest count is the first")
    ) { DerivedValues.unchanged(\.totalChange, $0.records(series)) }

    public static let type = RecordType(
        "series", ja: "推移", en: "series", [series] + derived)

    /// What follows from the figures.
    static let derived: [any DeclaredField] = [
        first, latest, previous, increase, decrease, unchanged, risingYears, risingSince, fallingYears, fallingSince,
        times, totalIncrease, totalDecrease, totalUnchanged,
    ]

    private static let yearBefore = Phrase(
        ja: "最新の年度の前年度の値があるとき", en: "where the series has the year before its latest")
    private static let rising = Phrase(
        ja: "最新の年度まで2年以上続けて増加したとき", en: "where the count has risen for two years or more up to the latest")
    private static let falling = Phrase(
        ja: "最新の年度まで2年以上続けて減少したとき", en: "where the count has fallen for two years or more up to the latest")
}

/// A series of its own title, unit and source: of the prefecture, a stage of school, the users of a centre.
public enum NamedSeries {
    public static let id = Field<String>("id", .identifier, ja: "ID", en: "identifier", example: "centre-users")
    public static let title = Field<String>("title", .text, ja: "題名", en: "title", example: "教育支援センターの利用者数")
    public static let unit = Field<String>("unit", .text, .optional, ja: "単位", en: "unit", example: "人")
    public static let parts = Field<[String]>(
        "parts", .list(.identifier), .optional, ja: "内訳となる推移のID", en: "series that it is the sum of")
    public static let note = Field<String>("note", .text, .optional, ja: "備考", en: "note")

    /// What its counts are called beside its title: they are of something else than pupils out of school.
    static let countLabel = "値"

    public static let type = RecordType(
        "named_series", ja: "そのほかの推移", en: "other series",
        [id, title, unit, Source.field, parts, note, Series.series] + Series.derived)
}
