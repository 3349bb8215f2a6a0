package import Diagnostics

extension DiagnosticCode {
    package static let mustacheUnopenedSection = DiagnosticCode(
        "M003", canBeAllowed: false,
        meaning: (
            ja: "{{/名前}}で閉じていますが、その名前で始めた部分がありません。又は、開いた順と逆に閉じられていません。",
            en: """
            {{/name}} closes what was not opened, or parts are not closed in the reverse order of \
            opening.
            """
        ),
        reason: (
            ja: "名前の打ち間違いを見逃すと、別の部分が終わってしまいます。",
            en: "Otherwise a misspelt name would end another part than was meant."
        ),
        wrong: "{{#note}}<small>{{note}}</small>{{/web}}",
        right: "{{#note}}<small>{{note}}</small>{{/note}}",
        source: (
            ja: "Mustache仕様（セクション）",
            en: "the Mustache specification, Sections"
        ))
}
