import Diagnostics
import Japanese

/// What one costs and what several cost: 1回1,500円で、4回参加すると6,500円です.
enum ProductRule {
    static func findings(
        in text: [Unicode.Scalar], _ sentence: Range<Int>, _ quantities: [Quantity]
    ) -> [WordingFinding] {
        guard quantities.count >= 4 else { return [] }
        return (0...quantities.count - 4).compactMap { place in
            let (one, price, several, total) = (
                quantities[place], quantities[place + 1], quantities[place + 2], quantities[place + 3]
            )
            guard one.value == 1, several.unit == one.unit, several.value > 1, price.unit == total.unit,
                price.unit != one.unit, !shares.contains(price.unit),
                text[one.range.upperBound..<price.range.lowerBound].isEmpty
                    || links.contains(where: { text[one.range.upperBound..<price.range.lowerBound].elementsEqual($0) }),
                case let gap = text[price.range.upperBound..<several.range.lowerBound],
                gap.count <= 12, gap.contains("、") || gap.contains("で"),
                case let last = text[several.range.upperBound..<total.range.lowerBound], last.count <= 16,
                last.contains(anyOf: sums)
                    || text[total.range.upperBound..<sentence.upperBound].start(of: sumsBehind) != nil,
                !text[sentence].contains(anyOf: apart)
            else { return nil }
            let expected = price.value * several.value
            guard !total.agrees(with: expected, isRough: false) else { return nil }
            let right = Quantity.text(expected, decimals: total.decimals) + total.unit
            return WordingFinding(
                .disagreeingFigures, total.range,
                Phrase(
                    ja: "\(price.text)の\(several.text)分は\(right)ですが、\(total.text)とあります",
                    en: "\(several.text) of \(price.text) make \(right), and \(total.text) is written"),
                help: Phrase(ja: "三つの数を確かめてください", en: "check the three figures"))
        }
    }

    private static let shares: Set<String> = ["%", "割", "倍", "ポイント"]
    private static let links = [[Unicode.Scalar]].words("に 当たり あたり につき は の ごとに")
    private static let sums = [[Unicode.Scalar]].words("合計 計 合わせて 総額 全て すべて 全部 参加すると 利用すると 通うと で、")
    private static let sumsBehind = [[Unicode.Scalar]].words("になる になり となり となる が必要 かか")
    private static let apart = [[Unicode.Scalar]].words("割引 減額 上限 割り引 別途 を除 免除 回数券 回券 から約 お得 程度 約")
}
