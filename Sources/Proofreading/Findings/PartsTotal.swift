package import Diagnostics

extension DiagnosticCode {
    package static let partsTotal = DiagnosticCode(
        "D021", canBeAllowed: true,
        meaning: (
            ja: "内訳の合計が、合計として書かれた値と合いません。",
            en: "The parts do not add up to the total that is stated."
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
