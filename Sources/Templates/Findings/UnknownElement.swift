package import Diagnostics

extension DiagnosticCode {
    package static let unknownElement = DiagnosticCode(
        "T005", canBeAllowed: false,
        meaning: (
            ja: "使える要素（「<p>」のような部品）の一覧にない要素です。",
            en: "The element is not in the vocabulary of templates."
        ),
        reason: (
            ja: "テキスト版での書き方が決まっていないので、内容が抜けるおそれがあります。",
            en: "There is no rule for its plain text, so what it says might be lost."
        ),
        wrong: "<center>様式1</center>",
        right: "<p class=\"center\">様式1</p>")
}
