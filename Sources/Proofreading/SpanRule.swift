import Bytes
import Diagnostics
import Japanese

/// Spans of days, months and years that a sentence gives with their ends: 令和7年4月1日から令和7年3月31日まで, 令和3年度から令和4年度までの3か年.
enum SpanRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        let mentions = DateMentions.find(in: text)
        return zip(mentions, mentions.dropFirst()).compactMap { from, to in
            guard isRange(text[from.range.upperBound..<to.range.lowerBound], text[to.range.upperBound...]) else {
                return nil
            }
            let range = from.range.lowerBound..<to.range.upperBound
            if to.last < from.first { return reversed(range) }
            return length(from, to, text)
        } + days(in: text)
    }

    private static let marks = [[Unicode.Scalar]].words("～ 〜 ~ －")
    private static let from = [[Unicode.Scalar]].words("から から、 より")
    private static let until = [[Unicode.Scalar]].words("まで 末まで にかけて の間")
    /// What stands between the end of a span and its length.
    private static let links = [[Unicode.Scalar]].words("末 まで の 、 （")

    private static func isRange(_ between: ArraySlice<Unicode.Scalar>, _ behind: ArraySlice<Unicode.Scalar>) -> Bool {
        marks.contains { between.elementsEqual($0) }
            || from.contains { between.elementsEqual($0) }
                && behind.start(of: until) != nil
    }

    private static func reversed(_ range: Range<Int>) -> WordingFinding {
        WordingFinding(
            .periodOrder, range, Phrase(ja: "期間の終わりが、始まりより前です", en: "the period ends before it begins"),
            help: Phrase(ja: "始まりと終わりを確かめてください", en: "check when it begins, and when it ends"))
    }

    // MARK: Days without their year

    /// 8月12日から8月11日まで; what goes on into January has another month.
    private static func days(in text: [Unicode.Scalar]) -> [WordingFinding] {
        text.indices.compactMap { start in
            guard text[start].isDigit, start == 0 || !text[start - 1].isDigit,
                start == 0 || !".．".unicodeScalars.contains(text[start - 1])
            else { return nil }
            var index = start
            guard let month = number(text, &index, sign: "月"), (1...12).contains(month),
                let first = number(text, &index, sign: "日"),
                let mark = text[index...].start(of: marks + [from[0]])
            else { return nil }
            index += mark.count
            var rest = index
            if let again = number(text, &rest, sign: "月") {
                guard again == month else { return nil }
                index = rest
            }
            guard let last = number(text, &index, sign: "日"), last < first, text[index...].first != "間",
                marks.contains(mark) || text[index...].starts(with: "まで".unicodeScalars)
            else { return nil }
            return reversed(start..<index)
        }
    }

    private static func number(_ text: [Unicode.Scalar], _ index: inout Int, sign: Unicode.Scalar) -> Int? {
        let end = text[index...].prefix(3).firstIndex { !$0.isDigit } ?? index
        guard end > index, text[end] == sign else { return nil }
        defer { index = end + 1 }
        return Int(WidthFolding.ascii(String(scalars: text[index..<end])))
    }

    // MARK: How long it is

    /// 令和2年度から令和6年度までの5年間: fiscal years are counted with both, but where something has changed from one to the other.
    private static func isOfFiscalYears(_ to: DateMentions.Mention, _ text: [Unicode.Scalar], _ end: Int) -> Bool {
        text[to.range.upperBound - 1] == "度" && !text[end...].prefix(40).prefix { $0 != "。" }.contains(anyOf: changes)
    }

    private static let changes = [[Unicode.Scalar]].words("増 減 伸 上昇 低下 変化 推移 倍 差 後")

    private static let units: [(written: [Unicode.Scalar], months: Int, isStrict: Bool)] = [
        ("か年", 12, true), ("カ年", 12, true), ("ヵ年", 12, true), ("箇年", 12, true), ("年度間", 12, true), ("年間", 12, false),
        ("年連続", 12, false),
        ("か月", 1, false), ("カ月", 1, false), ("箇月", 1, false), ("ヶ月", 1, false),
    ].map { (Array($0.0.unicodeScalars), $0.1, $0.2) }

    /// 令和3年度から令和4年度までの3か年. The years between two may be counted with both, or from one to the other.
    private static func length(
        _ from: DateMentions.Mention, _ to: DateMentions.Mention, _ text: [Unicode.Scalar]
    ) -> WordingFinding? {
        var index = to.range.upperBound
        for link in links where text[index...].starts(with: link) {
            index += link.count
        }
        let end = text[index...].prefix(4).firstIndex { !$0.isDigit } ?? text.count
        guard index > to.range.upperBound, end > index, end < text.count,
            let count = Int(WidthFolding.ascii(String(scalars: text[index..<end]))),
            let unit = units.first(where: { text[end...].starts(with: $0.written) })
        else { return nil }
        // A day stands for its month: from 1 April until 31 March are twelve.
        let months = (to.last.year - from.first.year) * 12 + to.last.month - from.first.month + 1
        let isOfYears = from.first.dayNumber + 300 < from.last.dayNumber
        let longest = (months + unit.months - 1) / unit.months
        let shortest =
            (unit.isStrict || [from, to].allSatisfy({ isOfFiscalYears($0, text, end) })) && isOfYears
            ? longest : max(1, (months - 1) / unit.months - (isOfYears ? 1 : 0))
        guard !(min(shortest, longest)...longest).contains(count) else { return nil }
        let written = String(scalars: text[index..<end + unit.written.count])
        let right = "\(longest)" + String(scalars: unit.written)
        return WordingFinding(
            .disagreeingFigures, index..<end + unit.written.count,
            Phrase(ja: "この期間は\(right)ですが、「\(written)」とあります", en: "the span is \(right), and \(written) is written"),
            help: Phrase(ja: "期間か、その長さを確かめてください", en: "check the span, and how long it is"))
    }
}
