package import Diagnostics

extension DiagnosticCode {
    package static let mustacheUnclosedTag = DiagnosticCode(
        "M001", canBeAllowed: false,
        meaning: (
            ja: "タグ（{{ }}で囲んだ、値の入る場所）が閉じられていません。",
            en: "A tag, the place of a value in {{ }}, is never closed."
        ),
        reason: (
            ja: "閉じられていないと、後の文章までがタグの名前として読まれ、印字されません。",
            en: "What follows would be taken for its name, and would not be printed."
        ),
        wrong: "<p>{{facilities.as_of}現在の内容です。</p>",
        right: "<p>{{facilities.as_of}}現在の内容です。</p>",
        source: (
            ja: "Mustache仕様",
            en: "the Mustache specification"
        ))
}
