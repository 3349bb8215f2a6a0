import Bytes
import Diagnostics
import Japanese

/// Letters that were typed before the input method had made kana of them: しまs, いたしmす.
enum RomajiRule {
    /// The consonants that begin kana.
    private static let consonants = Set("bcdfghjkmnprstwyzｂｃｄｆｇｈｊｋｍｎｐｒｓｔｗｙｚ".unicodeScalars)

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        text.indices.dropFirst().compactMap { place in
            // A wide small letter belongs to no word: 分析ｓ、.
            let isWide = text[place].value > 0xFF00 && text[place - 1].isKanji
            guard consonants.contains(text[place]), text[place - 1].isHiragana || isWide else { return nil }
            let end = text[place...].firstIndex { !consonants.contains($0) } ?? text.count
            guard end - place <= 2, end == text.count || text[end].isHiragana || "。、".unicodeScalars.contains(text[end])
            else {
                return nil
            }
            return WordingFinding(
                .grammar, place..<end,
                Phrase(
                    ja: "平仮名の間に、ローマ字「\(String(scalars: text[place..<end]))」が残っています",
                    en: "a letter stands between hiragana"),
                help: Phrase(ja: "入力し直してください", en: "type the word again"))
        }
    }
}
