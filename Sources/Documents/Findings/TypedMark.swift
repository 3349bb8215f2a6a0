package import Diagnostics

extension DiagnosticCode {
    package static let typedMark = DiagnosticCode(
        "T035", canBeAllowed: true,
        meaning: (
            ja: "自動で番号や記号の付く見出し、一覧の項目の初めに、番号や記号が打ち込んであります。又は、表の題名の初めに「表1」などが打ち込んであります。",
            en:
                "A heading or item that gets its number or mark by itself begins with one that was typed; or a table’s title begins with a typed number."
        ),
        reason: (
            ja: "番号が二つ並び、見出しを加えたり消したりすると、打ち込んだほうが違ってきます。",
            en: "Two numbers stand side by side, and the typed one goes wrong when headings come and go."
        ),
        wrong: "<h2>1　はじめに</h2>", right: "<h2>はじめに</h2>")
}
