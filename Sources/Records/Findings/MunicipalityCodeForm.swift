package import Diagnostics

extension DiagnosticCode {
    package static let municipalityCodeForm = DiagnosticCode(
        "R028", canBeAllowed: false,
        meaning: (
            ja: "全国地方公共団体コードは6桁で、最後の1桁は検査数字（打ち間違いを見つけるための数字）です。この値はそれと合いません。",
            en: """
            A municipality code has six digits, the last of which is a check digit; this one does not \
            agree with it.
            """
        ),
        reason: (
            ja: "1桁の間違いで、別の市区町村のデータとして扱われます。",
            en: "With one digit wrong the data would pass for another municipality's."
        ),
        wrong: "municipality_code: 282145",
        right: "municipality_code: 282146",
        source: (
            ja: "総務省の全国地方公共団体コード（検査数字の計算方法）",
            en: """
            The municipality codes of the Ministry of Internal Affairs and Communications, with their \
            check digit
            """
        ))
}

extension ValueProblem {
    static let municipalityCodeForm = ValueProblem(
        .municipalityCodeForm,
        help: Phrase(
            ja: "検査数字を含む6桁の数字を半角で書いてください（例: 282146）", en: "write six digits, check digit included, as in 282146")
    ) { text in
        Phrase(ja: "「\(text)」は正しい全国地方公共団体コードではありません", en: "\"\(text)\" is not a valid municipality code")
    }
}
