package import Diagnostics

extension DiagnosticCode {
    package static let unknownChoice = DiagnosticCode(
        "R026", canBeAllowed: false,
        meaning: (
            ja: "決まった値から選ぶ項目に、それ以外の値が書かれているか、同じ値が2回書かれています。",
            en: "The field takes some of a few values, and this is none of them, or stands there twice."
        ),
        reason: (
            ja: "推測で選ぶと、意図と違う表記や内容の文書ができます。",
            en: "A guess might set the document in another way than was meant."
        ),
        wrong: "digits: 全角",
        right: "digits: fullwidth")
}
