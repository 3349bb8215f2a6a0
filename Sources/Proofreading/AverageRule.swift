import Diagnostics
import Japanese

/// What one of several has on an average: 研修会は4回開き、延べ120人が参加したので、1回当たり30人です.
enum AverageRule {
    static func findings(
        in text: [Unicode.Scalar], _ sentence: Range<Int>, _ quantities: [Quantity]
    ) -> [WordingFinding] {
        quantities.indices.dropLast().compactMap { place in
            let (unit, mean) = (quantities[place], quantities[place + 1])
            let gap = text[unit.range.upperBound..<mean.range.lowerBound]
            guard unit.value == 1, let word = gap.start(of: words) else { return nil }
            let rest = gap.dropFirst(word.count)
            guard rest.count <= 10, !rest.contains("、") || rest.ends(with: [["、"]] + rough) else { return nil }
            // Of several counts nobody can tell which is divided by which.
            let before = quantities[..<place]
            let counts = before.filter { $0.unit == unit.unit && $0.value > 1 }
            let totals = before.filter { $0.unit == mean.unit }
            guard counts.count == 1, totals.count == 1,
                !text[sentence.lowerBound..<unit.range.lowerBound].contains(anyOf: apart)
            else { return nil }
            let expected = totals[0].value / counts[0].value
            let isRough =
                rest.ends(with: rough)
                || text[mean.range.upperBound..<sentence.upperBound].start(of: roughBehind) != nil
            guard !mean.agrees(with: expected, isRough: isRough) else { return nil }
            let right =
                Quantity.text(expected, decimals: max(mean.decimals, expected == expected.rounded() ? 0 : 1))
                + mean.unit
            return WordingFinding(
                .disagreeingFigures, mean.range,
                Phrase(
                    ja: "\(totals[0].text)を\(counts[0].text)で割ると\(right)になりますが、\(mean.text)とあります",
                    en: "\(totals[0].text) over \(counts[0].text) make \(right), and \(mean.text) is written"),
                help: Phrase(ja: "三つの数を確かめてください", en: "check the three figures"))
        }
    }

    private static let words = [[Unicode.Scalar]].words("当たり あたり につき の平均 平均")
    private static let rough = [[Unicode.Scalar]].words("約 およそ おおよそ ほぼ")
    private static let roughBehind = [[Unicode.Scalar]].words("程度 前後 ほど 弱 強 余 以上 未満")
    private static let apart = [[Unicode.Scalar]].words("うち 定員 ただし 上限 以内 除")
}
