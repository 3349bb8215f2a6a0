import Bytes
import Diagnostics
import Japanese

/// 年 where fiscal years are spoken of, and 年度 where a month follows: 令和7年予算, 令和6年度3月.
enum FiscalTermRule {
    /// What goes by fiscal years, behind 年 or 年の.
    private static let fiscal = [
        "予算", "当初予算", "補正予算", "決算", "委託事業", "事業計画", "実施計画", "年間計画", "教育課程", "在籍者数", "の予算", "の当初予算", "の補正予算", "の決算",
        "の事業計画", "の年間計画", "の在籍者数", "の教育課程", "の入学者", "の卒業生", "の新入生", "の一覧を作成", "の委託事業",
    ].map { Array($0.unicodeScalars) }

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        text.indices.dropFirst().compactMap { place in
            guard text[place] == "年", text[place - 1].isDigit || text[place - 1] == "元" else { return nil }
            let start = text[..<place].lastIndex { !$0.isDigit && $0 != "元" }
            guard let start, start > 0, Era(text[start - 1], text[start]) != nil else { return nil }
            let behind = text[(place + 1)...]
            if behind.first == "度" { return month(behind: place + 2, from: start - 1, text) }
            guard let word = fiscal.first(where: { behind.starts(with: $0) }) else { return nil }
            // 一覧 of の一覧を作成
            let noun = String(scalars: word.drop { $0 == "の" }.prefix { $0 != "を" })
            return WordingFinding(
                .grammar, (start - 1)..<place + 1,
                Phrase(ja: "「\(noun)」は年度によるものですが、「年」とあります", en: "\(noun) goes by fiscal years, and 年 is written"),
                help: Phrase(ja: "「年度」ではありませんか", en: "was 年度 meant?"),
                replacement: String(scalars: text[(start - 1)...place]) + "度")
        }
    }

    /// 令和6年度3月: the month of a year, or 年度の3月.
    private static func month(behind end: Int, from start: Int, _ text: [Unicode.Scalar]) -> WordingFinding? {
        let digits = text[end...].prefix(while: \.isDigit)
        let sign = digits.endIndex
        guard (1...2).contains(digits.count), sign < text.count, text[sign] == "月",
            // 令和6年度12月補正予算, 3月議会, 4月分
            text[(sign + 1)...].first.map({ $0.isHiragana && $0 != "の" || "、。）".unicodeScalars.contains($0) }) ?? true
        else { return nil }
        return WordingFinding(
            .grammar, start..<sign + 1,
            Phrase(ja: "年度に月が続いています", en: "a month follows a fiscal year"),
            help: Phrase(
                ja: "「年」か「年度の」に直してください。1月から3月までは、次の年です", en: "write 年, or 年度の; January to March are of the next year"))
    }
}
