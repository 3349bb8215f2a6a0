import Diagnostics
import Japanese

/// Two figures of a sentence, one of which is said to be more than the other, or may not be: 市の割合は3.7%で、全国の3.03%を下回っています; 定員20人に対し、
/// 31人が参加しています.
enum ComparisonRule {
    static func findings(
        in text: [Unicode.Scalar], _ sentence: Range<Int>, _ quantities: [Quantity]
    ) -> [WordingFinding] {
        zip(quantities, quantities.dropFirst()).compactMap { one, other in
            if let finding = overCapacity(one, other, text, sentence) ?? against(one, other, text, sentence) {
                return finding
            }
            let gap = text[one.range.upperBound..<other.range.lowerBound]
            let behind = text[other.range.upperBound..<sentence.upperBound]
            // What is named behind, with a subject of its own, may be compared with something else.
            guard one.unit == other.unit, one.value != other.value, gap.count <= 16, gap.start(of: links) != nil,
                gap.ends(with: [["の"]]), !gap.contains(anyOf: apart), let sign = behind.start(of: signs),
                !behind.dropFirst(sign.count).prefix(4).contains(anyOf: negations)
            else { return nil }
            let isMore = more.contains(sign)
            guard isMore != (one.value > other.value) else { return nil }
            return WordingFinding(
                .disagreeingFigures, one.range.lowerBound..<other.range.upperBound + sign.count,
                Phrase(
                    ja: "\(one.text)は、\(other.text)より\(isMore ? "小さい" : "大きい")数です",
                    en: "\(one.text) is \(isMore ? "less" : "more") than \(other.text)"),
                help: Phrase(ja: "二つの数か、大小の言葉を確かめてください", en: "check the figures, and which is said to be more"))
        }
    }

    private static let links = [[Unicode.Scalar]].words("で、 であり、 となり、 でしたが、 と、")
    private static let apart = [[Unicode.Scalar]].words("は が も を 。 目標 定員 予定 見込 から")
    private static let more = [[Unicode.Scalar]].words("を上回 を超え より高 より多 よりも高 よりも多 と比べて高 と比べて多 に比べて高 に比べて多")
    private static let less = [[Unicode.Scalar]].words("を下回 より低 より少な よりも低 よりも少な と比べて低 と比べて少な に比べて低 に比べて少な")
    private static let signs = more + less
    private static let negations = [[Unicode.Scalar]].words("ない ず ませ なかっ")

    // MARK: One figure against another

    /// 定員15人に対して申込みは18人で、定員を3人下回った: what is said to be above or below is the second.
    private static func against(
        _ one: Quantity, _ other: Quantity, _ text: [Unicode.Scalar], _ sentence: Range<Int>
    ) -> WordingFinding? {
        let gap = text[one.range.upperBound..<other.range.lowerBound]
        let behind = text[other.range.upperBound..<sentence.upperBound].prefix(24)
        guard one.unit == other.unit, one.value != other.value, gap.start(of: opposed) != nil, gap.count <= 20,
            !gap.dropFirst().contains(anyOf: [["。"]]), behind.start(of: states) != nil,
            let place = behind.indices.first(where: { behind[$0...].start(of: outcomes) != nil }),
            let outcome = behind[place...].start(of: outcomes),
            !behind[place...].dropFirst(outcome.count).prefix(4).contains(anyOf: negations)
        else { return nil }
        let isAbove = above.contains(outcome)
        guard isAbove != (other.value > one.value) else { return nil }
        return WordingFinding(
            .disagreeingFigures, one.range.lowerBound..<place + outcome.count,
            Phrase(
                ja: "\(other.text)は、\(one.text)より\(isAbove ? "小さい" : "大きい")数です",
                en: "\(other.text) is \(isAbove ? "less" : "more") than \(one.text)"),
            help: Phrase(ja: "二つの数か、大小の言葉を確かめてください", en: "check the figures, and which is said to be more"))
    }

    private static let opposed = [[Unicode.Scalar]].words("に対して に対し、 に対し に対する")
    private static let states = [[Unicode.Scalar]].words("で、 であり、 となり、 でしたが、 だったため、 と、 あり、 があり、 の")
    private static let above = [[Unicode.Scalar]].words("上回 超え 超過")
    private static let outcomes = above + [[Unicode.Scalar]].words("下回 足りな 不足 届か 達しな 達しませ")

    // MARK: Capacity

    private static let confronted = [[Unicode.Scalar]].words("に対し、 に対して、 に対し に対して")
    private static let taken = [[Unicode.Scalar]].words("が参加 の参加 が利用 の利用 が在籍 の在籍 が通 が入級 が登録")

    private static func overCapacity(
        _ one: Quantity, _ other: Quantity, _ text: [Unicode.Scalar], _ sentence: Range<Int>
    ) -> WordingFinding? {
        let gap = text[one.range.upperBound..<other.range.lowerBound]
        guard one.unit == other.unit, other.value > one.value, confronted.contains(where: { gap.elementsEqual($0) }),
            text[sentence.lowerBound..<one.range.lowerBound].ends(with: [["定", "員"], ["定", "員", "は"]]),
            case let behind = text[other.range.upperBound..<sentence.upperBound], behind.start(of: taken) != nil,
            !behind.contains(anyOf: [["希", "望"], ["申", "込"], ["応", "募"]])
        else { return nil }
        return WordingFinding(
            .disagreeingFigures, one.range.lowerBound..<other.range.upperBound,
            Phrase(ja: "定員\(one.text)より多い\(other.text)です", en: "\(other.text) is more than the capacity, \(one.text)"),
            severity: .note, help: Phrase(ja: "二つの数を確かめてください", en: "check the two figures"))
    }
}
