import Diagnostics
import Japanese

/// Ranges of figures that go down, or from one unit to another: 60分から30分程度, 30人から60分程度; and figures too large for their unit.
enum RangeRule {
    static func findings(
        in text: [Unicode.Scalar], _ sentence: Range<Int>, _ quantities: [Quantity]
    ) -> [WordingFinding] {
        zip(quantities, quantities.dropFirst()).compactMap { one, other in
            let gap = text[one.range.upperBound..<other.range.lowerBound]
            let behind = text[other.range.upperBound..<sentence.upperBound]
            guard links.contains(where: { gap.elementsEqual($0) }), let word = behind.start(of: words) else {
                return nil
            }
            // 1校から2名程度; 40人から35人程度に減らす.
            if gap.elementsEqual("から".unicodeScalars),
                bodies.contains(one.unit) || behind.dropFirst(word.count).first.map({ $0 == "に" || $0 == "へ" }) ?? false
            {
                return nil
            }
            let range = one.range.lowerBound..<other.range.upperBound
            if one.unit != other.unit, !areOfTime(one.unit, other.unit), !areOfMoney(one.unit, other.unit) {
                return WordingFinding(
                    .disagreeingFigures, range,
                    Phrase(
                        ja: "「\(one.unit)」から「\(other.unit)」へ、単位の違う範囲になっています",
                        en: "a range from \(one.unit) to \(other.unit), of two units"),
                    help: Phrase(ja: "単位を確かめてください", en: "check the units"))
            }
            guard one.unit == other.unit, one.value > other.value else { return nil }
            return WordingFinding(
                .disagreeingFigures, range,
                Phrase(ja: "範囲の始めが、終わりより大きい数です", en: "the range begins with the greater figure"),
                help: Phrase(ja: "二つの数を確かめてください", en: "check the two figures"))
        }
    }

    private static let words = [[Unicode.Scalar]].words("程度 以内 前後 くらい ぐらい ほど の範囲 の間 までの間 までの範囲 までとします までとする まで、")
    /// Those that send somebody, or pay something.
    private static let bodies: Set<String> = [
        "校", "団体", "学級", "クラス", "世帯", "施設", "組", "法人", "家庭", "事業", "教室", "室", "か所", "部",
    ]
    private static let links = [[Unicode.Scalar]].words("から ～ 〜 ~ ないし")

    private static func areOfTime(_ one: String, _ other: String) -> Bool {
        let units = ["分", "時間", "日間", "週間", "か月", "年間"]
        return units.contains(one) && units.contains(other)
    }

    private static func areOfMoney(_ one: String, _ other: String) -> Bool {
        one.hasSuffix("円") && other.hasSuffix("円")
    }
}
