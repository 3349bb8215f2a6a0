package import Diagnostics

extension DiagnosticCode {
    package static let mustacheRecursion = DiagnosticCode(
        "M007", canBeAllowed: false,
        meaning: (
            ja: "部品が自分自身を取り込んでいて終わりがないか、タグの入れ子が深すぎるか、繰り返しが多すぎます。",
            en: "A template includes itself without end, tags are nested too deeply, or are repeated too often."
        ),
        reason: (
            ja: "文書がいつまでも完成しません。",
            en: "The document would never be finished."
        ),
        wrong: """
            {{! parts/form1.htmlの中 }}
            {{> parts/form1}}
            """,
        right: """
            {{! form1.htmlの中 }}
            {{> parts/form1}}
            """)
}
