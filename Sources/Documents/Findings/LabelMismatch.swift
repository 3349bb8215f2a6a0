package import Diagnostics

extension DiagnosticCode {
    package static let labelMismatch = DiagnosticCode(
        "T038", canBeAllowed: true,
        meaning: (
            ja: "見出しや項目名と、そこに印字される値の種類が合いません。範囲の始めと終わりが同じ値のとき、リンクの文字とリンク先の種類が違うときも含みます。",
            en:
                "A label and what is printed beside or below it are not of one kind; or a range ends with what it begins with, or a link shows one thing and leads to another."
        ),
        reason: (
            ja: "列を入れ替えたり写したりしたときに残る誤りで、表の全ての行が違ってしまいます。",
            en: "It is left when columns are moved or copied, and makes every row of a table wrong."
        ),
        wrong: "<dt>電話番号</dt><dd>{{address}}</dd>", right: "<dt>所在地</dt><dd>{{address}}</dd>")
}
