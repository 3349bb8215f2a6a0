package import Diagnostics

extension DiagnosticCode {
    package static let webAddressForm = DiagnosticCode(
        "R024", canBeAllowed: false,
        meaning: (
            ja: "URLは「https://」又は「http://」から始め、空白や全角の文字を入れずに書きます。",
            en: """
            A web address begins with https:// or http:// and holds no space and no character beyond \
            ASCII.
            """
        ),
        reason: (
            ja: "形が違うと、リンクを押してもページが開きません。",
            en: "In another form the link would not open."
        ),
        wrong: "web: www.example.jp",
        right: "web: https://www.example.jp/",
        source: (
            ja: "RFC 3986（URLの形）",
            en: "RFC 3986, URI: Generic Syntax"
        ))
}

extension ValueProblem {
    static let webAddressForm = ValueProblem(
        .webAddressForm,
        help: Phrase(
            ja: "「https://」から始まり、空白や全角の文字のないURLを書いてください",
            en: "write an address that begins with https://, without spaces or characters beyond ASCII")
    ) { text in
        Phrase(ja: "「\(text)」はURLの形ではありません", en: "\"\(text)\" is not a web address")
    }
}
