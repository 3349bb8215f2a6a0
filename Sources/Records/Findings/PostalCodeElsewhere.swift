package import Diagnostics

extension DiagnosticCode {
    package static let postalCodeElsewhere = DiagnosticCode(
        "P004", canBeAllowed: true,
        meaning: (
            ja: "郵便番号が、所在地とは別の市区町村のものです。",
            en: "The postal code is of another municipality than the address."
        ),
        reason: (
            ja: "どちらかが誤りです。保護者が別の場所を訪ねたり、郵便が戻ったりします。",
            en: "One of the two is wrong; parents may go to another place, and letters come back."
        ),
        wrong: """
            postal_code: 662-0833
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
