package import Diagnostics

extension DiagnosticCode {
    package static let yamlReservedIndicator = DiagnosticCode(
        "Y014", canBeAllowed: false,
        meaning: (
            ja: "値が、YAMLで特別な意味のある記号（「@」「%」など）で始まっています。",
            en: "The value begins with a sign that is special in YAML, such as @ or %."
        ),
        reason: (
            ja: "引用符で囲まないと、値の文字なのか記号なのかが決まりません。",
            en: "Unless it is quoted, it could be either text or a sign of YAML's."
        ),
        wrong: "name: @スクール宝塚校",
        right: "name: \"@スクール宝塚校\"",
        source: (
            ja: "YAML 1.2.2 §5.3（指示文字）、§7.3.3",
            en: "YAML 1.2.2 §5.3, Indicator Characters, and §7.3.3"
        ))
}

extension SyntaxProblem {
    static func reservedIndicator(_ character: Character) -> SyntaxProblem {
        SyntaxProblem(
            .yamlReservedIndicator,
            Phrase(
                ja: "「\(character)」で始まる値は引用符で囲む必要があります", en: "a value cannot begin with \"\(character)\" unless quoted"),
            help: quoting)
    }
}
