package import Diagnostics

extension DiagnosticCode {
    package static let emailForm = DiagnosticCode(
        "R025", canBeAllowed: false,
        meaning: (
            ja: "メールアドレスは、半角で「名前@ドメイン」の形で書きます。",
            en: "An e-mail address is written as name@domain, in ASCII."
        ),
        reason: (
            ja: "形が違うと、メールが届きません。",
            en: "In another form nothing would arrive."
        ),
        wrong: "email: kyoiku＠city.example.jp",
        right: "email: kyoiku@city.example.jp",
        source: (
            ja: "RFC 5322（メールアドレスの形）",
            en: "RFC 5322, Internet Message Format"
        ))
}

extension ValueProblem {
    static let emailForm = ValueProblem(
        .emailForm,
        help: Phrase(ja: "「kyoiku@city.example.jp」のように半角で書いてください", en: "write it as in kyoiku@city.example.jp")
    ) { text in
        Phrase(ja: "「\(text)」はメールアドレスの形ではありません", en: "\"\(text)\" is not an e-mail address")
    }
}
