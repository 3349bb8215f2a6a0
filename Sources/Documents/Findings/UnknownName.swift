package import Diagnostics

extension DiagnosticCode {
    package static let unknownName = DiagnosticCode(
        "T001", canBeAllowed: false,
        meaning: (
            ja: "ひな形のタグに書かれた名前の項目がありません。又は、ひな形が使うIDのものがデータにありません。",
            en:
                "The name in a template's tag is no field's, or the data has nothing of the identifier that it uses."
        ),
        reason: (
            ja: "値が印字されず、文に穴が空きます。",
            en: "No value would be printed, and the sentence would have a hole."
        ),
        wrong: "<p>{{facilities.asof}}現在の内容です。</p>",
        right: "<p>{{facilities.as_of}}現在の内容です。</p>")
}
