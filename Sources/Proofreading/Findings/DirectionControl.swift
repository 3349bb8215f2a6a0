package import Diagnostics

extension DiagnosticCode {
    package static let directionControl = DiagnosticCode(
        "J014", canBeAllowed: false,
        meaning: (
            ja: "文字の並ぶ向きを変える、目に見えない文字があります。",
            en: "An invisible character turns the direction in which the text is shown."
        ),
        reason: (
            ja: "見えている順と実際の順が違い、電話番号やURLが別のものに見えることがあります。",
            en: "What is seen is not what is there: a number or an address may look like another."
        ),
        wrong: "web: https://www.example.jp/\\u202Egpj.html",
        right: "web: https://www.example.jp/",
        source: (ja: "UAX #9（Unicode双方向アルゴリズム）", en: "UAX #9, Unicode Bidirectional Algorithm"))
}
