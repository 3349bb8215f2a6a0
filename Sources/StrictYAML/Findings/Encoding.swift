package import Diagnostics

extension DiagnosticCode {
    package static let yamlEncoding = DiagnosticCode(
        "Y001", canBeAllowed: false,
        meaning: (
            ja: "UTF-8という文字コードとして読めない文字があります。別の文字コードで保存されています。",
            en: "The file holds bytes that are not UTF-8: it was saved in another encoding."
        ),
        reason: (
            ja: "文字コードを推測して読むと、文字化けしたまま公表するおそれがあります。",
            en: "If the encoding were guessed, garbled text might be published."
        ),
        wrong: """
            # エディターの文字コード: Shift_JIS
            name: 宝塚市教育委員会
            """,
        right: """
            # エディターの文字コード: UTF-8
            name: 宝塚市教育委員会
            """,
        source: (
            ja: "YAML 1.2.2 §5.2（文字コード）。UTF-8に限るのはshirubeの決まりです",
            en: "YAML 1.2.2 §5.2, Character Encodings; that it must be UTF-8 is shirube's own rule"
        ))
}

extension SyntaxProblem {
    static let encoding = SyntaxProblem(
        .yamlEncoding,
        Phrase(ja: "UTF-8として読めない文字があります", en: "this is not valid UTF-8"),
        help: Phrase(ja: "エディターで文字コードをUTF-8にして保存し直してください", en: "save the file again as UTF-8"))
}
