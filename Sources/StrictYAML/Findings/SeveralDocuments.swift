package import Diagnostics

extension DiagnosticCode {
    package static let yamlSeveralDocuments = DiagnosticCode(
        "Y009", canBeAllowed: false,
        meaning: (
            ja: "「---」や「...」の行で区切って、一つのファイルに二つ以上のデータが書かれています。",
            en: "Lines of --- or ... divide the file into several sets of data."
        ),
        reason: (
            ja: "どのデータを文書に使うかが決まりません。",
            en: "It would not be clear which of them the documents use."
        ),
        wrong: """
            name: 宝塚市教育委員会
            ---
            name: 世田谷区教育委員会
            """,
        right: """
            # 世田谷区のものは、Data/setagaya/board.yamlに書く
            name: 宝塚市教育委員会
            """)
}

extension SyntaxProblem {
    static let severalDocuments = SyntaxProblem(
        .yamlSeveralDocuments,
        Phrase(
            ja: "「---」や「...」の行で区切って、一つのファイルに二つ以上のデータが書かれています",
            en: "lines of --- or ... divide the file into several sets of data"),
        help: Phrase(
            ja: "区切りの行を消し、ほかの教育委員会のデータなら、その教育委員会のファイルに移してください",
            en: "delete the dividing line, and move another board's data into that board's file"))
}
