package import Diagnostics

extension DiagnosticCode {
    package static let headingOrder = DiagnosticCode(
        "T013", canBeAllowed: true,
        meaning: (
            ja: "見出しの段が飛んでいます（h2の次にh4など）。",
            en: "A heading level is skipped, as in h4 behind h2."
        ),
        reason: (
            ja: "読み上げソフトの利用者は見出しをたどって読むので、段が飛ぶと構成が分かりません。",
            en: "People who read by headings cannot follow the structure."
        ),
        wrong: """
            <h2>出席扱い</h2>
            <h4>要件</h4>
            """,
        right: """
            <h2>出席扱い</h2>
            <h3>要件</h3>
            """,
        source: (
            ja: "JIS X 8341-3:2016 達成基準1.3.1（情報及び関係性）",
            en: "JIS X 8341-3:2016, success criterion 1.3.1, Info and Relationships"
        ))
}
