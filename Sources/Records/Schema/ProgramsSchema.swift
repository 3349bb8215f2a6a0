import Diagnostics

/// `programs.yaml`: what the board and the schools do, and a project reported to the council.
public enum ProgramsSchema {
    public static let type = RecordType(
        "programs", ja: "事業", en: "programs",
        [
            boardMeasures, schoolMeasures, settings,
            Field(
                derived: "has_measures", .boolean, ja: "取組の有無", en: "whether there are measures",
                where: Phrase(ja: "教育委員会又は学校の取組があるとき", en: "where the board or the schools have some")
            ) {
                DerivedValues.truth(
                    holdsMeasures($0.records(boardMeasures)) || $0.list(schoolMeasures)?.isEmpty == false)
            },
            Field(
                derived: "has_settings", .boolean, ja: "場に応じた支援の有無", en: "whether there is support by setting",
                where: Phrase(ja: "場に応じた支援があるとき", en: "where some setting has measures")
            ) { DerivedValues.truth(holdsMeasures($0.records(settings))) },
            Field("project", .record(projectType), .optional, ja: "報告する事業", en: "project reported on"),
        ])

    static let boardMeasures = Field(
        "board_measures", .list(.record(groupType)), .optional, ja: "教育委員会の取組", en: "the board's measures")
    static let schoolMeasures = Field(
        "school_measures", .list(.record(measureType)), .optional, ja: "学校の取組", en: "the schools' measures")
    static let settings = Field(
        "settings", .list(.record(groupType)), .optional, ja: "場に応じた支援", en: "support by setting")

    /// Whether any group has a measure: one that has none is a heading alone.
    private static func holdsMeasures(_ groups: [RecordView]) -> Bool {
        groups.contains { $0.list("measures")?.isEmpty == false }
    }

    static let groupType = RecordType(
        "group", ja: "取組のまとまり", en: "group of measures",
        [
            Field("id", .identifier, ja: "ID", en: "identifier", example: "connecting"),
            Field("title", .text, ja: "見出し", en: "title", example: "支援につなげる取組"),
            Field("measures", .list(.record(measureType)), ja: "取組", en: "measures"),
        ])

    static let measureType = RecordType(
        "measure", ja: "取組", en: "measure",
        [
            Field("id", .identifier, ja: "ID", en: "identifier", example: "liaison-conference"),
            Field("name", .text, ja: "名称", en: "name"),
            Field("frequency", .frequency, .optional, ja: "頻度", en: "frequency", example: "年5回"),
            Field("schools", .text, .optional, ja: "対象の学校", en: "schools"),
            Field("description", .text, ja: "説明", en: "description"),
        ])

    static let projectType = RecordType(
        "project", ja: "報告する事業", en: "project",
        [
            Field("name", .text, ja: "事業名", en: "name"),
            Field("partner", .text, ja: "協定の相手方", en: "partner"),
            Field("agreement", .record(FacilitiesSchema.periodType), ja: "協定の期間", en: "agreement"),
            Field("desk", .text, ja: "相談窓口", en: "consultation desk"),
            Field("years", .list(.record(projectYearType)), ja: "年度ごとの実施状況", en: "results by fiscal year"),
            Field("plan", .record(planType), ja: "実施計画", en: "plan"),
        ])

    static let projectYearType = RecordType(
        "project_year", ja: "実施状況", en: "a year's results",
        [
            Field("fiscal_year", .fiscalYear, ja: "年度", en: "fiscal year", example: "令和3年度"),
            Field("target", .text, ja: "対象", en: "target"),
            Field("support", .text, ja: "支援内容", en: "support"),
            Field("session", .record(sessionType), .optional, ja: "1回の支援", en: "session"),
            Field("capacity", .integer, .optional, ja: "定員", en: "capacity", example: "20"),
            Field("participants", .integer, ja: "参加人数", en: "participants", example: "11"),
            Field("as_of", .date, .optional, ja: "基準日", en: "as-of date", example: "令和5年1月31日"),
            Field("note", .text, .optional, ja: "定員を超えた理由など", en: "explanation"),
        ])

    static let sessionType = RecordType(
        "session", ja: "1回の支援", en: "session",
        [
            Field("frequency", .frequency, ja: "頻度", en: "frequency", example: "週1回"),
            Field("minutes_from", .integer, ja: "短い場合の分数", en: "minutes at least", example: "30"),
            Field("minutes_to", .integer, ja: "長い場合の分数", en: "minutes at most", example: "60"),
        ])

    static let planType = RecordType(
        "plan", ja: "実施計画", en: "plan",
        [
            Field("fiscal_year", .fiscalYear, ja: "年度", en: "fiscal year", example: "令和5年度"),
            Field("full_operation", .fiscalYear, ja: "本格実施の年度", en: "first year of full operation", example: "令和6年度"),
            Field("room", .record(activityType), ja: "オンラインの居場所", en: "online room"),
            Field("experience", .record(activityType), ja: "体験活動", en: "experience programme"),
            Field("operator_selection", .text, ja: "事業者の選定方法", en: "how the operator is chosen", example: "公募型プロポーザル"),
            Field("budget", .money, ja: "予算額", en: "budget", example: "7,892千円"),
            Field("budget_note", .text, .optional, ja: "予算の説明", en: "what the budget is for"),
            Field(
                "budget_lines", .list(.record(budgetLineType)), .optional, ja: "予算額の内訳",
                en: "what the budget adds up from"),
            Field("schedule", .list(.record(scheduleRowType)), ja: "スケジュール", en: "schedule"),
        ])

    static let budgetLineType = RecordType(
        "budget_line", ja: "予算の内訳", en: "line of the budget",
        [
            Field("name", .text, ja: "費目", en: "what for", example: "委託料"),
            Field("amount", .money, ja: "金額", en: "amount", example: "7,500千円"),
        ])

    static let activityType = RecordType(
        "activity", ja: "活動", en: "activity",
        [
            Field("name", .text, .optional, ja: "名称", en: "name"),
            Field("capacity", .integer, ja: "1回の定員", en: "capacity of a session", example: "100"),
            Field("frequency", .text, .optional, ja: "頻度", en: "how often", example: "年に数回"),
        ])

    static let scheduleRowType = RecordType(
        "schedule_row", ja: "スケジュールの行", en: "row of the schedule",
        [
            Field("month", .month, ja: "時期", en: "month", example: "令和5年4月"),
            Field("event", .text, ja: "内容", en: "event"),
            Field("planned", .boolean, .optional, ja: "予定", en: "planned", example: "true"),
        ])
}
