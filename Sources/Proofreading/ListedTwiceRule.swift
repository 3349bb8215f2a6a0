import Bytes
import Diagnostics
import Japanese

/// What stands twice in one list, and words that end two clauses running: 電話又は電話, 支援については、については、.
enum ListedTwiceRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        listed(in: text) + clauses(in: text)
    }

    private static let conjunctions = [[Unicode.Scalar]].words("又は 若しくは 及び 並びに または もしくは および ならびに")
    private static let signs = conjunctions + [[Unicode.Scalar]].words("、")

    /// A又はA, A、B及びA.
    private static func listed(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.indices.contains(where: { text[$0...].start(of: conjunctions) != nil }) else { return [] }
        return lists(in: text).compactMap { items, joints in
            guard joints > 0 else { return nil }
            let isSingle = joints == 1 && items.count >= 4
            for (place, item) in items.enumerated() {
                guard text[item.lowerBound] != "第",
                    let other = items.indices.first(where: { $0 > place && text[items[$0]].elementsEqual(text[item]) }),
                    case let again = items[other],
                    // In the middle of one list of several, not right behind the first.
                    isEnd(text[again.upperBound...]) || isSingle && other > place + 1
                else { continue }
                return finding(again, text)
            }
            return nil
        }
    }

    /// Whether the list ends there: 船舶又は船舶を含む区域 and 組合員又は組合員であった者 go on.
    private static func isEnd(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        text.start(of: particles) != nil && text.start(of: goingOn) == nil
    }

    private static let particles = [[Unicode.Scalar]].words("を が は で へ も 。 に提出 に届 に連絡 に相談 に申")
    private static let goingOn = [[Unicode.Scalar]].words("を含 を除 を有 を超 を構成 であ でな でき")

    /// Nouns that follow one another with a comma or a conjunction between, and nothing else.
    private static func lists(in text: [Unicode.Scalar]) -> [(items: [Range<Int>], joints: Int)] {
        var lists: [(items: [Range<Int>], joints: Int)] = []
        var (items, joints, index) = ([Range<Int>](), 0, 0)
        while index < text.count {
            let end = text[index...].firstIndex { !isOfNoun($0) } ?? text.count
            // What particles tie to it belongs to it as well: 小学校の教員.
            let isWhole = end - index >= 2 && (end == text.count || !"のやとなた".unicodeScalars.contains(text[end]))
            if isWhole { items.append(index..<end) }
            if isWhole, let sign = text[end...].start(of: signs) {
                if sign.count > 1 { joints += 1 }
                index = end + sign.count
                continue
            }
            if items.count > 1 { lists.append((items, joints)) }
            (items, joints) = ([], 0)
            index = max(end, index + 1)
        }
        if items.count > 1 { lists.append((items, joints)) }
        return lists
    }

    private static func isOfNoun(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isKanji && !"又及並若".unicodeScalars.contains(scalar) || scalar.isKatakana || scalar == "ー"
            || scalar.isLatin
    }

    private static let endings = [[Unicode.Scalar]].words(
        "については、 においては、 に関しては、 としては、 に対しては、 によっては、 に当たっては、 にあたっては、 に際しては、 の場合は、 のときは、 にかかわらず、 のうち、")

    /// については、については、
    private static func clauses(in text: [Unicode.Scalar]) -> [WordingFinding] {
        text.indices.compactMap { place in
            guard let ending = text[place...].start(of: endings),
                text[(place + ending.count)...].starts(with: ending)
            else { return nil }
            return finding(place + ending.count..<place + 2 * ending.count, text)
        }
    }

    private static func finding(_ range: Range<Int>, _ text: [Unicode.Scalar]) -> WordingFinding {
        let written = String(scalars: text[range])
        return WordingFinding(
            .doubledWord, range,
            Phrase(ja: "「\(written)」が2度挙げられています", en: "\(written) is named twice"),
            help: Phrase(ja: "片方は、別の言葉ではありませんか", en: "was another word meant?"))
    }
}
