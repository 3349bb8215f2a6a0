import Diagnostics

/// `statistics.yaml`: surveys, and the series whose figures the documents print.
public enum StatisticsSchema {
    public static let type = RecordType(
        "statistics", ja: "統計", en: "statistics",
        [
            Field("survey", .record(surveyType), ja: "調査", en: "survey"),
            Field("national", .record(seriesType), ja: "全国", en: "the nation"),
            Field("city", .record(seriesType), .optional, ja: "市区町村", en: "the municipality"),
        ])

    static let surveyType = RecordType(
        "survey", ja: "調査", en: "survey",
        [
            Field("name", .text, ja: "調査の名称", en: "name"),
            Field("publisher", .text, ja: "公表した機関", en: "publisher", example: "文部科学省"),
            Field("fiscal_year", .fiscalYear, ja: "調査の年度", en: "fiscal year surveyed", example: "令和5年度"),
            Field("published", .month, ja: "公表の月", en: "month of publication", example: "令和6年10月"),
        ])

    static let fiscalYear = Field("fiscal_year", .fiscalYear, ja: "年度", en: "fiscal year", example: "令和5年度")
    static let count = Field("count", .integer, ja: "不登校児童生徒数", en: "pupils not attending", example: "346,482")

    static let observationType = RecordType(
        "observation", ja: "年度ごとの値", en: "a year's figures",
        [
            fiscalYear, count,
            Field(
                "primary", .integer, .optional, ja: "小学校の不登校児童数", en: "of these in primary school", example: "130,370"),
            Field(
                "lower_secondary", .integer, .optional, ja: "中学校の不登校生徒数", en: "of these in lower secondary school",
                example: "216,112"),
            Field("enrolment", .integer, .optional, ja: "在籍者数", en: "pupils enrolled", example: "9,321,243"),
            Field("rate", .rate, .optional, ja: "公表された割合", en: "rate as published", example: "3.7%"),
        ])

    static let series = Field("series", .list(.record(observationType)), ja: "年度ごとの値", en: "figures by fiscal year")

    static let seriesType = RecordType(
        "series", ja: "推移", en: "series",
        [
            series,
            Field(derived: "first", .record(observationType), ja: "最初の年度", en: "first year") {
                DerivedValues.first(of: $0[series], in: $0.file)
            },
            Field(derived: "latest", .record(observationType), ja: "最新の年度", en: "latest year") {
                DerivedValues.last(of: $0[series], in: $0.file)
            },
            Field(
                derived: "previous", .record(observationType), ja: "最新の年度の前年度", en: "year before the latest",
                where: yearBefore
            ) { DerivedValues.previous($0.records(series)) },
            Field(
                derived: "increase", .integer, ja: "前年度からの増加数", en: "increase on the year before",
                where: Phrase(ja: "前年度より増加したとき", en: "where the latest count is above that of the year before")
            ) { DerivedValues.difference(.rise, \.change, $0.records(series)) },
            Field(
                derived: "decrease", .integer, ja: "前年度からの減少数", en: "decrease on the year before",
                where: Phrase(ja: "前年度より減少したとき", en: "where the latest count is below that of the year before")
            ) { DerivedValues.difference(.fall, \.change, $0.records(series)) },
            Field(
                derived: "unchanged", .boolean, ja: "前年度と同じ", en: "whether it is that of the year before",
                where: Phrase(ja: "前年度と同じとき", en: "where the latest count is that of the year before")
            ) { DerivedValues.unchanged(\.change, $0.records(series)) },
            Field(
                derived: "rising_years", .integer, ja: "連続して増加した年数", en: "years of increase in a row",
                where: rising
            ) { DerivedValues.years(.rise, $0.records(series)) },
            Field(
                derived: "rising_since", .fiscalYear, ja: "増加が始まった年度", en: "first year of that increase",
                where: rising
            ) { DerivedValues.since(.rise, $0.records(series)) },
            Field(
                derived: "falling_years", .integer, ja: "連続して減少した年数", en: "years of decrease in a row",
                where: falling
            ) { DerivedValues.years(.fall, $0.records(series)) },
            Field(
                derived: "falling_since", .fiscalYear, ja: "減少が始まった年度", en: "first year of that decrease",
                where: falling
            ) { DerivedValues.since(.fall, $0.records(series)) },
            Field(
                derived: "times", .decimal, ja: "最初の年度に対する倍率", en: "latest over first, one decimal",
                where: Phrase(
                    ja: "最初の年度と最新の年度の値があり、1.0倍にならないとき",
                    en: "where there are a first and a latest count, and it is not 1.0")
            ) { DerivedValues.times($0.records(series)) },
            Field(
                derived: "total_increase", .integer, ja: "最初の年度からの増加数", en: "increase since the first year",
                where: Phrase(ja: "最初の年度より増加したとき", en: "where the latest count is above the first")
            ) { DerivedValues.difference(.rise, \.totalChange, $0.records(series)) },
            Field(
                derived: "total_decrease", .integer, ja: "最初の年度からの減少数", en: "decrease since the first year",
                where: Phrase(ja: "最初の年度より減少したとき", en: "where the latest count is below the first")
            ) { DerivedValues.difference(.fall, \.totalChange, $0.records(series)) },
            Field(
                derived: "total_unchanged", .boolean, ja: "最初の年度と同じ", en: "whether it is that of the first year",
                where: Phrase(ja: "最初の年度と同じとき", en: "where the latest count is the first")
            ) { DerivedValues.unchanged(\.totalChange, $0.records(series)) },
        ])

    private static let yearBefore = Phrase(
        ja: "最新の年度の前年度の値があるとき", en: "where the series has the year before its latest")
    private static let rising = Phrase(
        ja: "最新の年度まで2年以上続けて増加したとき", en: "where the count has risen for two years or more up to the latest")
    private static let falling = Phrase(
        ja: "最新の年度まで2年以上続けて減少したとき", en: "where the count has fallen for two years or more up to the latest")
}
