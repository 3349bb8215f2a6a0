import Diagnostics

/// 早くても goes with a beginning: 早くても依頼した日からです, not までです.
enum EarliestRule {
    private static let opening = Array("早くても".unicodeScalars)
    private static let ends = ["までです", "までとする", "までとします", "までとなります"].map { Array($0.unicodeScalars) }

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("早") else { return [] }
        return Sentences.ranges(in: text).compactMap { sentence in
            guard let start = sentence.first(where: { text[$0] == "早" && text[$0...].starts(with: opening) }) else {
                return nil
            }
            // Up to the next comma: what stands behind it is said of something else.
            let clause = text[start..<sentence.upperBound].prefix { $0 != "、" }
            guard
                let place = clause.indices.first(where: { index in ends.contains { text[index...].starts(with: $0) } })
            else { return nil }
            return WordingFinding(
                .grammar, place..<place + 2,
                Phrase(ja: "「早くても」の後に、終わりを表す「まで」があります", en: "早くても is followed by まで, an end"),
                help: Phrase(
                    ja: "「から」ではありませんか。終わりのことなら「遅くとも」と書きます", en: "was から meant? Of an end one says 遅くとも"),
                replacement: "から")
        }
    }
}
