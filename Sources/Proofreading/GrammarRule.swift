import Bytes
import Diagnostics
import Japanese

/// Slips of grammar: a potential without ら, particles side by side, letters left out or changed about, たり by itself.
enum GrammarRule {
    static func findings(in text: [Unicode.Scalar], _ table: PhraseTable) -> [WordingFinding] {
        slips(in: text, table) + lonelyTari(in: text) + joinedSentences(in: text)
    }

    /// What a table of slips has.
    static func slips(in text: [Unicode.Scalar], _ table: PhraseTable) -> [WordingFinding] {
        table.matches(in: text).map { range, meant in
            let written = String(scalars: text[range])
            return WordingFinding(
                .grammar, range,
                Phrase(ja: "「\(written)」は、書き間違いのようです", en: "\"\(written)\" seems to be a slip"),
                help: Phrase(ja: "「\(meant)」ではありませんか", en: "was \"\(meant)\" meant?"), replacement: meant)
        }
    }

    // MARK: たり

    /// 本を読んだり、絵を描く: what is listed with たり has it each time.
    private static func lonelyTari(in text: [Unicode.Scalar]) -> [WordingFinding] {
        Sentences.ranges(in: text).compactMap { sentence in
            let places = text.indices[sentence].filter { isTari(text, at: $0) }
            guard places.count == 1, let place = places.first else { return nil }
            let rest = text[(place + 2)..<sentence.upperBound]
            // 見学したりする, 休んだりもできる: one as an example.
            guard rest.first == "、" || rest.first?.isKanji == true, !rest.contains("「") else { return nil }
            return WordingFinding(
                .grammar, place..<place + 2,
                Phrase(ja: "「～たり」が一つしかありません", en: "たり stands by itself"),
                help: Phrase(
                    ja: "並べる動作の後にも「～たり」を付けてください（「読んだり、描いたりする」）",
                    en: "each thing that is listed has it (読んだり、描いたりする)"))
        }
    }

    private static func isTari(_ text: [Unicode.Scalar], at place: Int) -> Bool {
        guard place > 0, place + 1 < text.count, text[place + 1] == "り" else { return false }
        let before = text[place - 1]
        if text[place] == "だ" { return before == "ん" || before == "い" }
        guard text[place] == "た" else { return false }
        // 当たり, ふたり, わたり and したり顔 are other words.
        switch before {
        case "っ": return true
        case "し": return place + 2 == text.count || text[place + 2] != "顔"
        case "い": return place > 1 && (text[place - 2].isKanji || text[place - 2] == "づ")
        default: return stemEnds.contains(before)
        }
    }

    /// The kana that a verb's stem ends in before たり: 食べたり, 見せたり.
    private static let stemEnds = Set("べめけせてねれえげきみりびち".unicodeScalars)

    // MARK: Sentences run together

    /// あります駐車場は: two sentences without the stop between them.
    private static func joinedSentences(in text: [Unicode.Scalar]) -> [WordingFinding] {
        text.indices.compactMap { place in
            guard let ending = endings.first(where: { text[place...].starts(with: $0) }), place > 0 else { return nil }
            // お配りします資料, おります者: polite before a noun.
            guard !humble.contains(where: { text[..<place].suffix($0.count).elementsEqual($0) }) else { return nil }
            let end = place + ending.count
            guard end < text.count, text[end].isKanji || text[end].isKatakana,
                !attributed.contains(where: { text[end...].starts(with: $0) })
            else { return nil }
            // A topic of its own follows.
            let rest = text[end...].prefix(14).prefix { $0 != "、" && $0 != "。" && $0 != "」" && $0 != "）" }
            guard ending == desu || rest.dropFirst().contains("は") || rest.dropFirst().contains("が") else { return nil }
            return WordingFinding(
                .missingStop, end - 1..<end + 1,
                Phrase(ja: "「。」が抜けているようです", en: "a stop seems to be missing here"),
                help: Phrase(ja: "文の終わりに「。」を書いてください", en: "write 。 at the end of the sentence"))
        }
    }

    /// Nothing but a sentence of its own follows it, where no noun of `attributed` does.
    private static let desu = Array("です".unicodeScalars)

    private static let humble = ["いたし", "おり", "ござい", "りし", "しし", "ちし", "けし", "ねし", "えし", "しあげ", "申し上げ"].map {
        Array($0.unicodeScalars)
    }

    private static let endings = ["ます", "ません", "です", "ください"].map { Array($0.unicodeScalars) }

    /// What a polite ending may stand before: おります際, いたしました次第.
    private static let attributed = [
        "次第", "旨", "際", "場合", "件", "者", "方", "上", "中", "限", "間", "以上", "折", "点", "日", "時", "内", "都度", "理由", "人", "事",
        "所", "様", "通", "故", "後", "前", "調", "体",
    ].map { Array($0.unicodeScalars) }
}

/// The sentences of a text.
enum Sentences {
    /// Their scalars, each with its stop; what is quoted or in brackets stands in the sentence round it.
    static func ranges(in text: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var (start, depth) = (0, 0)
        for index in text.indices {
            switch text[index] {
            case "「", "『", "（", "(": depth += 1
            case "」", "』", "）", ")": depth = max(0, depth - 1)
            case "。" where depth == 0, "\n":
                ranges.append(start..<index + 1)
                (start, depth) = (index + 1, 0)
            default: break
            }
        }
        if start < text.count { ranges.append(start..<text.count) }
        return ranges
    }
}
