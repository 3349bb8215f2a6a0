package import Diagnostics

extension DiagnosticCode {
    package static let emptyValue = DiagnosticCode(
        "R005", canBeAllowed: false,
        meaning: (
            ja: "必ず書く項目の値が空です。又は、ファイルに何も書かれていません。",
            en: "A required field has no value, or the file is empty."
        ),
        reason: (
            ja: "その値を使う文書に穴が空きます。",
            en: "The documents that print it would have a hole."
        ),
        wrong: "issued:",
        right: "issued: 令和7年3月")
}
