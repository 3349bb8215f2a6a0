package import Diagnostics

extension DiagnosticCode {
    package static let headingCount = DiagnosticCode(
        "T020", canBeAllowed: true,
        meaning: (
            ja: "文書の題名となる見出し（h1）がないか、二つ以上あります。",
            en: "The document has more or fewer than one h1, the heading that is its title."
        ),
        reason: (
            ja: "読み上げソフトや検索サイトが、文書の題名を正しく伝えられません。",
            en: "Screen readers and search sites cannot tell what the document is called."
        ),
        wrong: """
            <h1>民間施設一覧</h1>
            <h1>公的施設一覧</h1>
            """,
        right: """
            <h1>不登校児童生徒を支援する施設一覧</h1>
            <h2>民間施設</h2>
            <h2>公的施設</h2>
            """,
        source: (
            ja: "JIS X 8341-3:2016 達成基準1.3.1（情報及び関係性）。一つに限るのはshirubeの決まりです",
            en: """
            JIS X 8341-3:2016, success criterion 1.3.1, Info and Relationships; that it is one is \
            shirube's own rule
            """
        ))
}
