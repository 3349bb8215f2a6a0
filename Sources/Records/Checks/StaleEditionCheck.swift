package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let staleValue = DiagnosticCode(
        "D025", canBeAllowed: true,
        meaning: (
            ja: "発行の年度を改めたのに、一覧の基準日、対象期間、調査の年度、文書の題名や日付、計画の年度などが前の版のままになっています。",
            en:
                "The edition has moved on, but the day that the list is as of, its period, the survey, the plan, or a document's title or date has not."
        ),
        reason: (
            ja: "表紙だけが新しく、中身が古い文書を、最新のものとして公表することになります。",
            en: "A new cover would present last year's facts as the latest."
        ),
        wrong: """
            # board.yaml
            fiscal_year: 令和7年度
            issued: 令和8年3月
            # facilities.yaml
            as_of: 令和7年2月14日
            """,
        right: """
            # board.yaml
            fiscal_year: 令和7年度
            issued: 令和8年3月
            # facilities.yaml
            as_of: 令和8年2月13日
            """)
}

/// Where the edition has moved on a year, what is stated of the year has moved on with it: the day that the list is as of, its
/// period, the survey, the documents' dates and the plan.
enum StaleEditionCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let edition = board.record?[BoardRecord.edition], let year = edition[Edition.fiscalYear],
            // Of an edition that contradicts itself nothing follows.
            let issued = edition[Edition.issued], issued.fiscalYear == year
        else { return [] }
        let issue = Issue(
            year: year, month: issued,
            note: Diagnostic.Note(
                edition.place(Edition.fiscalYear), Phrase(ja: "発行の年度です", en: "the edition's year")))
        let stale =
            [asOf(board, issue), listed(board, issue), survey(board, issue)].compactMap { $0 }
            + board.projects.compactMap { plan($0, issue) }
            + documents(board, reference, issue)
        guard stale.count > 1 else { return stale }
        // They have stayed behind together: it is the edition that was moved on.
        return [
            edition.report(
                .staleValue, Edition.fiscalYear, severity: .warning,
                Phrase(
                    ja: "発行の年度は\(year.long)ですが、前の版のままと思われる値が\(stale.count)か所にあります",
                    en: "the edition is that of \(year.long), but \(stale.count) values seem to be an earlier one's"),
                help: Phrase(ja: "それぞれを確かめて、新しい版の値に直してください", en: "check each, and bring it up to this edition"),
                notes: stale.flatMap { finding in
                    finding.place.map { [Diagnostic.Note($0, finding.summary)] } ?? []
                })
        ]
    }

    private struct Issue {
        let year: FiscalYear
        let month: YearMonth
        let note: Diagnostic.Note?

        /// Whether a day lies in an earlier year, and too long before the issue to be of an edition that came out early in its
        /// year: half a year.
        func isLongPast(_ date: CalendarDate) -> Bool {
            let months = (month.year - date.year) * 12 + month.month - date.month
            return date.fiscalYear < year && months > 6
        }
    }

    private static func asOf(_ board: Board, _ issue: Issue) -> Diagnostic? {
        guard let facilities = board.facilities, let date = facilities[FacilityLists.asOf], issue.isLongPast(date)
        else {
            return nil
        }
        // A period that ends after it is told as such.
        if let to = facilities[FacilityLists.listed]?[Period.to], to > date.fiscalYear { return nil }
        return finding(
            facilities, FacilityLists.asOf, issue,
            Phrase(
                ja: "一覧の基準日\(date.long)が、発行の年度\(issue.year.long)より前です",
                en: "the list is as of \(date.long), before the edition's \(issue.year.long)"),
            help: Phrase(
                ja: "施設の内容を確かめ直し、基準日を改めてください",
                en: "look over the facilities again, and put the day on which that was done"))
    }

    private static func listed(_ board: Board, _ issue: Issue) -> Diagnostic? {
        guard let period = board.facilities?[FacilityLists.listed], let from = period[Period.from],
            let to = period[Period.to], from <= to, to.year < issue.year.year - 1
        else { return nil }
        return finding(
            period, Period.to, issue,
            Phrase(
                ja: "掲載の対象期間が\(to.long)で終わっていますが、発行の年度は\(issue.year.long)です",
                en: "the period that the list covers ends in \(to.long), but the edition is that of \(issue.year.long)"),
            help: Phrase(ja: "対象期間の終わりを確かめてください", en: "check the end of the period"))
    }

    /// The ministry publishes a year's survey in the October after it; what is issued in the calendar year after that cites it.
    private static func survey(_ board: Board, _ issue: Issue) -> Diagnostic? {
        guard let statistics = board.statistics, let survey = statistics[Statistics.survey],
            survey.text(Survey.publisher)?.contains("文部科学省") == true, let year = survey[Survey.fiscalYear],
            // That the figures end with another year is told as such.
            statistics[Statistics.national]?.records(Series.series).last?[Observation.fiscalYear] == year
        else { return nil }
        let newest = FiscalYear(year: issue.month.year - 2)
        if year < newest {
            return finding(
                survey, Survey.fiscalYear, issue,
                Phrase(
                    ja: "\(year.long)の調査を引いていますが、発行月\(issue.month.long)には\(newest.long)の調査が公表されています",
                    en: "the survey cited is of \(year.long), but that of \(newest.long) is out by \(issue.month.long)"),
                help: survey.file === board.statistics?.file
                    ? Phrase(
                        ja: "新しい調査の値を足し、調査の年度と公表の月を直してください", en: "add its figures, and mend the survey's year and month"
                    )
                    : Phrase(
                        ja:
                            "全ての教育委員会で共有するデータです。Data/sharedの担当に頼むか、その調査（survey）と全国の値（national）を自分のstatistics.yamlに全て写し、新しい年度を足してください（自分で書いた項目は、共有の値に代わります）",
                        en:
                            "all boards share it: ask who keeps Data/shared, or copy the whole of survey and national into your own statistics.yaml and add the new year (what you write there takes the place of what is shared)"
                    ))
        }
        guard let published = survey[Survey.published], published.fiscalYear.year > year.year + 1 else { return nil }
        return finding(
            survey, Survey.fiscalYear, issue,
            Phrase(
                ja: "\(published.long)に公表された調査が、\(year.long)のものになっています",
                en: "the survey that came out in \(published.long) is said to be of \(year.long)"),
            help: Phrase(ja: "調査の年度と公表の月を確かめてください", en: "check the survey's year and the month"))
    }

    private static func plan(_ project: RecordView, _ issue: Issue) -> Diagnostic? {
        guard let plan = project[Project.plan], let year = plan[Plan.fiscalYear], year < issue.year else { return nil }
        return finding(
            plan, Plan.fiscalYear, issue,
            Phrase(
                ja: "計画の年度\(year.long)が、発行の年度\(issue.year.long)より前です",
                en: "the plan is for \(year.long), before the edition's \(issue.year.long)"),
            help: Phrase(ja: "計画の年度を確かめてください", en: "check the plan's year"))
    }

    private static func documents(_ board: Board, _ reference: ReferenceData?, _ issue: Issue) -> [Diagnostic] {
        let stale = (board.record?.records(BoardRecord.documents) ?? []).compactMap { document in
            document[DocumentEntry.date].flatMap { issue.isLongPast($0) ? (document: document, date: $0) : nil }
        }
        // A date that its report's results contradict is told with them.
        guard !stale.isEmpty, !ProjectCheck.check(board, reference).contains(where: { $0.code == .partYear }) else {
            return []
        }
        return stale.map { document, date in
            finding(
                document, DocumentEntry.date, issue,
                Phrase(
                    ja: "文書の日付\(date.long)が、発行の年度\(issue.year.long)より前です",
                    en: "the document is dated \(date.long), before the edition's \(issue.year.long)"),
                help: Phrase(ja: "文書の日付を確かめてください", en: "check the document's date"))
        }
    }

    private static func finding(
        _ record: RecordView, _ field: some DeclaredField, _ issue: Issue, _ summary: Phrase, help: Phrase
    ) -> Diagnostic {
        record.report(.staleValue, field, severity: .warning, summary, help: help, notes: [issue.note])
    }
}
