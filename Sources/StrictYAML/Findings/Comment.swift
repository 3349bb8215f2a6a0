package import Diagnostics

extension DiagnosticCode {
    package static let yamlComment = DiagnosticCode(
        "Y020", canBeAllowed: false,
        meaning: (
            ja: "メモの始まりを表す「#」の前に、半角の空白がありません。",
            en: "The # that begins a comment has no space before it."
        ),
        reason: (
            ja: "空白がないと、メモなのか値の一部なのかが決まりません。",
            en: "Without the space it could as well be part of the value."
        ),
        wrong: "name: \"楽笑 フリースクール\"# 正式な表記",
        right: "name: \"楽笑 フリースクール\"  # 正式な表記",
        source: (
            ja: "YAML 1.2.2 §6.6（メモ）",
            en: "YAML 1.2.2 §6.6, Comments"
        ))
}

extension SyntaxProblem {
    static let comment = SyntaxProblem(
        .yamlComment,
        Phrase(ja: "メモの始まりを表す「#」の前に、半角の空白がありません", en: "a comment needs a space before its \"#\""),
        help: Phrase(ja: "「#」の前に半角の空白を入れてください", en: "put a space before it"))
}
