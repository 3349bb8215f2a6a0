package import Diagnostics

extension DiagnosticCode {
    package static let contentsPlace = DiagnosticCode(
        "T026", canBeAllowed: true,
        meaning: (
            ja: "もくじの見出しがあるのに<contents/>がないか、<contents/>が二つ以上あります。",
            en: "There is a heading for the contents without <contents/>, or <contents/> stands there twice."
        ),
        reason: (
            ja: "もくじは<contents/>の所に自動で作られるので、空になるか、重なります。",
            en: "The contents are made where <contents/> stands, and would be empty or doubled."
        ),
        wrong: "<h2>もくじ</h2>",
        right: "<h2>もくじ</h2>\n<contents/>")
}
