package import Diagnostics

extension DiagnosticCode {
    package static let telephoneForm = DiagnosticCode(
        "R022", canBeAllowed: false,
        meaning: (
            ja: "電話番号の形ではありません。桁数が違うか、決まった書き方（半角の数字と「-」、「（内線2345）」、番号の間の「、」）ではありません。",
            en: """
            This is not a telephone number: its digits are too few or too many, or it is not written as \
            digits and hyphens, with （内線2345） for an extension and 、 between two numbers.
            """
        ),
        reason: (
            ja: "かからない番号や別の家にかかる番号を公表するおそれがあります。",
            en: "A number that does not work, or somebody else's, might be published."
        ),
        wrong: "telephone: 0797（86）232",
        right: "telephone: 0797-86-2321",
        source: (
            ja: "総務省の電気通信番号計画",
            en: "The Telecommunications Numbering Plan of the Ministry of Internal Affairs and Communications"
        ))
}
