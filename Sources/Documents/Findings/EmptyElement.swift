package import Diagnostics

extension DiagnosticCode {
    package static let emptyElement = DiagnosticCode(
        "T025", canBeAllowed: true,
        meaning: (
            ja: "見出し、リンク、箇条書きの項目又は表の見出しのセルに、文字がありません。",
            en: "A heading, link, list item or header cell has no words."
        ),
        reason: (
            ja: "読み上げソフトでは何があるのか分からず、もくじにも空の行ができます。",
            en: "Screen readers have nothing to say there, and the contents get an empty line."
        ),
        wrong: "<h2></h2>",
        right: "<h2>出席扱いの手続</h2>",
        source: (
            ja: "JIS X 8341-3:2016 達成基準1.3.1、2.4.4、2.4.6",
            en: "JIS X 8341-3:2016, success criteria 1.3.1, 2.4.4 and 2.4.6"
        ))
}
