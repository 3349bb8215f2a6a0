package import Diagnostics

extension DiagnosticCode {
    package static let yamlTag = DiagnosticCode(
        "Y006", canBeAllowed: false,
        meaning: (
            ja: "「!」で始まる値は、タグ（値の種類を指定する書き方）とみなされるので、使えません。値の文字なら引用符で囲みます。",
            en:
                "A value that begins with ! is taken for a tag, which states a type and is not accepted. Quote it if it is text."
        ),
        reason: (
            ja: "値の種類は項目ごとに決まっているので、書くと食い違うおそれがあるだけです。",
            en: "Each field's type is fixed, so a tag could only contradict it."
        ),
        wrong: "capacity: !!int 20",
        right: "capacity: 20")
}

extension SyntaxProblem {
    static let tag = SyntaxProblem(
        .yamlTag,
        Phrase(
            ja: "「!」で始まる値は、タグ（値の種類を指定する書き方）とみなされるので、使えません",
            en: "a value that begins with \"!\" is taken for a tag (!name), which is not accepted"),
        help: Phrase(
            ja: "「!」も値の文字なら、\(quoting.ja)。値の種類の指定なら、「!」から次の空白までを消してください",
            en:
                "if the ! belongs to the value, \(quoting.en); if it states a type, delete it up to the next space"
        ))
}
