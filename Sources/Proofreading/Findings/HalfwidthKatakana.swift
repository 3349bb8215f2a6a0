package import Diagnostics

extension DiagnosticCode {
    package static let halfwidthKatakana = DiagnosticCode(
        "J002", canBeAllowed: true,
        meaning: (
            ja: "半角カタカナがあります。全角カタカナで書きます。",
            en: "Half-width katakana is used; it should be full-width."
        ),
        reason: (
            ja: "検索で見つからず、濁点の離れた読みにくい文字になります。",
            en: "A search misses it, and its sound marks stand apart."
        ),
        wrong: "name: ﾌﾘｰｽｸｰﾙみらい",
        right: "name: フリースクールみらい")
}
