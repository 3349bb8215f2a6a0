package import Diagnostics

extension DiagnosticCode {
    package static let cutElement = DiagnosticCode(
        "T032", canBeAllowed: false,
        meaning: (
            ja: "{{#…}}～{{/…}}が要素を途中で切っているか、タグが要素や属性の名前の所、又は<!-- -->の中にあります。",
            en: """
            A section cuts an element in two, or a tag stands where an element or attribute is named, or in a comment.
            """
        ),
        reason: (
            ja: "値によって、開いた要素が閉じられなかったり、閉じる要素が開かれていなかったりする文書になります。",
            en: "It would depend on the data whether what is opened is closed."
        ),
        wrong: "{{#board.web}}<p>{{/board.web}}{{board.web}}</p>",
        right: "{{#board.web}}<p>{{board.web}}</p>{{/board.web}}")
}
