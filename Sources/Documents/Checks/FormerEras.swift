import Japanese
import Proofreading

/// Years of an era that had ended before they came, where a plan or a quotation speaks of them: it was written before anybody
/// knew (第3期教育振興基本計画（平成30年度～平成34年度）).
enum FormerEras {
    /// What such years are the term of.
    private static let plans = [
        "計画", "プラン", "ビジョン", "構想", "大綱", "方針", "目標", "協定", "契約", "債務負担", "こととされ", "ものとされ", "予定され", "定められ", "掲げられ",
        "見込まれ",
    ].map {
        Array($0.unicodeScalars)
    }

    /// - Parameter range: the year, month or day, in a text whose digits are half-width.
    static func mayRun(on range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        // A first year that lies outside its era lies before it.
        if text[range.lowerBound + 2] == "元" { return false }
        return isQuoted(range, in: text) || isEndOfTerm(range, in: text) || isOfPlan(range, in: text)
    }

    private static func isQuoted(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        var quotation = Quotation()
        for index in 0..<range.lowerBound { quotation.pass(text[index]) }
        return quotation.isOpen
    }

    /// 平成29年度から平成33年度まで: a term that has begun in the same era.
    private static func isEndOfTerm(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        let era = text[range].prefix(2)
        guard let link = text[..<range.lowerBound].last, "ら~～〜-".unicodeScalars.contains(link) else { return false }
        return text[..<range.lowerBound].suffix(16).indices.dropLast(2).contains {
            text[$0..<$0 + 2].elementsEqual(era)
        }
    }

    /// Whether the sentence speaks of a plan, for whose years the era was not known; a day is the last of its term.
    private static func isOfPlan(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        let start = text[..<range.lowerBound].lastIndex(of: "。").map { $0 + 1 } ?? 0
        let end = text[range.upperBound...].firstIndex(of: "。") ?? text.count
        let isDay = text[range.upperBound - 1] == "日"
        if isDay, !text[range.upperBound...].starts(with: "まで".unicodeScalars) { return false }
        return (start..<end).contains { index in plans.contains { text[index..<end].starts(with: $0) } }
    }
}
