package import Diagnostics

extension DiagnosticCode {
    package static let wrongShape = DiagnosticCode(
        "R003", canBeAllowed: false,
        meaning: (
            ja: "項目の書き方が違います。一つの値を書く所に一覧があるか、1行で書く所に改行があるなどです。",
            en: """
            The field has another shape than it should: a list where one value belongs, or several \
            lines in place of one.
            """
        ),
        reason: (
            ja: "形が違うと、文書のどこに何を入れるかが決まりません。",
            en: "It would not be known what to print where."
        ),
        wrong: """
            telephone:
              - 0797-86-2321
            """,
        right: "telephone: 0797-86-2321")
}
