package import Diagnostics

extension DiagnosticCode {
    package static let partsTotal = DiagnosticCode(
        "D021", canBeAllowed: true,
        meaning: (
            ja: "内訳と合計、文章の割合の合計、予算額と説明の額、又は一覧の件数と更新の説明が、合いません。前の年度の内訳を写したままのときも含みます。",
            en:
                "Parts and their total, shares in a sentence, an amount and the budget that it speaks of, or the number of facilities and what a change says do not agree; or a part was copied from the year before."
        ),
        reason: (
            ja: "表の中で計算が合わないと、資料全体の信頼を失います。",
            en: "A table that does not add up casts doubt on the whole paper."
        ),
        wrong: """
            count: 346,482
            primary: 130,370
            lower_secondary: 216,121
            """,
        right: """
            count: 346,482
            primary: 130,370
            lower_secondary: 216,112
            """)
}
