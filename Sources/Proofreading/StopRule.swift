package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let missingStop = DiagnosticCode(
        "J020", canBeAllowed: true,
        meaning: (
            ja: "文の終わりの「。」が抜けているか、並んでいる項目の一つだけ「。」の有無が違うか、名前が「。」で終わっています。",
            en:
                "A stop is missing at the end of a sentence, one item has or lacks it unlike those beside it, or a name ends with one."
        ),
        reason: (
            ja: "二つの文がつながって読めます。", en: "Two sentences run into one."
        ),
        wrong: "相談室は駅の前にあります駐車場は3台分です。",
        right: "相談室は駅の前にあります。駐車場は3台分です。（「お配りします資料」「おります際」はそのまま）")
}

/// Items side by side of which one has a 。 at its end and the others have none, or the reverse.
public enum StopRule {
    /// 次の事項を共有する、: a comma for the stop that ends a text.
    private static func openEnd(of text: [Unicode.Scalar]) -> [WordingFinding] {
        let last = text[(text.lastIndex(of: "。").map { $0 + 1 } ?? 0)...]
        guard last.count >= 10, last.last == "、", isSentence(Array(last.dropLast())) else {
            return []
        }
        return [
            WordingFinding(
                .missingStop, text.count - 1..<text.count,
                Phrase(ja: "文の終わりが「、」になっています", en: "the sentence ends with a comma"),
                help: Phrase(ja: "「。」ではありませんか", en: "was 。 meant?"), replacement: "。")
        ]
    }

    /// 学校、家庭。地域及び関係機関が: a stop for a comma, in a row of nouns.
    static func amongNouns(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("。") || text.last == "、" else { return [] }
        let sentences = Sentences.ranges(in: text)
        return openEnd(of: text)
            + zip(sentences, sentences.dropFirst()).compactMap { one, next in
                let nouns = text[one].dropLast()
                guard text[one].last == "。", nouns.count <= 20, nouns.contains("、"), one.upperBound == next.lowerBound,
                    nouns.allSatisfy({ $0.isKanji || $0.isKatakana || "ー、・".unicodeScalars.contains($0) }),
                    let first = text[next].first, first.isKanji || first.isKatakana
                else { return nil }
                return WordingFinding(
                    .missingStop, one.upperBound - 1..<one.upperBound,
                    Phrase(ja: "言葉を並べた途中に「。」があります", en: "a stop stands among words in a row"),
                    help: Phrase(ja: "「、」ではありませんか", en: "was 、 meant?"), replacement: "、")
            }
    }

    /// - Parameter texts: the items of one list.
    /// - Returns: the place of the item that differs, with what is wrong there.
    public static func odd(among texts: [[Unicode.Scalar]], atLeast others: Int) -> [(
        text: Int, finding: WordingFinding
    )] {
        let items = texts.indices.filter { !texts[$0].isEmpty }
        let stopped = items.filter { texts[$0].last == "。" }
        let open = items.filter { texts[$0].last != "。" && !isIntroduction(texts[$0]) }
        if stopped.count == 1, open.count >= others, let odd = stopped.first, !texts[odd].dropLast().contains("。"),
            open.allSatisfy({ !texts[$0].contains("。") })
        {
            let end = texts[odd].count
            return [
                (
                    odd,
                    WordingFinding(
                        .missingStop, end - 1..<end,
                        Phrase(ja: "並んでいる項目のうち、これだけ「。」で終わっています", en: "only this one of the items ends with 。"),
                        help: Phrase(ja: "ほかの項目にそろえてください", en: "end all items alike"))
                )
            ]
        }
        guard open.count == 1, stopped.count >= others, let odd = open.first, let last = texts[odd].last,
            last.isHiragana || texts[odd].contains("。")
        else { return [] }
        let end = texts[odd].count
        return [
            (
                odd,
                WordingFinding(
                    .missingStop, max(0, end - 1)..<end,
                    Phrase(ja: "並んでいる項目のうち、これだけ「。」で終わっていません", en: "only this one of the items does not end with 。"),
                    help: Phrase(ja: "ほかの項目にそろえてください", en: "end all items alike"))
            )
        ]
    }

    /// Whether an item ends as a sentence does, with its stop or without.
    public static func isSentence(_ text: [Unicode.Scalar]) -> Bool {
        !StyleRule.sentences(in: text.last == "。" ? text : text + ["。"]).isEmpty
    }

    /// What a tag or a list goes on with ends otherwise.
    private static func isIntroduction(_ text: [Unicode.Scalar]) -> Bool {
        text.last.map { "：:）」\u{FFFC}".unicodeScalars.contains($0) } ?? true
    }
}
