package import Diagnostics

extension DiagnosticCode {
    package static let glyphVariant = DiagnosticCode(
        "P008", canBeAllowed: true,
        meaning: (
            ja: "所在地の地名が、日本郵便の表とは違う字体（旧字体、異体字など）で書かれています。地名そのものは同じです。",
            en: """
            A place's name is written with another form of a kanji than in Japan Post's table; it is the \
            same name.
            """
        ),
        reason: (
            ja: "字体がまちまちだと、検索や並べ替えで同じ所と分からないことがあります。正式な字体なら、直す必要はありません。",
            en: """
            Searching and sorting may take one place for two. Nothing needs to be done where the form is \
            the official one.
            """
        ),
        wrong: "address: 宮城県塩釜市旭町1-1",
        right: "address: 宮城県塩竈市旭町1-1",
        source: (
            ja: "日本郵便の郵便番号データ",
            en: "Japan Post's list of postal codes"
        ))
}
