import Bytes
import Diagnostics
import Japanese

/// Real words in the wrong place: 支援の対称 for 支援の対象.
enum HomophoneRule {
    static func findings(
        in text: [Unicode.Scalar], _ table: PhraseTable, _ lexicon: Lexicon
    ) -> [WordingFinding] {
        table.matches(in: text).filter { !lexicon.isCut($0.range, in: text) }.map { range, meant in
            let wrong = String(scalars: text[range])
            return WordingFinding(
                .misconversion, range,
                Phrase(ja: "ここでは「\(wrong)」は意味が通りません", en: "\"\(wrong)\" makes no sense here"),
                help: Phrase(ja: "「\(meant)」の変換の誤りではありませんか", en: "was \"\(meant)\" meant?"), replacement: meant)
        }
    }
}

extension Lexicon {
    /// Whether a word that begins before a stretch ends inside it: 用量 in 使用量 is no word, nor 生す in 養生する.
    func isCut(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Bool {
        (max(0, range.lowerBound - 2)..<range.lowerBound).contains { start in
            guard text[start..<range.lowerBound].allSatisfy(\.isKanji) else { return false }
            return lengths(ofSingleWordsBeginning: text[start..<range.upperBound]).contains { length in
                (range.lowerBound + 1..<range.upperBound).contains(start + length)
            }
        }
    }
}
