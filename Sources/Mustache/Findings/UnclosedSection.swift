package import Diagnostics

extension DiagnosticCode {
    package static let mustacheUnclosedSection = DiagnosticCode(
        "M002", canBeAllowed: false,
        meaning: (
            ja: "{{#名前}}などで始めた部分に、終わりの{{/名前}}がありません。",
            en: "A part begun with {{#name}} or the like has no {{/name}} at its end."
        ),
        reason: (
            ja: "終わりがないと、どこまでを条件や繰返しの対象にするかが決まりません。",
            en: "It is not known how much depends on the condition or is to be repeated."
        ),
        wrong: "{{#web}}<a href=\"{{web}}\">{{web}}</a>",
        right: "{{#web}}<a href=\"{{web}}\">{{web}}</a>{{/web}}",
        source: (
            ja: "Mustache仕様（セクション）",
            en: "the Mustache specification, Sections"
        ))
}
