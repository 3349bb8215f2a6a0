package import Diagnostics

extension DiagnosticCode {
    package static let unescapedTag = DiagnosticCode(
        "T002", canBeAllowed: false,
        meaning: (
            ja: "値をそのまま埋め込む{{{ }}}や{{& }}は、文書のひな形では使えません。",
            en: "{{{ }}} and {{& }}, which print a value without escaping it, are not accepted in documents."
        ),
        reason: (
            ja: "値の中の「<」や「&」が、文書の構造を壊します。",
            en: "A < or & in the value would break the document."
        ),
        wrong: "<td>{{{name}}}</td>",
        right: "<td>{{name}}</td>")
}
