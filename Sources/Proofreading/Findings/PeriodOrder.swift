package import Diagnostics

extension DiagnosticCode {
    package static let periodOrder = DiagnosticCode(
        "D008", canBeAllowed: true,
        meaning: (
            ja: "期間の終わりが始まりより前です。文章に書いた期間も含みます。又は、期間が基準日や統計の範囲の外にあります。",
            en:
                "A period, in the data or in a sentence, ends before it begins, or reaches beyond the as-of date or the statistics."
        ),
        reason: (
            ja: "「令和2年度から令和6年度まで」のような文が、意味をなさなくなります。",
            en: "The sentence that states the period would make no sense."
        ),
        wrong: """
            listed:
              from: 令和6年度
              to: 令和2年度
            """,
        right: """
            listed:
              from: 令和2年度
              to: 令和6年度
            """)
}
