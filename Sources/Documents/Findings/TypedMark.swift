package import Diagnostics

extension DiagnosticCode {
    package static let typedMark = DiagnosticCode(
        "T035", canBeAllowed: true,
        meaning: (
            ja: "番号の付く見出しの初めに、番号が打ち込んであります。",
            en: "A heading that is numbered begins with a number that was typed."
        ),
        reason: (
            ja: "番号が二つ並び、見出しを加えたり消したりすると、打ち込んだほうが違ってきます。",
            en: "Two numbers stand side by side, and the typed one goes wrong when headings come and go."
        ),
        wrong: "<h2>1　はじめに</h2>", right: "<h2>はじめに</h2>")
}
