package import Diagnostics

extension DiagnosticCode {
    package static let unknownPostalCode = DiagnosticCode(
        "P003", canBeAllowed: true,
        meaning: (
            ja: "その郵便番号はありません。",
            en: "There is no such postal code."
        ),
        reason: (
            ja: "郵便が届かず、所在地そのものも疑われます。",
            en: "Letters would not arrive, and the address itself comes into doubt."
        ),
        wrong: """
            postal_code: 665-9999
            address: 兵庫県宝塚市寿町9-10-2F
            """,
        right: """
            postal_code: 665-0865
            address: 兵庫県宝塚市寿町9-10-2F
            """,
        source: (
            ja: "日本郵便の郵便番号データ",
            en: "Japan Post's list of postal codes"
        ))
}
