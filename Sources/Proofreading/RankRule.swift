import Diagnostics
import Japanese

/// What is named first as the most, and what is said to follow it: 最も多いのは生活のリズムの乱れ（41人）で、次いで学業の不振（49人）です.
enum RankRule {
    static func findings(
        in text: [Unicode.Scalar], _ sentence: Range<Int>, _ quantities: [Quantity]
    ) -> [WordingFinding] {
        guard let (start, isMost) = superlative(in: text, sentence) else { return [] }
        return zip(quantities, quantities.dropFirst()).compactMap { one, other in
            guard one.unit == other.unit, one.range.lowerBound > start,
                case let gap = text[one.range.upperBound..<other.range.lowerBound],
                gap.contains(anyOf: next)
                    || text[other.range.upperBound..<sentence.upperBound].start(of: nextBehind) != nil,
                gap.count <= 40, !gap.contains(anyOf: apart), isMost ? other.value > one.value : other.value < one.value
            else { return nil }
            return WordingFinding(
                .disagreeingFigures, other.range,
                Phrase(
                    ja: "\(other.text)は、先に挙げた\(one.text)より\(isMost ? "多い" : "少ない")のに、その次に挙げています",
                    en: "\(other.text) is said to follow \(one.text), and is \(isMost ? "more" : "less")"),
                help: Phrase(ja: "二つの数か、順番を確かめてください", en: "check the two figures, and their order"))
        }
    }

    private static let most = [[Unicode.Scalar]].words("最も多 最多 一番多 最も高 一番高 最も大き")
    private static let least = [[Unicode.Scalar]].words("最も少な 最少 一番少な 最も低 一番低")
    private static let next = [[Unicode.Scalar]].words("次いで 続いて 次に 次が 次は これに続 それに続 ２番目 2番目 二番目")
    private static let nextBehind = [[Unicode.Scalar]].words("がこれに次 が続 がそれに次 がこれに続 と続")
    /// Another matter may be ranked behind these.
    private static let apart = [[Unicode.Scalar]].words("。 一方 前年 昨年 中学校では 小学校では")

    private static func superlative(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> (Int, isMost: Bool)? {
        for place in sentence where text[place] == "最" || text[place] == "一" {
            let rest = text[place..<sentence.upperBound]
            if rest.start(of: most) != nil { return (place, true) }
            if rest.start(of: least) != nil { return (place, false) }
        }
        return nil
    }
}
