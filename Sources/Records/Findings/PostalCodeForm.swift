package import Diagnostics

extension DiagnosticCode {
    package static let postalCodeForm = DiagnosticCode(
        "R021", canBeAllowed: false,
        meaning: (
            ja: "郵便番号は、半角で「665-0865」のように3桁と4桁に分けて書きます。",
            en: "A postal code is written as in 665-0865."
        ),
        reason: (
            ja: "桁の足りない番号では、所在地と照らし合わせることも、郵便を送ることもできません。",
            en: "With a digit missing it can neither be checked against the address nor be written to."
        ),
        wrong: "postal_code: 6650865",
        right: "postal_code: 665-0865",
        source: (
            ja: "日本郵便の郵便番号（7桁）",
            en: "Japan Post: postal codes have seven digits"
        ))
}
