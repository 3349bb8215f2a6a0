package import Diagnostics

extension DiagnosticCode {
    package static let yamlDirective = DiagnosticCode(
        "Y008", canBeAllowed: false,
        meaning: (
            ja: "ディレクティブ（「%」で始まり、読み方を指定する行）は使えません。",
            en: "Directives, lines that begin with % and say how to read the file, are not accepted."
        ),
        reason: (
            ja: "データのファイルの読み方は一つに決まっているので、指定は要りません。",
            en: "The files are read in one way only, so there is nothing to direct."
        ),
        wrong: """
            %YAML 1.2
            ---
            name: 宝塚市教育委員会
            """,
        right: "name: 宝塚市教育委員会")
}

extension SyntaxProblem {
    static let directive = SyntaxProblem(
        .yamlDirective,
        Phrase(ja: "ディレクティブ（%で始まる行）は使えません", en: "directives (lines that begin with %) are not accepted"),
        help: Phrase(ja: "この行を消してください", en: "remove the line"))
}
