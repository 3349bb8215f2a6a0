package import Diagnostics

extension DiagnosticCode {
    package static let mustacheEmptyTag = DiagnosticCode(
        "M004", canBeAllowed: false,
        meaning: (
            ja: "タグの中に名前がありません。",
            en: "The tag has no name in it."
        ),
        reason: (
            ja: "何を印字するかが決まらず、文に穴が空きます。",
            en: "Nothing could be printed there, and the sentence would have a hole."
        ),
        wrong: "<p>{{}}現在、{{facilities.private.count}}施設です。</p>",
        right: "<p>{{facilities.as_of}}現在、{{facilities.private.count}}施設です。</p>")
}
