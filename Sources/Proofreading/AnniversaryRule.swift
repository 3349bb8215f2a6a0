import Bytes
import Diagnostics
import Japanese

/// Which year it is since something began: 令和2年度に始まり、令和7年度に16年目を迎えた; 平成27年に開設し、令和7年に20周年を迎える.
enum AnniversaryRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("目") || text.contains("周") else { return [] }
        let mentions = DateMentions.find(in: text)
        return zip(mentions, mentions.dropFirst()).compactMap { from, to in
            let between = text[from.range.upperBound..<to.range.lowerBound]
            guard between.count <= 24, !between.contains("。"), between.contains(anyOf: beginnings),
                let (count, range, isYears) = count(behind: to.range.upperBound, text),
                case let passed = year(of: to, text) - year(of: from, text), passed > 0
            else { return nil }
            let right = isYears ? passed : passed + 1
            // A year and a fiscal year may be one apart.
            let isSame = isFiscal(from, text) == isFiscal(to, text)
            guard abs(count - right) > (isSame ? 0 : 1) else { return nil }
            let unit = isYears ? "周年" : "年目"
            return WordingFinding(
                .disagreeingFigures, range,
                Phrase(ja: "始まりから数えると\(right)\(unit)です", en: "counted from the beginning it is \(right)\(unit)"),
                help: Phrase(ja: "始まりの年か、\(unit)の数を確かめてください", en: "check the year, and how many there have been"))
        }
    }

    private static let beginnings = [[Unicode.Scalar]].words(
        "に始ま に始め に開始 に開設 に設置 に設立 に創設 に創立 に発足 に開校 に開室 に制定 に施行 から始ま から始め")
    private static let links = [[Unicode.Scalar]].words("に で は が には 、 で、 は、 に、")

    private static func isFiscal(_ mention: DateMentions.Mention, _ text: [Unicode.Scalar]) -> Bool {
        text[mention.range.upperBound - 1] == "度"
    }

    private static func year(of mention: DateMentions.Mention, _ text: [Unicode.Scalar]) -> Int { mention.first.year }

    private static func count(
        behind start: Int, _ text: [Unicode.Scalar]
    ) -> (Int, Range<Int>, isYears: Bool)? {
        var index = start
        while let link = text[index...].start(of: links) { index += link.count }
        guard index > start, let sign = text[index...].prefix(4).firstIndex(where: { !$0.isDigit }), sign > index,
            let count = Int(WidthFolding.ascii(String(scalars: text[index..<sign])))
        else { return nil }
        let rest = text[sign...]
        if rest.starts(with: "年目".unicodeScalars) { return (count, index..<sign + 2, false) }
        return rest.starts(with: "周年".unicodeScalars) ? (count, index..<sign + 2, true) : nil
    }
}
