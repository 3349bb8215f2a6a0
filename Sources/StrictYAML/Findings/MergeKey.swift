package import Diagnostics

extension DiagnosticCode {
    package static let yamlMergeKey = DiagnosticCode(
        "Y007", canBeAllowed: false,
        meaning: (
            ja: "マージキー（「<<」と書いて別のまとまりの項目を取り込む書き方）は使えません。",
            en: "The merge key <<, which takes in the entries of another group, is not accepted."
        ),
        reason: (
            ja: "どの値が使われるかが見ただけでは分からず、YAML 1.2.2にもない書き方です。",
            en: "It hides which value counts, and YAML 1.2.2 does not have it."
        ),
        wrong: """
            - id: mirai-kawanishi
              <<: *mirai
              telephone: 072-764-6335
            """,
        right: """
            - id: mirai-kawanishi
              operator: 特定非営利活動法人○○
              telephone: 072-764-6335
            """)
}

extension SyntaxProblem {
    static let mergeKey = SyntaxProblem(
        .yamlMergeKey,
        Phrase(ja: "マージキー（<<）は使えません", en: "merge keys (<<) are not accepted"),
        help: Phrase(ja: "同じ内容でも、それぞれの場所に書いてください", en: "write the values out at each place"))
}
