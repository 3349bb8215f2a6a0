package import Diagnostics

extension DiagnosticCode {
    package static let valueWithoutText = DiagnosticCode(
        "T011", canBeAllowed: false,
        meaning: (
            ja: "タグの名前が、一つの値ではなく項目のまとまりを指しています。",
            en: "The tag names a group of values, which has no text of its own."
        ),
        reason: (
            ja: "まとまりのどの値を印字するのかが決まりません。",
            en: "It does not say which of its values to print."
        ),
        wrong: "<p>{{board.edition}}版</p>",
        right: "<p>{{board.edition.fiscal_year}}版</p>")
}
