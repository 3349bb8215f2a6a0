package import Diagnostics

extension DiagnosticCode {
    package static let controlCharacter = DiagnosticCode(
        "R006", canBeAllowed: false,
        meaning: (
            ja: "値の中に制御文字（文字として見えない、機器への指示を表す符号）があります。",
            en: "The value holds a control character."
        ),
        reason: (
            ja: "画面では見えませんが、印刷や検索、ほかのソフトへの取込みで不具合を起こします。",
            en: "It cannot be seen, but it disturbs printing, searching and other programs."
        ),
        wrong: "name: \"楽笑\\u0007フリースクール\"",
        right: "name: 楽笑 フリースクール")
}
