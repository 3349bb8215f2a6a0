package import Diagnostics

extension DiagnosticCode {
    package static let misplacedTag = DiagnosticCode(
        "T012", canBeAllowed: false,
        meaning: (
            ja: "要素又は文字が、置けない場所にあります。",
            en: "An element or text stands where it cannot."
        ),
        reason: (
            ja: "表や箇条書きの構造が壊れ、読み上げソフトやテキスト版で内容が伝わりません。",
            en: "It breaks the table or list, and neither screen readers nor the plain text can convey it."
        ),
        wrong: "<ul>印鑑は要りません。</ul>",
        right: "<ul><li>印鑑は要りません。</li></ul>",
        source: (
            ja: "HTML Standard（要素の内容モデル）",
            en: "The HTML Standard, content models"
        ))
}
