package import Diagnostics

extension DiagnosticCode {
    package static let lookAlike = DiagnosticCode(
        "J006", canBeAllowed: true,
        meaning: (
            ja: "形の似た別の文字のようです（「口」とカタカナの「ロ」、「一」と「ー」、「っ」と「つ」など）。",
            en: """
            This looks like another character than was meant: katakana ロ for 口, ー for 一, or つ for っ, \
            for example.
            """
        ),
        reason: (
            ja: "目では気付きにくく、検索で見つからず、読み上げも誤ります。",
            en: "It is hard to see, but a search misses it and a screen reader misreads it."
        ),
        wrong: "address: 兵庫県西宮市北ロ町1-1",
        right: "address: 兵庫県西宮市北口町1-1")
}
