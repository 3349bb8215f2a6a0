package import Diagnostics

extension DiagnosticCode {
    package static let mustacheMissingPartial = DiagnosticCode(
        "M006", canBeAllowed: false,
        meaning: (
            ja: "取り込もうとした部品（別のひな形のファイル）がありません。",
            en: "The template that is to be included does not exist."
        ),
        reason: (
            ja: "部品のないまま作ると、表や様式が丸ごと抜けます。",
            en: "Without it a whole table or form would be missing from the document."
        ),
        wrong: "{{> parts/facilities-table}}",
        right: "{{> parts/facility-table}}")
}
