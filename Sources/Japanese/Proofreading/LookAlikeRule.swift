/// Characters that look like the right one, judged by the scripts beside them.
enum LookAlikeRule {
    /// - Parameter isAddress: names of towns hold single katakana letters (字下タ町, 天カ須賀, 千葉市ニ).
    static func findings(in text: [Unicode.Scalar], isAddress: Bool) -> [ProofreadingFinding] {
        var findings: [ProofreadingFinding] = []
        for index in text.indices {
            if let right = katakanaForKanji(text, index, isAddress) ?? katakanaForHiragana(text, index) ?? dash(
                text, index)
                ?? kanjiForKatakana(text, index) ?? latinForDigit(text, index)
            {
                findings.append(ProofreadingFinding(.lookAlike(right: right), index..<index + 1, replacement: right))
            }
            if isLargeTsu(text, index) {
                findings.append(ProofreadingFinding(.smallTsu, index..<index + 1, replacement: "っ"))
            }
        }
        return findings
    }

    private static func scalar(_ text: [Unicode.Scalar], _ index: Int) -> Unicode.Scalar? {
        text.indices.contains(index) ? text[index] : nil
    }

    /// 北ロ for 北口: one katakana letter behind a kanji, with no katakana after it.
    private static func katakanaForKanji(_ text: [Unicode.Scalar], _ index: Int, _ isAddress: Bool) -> String? {
        let kanji: [Unicode.Scalar: String] = ["ロ": "口", "ニ": "二", "エ": "工", "カ": "力", "タ": "夕", "ハ": "八", "ト": "卜"]
        guard let right = kanji[text[index]], let before = scalar(text, index - 1), before.isKanji else { return nil }
        if isAddress, text[index] != "ロ" { return nil }
        let after = scalar(text, index + 1)
        // ハ短調, ト音記号: notes of music.
        if let after, "長短音".unicodeScalars.contains(after), "イロハニホヘト".unicodeScalars.contains(text[index]) {
            return nil
        }
        if let after, after.isKatakana || after == "ヶ" {
            // 北ロキャンパス: a word of directions, and no katakana word that begins with ロ.
            let isGate = text[index] == "ロ" && "北南東西出入窓".unicodeScalars.contains(before)
            return isGate && !"ーボシンマッケビゴグスイ".unicodeScalars.contains(after) ? right : nil
        }
        switch text[index] {
        // 三カ所, 数カ校: a counter.
        case "カ": return "一二三四五六七八九十百千数何幾".unicodeScalars.contains(before) ? nil : right
        // 甲ト乙 is old-fashioned but right; only before a kanji that makes a word is it doubtful.
        case "ト", "ハ": return after?.isKanji ?? false ? right : nil
        default: return right
        }
    }

    /// ヘ, ベ and ペ look alike in both kana.
    private static func katakanaForHiragana(_ text: [Unicode.Scalar], _ index: Int) -> String? {
        let pairs: [Unicode.Scalar: String] = ["ヘ": "へ", "ベ": "べ", "ペ": "ぺ"]
        let reverse: [Unicode.Scalar: String] = ["へ": "ヘ", "べ": "ベ", "ぺ": "ペ"]
        let before = scalar(text, index - 1)
        let after = scalar(text, index + 1)
        let touchesKatakana = (before?.isKatakana ?? false) || (after?.isKatakana ?? false)
        if let after, "長短音".unicodeScalars.contains(after) { return nil }
        if let right = pairs[text[index]], !touchesKatakana, before?.isKanji ?? false || before?.isHiragana ?? false {
            return right
        }
        if let right = reverse[text[index]], before?.isKatakana ?? false, after?.isKatakana ?? false,
            text[index] != "へ"
        {
            return right
        }
        return nil
    }

    /// ー where no kana is before it: a kanji 一 or a hyphen.
    private static func dash(_ text: [Unicode.Scalar], _ index: Int) -> String? {
        guard text[index] == "ー", let before = scalar(text, index - 1) else { return nil }
        let after = scalar(text, index + 1)
        if before.isDigit, after?.isDigit ?? false { return "-" }
        // 第ー, 一人ー人: between or behind kanji.
        if before.isKanji, !(after?.isKatakana ?? false) { return "一" }
        return nil
    }

    /// 二 and 口 inside a katakana word.
    private static func kanjiForKatakana(_ text: [Unicode.Scalar], _ index: Int) -> String? {
        let katakana: [Unicode.Scalar: String] = ["二": "ニ", "口": "ロ", "工": "エ", "力": "カ", "夕": "タ", "一": "ー", "八": "ハ"]
        guard let right = katakana[text[index]], let before = scalar(text, index - 1),
            let after = scalar(text, index + 1),
            before.isKatakana, after.isKatakana, !"ヶケノツ".unicodeScalars.contains(after)
        else { return nil }
        return right
    }

    /// O and l among digits.
    private static func latinForDigit(_ text: [Unicode.Scalar], _ index: Int) -> String? {
        let digits: [Unicode.Scalar: String] = ["O": "0", "o": "0", "l": "1", "I": "1", "Ｏ": "０", "ｌ": "１", "Ｉ": "１"]
        guard let right = digits[text[index]], let before = scalar(text, index - 1), before.isDigit else { return nil }
        let after = scalar(text, index + 1)
        return after?.isDigit ?? false ? right : nil
    }

    /// あつて for あって: the small っ of verbs, judged by the letters round it.
    private static func isLargeTsu(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard text[index] == "つ", let before = scalar(text, index - 1), let after = scalar(text, index + 1),
            after == "て" || after == "た"
        else { return false }
        // かつて is a word; た that goes on in hiragana begins another (せいかつたいけん, まつたけ).
        if before == "か", after == "て" { return false }
        if after == "た", scalar(text, index + 2)?.isHiragana ?? false { return false }
        let heads = "あいうおかがくさしとなまもやよらりわ行言思使持立待知有在当至従因沿伴向会取経帰".unicodeScalars
        return heads.contains(before)
    }
}
