import Diagnostics
import Japanese

/// Days count from the date of request at the earliest, so a form does not ask for earlier ones.
enum RequestCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let request = board.record?[BoardRecord.request], let date = request[FormRequest.date],
            let start = request[FormRequest.start], start < date
        else { return [] }
        return [
            request.report(
                .dateOrder, FormRequest.start, severity: .warning,
                Phrase(
                    ja: "利用開始日\(start.long)が依頼日\(date.long)より前です",
                    en: "the first day, \(start.long), is before the date of request, \(date.long)"),
                help: Phrase(
                    ja: "依頼日より前の日は出席扱いになりません。二つの日付を確かめてください",
                    en: "days before the request do not count; check both dates"),
                notes: [
                    Diagnostic.Note(request.place(FormRequest.date), Phrase(ja: "依頼日です", en: "the date of request"))
                ])
        ]
    }
}
