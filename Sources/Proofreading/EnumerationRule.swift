import Bytes
package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let enumeration = DiagnosticCode(
        "D036", canBeAllowed: true,
        meaning: (
            ja: "「四者」「三つ」のような数が、文の中で挙げたものの数と違います。",
            en: "A number such as 四者 or 三つ is not that of what the sentence names."
        ),
        reason: (
            ja: "挙げたものを足したり減らしたりして、数を直し忘れたときに起こります。",
            en: "It happens where something was added or taken out, and the number left as it was."
        ),
        wrong: "市、学校及び施設の四者で話し合います。",
        right: "市、学校及び施設の三者で話し合います。")
}

/// How many a sentence says that it names, against those that it names: 市、学校及び施設の四者, 1)…、2)…の三つ.
enum EnumerationRule {
    private static let counters = [[Unicode.Scalar]].words("者 つ 点 種類 項目 要素 要件 条件 事項 観点 類型 段階 区分") + bodies
    /// Those that stand at the end of each name: 宝塚市、伊丹市及び川西市の3市.
    private static let bodies = [[Unicode.Scalar]].words("市 町 村 県 課 校 室 園 社 局")
    /// What has several of its own: 小学校及び中学校の3種類の様式.
    private static let possessed = [[Unicode.Scalar]].words("の に分")
    private static let conjunctions = ["及び", "並びに"].map { Array($0.unicodeScalars) }

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        text.indices.dropFirst(3).compactMap { place in
            guard let said = number(text[place]), said >= 2, text[place - 1] == "の",
                let counter = text[(place + 1)...].start(of: counters)
            else { return nil }
            let clause = clause(in: text, before: place - 1)
            guard let named = numbered(clause) ?? joined(clause, counter), named >= 2, named != said,
                counter.count == 1 || text[(place + 1 + counter.count)...].start(of: possessed) == nil
            else { return nil }
            let range = place..<place + 1 + counter.count
            return WordingFinding(
                .enumeration, range,
                Phrase(
                    ja: "「\(String(scalars: text[range]))」とありますが、挙げているのは\(named)です",
                    en: "it says \(said), and names \(named)"),
                help: Phrase(ja: "数か、挙げたものを直してください", en: "mend the number or what is named"))
        }
    }

    private static func number(_ scalar: Unicode.Scalar) -> Int? {
        Character(scalar).wholeNumberValue.flatMap { (1...9).contains($0) ? $0 : nil }
    }

    /// From the beginning of the sentence, or behind its subject.
    private static func clause(in text: [Unicode.Scalar], before end: Int) -> ArraySlice<Unicode.Scalar> {
        let start = text[..<end].lastIndex(of: "。").map { $0 + 1 } ?? 0
        let subject = text[start..<end].indices.dropLast().last { text[$0] == "は" && text[$0 + 1] == "、" }
        return text[(subject.map { $0 + 2 } ?? start)..<end]
    }

    /// 1) …、2) …; ① …、② …
    private static func numbered(_ clause: ArraySlice<Unicode.Scalar>) -> Int? {
        let marks = clause.indices.filter { index in
            (0x2460...0x2468).contains(clause[index].value)
                || clause[index].isDigit && index + 1 < clause.endIndex
                    && (clause[index + 1] == ")" || clause[index + 1] == "）")
                    && (index == clause.startIndex
                        || !clause[index - 1].isDigit && clause[index - 1] != "（" && clause[index - 1] != "(")
        }
        return marks.count >= 2 ? marks.count : nil
    }

    /// A、B及びC: nouns alone, one 及び.
    private static func joined(_ clause: ArraySlice<Unicode.Scalar>, _ counter: [Unicode.Scalar]) -> Int? {
        var names: [[Unicode.Scalar]] = [[]]
        var depth = 0
        var isJoined = false
        var index = clause.startIndex
        while index < clause.endIndex {
            if "（「(".unicodeScalars.contains(clause[index]) { depth += 1 }
            if "）」)".unicodeScalars.contains(clause[index]) { depth -= 1 }
            if depth == 0, let word = conjunctions.first(where: { clause[index...].starts(with: $0) }) {
                guard !isJoined else { return nil }
                isJoined = true
                names.append([])
                index += word.count
                continue
            }
            if depth == 0, clause[index] == "、" {
                guard !isJoined else { return nil }
                names.append([])
            } else {
                names[names.count - 1].append(clause[index])
            }
            index += 1
        }
        // A verb or an adverb before them is no name.
        guard isJoined, depth == 0, names.allSatisfy({ isNoun($0) }),
            !bodies.contains(counter) || names.allSatisfy({ $0.last == counter[0] })
        else { return nil }
        return names.count
    }

    private static func isNoun(_ name: [Unicode.Scalar]) -> Bool {
        guard let last = name.last, name.count <= 24 else { return false }
        return !last.isHiragana && !name.contains("は") && !name.contains("を") && !name.contains("が")
    }
}
