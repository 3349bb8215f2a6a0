import Diagnostics
import Japanese

/// A series runs forward year by year, without leaps that only a slip of the pen makes.
enum SeriesCheck: Check {
    /// A figure more than so many times the one of the year before is doubted, and so is its inverse.
    static let doubtfulFactor = 2
    /// The same where years lie between.
    static let doubtfulFactorAcrossGap = 5
    /// Small towns' figures leap by chance: differences below this are not doubted.
    static let doubtfulDifference = 50

    /// The figures of a row that are compared with those of the year before.
    static let figures = [Observation.count, Observation.enrolment]

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let statistics = board.statistics else { return [] }
        return board.series.flatMap { checkSeries($0) }
            + surveyYear(
                statistics,
                [Statistics.national, Statistics.city].compactMap { statistics[$0]?.records(Series.series) })
    }

    private static func checkSeries(_ series: [RecordView]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let steps = zip(series, series.dropFirst()).compactMap { step($0, $1) }
        // A series of a few chosen years is no yearly one; a row out of order leaves a gap as well.
        let isYearly = steps.allSatisfy { $0 > 0 } && steps.filter { $0 == 1 }.count * 2 > steps.count
        for (before, row) in zip(series, series.dropFirst()) {
            guard let step = step(before, row) else { continue }
            if step <= 0 {
                findings.append(order(before, row, step))
            } else if step > 1, isYearly {
                findings.append(gap(before, row))
            }
        }
        let isInOrder = steps.allSatisfy { $0 > 0 }
        return findings + (isInOrder ? figures.flatMap { jumps(series, $0) } : [])
            + series.compactMap(aboveEnrolment)
    }

    /// Whether a row's figures leap, so that a rate that does not agree with them tells nothing new.
    static func leaps(_ row: RecordView, in series: [RecordView]) -> Bool {
        let place = row.place(Observation.count)?.range
        return figures.contains { field in
            jumpRows(series, field).contains { $0.row.place(Observation.count)?.range == place }
        }
    }

    private static func jumps(_ series: [RecordView], _ field: Field<Int>) -> [Diagnostic] {
        jumpRows(series, field).map { jump($0.before, $0.row, field) }
    }

    /// The rows whose figure leaps; one that falls back to where it was before a leap is right again.
    private static func jumpRows(_ series: [RecordView], _ field: Field<Int>) -> [(before: RecordView, row: RecordView)]
    {
        var found: [(before: RecordView, row: RecordView)] = []
        var trusted: RecordView?
        var before: RecordView?
        for row in series where !row.value(field).isAbsent {
            defer { before = row }
            // More pupils than are enrolled is said of the row already.
            if isAboveEnrolment(row) { continue }
            guard let last = trusted else {
                trusted = row
                continue
            }
            if isLeap(last, row, field), before.map({ isLeap($0, row, field) }) ?? true {
                found.append((last, row))
            } else {
                trusted = row
            }
        }
        return found
    }

    private static func isLeap(_ before: RecordView, _ row: RecordView, _ field: Field<Int>) -> Bool {
        guard let first = before[field], let second = row[field], first > 0, second > 0,
            let step = step(before, row), step > 0
        else { return false }
        let factor = step == 1 ? doubtfulFactor : doubtfulFactorAcrossGap
        return (second > first * factor || first > second * factor) && abs(second - first) >= doubtfulDifference
    }

    private static func step(_ before: RecordView, _ row: RecordView) -> Int? {
        guard let first = before[Observation.fiscalYear], let second = row[Observation.fiscalYear] else {
            return nil
        }
        return second.year - first.year
    }

    private static func order(_ before: RecordView, _ row: RecordView, _ step: Int) -> Diagnostic {
        let year = row.text(Observation.fiscalYear) ?? ""
        return row.report(
            .seriesOrder, Observation.fiscalYear,
            step == 0
                ? Phrase(ja: "「\(year)」が2行あります", en: "\(year) stands in two rows")
                : Phrase(
                    ja: "「\(year)」が、それより新しい「\(before.text(Observation.fiscalYear) ?? "")」の下に書かれています",
                    en: "\(year) stands below \(before.text(Observation.fiscalYear) ?? ""), which is later"),
            help: Phrase(
                ja: "年度の打ち間違いがないか確かめ、古い順に、1年度を1行で書いてください",
                en: "check the years for a slip, and write one row a year, oldest first"),
            notes: [
                Diagnostic.Note(
                    before.place(Observation.fiscalYear), Phrase(ja: "前の行はこの年度です", en: "the row before has this year"))
            ])
    }

    private static func gap(_ before: RecordView, _ row: RecordView) -> Diagnostic {
        let (first, second) = (before.text(Observation.fiscalYear) ?? "", row.text(Observation.fiscalYear) ?? "")
        return row.report(
            .seriesGap, Observation.fiscalYear, severity: .warning,
            Phrase(ja: "「\(first)」と「\(second)」の間の年度がありません", en: "the years between \(first) and \(second) are missing"),
            help: Phrase(ja: "抜けている年度の行を足してください", en: "add the missing rows"))
    }

    private static func jump(_ before: RecordView, _ row: RecordView, _ field: Field<Int>) -> Diagnostic {
        let (first, second) = (before[field] ?? 0, row[field] ?? 0)
        let year = before[Observation.fiscalYear]
        let rate = RateCheck.mismatch(row)
        let rateNote = Diagnostic.Note(
            row.place(Observation.rate),
            Phrase(ja: "公表された割合とも合いません", en: "nor does it agree with the rate as published"))
        return row.report(
            .seriesJump, field, severity: rate == nil ? .warning : .error,
            Phrase(
                ja: "\(year?.long ?? "前の年度")の\(Numerals.grouped(first))から\(Numerals.grouped(second))へ大きく変わっています",
                en: "the figure leaps from \(Numerals.grouped(first)) to \(Numerals.grouped(second))"),
            help: Phrase(ja: "桁の打ち間違いがないか、元の資料で確かめてください", en: "check it against the source for a slipped digit"),
            notes: [Diagnostic.Note(before.place(field), Phrase(ja: "比べた値です", en: "what it is compared with"))]
                + (rate == nil ? [] : [rateNote]))
    }

    static func isAboveEnrolment(_ row: RecordView) -> Bool {
        guard let count = row[Observation.count], let enrolment = row[Observation.enrolment] else { return false }
        return count > enrolment
    }

    private static func aboveEnrolment(_ row: RecordView) -> Diagnostic? {
        guard let count = row[Observation.count], let enrolment = row[Observation.enrolment], count > enrolment else {
            return nil
        }
        return row.report(
            .countAboveEnrolment, Observation.count,
            Phrase(
                ja: "不登校児童生徒数（\(Numerals.grouped(count))）が在籍者数（\(Numerals.grouped(enrolment))）より多くなっています",
                en: "more pupils (\(Numerals.grouped(count))) than are enrolled (\(Numerals.grouped(enrolment)))"),
            help: Phrase(ja: "二つの値が入れ替わっていないか確かめてください", en: "check whether the two have been swapped"),
            notes: [Diagnostic.Note(row.place(Observation.enrolment), Phrase(ja: "在籍者数です", en: "the enrolment"))])
    }

    /// The survey that is cited is the one whose figures come last.
    private static func surveyYear(_ statistics: RecordView, _ series: [[RecordView]]) -> [Diagnostic] {
        guard let survey = statistics[Statistics.survey], let year = survey[Survey.fiscalYear],
            let published = survey[Survey.published]
        else { return [] }
        var findings: [Diagnostic] = []
        for rows in series {
            guard let latest = rows.last, let last = latest[Observation.fiscalYear], last != year
            else { continue }
            findings.append(
                survey.report(
                    .surveyYear, Survey.fiscalYear,
                    Phrase(
                        ja: "調査の年度は\(year.long)ですが、値の最後の年度は\(last.long)です",
                        en: "the survey is of \(year.long), but the figures end with \(last.long)"),
                    help: Phrase(ja: "新しい年度の値を足すか、調査の年度を直してください", en: "add the new figures, or mend the survey's year"),
                    notes: [
                        Diagnostic.Note(
                            latest.place(Observation.fiscalYear), Phrase(ja: "最後の年度です", en: "the last year"))
                    ]))
            break
        }
        if published.firstDay <= year.lastDay {
            findings.append(
                survey.report(
                    .dateOrder, Survey.published,
                    Phrase(
                        ja: "\(year.long)の調査が、年度の終わる前の\(published.long)に公表されたことになっています",
                        en:
                            "the survey of \(year.long) is said to have come out in \(published.long), before that year ended"
                    ),
                    help: Phrase(ja: "公表の月又は調査の年度を確かめてください", en: "check the month of publication and the year"),
                    notes: [Diagnostic.Note(survey.place(Survey.fiscalYear), Phrase(ja: "調査の年度です", en: "the year"))]))
        }
        return findings
    }
}
