package import Diagnostics

extension DiagnosticCode {
    package static let missingFile = DiagnosticCode(
        "F002", canBeAllowed: false,
        meaning: (
            ja: "必要なファイルがありません。board.yamlがないか、文書に必要なデータのファイルがありません。",
            en: """
            A file that is needed does not exist: board.yaml, or the data file that a document takes a \
            value from.
            """
        ),
        reason: (
            ja: "値がないまま作ると、文書の人数や施設名が抜けます。",
            en: "Made without it, the document would lack its figures or names."
        ),
        wrong: "Data/takarazuka/statistic.yaml",
        right: "Data/takarazuka/statistics.yaml")
}
