package import Diagnostics

extension DiagnosticCode {
    package static let decomposedCharacter = DiagnosticCode(
        "J004", canBeAllowed: true,
        meaning: (
            ja: "「が」のような1文字が、「か」と濁点の2文字で書かれています。又は、「塚」などが互換用の別の文字です。",
            en: """
            A letter such as が is written as か and a separate mark, or a character is a compatibility \
            form.
            """
        ),
        reason: (
            ja: "見た目は同じでも別の文字とみなされ、検索で見つからず、濁点が離れて印字されることもあります。",
            en: "It looks the same but is not found by a search, and the mark may be printed apart."
        ),
        wrong: "note: 見学か[U+3099]必要です  # [ ]の所に、濁点だけの文字がある",
        right: "note: 見学が必要です",
        source: (
            ja: "Unicode標準附属書15（正規化形式）",
            en: "Unicode Standard Annex #15, Normalization Forms"
        ))
}
