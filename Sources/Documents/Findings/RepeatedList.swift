package import Diagnostics

extension DiagnosticCode {
    package static let repeatedList = DiagnosticCode(
        "T034", canBeAllowed: false,
        meaning: (
            ja: "一覧の項目を一つずつ繰り返す部分の中で、その一覧の全体を印字しています。",
            en: "Inside a section that is repeated for each item of a list, the whole list is printed."
        ),
        reason: (
            ja: "項目が二つあれば、全体が2回出ます。",
            en: "With two items the whole of it would be printed twice."
        ),
        wrong: "{{#kind}}（{{kind}}）{{/kind}}", right: "{{#kind.first}}（{{kind}}）{{/kind.first}}")
}
