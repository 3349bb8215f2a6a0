package import Diagnostics

extension DiagnosticCode {
    package static let labelMismatch = DiagnosticCode(
        "T038", canBeAllowed: true,
        meaning: (
            ja:
                "見出し、項目名、単位、リンクの文字、記入欄の名前などが、そこに印字されるもの、つながる先と合いません。セクションの条件と中身、並んだ値、範囲の始めと終わり、ブロックに入れた番号の並びが食い違うときも含みます。",
            en:
                "What a template says beside a value (a label, unit, link’s words, blank’s name) is of another kind or place than what is printed or linked there; or what belongs together does not: a section and its values, values side by side, a range’s ends, a row of numbers in blocks."
        ),
        reason: (
            ja: "列を入れ替えたり写したりしたときに残る誤りで、表の全ての行が違ってしまいます。",
            en: "It is left when columns are moved or copied, and makes every row of a table wrong."
        ),
        wrong: "<dt>電話番号</dt><dd>{{address}}</dd>", right: "<dt>所在地</dt><dd>{{address}}</dd>")
}
