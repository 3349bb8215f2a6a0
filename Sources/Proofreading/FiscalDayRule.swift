import Bytes
import Diagnostics
import Japanese

/// A day that is not of the fiscal year it is said to be of: 令和7年度の最後の開室日は、令和9年3月19日です.
enum FiscalDayRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("度") else { return [] }
        let mentions = DateMentions.find(in: text)
        return published(mentions, text)
            + zip(mentions, mentions.dropFirst()).compactMap { year, day in
                let between = text[year.range.upperBound..<day.range.lowerBound]
                guard text[year.range.upperBound - 1] == "度", day.isDay, between.count <= 20, between.first == "の",
                    between.ends(with: links), between.contains(anyOf: occasions), !between.contains(anyOf: apart),
                    day.first < year.first || day.first > year.last
                else { return nil }
                let name = String(scalars: text[year.range])
                return WordingFinding(
                    .disagreeingFigures, day.range,
                    Phrase(ja: "この日は\(name)の日ではありません", en: "that day is not within \(name)"),
                    help: Phrase(ja: "年度か、年月日を確かめてください", en: "check the fiscal year, and the day"))
            }
    }

    private static let publishing = [[Unicode.Scalar]].words("に公表された に公表した に発表された に公開された に公表の")
    private static let results = [[Unicode.Scalar]].words("の調査の結果 調査の結果 の調査結果 調査結果 の実績 の統計 の決算")

    /// 令和7年10月に公表された令和8年度の調査の結果: out before the year has begun.
    private static func published(_ mentions: [DateMentions.Mention], _ text: [Unicode.Scalar]) -> [WordingFinding] {
        zip(mentions, mentions.dropFirst()).compactMap { day, year in
            guard text[day.range.upperBound..<year.range.lowerBound].start(of: publishing) != nil,
                text[year.range.upperBound - 1] == "度", text[year.range.upperBound...].start(of: results) != nil,
                day.last < year.first
            else { return nil }
            return WordingFinding(
                .disagreeingFigures, year.range,
                Phrase(ja: "公表された時には、まだ始まっていない年度です", en: "that fiscal year had not begun when it was published"),
                help: Phrase(ja: "年度か、公表の時期を確かめてください", en: "check the fiscal year, and when it was published"))
        }
    }

    private static let links = [[Unicode.Scalar]].words("は、 は が （ ：")
    /// What is held in the year that it is named after; budgets, plans and entrance examinations are made in the one before.
    private static let occasions = [[Unicode.Scalar]].words(
        "開室日 開級日 開所日 開館日 登校日 授業日 活動日 始業式 終業式 修了式 卒業式 入学式 閉級式 開級式 最終日 初日 第1回 第１回 第2回 第２回 第3回 第３回 休業日 実施日 基準日")
    private static let apart = [[Unicode.Scalar]].words("に向け 前の 予算 計画 募集 選抜 準備 分の 入試 説明会")
}
