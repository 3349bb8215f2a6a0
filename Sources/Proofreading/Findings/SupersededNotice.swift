package import Diagnostics

extension DiagnosticCode {
    package static let supersededNotice = DiagnosticCode(
        "J024", canBeAllowed: true,
        meaning: (
            ja: "置き換えられて効力のない通知や法令を、今のものとして引用しています。",
            en: "A notice or act that was replaced is cited as in force."
        ),
        reason: (
            ja: "根拠のない取扱いを案内することになります。「廃止された」「当時の」などとある文は見ません。",
            en:
                "What rests on it has no ground any more. Sentences that say that it is of the past are passed over."
        ),
        wrong: "平成28年9月14日付け28文科初第770号に基づき、", right: "令和元年10月25日付け元文科初第698号に基づき、",
        source: (ja: "Data/reference/notices.tsv", en: "Data/reference/notices.tsv"))
}
