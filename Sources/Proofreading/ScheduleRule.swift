import Diagnostics
import Japanese

/// A beginning that a sentence puts behind its end: 5月9日に受付を始め、4月7日に締め切ります.
enum ScheduleRule {
    static func findings(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [WordingFinding] {
        let days = MonthDay.find(in: text, sentence)
        return zip(days, days.dropFirst()).compactMap { from, to in
            let between = text[from.range.upperBound..<to.range.lowerBound]
            let behind = text[to.range.upperBound..<sentence.upperBound].prefix(16)
            guard between.count <= 24, between.contains(anyOf: beginnings), behind.contains(anyOf: ends),
                !between.contains(anyOf: apart), order(to) < order(from),
                // From the autumn into the next spring.
                !(order(from) >= 900 && order(to) < 500)
            else { return nil }
            return WordingFinding(
                .periodOrder, from.range.lowerBound..<to.range.upperBound,
                Phrase(ja: "終わりの日が、始まりの日より前です", en: "it ends before it begins"),
                help: Phrase(ja: "二つの日を確かめてください", en: "check the two days"))
        }
    }

    private static let beginnings = [[Unicode.Scalar]].words("始め 始まり 開始 受け付け 受付し から受付 開き 開会 着手")
    private static let ends = [[Unicode.Scalar]].words("締め切 締切 終了 終え 終わ 閉会 閉じ 完了")
    private static let apart = [[Unicode.Scalar]].words("翌 来年 次年 年度 。")

    private static func order(_ day: MonthDay) -> Int { day.month * 100 + day.day }
}
