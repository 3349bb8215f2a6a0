package import Diagnostics

extension DiagnosticCode {
    package static let referenceMissing = DiagnosticCode(
        "P002", canBeAllowed: false,
        meaning: (
            ja: "郵便番号と市外局番の表が見つからないので、所在地と電話番号は照らし合わせていません。",
            en: """
            The tables of postal and area codes were not found, so addresses and telephone numbers were \
            not compared with them.
            """
        ),
        reason: (
            ja: "指摘がなくても、所在地や電話番号が正しいとは限りません。",
            en: "That nothing is found does not mean that they are right."
        ),
        wrong: "# Data/referenceのフォルダーがない",
        right: """
            Data/reference/postal-codes.tsv
            Data/reference/addresses.tsv
            Data/reference/area-codes.tsv
            """)
}
