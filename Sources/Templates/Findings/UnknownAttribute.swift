package import Diagnostics

extension DiagnosticCode {
    package static let unknownAttribute = DiagnosticCode(
        "T006", canBeAllowed: false,
        meaning: (
            ja: "使える属性（要素に付ける「class=\"…\"」のような指定）の一覧にない属性です。",
            en: "The attribute is not in the vocabulary of templates."
        ),
        reason: (
            ja: "打ち間違えた属性は働きません。見た目の指定は、スタイルシート（体裁を決めるファイル）にまとめます。",
            en: "A misspelt attribute does nothing, and looks belong in the style sheets."
        ),
        wrong: "<p align=\"right\">{{board.section}}</p>",
        right: "<p class=\"right\">{{board.section}}</p>")
}
