package import Diagnostics

extension DiagnosticCode {
    package static let townMismatch = DiagnosticCode(
        "P005", canBeAllowed: true,
        meaning: (
            ja: "市区町村は合っていますが、町名（階ごとに郵便番号のある高層ビルでは、階）が郵便番号のものと違います。又は、どの建物にもない高さの階が書かれています。",
            en: """
            The municipality agrees with the postal code, but the town does not, or the floor of a tall building \
            that has a code for each floor; or a floor is named that no building has.
            """
        ),
        reason: (
            ja: "町名の書き誤りか、郵便番号の誤りです。地図で見つからないことがあります。",
            en: "Either the town or the code is wrong, and the place may not be found on a map."
        ),
        wrong: """
            postal_code: 659-0061
            address: 兵庫県芦屋市上宮川4-1
            """,
        right: """
            postal_code: 659-0061
            address: 兵庫県芦屋市上宮川町4-1
            """,
        source: (
            ja: "日本郵便の郵便番号データ",
            en: "Japan Post's list of postal codes"
        ))
}
