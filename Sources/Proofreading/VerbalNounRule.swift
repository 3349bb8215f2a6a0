import Diagnostics
import Japanese

/// A noun that する makes a verb of, with the ending of a verb but without す or し: 負担を軽減ること, 担当者を配置ている.
enum VerbalNounRule {
    static func findings(in text: [Unicode.Scalar], _ lexicon: Lexicon) -> [WordingFinding] {
        var quotation = Quotation()
        return text.indices.compactMap { index in
            quotation.pass(text[index])
            let end = index + 2
            guard !quotation.isOpen, end < text.count, text[index].isKanji, text[index + 1].isKanji,
                text[end].isHiragana,
                index == 0 || !text[index - 1].isKanji,
                let (ending, kana) = endings.first(where: { text[end...].starts(with: $0.ending) }),
                !others.contains(string(text[index..<end])), lexicon.isVerbal(text[index..<end])
            else { return nil }
            let (noun, rest) = (string(text[index..<end]), string(ending[...]))
            return WordingFinding(
                .grammar, index..<end + ending.count,
                Phrase(ja: "「\(noun)\(rest)」は、書き間違いのようです", en: "\"\(noun)\(rest)\" seems to be a slip"),
                help: Phrase(ja: "「\(noun)\(kana)\(rest)」ではありませんか", en: "was \"\(noun)\(kana)\(rest)\" meant?"),
                replacement: "\(noun)\(kana)\(rest)")
        }
    }

    /// What stands behind such a noun of a verb alone, and the kana that is missing.
    private static let endings = [
        ("る。", "す"), ("ること", "す"), ("るもの", "す"), ("るため", "す"), ("る場合", "す"), ("るとき", "す"), ("るよう", "す"), ("る者", "す"),
        ("ました", "し"),
        ("ません", "し"), ("ている", "し"), ("ていま", "し"), ("た。", "し"), ("たこと", "し"), ("たもの", "し"),
    ].map { (ending: Array($0.0.unicodeScalars), kana: $0.1) }

    /// Verbs of their own that a dictionary has as such nouns, too.
    private static let others: Set<String> = [
        "出来", "目指", "真似", "看取", "届出", "立替", "借入", "出張", "子育", "即売", "受付", "取決", "手当", "相違", "関係", "見出", "生立", "割引",
        "取引", "引受",
    ]

    private static func string(_ text: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(text)) }
}
