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

    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let statistics = board.statistics else { return [] }
        return ["national", "city"].compactMap { statistics.record($0) }.flatMap { checkSeries($0.records("series")) }
            + surveyYear(statistics)
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
        return findings + (isInOrder ? ["count", "enrolment"].flatMap { jumps(series, $0) } : [])
            + series.compactMap(aboveEnrolment)
    }

    /// Whether a row's figures leap, so that a rate that does not agree with them tells nothing new.
    static func leaps(_ row: RecordView, in series: [RecordView]) -> Bool {
        let place = row.place("count").range
        return ["count", "enrolment"].contains { key in
            jumpRows(series, key).contains { $0.row.place("count").range == place }
        }
    }

    private static func jumps(_ series: [RecordView], _ key: String) -> [Diagnostic] {
        jumpRows(series, key).map { jump($0.before, $0.row, key) }
    }

    /// The rows whose figure leaps; one that falls back to where it was before a leap is right again.
    private static func jumpRows(_ series: [RecordView], _ key: String) -> [(before: RecordView, row: RecordView)] {
        var found: [(before: RecordView, row: RecordView)] = []
        var trusted: RecordView?
        var before: RecordView?
        for row in series where !row[key].isAbsent {
            defer { before = row }
            // More pupils than are enrolled is said of the row already.
            if isAboveEnrolment(row) { continue }
            guard let last = trusted else {
                trusted = row
                continue
            }
            if isLeap(last, row, key), before.map({ isLeap($0, row, key) }) ?? true {
                found.append((last, row))
            } else {
                trusted = row
            }
        }
        return found
    }

    private static func isLeap(_ before: RecordView, _ row: RecordView, _ key: String) -> Bool {
        guard let first = before[key].integer, let second = row[key].integer, first > 0, second > 0,
            let step = step(before, row), step > 0
        else { return false }
        let factor = step == 1 ? doubtfulFactor : doubtfulFactorAcrossGap
        return (second > first * factor || first > second * factor) && abs(second - first) >= doubtfulDifference
    }

    private static func step(_ before: RecordView, _ row: RecordView) -> Int? {
        guard let first = before["fiscal_year"].fiscalYear, let second = row["fiscal_year"].fiscalYear else {
            return nil
        }
        return second.year - first.year
    }

    private static func order(_ before: RecordView, _ row: RecordView, _ step: Int) -> Diagnostic {
        let year = row.text("fiscal_year") ?? ""
        return row.report(
            .seriesOrder, "fiscal_year",
            step == 0
                ? Phrase(ja: "「\(year)」が2行あります", en: "\(year) stands in two rows")
                : Phrase(
                    ja: "「\(year)」が、それより新しい「\(before.text("fiscal_year") ?? "")」の下に書かれています",
                    en: "\(year) stands below \(before.text("fiscal_year") ?? ""), which is later"),
            help: Phrase(
                ja: "年度の打ち間違いがないか確かめ、古い順に、1年度を1行で書いてください",
                en: "check the years for a slip, and write one row a year, oldest first"),
            notes: [
                Diagnostic.Note(
                    before.place("fiscal_year"), Phrase(ja: "前の行はこの年度です", en: "the row before has this year"))
            ])
    }

    private static func gap(_ before: RecordView, _ row: RecordView) -> Diagnostic {
        let (first, second) = (before.text("fiscal_year") ?? "", row.text("fiscal_year") ?? "")
        return row.report(
            .seriesGap, "fiscal_year", severity: .warning,
            Phrase(ja: "「\(first)」と「\(second)」の間の年度がありません", en: "the years between \(first) and \(second) are missing"),
            help: Phrase(ja: "抜けている年度の行を足してください", en: "add the missing rows"))
    }

    private static func jump(_ before: RecordView, _ row: RecordView, _ key: String) -> Diagnostic {
        let (first, second) = (before[key].integer ?? 0, row[key].integer ?? 0)
        let year = before["fiscal_year"].fiscalYear
        let rate = RateCheck.mismatch(row)
        let rateNote = Diagnostic.Note(
            row.place("rate"), Phrase(ja: "公表された割合とも合いません", en: "nor does it agree with the rate as published"))
        return row.report(
            .seriesJump, key, severity: rate == nil ? .warning : .error,
            Phrase(
                ja: "\(year?.long ?? "前の年度")の\(Numerals.grouped(first))から\(Numerals.grouped(second))へ大きく変わっています",
                en: "the figure leaps from \(Numerals.grouped(first)) to \(Numerals.grouped(second))"),
            help: Phrase(ja: "桁の打ち間違いがないか、元の資料で確かめてください", en: "check it against the source for a slipped digit"),
            notes: [Diagnostic.Note(before.place(key), Phrase(ja: "比べた値です", en: "what it is compared with"))]
                + (rate == nil ? [] : [rateNote]))
    }

    static func isAboveEnrolment(_ row: RecordView) -> Bool {
        guard let count = row["count"].integer, let enrolment = row["enrolment"].integer else { return false }
        return count > enrolment
    }

    private static func aboveEnrolment(_ row: RecordView) -> Diagnostic? {
        guard let count = row["count"].integer, let enrolment = row["enrolment"].integer, count > enrolment else {
            return nil
        }
        return row.report(
            .countAboveEnrolment, "count",
            Phrase(
                ja: "不登校児童生徒数（\(Numerals.grouped(count))）が在籍者数（\(Numerals.grouped(enrolment))）より多くなっています",
                en: "more pupils (\(Numerals.grouped(count))) than are enrolled (\(Numerals.grouped(enrolment)))"),
            help: Phrase(ja: "二つの値が入れ替わっていないか確かめてください", en: "check whether the two have been swapped"))
    }

    /// The survey that is cited is the one whose figures come last.
    private static func surveyYear(_ statistics: RecordView) -> [Diagnostic] {
        guard let survey = statistics.record("survey"), let year = survey["fiscal_year"].fiscalYear,
            let published = survey["published"].month
        else { return [] }
        var findings: [Diagnostic] = []
        for key in ["national", "city"] {
            guard let latest = statistics.record(key)?.records("series").last,
                let last = latest["fiscal_year"].fiscalYear, last != year
            else { continue }
            findings.append(
                survey.report(
                    .surveyYear, "fiscal_year",
                    Phrase(
                        ja: "調査の年度は\(year.long)ですが、値の最後の年度は\(last.long)です",
                        en: "the survey is of \(year.long), but the figures end with \(last.long)"),
                    help: Phrase(ja: "新しい年度の値を足すか、調査の年度を直してください", en: "add the new figures, or mend the survey's year"),
                    notes: [Diagnostic.Note(latest.place("fiscal_year"), Phrase(ja: "最後の年度です", en: "the last year"))]))
            break
        }
        if published.firstDay <= year.lastDay {
            findings.append(
                survey.report(
                    .dateOrder, "published",
                    Phrase(
                        ja: "\(year.long)の調査が、年度の終わる前の\(published.long)に公表されたことになっています",
                        en:
                            "the survey of \(year.long) is said to have come out in \(published.long), before that year ended"
                    ),
                    help: Phrase(ja: "公表の月又は調査の年度を確かめてください", en: "check the month of publication and the year")))
        }
        return findings
    }
}
