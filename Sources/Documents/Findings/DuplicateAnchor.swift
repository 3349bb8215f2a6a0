package import Diagnostics

extension DiagnosticCode {
    package static let duplicateAnchor = DiagnosticCode(
        "T008", canBeAllowed: false,
        meaning: (
            ja: "一つの文書の中で、同じid（参照される場所の名前）が2回使われています。",
            en: "An id is used twice in one document."
        ),
        reason: (
            ja: "参照やリンクが、別の場所を指します。",
            en: "References and links would lead to the wrong place."
        ),
        wrong: """
            <section id="support"><h2>市の支援</h2></section>
            <section id="support"><h2>県の支援</h2></section>
            """,
        right: """
            <section id="city-support"><h2>市の支援</h2></section>
            <section id="prefecture-support"><h2>県の支援</h2></section>
            """,
        source: (
            ja: "JIS X 8341-3:2016 達成基準4.1.1（構文解析）",
            en: "JIS X 8341-3:2016, success criterion 4.1.1, Parsing"
        ))
}
