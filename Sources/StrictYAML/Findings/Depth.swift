package import Diagnostics

extension DiagnosticCode {
    package static let yamlDepth = DiagnosticCode(
        "Y012", canBeAllowed: false,
        meaning: (
            ja: "項目の括弧や字下げが、深く重なりすぎています。",
            en: "Values are nested too deeply."
        ),
        reason: (
            ja: "正しいデータはこれほど深くなりません。括弧や字下げの誤りです。",
            en: "Real data is never so deep; brackets or indentation have gone wrong."
        ),
        wrong: "note: [[[[[[[[ … 予約制 … ]]]]]]]]",
        right: "note: 予約制")
}

extension SyntaxProblem {
    static func depth(_ limit: Int) -> SyntaxProblem {
        SyntaxProblem(
            .yamlDepth,
            Phrase(
                ja: "括弧や字下げが\(limit)段を超えて重なっています", en: "brackets or indentation are nested deeper than \(limit) levels"),
            help: Phrase(ja: "閉じ忘れた括弧や、余分な字下げがないか確かめてください", en: "look for brackets left open or too much indentation"))
    }
}
