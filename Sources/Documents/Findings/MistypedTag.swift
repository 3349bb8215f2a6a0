package import Diagnostics

extension DiagnosticCode {
    package static let mistypedTag = DiagnosticCode(
        "T029", canBeAllowed: true,
        meaning: (
            ja: "タグのつもりで書いたらしい文字が、タグになっていません。",
            en: "What seems to be a tag is none."
        ),
        reason: (
            ja: "括弧が一つだけのもの、全角のものは、値に置き換わらず、そのまま文書に出ます。",
            en: "With one brace, or with full-width braces, it is not replaced by the value but printed."
        ),
        wrong: "<p>｛｛board.name｝｝</p>",
        right: "<p>{{board.name}}</p>")
}
