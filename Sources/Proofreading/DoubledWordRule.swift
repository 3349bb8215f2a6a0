import Bytes
package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let doubledWord = DiagnosticCode(
        "J013", canBeAllowed: true,
        meaning: (
            ja: "同じ語が2回続けて書かれています。",
            en: "A word is written twice in a row."
        ),
        reason: (
            ja: "貼り付けや変換の誤りで重なったもので、読み手の目に付きます。",
            en: "It was pasted or converted twice, and readers notice."
        ),
        wrong: "address: 兵庫県伊丹市野間2丁目丁目7-41",
        right: "address: 兵庫県伊丹市野間2丁目7-41")
}

/// A word written twice in a row: 丁目丁目, についてについて.
enum DoubledWordRule {
    private static let longest = 8

    /// Numerals and what stands for one: 一人一人, 各校各校.
    static let numbers = Array("一二三四五六七八九十百千数何幾半各日毎々".unicodeScalars)

    /// - Parameter isAddress: buildings bear their town's name again (西新宿新宿センタービル, 港区赤坂赤坂アークヒルズ).
    static func findings(in text: [Unicode.Scalar], isAddress: Bool) -> [ProofreadingFinding] {
        var findings: [ProofreadingFinding] = []
        var index = 0
        while index < text.count {
            guard let length = length(text, index) else {
                index += 1
                continue
            }
            let word = text[index..<index + length]
            let place = index..<index + 2 * length
            if isAddress, !isPartOfAddress(word) {
                index = place.upperBound
                continue
            }
            findings.append(
                ProofreadingFinding(
                    .doubledWord, place, replacement: String(scalars: word)))
            index = place.upperBound
        }
        return findings
    }

    /// 丁目丁目, 番地番地, 兵庫県兵庫県.
    private static func isPartOfAddress(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        let text = String(scalars: word)
        return ["丁目", "番地", "番号"].contains(text) || Prefecture.names.contains(text) || word.allSatisfy(\.isKatakana)
    }

    /// How long the word is that stands at a place and again behind itself.
    private static func length(_ text: [Unicode.Scalar], _ index: Int) -> Int? {
        guard index + 4 <= text.count, text[index].isKanji || text[index].isHiragana || text[index].isKatakana else {
            return nil
        }
        return (2...longest).first { length in
            index + 2 * length <= text.count
                && text[index..<index + length].elementsEqual(text[index + length..<index + 2 * length])
                && !isTownBeforeBuilding(text, index, length)
                && isWord(
                    text[index..<index + length],
                    before: index + 2 * length < text.count ? text[index + 2 * length] : nil)
        }
    }

    /// 西新宿新宿センタービル, 港区赤坂赤坂アークヒルズ
    private static func isTownBeforeBuilding(_ text: [Unicode.Scalar], _ index: Int, _ length: Int) -> Bool {
        index > 0 && text[index..<index + length].allSatisfy(\.isKanji)
            && "東西南北上中下新区市町村".unicodeScalars.contains(text[index - 1])
    }

    /// Whether a word would not stand twice for a reason.
    ///
    /// 一人一人, いろいろ, ワクワク and 知らず知らず repeat themselves; 大学大学院 and 教育相談相談員 go on in kanji, and 地域と地域との joins two.
    private static func isWord(_ word: ArraySlice<Unicode.Scalar>, before next: Unicode.Scalar?) -> Bool {
        guard word.allSatisfy({ ($0.isKanji || $0.isHiragana || $0.isKatakana) && !numbers.contains($0) }),
            let last = word.last, word.contains(where: { $0 != last })
        else { return false }
        if word.allSatisfy(\.isKanji) { return !(next?.isKanji ?? false) }
        // だんだんだんだん, ゆっくりゆっくり
        if word.count == 4, word.prefix(2).elementsEqual(word.suffix(2)) { return false }
        if word.count == 4, "っん".unicodeScalars.contains(word[word.startIndex + 1]), last == "り" { return false }
        if word.allSatisfy(\.isHiragana) || word.allSatisfy(\.isKatakana) { return word.count >= 4 }
        if word.elementsEqual("及び".unicodeScalars) || word.elementsEqual("又は".unicodeScalars) { return true }
        // 引き継ぎ引き継ぎます; 繰り返し繰り返し and 少しずつ少しずつ stress.
        if word.count >= 4, word.contains(where: \.isKanji), "きぎしちにびみりえけげせてねべめれ".unicodeScalars.contains(last),
            next == "ま"
        {
            return true
        }
        return word.count >= 3 && "をのはがでへるた".unicodeScalars.contains(last)
    }

    // MARK: One kanji twice

    /// 誠実実に: the last kanji of a word again. A word of one kanji twice has 々.
    static func kanji(in text: [Unicode.Scalar], _ lexicon: Lexicon) -> [WordingFinding] {
        text.indices.dropFirst(2).compactMap { place in
            guard text[place] == text[place - 1], text[place].isKanji, text[place - 2].isKanji,
                !numbers.contains(text[place]), !"上下".unicodeScalars.contains(text[place]),
                text[place] != text[place - 2],
                place + 1 < text.count, "をはがにでとのもや、。しすさ".unicodeScalars.contains(text[place + 1]),
                lexicon.isWord(text[(place - 2)..<place])
            else { return nil }
            let word = String(scalars: text[(place - 2)..<place])
            return WordingFinding(
                .doubledWord, place - 2..<place + 1,
                Phrase(ja: "「\(text[place])」が2回続けて書かれています", en: "\(text[place]) is written twice in a row"),
                help: Phrase(ja: "「\(word)」ではありませんか", en: "was \"\(word)\" meant?"), replacement: word)
        }
    }
}
