import Diagnostics
import Japanese

/// Dates stand in their order: what is stated as of a day comes before the issue, the issue in the edition's year.
enum EditionCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let record = board.record, let edition = record[BoardRecord.edition] else { return [] }
        guard let issued = edition[Edition.issued] else { return [] }
        let year = edition[Edition.fiscalYear]
        guard let year, issued.fiscalYear != year else { return late(board, record, edition, issued) }
        // Which of the two is wrong is not known; what comes after both is wrong in any case.
        return late(board, record, edition, max(issued, year.lastDay.yearMonth)) + [
            edition.report(
                .dateOrder, Edition.issued,
                Phrase(
                    ja: "発行月\(issued.long)は\(issued.fiscalYear.long)で、発行の年度\(year.long)と違います",
                    en: "\(issued.long) lies in \(issued.fiscalYear.long), not in the edition's year \(year.long)"),
                help: Phrase(
                    ja: "年度は4月から翌年3月までです。どちらかを直してください",
                    en: "a fiscal year runs from April to March; mend one of the two"),
                notes: [
                    Diagnostic.Note(edition.place(Edition.fiscalYear), Phrase(ja: "発行の年度です", en: "the edition's year"))
                ])
        ]
    }

    /// What is dated after the month of issue. Where several dates are, that month is the one to look at.
    private static func late(
        _ board: Board, _ record: RecordView, _ edition: RecordView, _ issued: YearMonth
    ) -> [Diagnostic] {
        let findings = lateDates(board, record, edition, issued)
        guard findings.count > 1 else { return findings }
        return [
            edition.report(
                .dateOrder, Edition.issued,
                Phrase(
                    ja: "発行月\(issued.long)より後の日付が\(findings.count)か所にあります",
                    en: "\(findings.count) dates are after the month of issue, \(issued.long)"),
                help: Phrase(
                    ja: "まず発行月を確かめ、正しければ、それぞれの日付を直してください",
                    en: "check the month of issue first; if it is right, mend each date"),
                notes: findings.compactMap { finding in
                    finding.place.map { Diagnostic.Note($0, Phrase(ja: "発行月より後です", en: "after the issue")) }
                })
        ]
    }

    private static func lateDates(
        _ board: Board, _ record: RecordView, _ edition: RecordView, _ issued: YearMonth
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for document in record.records(BoardRecord.documents) {
            guard let date = document[DocumentEntry.date], date.yearMonth > issued else { continue }
            findings.append(
                document.report(
                    .dateOrder, DocumentEntry.date,
                    Phrase(
                        ja: "文書の日付\(date.long)が発行月\(issued.long)より後です",
                        en: "\(date.long) is after the month of issue, \(issued.long)"),
                    help: Phrase(ja: "文書の日付又は発行月を直してください", en: "mend the date or the month of issue"),
                    notes: [issue(edition)]))
        }
        if let facilities = board.facilities, let asOf = facilities[FacilityLists.asOf], asOf > issued.lastDay {
            findings.append(
                facilities.report(
                    .dateOrder, FacilityLists.asOf,
                    Phrase(
                        ja: "基準日\(asOf.long)が発行月\(issued.long)より後です",
                        en: "the list is as of \(asOf.long), after its issue in \(issued.long)"),
                    help: Phrase(
                        ja: "基準日又はboard.yamlの発行月を直してください", en: "mend the date, or the month of issue in board.yaml"),
                    notes: [issue(edition)]))
        }
        if let survey = board.statistics?[Statistics.survey], let published = survey[Survey.published],
            published > issued
        {
            findings.append(
                survey.report(
                    .dateOrder, Survey.published,
                    Phrase(
                        ja: "調査の公表の月\(published.long)が発行月\(issued.long)より後です",
                        en: "the survey came out in \(published.long), after the issue in \(issued.long)"),
                    help: Phrase(
                        ja: "公表の月又はboard.yamlの発行月を直してください", en: "mend the month, or that of the issue in board.yaml"),
                    notes: [issue(edition)]))
        }
        for notice in record.records(BoardRecord.notices) {
            let field = notice[Notice.date] == nil ? Notice.month.declaration : Notice.date.declaration
            let month = notice[Notice.date]?.yearMonth ?? notice[Notice.month]
            guard let month, month > issued else { continue }
            findings.append(
                notice.report(
                    .dateOrder, field,
                    Phrase(
                        ja: "引用する通知などの日付（\(month.long)）が発行月\(issued.long)より後です",
                        en: "the notice or act cited is dated \(month.long), after the issue in \(issued.long)"),
                    help: Phrase(ja: "日付又は発行月を直してください", en: "mend the date or the month of issue"),
                    notes: [issue(edition)]))
        }
        return findings
    }

    private static func issue(_ edition: RecordView) -> Diagnostic.Note? {
        Diagnostic.Note(edition.place(Edition.issued), Phrase(ja: "発行月です", en: "the month of issue"))
    }
}
