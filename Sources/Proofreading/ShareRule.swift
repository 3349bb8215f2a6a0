import Bytes
import Diagnostics
import Japanese

/// Shares of one whole that do not add up to 100 %: （学校40％、家庭30％、本人20％）; and a share of more than all.
///
/// Rates of several groups need not add up, and neither do answers of which several may be given.
enum ShareRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains(where: { $0 == "%" || $0 == "％" }) else { return [] }
        return Sentences.ranges(in: text).flatMap { sentence -> [WordingFinding] in
            var shares = shares(in: text, sentence)
            if let found = aboveAll(shares, text) { return [found] }
            // …25%で、合わせて100%となる: the whole is none of its parts.
            if let last = shares.last, last.tenths == 1000,
                text[..<last.range.lowerBound].suffix(6).contains(anyOf: wholes)
            {
                shares.removeLast()
            }
            return sum(shares, text, sentence).map { [$0] } ?? []
        }
    }

    private struct Share {
        let tenths: Int
        let range: Range<Int>
    }

    private static func shares(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [Share] {
        sentence.compactMap { end in
            guard text[end] == "%" || text[end] == "％" else { return nil }
            var start = end
            while start > sentence.lowerBound, text[start - 1].isDigit || ".．".unicodeScalars.contains(text[start - 1])
            {
                start -= 1
            }
            let parts = WidthFolding.ascii(String(scalars: text[start..<end])).split(separator: ".")
            guard let whole = parts.first.flatMap({ Int($0) }), whole <= 100_000, parts.count <= 2,
                let tenth = parts.count == 2 ? (parts[1].count == 1 ? Int(parts[1]) : nil) : 0
            else { return nil }
            return Share(tenths: whole * 10 + tenth, range: start..<end + 1)
        }
    }

    private static let wholes = [[Unicode.Scalar]].words("合わせて あわせて 合計 計")

    private static let apart = [
        "率", "複数", "など", "等", "ほか", "その他を除", "主な", "増", "減", "比", "倍", "以上", "以下", "未満", "から", "前年", "約", "目標", "達成",
        "満足",
    ].map { Array($0.unicodeScalars) }

    /// Two shares or more in a row, with nothing but names between.
    private static func sum(_ shares: [Share], _ text: [Unicode.Scalar], _ sentence: Range<Int>) -> WordingFinding? {
        guard shares.count >= 2, let first = shares.first, let last = shares.last,
            !sentence.contains(where: { place in apart.contains { text[place..<sentence.upperBound].starts(with: $0) } }
            ),
            zip(shares, shares.dropFirst()).allSatisfy({ before, after in
                let between = text[before.range.upperBound..<after.range.lowerBound]
                return between.count <= 14 && "、,，".unicodeScalars.contains(between.first ?? "x")
            })
        else { return nil }
        let sum = shares.reduce(0) { $0 + $1.tenths }
        // Rounded, each may be half of the last figure off.
        let isWhole = shares.allSatisfy { $0.tenths % 10 == 0 }
        let tolerance = max(1, shares.count * (isWhole ? 5 : 1))
        let doubtful = shares.count == 2 ? 900...1100 : 850...1150
        guard doubtful.contains(sum), abs(sum - 1000) > tolerance else { return nil }
        let text = "\(sum / 10)" + (sum % 10 == 0 ? "" : ".\(sum % 10)")
        return WordingFinding(
            .partsTotal, first.range.lowerBound..<last.range.upperBound,
            Phrase(ja: "割合を足すと\(text)%になります", en: "the shares add up to \(text) %"),
            help: Phrase(ja: "一つのものの内訳であれば、確かめてください", en: "check them if they are shares of one whole"))
    }

    /// Shares of all who were asked, came or could have come: none is above 100 %.
    private static let parts = [[Unicode.Scalar]].words(
        "を合わせて 合わせると 出席率 回答率 回収率 満足度 割合は 参加率 在籍率 進学率 就学率 出現率 実施率 設置率 普及率")
    private static let growing = [[Unicode.Scalar]].words("前年 昨年 比べ 対比 達成 目標 定員 。")

    /// 参加者の120%が, 120%を占め, 満足度は192%
    private static func aboveAll(_ shares: [Share], _ text: [Unicode.Scalar]) -> WordingFinding? {
        let behind = ["が", "を占め", "に当た", "の人", "の児童", "の生徒", "の保護者", "の学校"].map { Array($0.unicodeScalars) }
        return shares.first { share in
            guard share.tenths > 1000, share.range.lowerBound > 0 else { return false }
            let before = text[..<share.range.lowerBound]
            if before.suffix(24).contains(anyOf: parts), !before.suffix(24).contains(anyOf: growing),
                before.ends(with: [["て"], ["は"], ["が"], ["、"]])
            {
                return true
            }
            return before.last == "の" && behind.contains { text[share.range.upperBound...].starts(with: $0) }
        }.map { share in
            WordingFinding(
                .partsTotal, share.range, Phrase(ja: "全体の100%を超えています", en: "it is more than all"),
                help: Phrase(ja: "割合を確かめてください", en: "check the share"))
        }
    }
}
