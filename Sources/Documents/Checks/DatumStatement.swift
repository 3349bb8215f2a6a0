import Japanese
import Records

/// What a datum is known by in a sentence. A figure that merely equals one says something else: 職員20人が参加した is not
/// the capacity, though that is 20, too.
struct DatumStatement {
    /// What the figure is said of, or how the words for it end: 定員は20人, 20人の定員.
    var nouns: [String] = []
    /// Whose it must be where the sentence says whose: 各回の定員, but 会場の定員.
    var owners: [String] = []
    /// Words one of which the sentence must have, too.
    var about: [String] = []
    /// What must stand right behind the figure, in half-width signs: 令和6年度版（3月発行）.
    var behind: [String] = []
    /// Whether it may be all of a paragraph: a date of issue.
    var standsAlone = false
    /// Whether it may be what a cell of a table notes below its figure: （令和5年1月31日現在）.
    var isNoteInCell = false

    /// What each field is known by; others are by their record's name, or by a tag of the same record beside them.
    static let table: [FieldKey: [DatumStatement]] = [
        FieldKey(ProjectYear.type, ProjectYear.capacity): [
            DatumStatement(nouns: ["定員"], owners: ["事業", "支援", "年度", "回"])
        ],
        FieldKey(Activity.type, Activity.capacity): [
            DatumStatement(nouns: ["定員", "参加人数"], owners: ["回", "居場所", "ルーム", "体験", "プログラム"])
        ],
        FieldKey(ProjectYear.type, ProjectYear.participants): [
            DatumStatement(nouns: pupils, about: ["支援を受けた"]),
            DatumStatement(nouns: ["参加人数", "参加者", "参加者数", "実績"], about: ["本事業", "支援事業", "オンライン"]),
        ],
        FieldKey(ProjectYear.type, ProjectYear.asOf): [
            DatumStatement(about: ["支援を受けた", "実績"], behind: ["現在"]), DatumStatement(isNoteInCell: true),
        ],
        FieldKey(Session.type, Session.minutesFrom): [sessionTime],
        FieldKey(Session.type, Session.minutesTo): [sessionTime],
        FieldKey(Observation.type, Observation.count): [absentees],
        FieldKey(Observation.type, Observation.primary): [absentees],
        FieldKey(Observation.type, Observation.lowerSecondary): [absentees],
        FieldKey(Observation.type, Observation.rate): [
            DatumStatement(nouns: ["割合", "全児童生徒"], about: ["不登校"])
        ],
        FieldKey(Series.type, Series.times): [absentees],
        FieldKey(Series.type, Series.risingYears): [absentees],
        FieldKey(Survey.type, Survey.fiscalYear): [
            DatumStatement(about: ["不登校"], behind: ["の調査", "調査"])
        ],
        FieldKey(Survey.type, Survey.published): [DatumStatement(about: ["調査"], behind: ["に公表", "公表"])],
        FieldKey(Edition.type, Edition.fiscalYear): [DatumStatement(behind: ["版("])],
        FieldKey(Edition.type, Edition.issued): [
            DatumStatement(behind: ["発行"]), DatumStatement(standsAlone: true),
        ],
        FieldKey(DocumentEntry.type, DocumentEntry.date): [DatumStatement(standsAlone: true)],
        FieldKey(ScheduleRow.type, ScheduleRow.month): [
            DatumStatement(behind: [")からの本格実施", "からの本格実施", "に本格実施", "に事業者", "に選定", "に契約", "に委託"]),
            DatumStatement(about: ["本格実施", "モデル事業", "選定", "契約"]), DatumStatement(standsAlone: true),
        ],
        FieldKey(FacilityLists.type, FacilityLists.asOf): [
            DatumStatement(about: ["一覧", "掲載", "施設"], behind: ["現在"])
        ],
        FieldKey(FacilityLists.type, FacilityLists.privateFacilities): [DatumStatement(nouns: ["民間施設"])],
        FieldKey(Plan.type, Plan.fiscalYear): [DatumStatement(behind: ["予算額", "の予算額"])],
        FieldKey(Plan.type, Plan.fullOperation): [
            DatumStatement(behind: ["からの本格実施", "から本格実施", "に本格実施"])
        ],
        FieldKey(Plan.type, Plan.budget): [DatumStatement(nouns: ["予算", "予算額"])],
    ]

    /// What a tag beside it says nothing of: an edition's year is named for many reasons where the month of issue is printed.
    static let knownByWordsAlone: Set<FieldKey> = [
        FieldKey(Edition.type, Edition.fiscalYear), FieldKey(Edition.type, Edition.issued),
    ]

    private static let pupils = ["児童生徒", "児童・生徒", "児童", "生徒"]

    private static let absentees = DatumStatement(nouns: pupils + ["人数", "不登校者"], about: ["不登校"])

    private static let sessionTime = DatumStatement(nouns: ["時間"], owners: ["回", "支援"])

    /// Whether what is told of the figure is this.
    func fits(_ figure: FigureInSentence) -> Bool {
        if standsAlone { return figure.isAlone }
        if isNoteInCell { return figure.isNoteInCell }
        guard behind.isEmpty || behind.contains(where: figure.isFollowed),
            about.isEmpty || about.contains(where: figure.isAbout)
        else { return false }
        return nouns.isEmpty || figure.isSaid(of: nouns, owners: owners)
    }
}
