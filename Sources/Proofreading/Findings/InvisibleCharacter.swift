package import Diagnostics

extension DiagnosticCode {
    package static let invisibleCharacter = DiagnosticCode(
        "J003", canBeAllowed: true,
        meaning: (
            ja: "目に見えない文字（幅のない空白など）があります。",
            en: "There is an invisible character, such as a space without width."
        ),
        reason: (
            ja: "見た目は同じでも別の文字とみなされ、検索や照合が失敗します。",
            en: "The text looks the same but counts as different, so searches and comparisons fail."
        ),
        wrong: "name: 楽笑[U+200B]フリースクール  # [ ]の所に見えない文字がある",
        right: "name: 楽笑 フリースクール")
}
