import Bytes
import Diagnostics
import Japanese

/// Readings in brackets that the word before them does not have: 養護教諭（ようごきょうろん）.
enum ReadingRule {
    static func findings(in text: [Unicode.Scalar], _ sounds: KanjiSounds) -> [WordingFinding] {
        text.indices.compactMap { open in
            guard "（(".unicodeScalars.contains(text[open]), open > 1, text[open - 1].isKanji, text[open - 2].isKanji,
                let close = text[(open + 1)...].prefix(30).firstIndex(where: { !$0.isHiragana && $0 != "ー" }),
                "）)".unicodeScalars.contains(text[close]), close > open + 3
            else { return nil }
            var start = open
            while start > 0, open - start < 12, text[start - 1].isKanji { start -= 1 }
            let reading = String(scalars: text[(open + 1)..<close])
            // How many of the kanji before it are read nobody says: some number of them may fit.
            let whole = sounds.misreadings(of: String(scalars: text[start..<open]), as: reading)
            guard open - start >= 3, whole?.count == 1, let kanji = whole?.last,
                !(start..<open).contains(where: {
                    sounds.misreadings(of: String(scalars: text[$0..<open]), as: reading)?.count == 0
                })
            else { return nil }
            let word = String(scalars: text[start..<open])
            return WordingFinding(
                .misconversion, open + 1..<close,
                Phrase(
                    ja: "「\(word)」の「\(kanji)」は、「\(reading)」のようには読みません",
                    en: "\(kanji) of \(word) is not read as \(reading) has it"),
                help: Phrase(ja: "読みを確かめてください", en: "check the reading"))
        }
    }
}
