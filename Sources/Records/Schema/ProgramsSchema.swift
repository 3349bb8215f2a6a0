import Diagnostics
public import Japanese

/// `programs.yaml`: what the board and the schools do, and a project reported to the council.
public enum Programs {
    public static let boardMeasures = Field<RecordList>(
        "board_measures", .list(.record(MeasureGroup.type)), .optional, ja: "教育委員会の取組", en: "the board's measures",
        renewal: .isConfirmed)
    public static let schoolMeasures = Field<RecordList>(
        "school_measures", .list(.record(Measure.type)), .optional, ja: "学校の取組", en: "the schools' measures",
        renewal: .isConfirmed)
    public static let settings = Field<RecordList>(
        "settings", .list(.record(MeasureGroup.type)), .optional, ja: "場に応じた支援", en: "support by setting",
        renewal: .isConfirmed)
    public static let hasMeasures = Field<Bool>(
        derived: "has_measures", .boolean, ja: "取組の有無", en: "whether there are measures",
        where: Phrase(ja: "教育委員会又は学校の取組があるとき", en: "where the board or the schools have some")
    ) {
        DerivedValues.truth(
            MeasureGroup.haveMeasures($0.records(boardMeasures)) || !$0.records(schoolMeasures).isEmpty)
    }
    public static let hasSettings = Field<Bool>(
        derived: "has_settings", .boolean, ja: "場に応じた支援の有無", en: "whether there is support by setting",
        where: Phrase(ja: "場に応じた支援があるとき", en: "where some setting has measures")
    ) { DerivedValues.truth(MeasureGroup.haveMeasures($0.records(settings))) }
    public static let project = Field<RecordView>(
        "project", .record(Project.type), .optional, ja: "報告する事業", en: "project reported on")

    public static let projects = Field<RecordList>(
        "projects", .list(.record(Project.type)), .optional, ja: "報告する事業（二つ以上）", en: "projects reported on, several")

    public static let type = RecordType(
        "programs", ja: "事業", en: "programs",
        [boardMeasures, schoolMeasures, settings, hasMeasures, hasSettings, project, projects])
}

/// Measures under a heading.
public enum MeasureGroup {
    public static let id = Field<String>("id", .identifier, ja: "ID", en: "identifier", example: "connecting")
    public static let title = Field<String>(
        "title", .text, ja: "見出し", en: "title", example: "支援につなげる取組", naming: .byBoard)
    public static let measures = Field<RecordList>("measures", .list(.record(Measure.type)), ja: "取組", en: "measures")

    /// Whether any group has a measure: one that has none is a heading alone.
    static func haveMeasures(_ groups: [RecordView]) -> Bool { groups.contains { !$0.records(measures).isEmpty } }

    public static let type = RecordType("group", ja: "取組のまとまり", en: "group of measures", [id, title, measures])
}

/// Something that is done.
public enum Measure {
    public static let id = Field<String>("id", .identifier, ja: "ID", en: "identifier", example: "liaison-conference")
    public static let name = Field<String>("name", .text, ja: "名称", en: "name", naming: .byBoard)
    public static let frequency = Field<String>(
        "frequency", .frequency, .optional, ja: "頻度", en: "frequency", example: "年5回")
    public static let schools = Field<String>("schools", .text, .optional, ja: "対象の学校", en: "schools")
    public static let description = Field<String>("description", .text, .optional, ja: "説明", en: "description")

    public static let type = RecordType(
        "measure", ja: "取組", en: "measure", [id, name, frequency, schools, description])
}

/// A project that is reported to the council.
public enum Project {
    public static let id = Field<String>(
        "id", .identifier, .optional, ja: "ID", en: "identifier", example: "online-support")
    public static let name = Field<String>("name", .text, ja: "事業名", en: "name", naming: .byBoard)
    public static let purpose = Field<String>("purpose", .lines, .optional, ja: "主旨", en: "purpose")
    public static let partner = Field<String>(
        "partner", .text, .optional, ja: "協定の相手方", en: "partner", naming: .byBoard)
    public static let partners = Field<[String]>(
        "partners", .list(.text), .optional, ja: "協定の相手方（二つ以上）", en: "partners, several")
    public static let agreement = Field<RecordView>(
        "agreement", .record(Period.type), .optional, ja: "協定の期間", en: "agreement", renewal: .isConfirmed)
    public static let desk = Field<String>(
        "desk", .text, .optional, ja: "相談窓口", en: "consultation desk", naming: .byBoard)
    public static let years = Field<RecordList>(
        "years", .list(.record(ProjectYear.type)), .optional, ja: "年度ごとの実施状況", en: "results by fiscal year",
        renewal: .getsRow)
    public static let effects = Field<[String]>(
        "effects", .list(.text), .optional, ja: "効果", en: "effects", renewal: .isConfirmed)
    public static let problems = Field<[String]>(
        "problems", .list(.text), .optional, ja: "課題", en: "problems", renewal: .isConfirmed)
    public static let plan = Field<RecordView>(
        "plan", .record(Plan.type), .optional, ja: "実施計画", en: "plan", renewal: .isConfirmed)

    static let hasTargets = years("has_targets", ja: "対象", en: "a target") { $0[ProjectYear.target] != nil }
    static let hasSupport = years("has_support", ja: "支援内容", en: "support") {
        $0[ProjectYear.support] != nil || $0[ProjectYear.session] != nil
    }
    static let hasCapacity = years("has_capacity", ja: "定員", en: "a capacity") { $0[ProjectYear.capacity] != nil }
    static let hasParticipants = years("has_participants", ja: "参加人数", en: "participants") {
        $0[ProjectYear.participants] != nil
    }
    static let hasResults = years("has_results", ja: "実績", en: "results") { !$0.records(ProjectYear.results).isEmpty }

    /// Whether some year says something.
    private static func years(
        _ key: String, ja: String, en: String, _ isThere: @escaping @Sendable (RecordView) -> Bool
    ) -> Field<Bool> {
        Field<Bool>(
            derived: key, .boolean, ja: "\(ja)の有無", en: "whether some year has \(en)",
            where: Phrase(ja: "いずれかの年度に\(ja)があるとき", en: "where some year has \(en)")
        ) { DerivedValues.truth($0.records(years).contains(where: isThere)) }
    }

    public static let type = RecordType(
        "project", ja: "報告する事業", en: "project",
        [
            id, name, purpose, partner, partners, agreement, desk, years, effects, problems, plan, hasTargets,
            hasSupport,
            hasCapacity, hasParticipants, hasResults,
        ])
}

/// A year's results.
public enum ProjectYear {
    public static let fiscalYear = Field<FiscalYear>(
        "fiscal_year", .fiscalYear, ja: "年度", en: "fiscal year", example: "令和3年度")
    public static let target = Field<String>("target", .text, .optional, ja: "対象", en: "target")
    public static let support = Field<String>("support", .text, .optional, ja: "支援内容", en: "support")
    public static let session = Field<RecordView>(
        "session", .record(Session.type), .optional, ja: "1回の支援", en: "session")
    public static let capacity = Field<Int>(
        "capacity", .integer, .optional, ja: "定員", en: "capacity", example: "20", unit: "人")
    public static let participants = Field<Int>(
        "participants", .integer, .optional, ja: "参加人数", en: "participants", example: "11", unit: "人")
    public static let results = Field<RecordList>(
        "results", .list(.record(ProjectResult.type)), .optional, ja: "実績", en: "results")
    public static let asOf = Field<CalendarDate>(
        "as_of", .date, .optional, ja: "基準日", en: "as-of date", example: "令和5年1月31日", renewal: .closes)
    public static let note = Field<String>(
        "note", .text, .optional, ja: "定員を超えた理由など", en: "explanation", renewal: .staysBehind)

    public static let type = RecordType(
        "project_year", ja: "実施状況", en: "a year's results",
        [fiscalYear, target, support, session, capacity, participants, results, asOf, note])
}

/// Something that a year's results are measured by.
public enum ProjectResult {
    public static let name = Field<String>("name", .text, ja: "指標", en: "measure", example: "延べ利用人数")
    public static let value = Field<Int>("value", .integer, .optional, ja: "実績値", en: "value", example: "1,234")
    public static let rate = Field<FixedPoint>("rate", .rate, .optional, ja: "実績の割合", en: "rate", example: "85.5%")
    public static let unit = Field<String>("unit", .text, .optional, ja: "単位", en: "unit", example: "人")
    public static let goal = Field<Int>("goal", .integer, .optional, ja: "目標値", en: "goal", example: "1,200")
    public static let capacity = Field<Int>("capacity", .integer, .optional, ja: "定員", en: "capacity", example: "20")
    public static let note = Field<String>("note", .text, .optional, ja: "定員を超えた理由など", en: "explanation")

    public static let type = RecordType(
        "result", ja: "実績", en: "result", [name, value, rate, unit, goal, capacity, note])
}

/// A session of support.
public enum Session {
    public static let frequency = Field<String>("frequency", .frequency, ja: "頻度", en: "frequency", example: "週1回")
    public static let minutesFrom = Field<Int>(
        "minutes_from", .integer, ja: "短い場合の分数", en: "minutes at least", example: "30", unit: "分")
    public static let minutesTo = Field<Int>(
        "minutes_to", .integer, ja: "長い場合の分数", en: "minutes at most", example: "60", unit: "分")

    public static let type = RecordType("session", ja: "1回の支援", en: "session", [frequency, minutesFrom, minutesTo])
}

/// What is planned.
public enum Plan {
    public static let fiscalYear = Field<FiscalYear>(
        "fiscal_year", .fiscalYear, ja: "年度", en: "fiscal year", example: "令和5年度", renewal: .movesOn)
    public static let fullOperation = Field<FiscalYear>(
        "full_operation", .fiscalYear, .optional, ja: "本格実施の年度", en: "first year of full operation", example: "令和6年度",
        renewal: .isConfirmed)
    public static let target = Field<String>("target", .text, .optional, ja: "対象", en: "target")
    public static let activities = Field<RecordList>(
        "activities", .list(.record(Activity.type)), .optional, ja: "取組の内容", en: "activities")
    public static let room = Field<RecordView>(
        "room", .record(Activity.type), .optional, ja: "オンラインの居場所", en: "online room")
    public static let experience = Field<RecordView>(
        "experience", .record(Activity.type), .optional, ja: "体験活動", en: "experience programme")
    public static let operatorSelection = Field<String>(
        "operator_selection", .text, .optional, ja: "事業者の選定方法", en: "how the operator is chosen", example: "公募型プロポーザル")
    public static let budget = Field<Money>(
        "budget", .money, .optional, ja: "予算額", en: "budget", example: "7,892千円", renewal: .isConfirmed)
    public static let budgetNote = Field<String>(
        "budget_note", .text, .optional, ja: "予算の説明", en: "what the budget is for")
    public static let budgetLines = Field<RecordList>(
        "budget_lines", .list(.record(BudgetLine.type)), .optional, ja: "予算額の内訳",
        en: "what the budget adds up from", renewal: .isConfirmed)
    public static let schedule = Field<RecordList>(
        "schedule", .list(.record(ScheduleRow.type)), .optional, ja: "スケジュール", en: "schedule",
        renewal: .isConfirmed)

    static let hasContents = Field<Bool>(
        derived: "has_contents", .boolean, ja: "取組の有無", en: "whether it says what will be done",
        where: Phrase(ja: "対象、取組の内容、事業者の選定方法などがあるとき", en: "where it has a target, activities or the like")
    ) { plan in
        let hasText = [target, operatorSelection].contains { plan[$0] != nil } || plan[fullOperation] != nil
        let hasActivity = [room, experience].contains { plan[$0] != nil } || !plan.records(activities).isEmpty
        return DerivedValues.truth(hasText || hasActivity)
    }

    public static let type = RecordType(
        "plan", ja: "実施計画", en: "plan",
        [
            fiscalYear, fullOperation, target, activities, room, experience, operatorSelection, budget, budgetNote,
            budgetLines, schedule, hasContents,
        ])
}

/// A line of the budget.
public enum BudgetLine {
    public static let name = Field<String>(
        "name", .text, ja: "費目", en: "what for", example: "委託料", naming: .byBoard)
    public static let amount = Field<Money>("amount", .money, ja: "金額", en: "amount", example: "7,500千円")

    public static let type = RecordType("budget_line", ja: "予算の内訳", en: "line of the budget", [name, amount])
}

/// An activity that is planned.
public enum Activity {
    public static let name = Field<String>(
        "name", .text, .optional, ja: "名称", en: "name", naming: .byBoard)
    public static let capacity = Field<Int>(
        "capacity", .integer, .optional, ja: "1回の定員", en: "capacity of a session", example: "100", unit: "人")
    public static let frequency = Field<String>(
        "frequency", .text, .optional, ja: "頻度", en: "how often", example: "年に数回")
    public static let description = Field<String>("description", .text, .optional, ja: "説明", en: "description")

    public static let type = RecordType("activity", ja: "活動", en: "activity", [name, description, capacity, frequency])
}

/// A row of the schedule.
public enum ScheduleRow {
    public static let month = Field<YearMonth>("month", .month, ja: "時期", en: "month", example: "令和5年4月")
    public static let event = Field<String>("event", .text, ja: "内容", en: "event")
    public static let planned = Field<Bool>("planned", .boolean, .optional, ja: "予定", en: "planned", example: "true")

    public static let type = RecordType(
        "schedule_row", ja: "スケジュールの行", en: "row of the schedule", [month, event, planned])
}
