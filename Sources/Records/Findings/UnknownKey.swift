package import Diagnostics

extension DiagnosticCode {
    package static let unknownKey = DiagnosticCode(
        "R001", canBeAllowed: false,
        meaning: (
            ja: "その名前の項目はありません。又は、自動で計算される項目が書かれています。",
            en: "There is no field of that name, or it is one that is worked out and cannot be written."
        ),
        reason: (
            ja: "打ち間違えた項目の値は、どの文書にも出ません。",
            en: "A value under a misspelt name would appear in no document."
        ),
        wrong: """
            - id: rakusho
              telphone: 0797-86-2321
            """,
        right: """
            - id: rakusho
              telephone: 0797-86-2321
            """)
}
