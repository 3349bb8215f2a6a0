package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let personalData = DiagnosticCode(
        "D037", canBeAllowed: false,
        meaning: (
            ja: "公開する文書のデータ（board.yaml）に、様式の記入内容（request）があります。",
            en: "The data of documents that are published (board.yaml) hold a form's entries (request)."
        ),
        reason: (
            ja:
                "児童生徒や保護者の氏名が、気付かないうちにウェブサイトに載ります。記入済みの様式は、名簿から「shirube form」で、公開しないフォルダーに作ります。",
            en:
                "The name of a pupil or guardian would go to the web site unnoticed. shirube form makes forms that are filled in from a roster, in a folder of their own."
        ),
        wrong: """
            request:
              pupil_name: 宝塚 花子
            """,
        right: "# （request は書かない）")
}

/// Days count from the date of request at the earliest, so a form does not ask for earlier ones.
enum RequestCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        inPublic(board) + order(board) + decision(board)
    }

    /// What is in board.yaml is published; what a family asks for is not.
    private static func inPublic(_ board: Board) -> [Diagnostic] {
        guard let request = board.record?[BoardRecord.request],
            request.type.fields.contains(where: { !$0.isDerived && !request.value($0).isAbsent })
        else { return [] }
        return [
            Diagnostic(
                .personalData, at: board.record?.place(BoardRecord.request),
                Phrase(
                    ja: "様式の記入内容（request）が、公開する文書のデータにあります",
                    en: "a form's entries (request) stand in the data of documents that are published"),
                help: Phrase(
                    ja: "「request:」を消してください。記入済みの様式は、名簿から「shirube form \(board.id) --pupils 名簿.xlsx --into フォルダー」で作れます",
                    en:
                        "delete request:; shirube form \(board.id) --pupils ROSTER.xlsx --into DIR makes forms that are filled in, from a roster"
                ))
        ]
    }

    /// The days of a decision follow one another, and a refusal has a reason.
    private static func decision(_ board: Board) -> [Diagnostic] {
        guard let request = board.request else { return [] }
        let pairs = [
            (FormRequest.periodFrom, FormRequest.periodTo), (FormRequest.date, FormRequest.decided),
            (FormRequest.date, FormRequest.periodFrom),
        ]
        var findings = pairs.compactMap { first, second -> Diagnostic? in
            guard let from = request[first], let to = request[second], to < from else { return nil }
            return request.report(
                .dateOrder, second, severity: .warning,
                Phrase(
                    ja: "\(second.declaration.label.ja)が\(first.declaration.label.ja)より前です",
                    en: "the \(second.declaration.label.en) is before the \(first.declaration.label.en)"),
                help: Phrase(ja: "二つの日付を確かめてください", en: "check both dates"))
        }
        if request[FormRequest.decision] == "refused", request[FormRequest.decisionReason] == nil {
            findings.append(
                request.report(
                    .missingKey, FormRequest.decision, severity: .warning,
                    Phrase(ja: "出席扱いとしない理由がありません", en: "a refusal has no reason"),
                    help: Phrase(ja: "「決定の理由」に書いてください", en: "write it as its reason")))
        }
        return findings
    }

    private static func order(_ board: Board) -> [Diagnostic] {
        guard let request = board.request, let date = request[FormRequest.date],
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
