package import Diagnostics

extension DiagnosticCode {
    package static let yamlControlCharacter = DiagnosticCode(
        "Y002", canBeAllowed: false,
        meaning: (
            ja: "使えない制御文字（文字として見えない、機器への指示を表す符号）があります。",
            en: "There is a control character, which YAML does not allow."
        ),
        reason: (
            ja: "画面では見えませんが、印刷や検索、ほかのソフトへの取込みで不具合を起こします。",
            en: "It cannot be seen, but it disturbs printing, searching and other programs."
        ),
        wrong: "name: 楽笑[U+0007]フリースクール  # [ ]の所に見えない文字がある",
        right: "name: 楽笑 フリースクール",
        source: (
            ja: "YAML 1.2.2 §5.1（使える文字）",
            en: "YAML 1.2.2 §5.1, Character Set"
        ))
}

extension SyntaxProblem {
    static func controlCharacter(_ scalar: UInt32) -> SyntaxProblem {
        SyntaxProblem(
            .yamlControlCharacter,
            Phrase(
                ja: "使えない制御文字（U+\(hex(scalar))）があります", en: "control character U+\(hex(scalar)) is not allowed"),
            help: Phrase(ja: "この文字を消してください", en: "delete the character"))
    }
}
