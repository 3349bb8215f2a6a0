package import Diagnostics

extension DiagnosticCode {
    package static let nearName = DiagnosticCode(
        "J025", canBeAllowed: true,
        meaning: (
            ja: "文章や「」の中、施設、運営者、窓口、委員会などの名称又は文書の題名が、データのほかの所にある名称と少し違います（字の並びの入れ替わりや、落ちた語を含みます）。",
            en:
                "A name in a sentence or in 「」, of a facility, an operator, an office or a committee, or a document's title, is nearly one elsewhere in the data: but for a letter or two, for parts that have changed places, or for a word that is lost."
        ),
        reason: (
            ja: "同じ施設が二通りに書かれると、別のものと受け取られます。", en: "Written in two ways, one place is taken for two."
        ),
        wrong: "「Palたからずか」を利用できます。", right: "「Palたからづか」を利用できます。")
}

extension Diagnostic {
    /// A name that is nearly another: the one of the two that is less likely is told, and may be right.
    ///
    /// - Parameters:
    ///   - summary: what is written, and what is usual.
    ///   - usual: where the usual one stands.
    ///   - note: what stands there.
    package static func nearName(
        at place: Place?, severity: Severity = .warning, _ summary: Phrase, usual: Place?, _ note: Phrase
    ) -> Diagnostic {
        Diagnostic(
            .nearName, severity, at: place, summary,
            help: Phrase(
                ja: "どちらかに直してください。別のものなら、認めることができます",
                en: "write one of the two; where it is something else, it can be allowed"),
            notes: [Note(usual, note)])
    }
}
