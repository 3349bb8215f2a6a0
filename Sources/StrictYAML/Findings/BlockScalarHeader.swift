package import Diagnostics

extension DiagnosticCode {
    package static let yamlBlockScalarHeader = DiagnosticCode(
        "Y019", canBeAllowed: false,
        meaning: (
            ja: "複数行の文章の始まりを表す「|」や「>」の後に、書けないものがあります。",
            en: "Something that is not allowed follows | or >, which begin a text of several lines."
        ),
        reason: (
            ja: "本文を「|」と同じ行に書くと、その行が文章に入りません。",
            en: "Text on the same line as | does not become part of the value."
        ),
        wrong: "reason: | 少人数の場所で学びたいため。",
        right: """
            reason: |
              少人数の場所で学びたいため。
            """,
        source: (
            ja: "YAML 1.2.2 §8.1.1（ブロックスカラーの見出し）",
            en: "YAML 1.2.2 §8.1.1, Block Scalar Headers"
        ))
}

extension SyntaxProblem {
    static let blockScalarHeader = SyntaxProblem(
        .yamlBlockScalarHeader,
        Phrase(ja: "「|」や「>」の後の指定が正しくありません", en: "this cannot follow \"|\" or \">\""),
        help: Phrase(
            ja: "「|」「|-」「>」のように書き、本文は次の行から始めてください", en: "write |, |- or >, and begin the text on the next line"))
}
