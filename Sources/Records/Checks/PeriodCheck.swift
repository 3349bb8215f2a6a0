import Diagnostics
import Japanese
import Proofreading

/// Periods begin before they end, and the list's lies within what is known: from the series' first year to the as-of date.
enum PeriodCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        let listed = board.facilities?[FacilityLists.listed]
        let agreements = board.projects.map { $0[Project.agreement] }
        return ([listed] + agreements).compactMap { $0.flatMap(order) } + (listed.map { within($0, board) } ?? [])
    }

    private static func order(_ period: RecordView) -> Diagnostic? {
        guard let from = period[Period.from], let to = period[Period.to], from > to else { return nil }
        return period.report(
            .periodOrder, Period.to,
            Phrase(
                ja: "期間の終わり\(to.long)が始まり\(from.long)より前です",
                en: "the period ends in \(to.long), before it begins in \(from.long)"),
            help: Phrase(ja: "始まりと終わりの年度を確かめてください", en: "check both years"),
            notes: [Diagnostic.Note(period.place(Period.from), Phrase(ja: "始まりの年度です", en: "the first year"))])
    }

    /// A list of the facilities used in so many years is doubted.
    private static let longPeriod = 10

    private static func within(_ period: RecordView, _ board: Board) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let to = period[Period.to], let asOf = board.facilities?[FacilityLists.asOf], to > asOf.fiscalYear {
            findings.append(
                period.report(
                    .periodOrder, Period.to,
                    Phrase(
                        ja: "掲載の対象期間の終わり\(to.long)が、基準日\(asOf.long)の年度より後です",
                        en: "the period ends in \(to.long), after the year of the as-of date \(asOf.long)"),
                    help: Phrase(ja: "対象期間又は基準日を直してください", en: "mend the period or the date"),
                    notes: [
                        Diagnostic.Note(
                            board.facilities?.place(FacilityLists.asOf), Phrase(ja: "基準日です", en: "the as-of date"))
                    ]))
        }
        if let from = period[Period.from],
            let series = board.statistics?[Statistics.national]?.records(Series.series), series.count > 2,
            let first = series.first?[Observation.fiscalYear], from < first,
            // A short series says nothing of when pupils began to use a facility.
            period[Period.to].map({ $0.year - from.year >= longPeriod }) ?? true
        {
            findings.append(
                period.report(
                    .periodOrder, Period.from,
                    Phrase(
                        ja: "掲載の対象期間の始まり\(from.long)が、統計の最初の年度\(first.long)より前です",
                        en: "the period begins in \(from.long), before the first year of the statistics, \(first.long)"),
                    help: Phrase(ja: "対象期間を確かめてください", en: "check the period"),
                    notes: [
                        Diagnostic.Note(
                            series.first?.place(Observation.fiscalYear),
                            Phrase(ja: "統計の最初の年度です", en: "the first year of the statistics"))
                    ]))
        }
        return findings
    }
}
