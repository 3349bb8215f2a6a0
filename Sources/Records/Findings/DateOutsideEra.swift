package import Diagnostics

extension DiagnosticCode {
    package static let dateOutsideEra = DiagnosticCode(
        "R015", canBeAllowed: false,
        meaning: (
            ja: "その日付又は年度は、書かれた元号の期間にありません。改元の前に定めた計画の期間（平成32年度までなど）や、引用した題名は対象ではありません。",
            en: """
            The date, month or fiscal year does not lie in the era that it names. The term of a plan made before \
            the era changed, or a title that is quoted, is not meant.
            """
        ),
        reason: (
            ja: "改元の前後の日付は誤りやすく、公文書の日付としてそのまま残ります。",
            en: "Dates near a change of era are easily got wrong, and official papers keep them for good."
        ),
        wrong: "date: 平成31年10月25日",
        right: "date: 令和元年10月25日",
        source: (
            ja: "元号の始まりの日：大正1912-07-30、昭和1926-12-25、平成1989-01-08、令和2019-05-01",
            en: "The eras begin: 大正 1912-07-30, 昭和 1926-12-25, 平成 1989-01-08, 令和 2019-05-01"
        ))
}
