package import Diagnostics

extension DiagnosticCode {
    package static let telephoneGrouping = DiagnosticCode(
        "R023", canBeAllowed: true,
        meaning: (
            ja: "電話番号の「-」の位置が、その種類の番号の決まりと違います。",
            en: "The hyphens do not stand where they do in numbers of this kind."
        ),
        reason: (
            ja: "市外局番の範囲を誤って伝え、桁の抜けにも気付きにくくなります。",
            en: "It misstates the area code, and makes a lost digit hard to notice."
        ),
        wrong: "telephone: 01-2000-0000",
        right: "telephone: 0120-000-000",
        source: (
            ja: "総務省の電気通信番号計画",
            en: "The Telecommunications Numbering Plan of the Ministry of Internal Affairs and Communications"
        ))
}
