package import Diagnostics

extension DiagnosticCode {
    package static let malformedMarkup = DiagnosticCode(
        "T004", canBeAllowed: false,
        meaning: (
            ja: "ひな形の書き方がXHTMLとして正しくありません。開いた要素が閉じられていないなどです。",
            en: "The template is not well-formed XHTML: an element is not closed, for example."
        ),
        reason: (
            ja: "ブラウザーごとに違う形に解釈され、文章や表が崩れます。",
            en: "Each browser would make something else of it."
        ),
        wrong: "<p>在籍する学校に<strong>相談してください。</p>",
        right: "<p>在籍する学校に<strong>相談してください。</strong></p>",
        source: (
            ja: "XML 1.0（整形式）、JIS X 8341-3:2016 達成基準4.1.1（構文解析）",
            en: "XML 1.0, well-formedness, and JIS X 8341-3:2016, success criterion 4.1.1, Parsing"
        ))
}
