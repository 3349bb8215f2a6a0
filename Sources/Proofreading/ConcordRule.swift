import Bytes
import Diagnostics
import Japanese

/// Adverbs whose sentence has to end as they announce: 必ずしも with ない, たとえ with ても.
enum ConcordRule {
    private struct Adverb {
        let word: [Unicode.Scalar]
        let wanted: [[Unicode.Scalar]]
        let form: String
    }

    private static let negative = [[Unicode.Scalar]].words("な ず ぬ ません 難 がたい にくい 無理 困難 不可能")
    private static let adverbs: [Adverb] = [
        Adverb(word: Array("必ずしも".unicodeScalars), wanted: negative, form: "ない"),
        Adverb(word: Array("決して".unicodeScalars), wanted: negative, form: "ない"),
        Adverb(word: Array("到底".unicodeScalars), wanted: negative, form: "ない"),
        Adverb(
            word: Array("たとえ".unicodeScalars),
            wanted: [[Unicode.Scalar]].words("ても でも とも にせよ にしろ ようが ようと であれ"), form: "ても"),
    ]

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        Sentences.ranges(in: text).flatMap { sentence in
            adverbs.compactMap { adverb -> WordingFinding? in
                // 解決して and たとえられる are other words.
                let places = sentence.filter { place in
                    text[place..<sentence.upperBound].starts(with: adverb.word)
                        && (place == 0 || !text[place - 1].isKanji && text[place - 1] != "「")
                        && text[(place + adverb.word.count)...].first.map { !"ばらるてまたれ話".unicodeScalars.contains($0) }
                            ?? false
                }
                guard let place = places.last else { return nil }
                let end = place + adverb.word.count
                let rest = text[end..<sentence.upperBound]
                // A heading may break off.
                guard rest.last == "。", !rest.contains(anyOf: adverb.wanted) else { return nil }
                let word = String(scalars: adverb.word)
                return WordingFinding(
                    .grammar, place..<end,
                    Phrase(
                        ja: "「\(word)」を受ける「\(adverb.form)」などの言葉がありません",
                        en: "\(word) announces \(adverb.form), and the sentence has none"),
                    help: Phrase(ja: "文の終わりまで読み直してください", en: "read the sentence to its end"))
            }
        }
    }
}
