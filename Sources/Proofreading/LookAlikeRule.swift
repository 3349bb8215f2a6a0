import Bytes
import Japanese

/// Characters that look like the right one, judged by the scripts beside them.
enum LookAlikeRule {
    /// - Parameter isAddress: names of towns hold single katakana letters (字下タ町, 天カ須賀, 千葉市ニ).
    static func findings(in text: [Unicode.Scalar], isAddress: Bool) -> [ProofreadingFinding] {
        var findings: [ProofreadingFinding] = []
        var quotation = Quotation()
        for index in text.indices {
            quotation.pass(text[index])
            if let right = katakanaForKanji(text, index, isAddress) ?? katakanaForHiragana(text, index, isAddress)
                ?? dash(text, index) ?? kanjiForKatakana(text, index) ?? kanjiBeforeSmallKana(text, index)
                ?? usualKanji[text[index]]
                ?? longMark(text, index) ?? latinForDigit(text, index) ?? atHead(text, index)
            {
                findings.append(ProofreadingFinding(.lookAlike(right: right), index..<index + 1, replacement: right))
            }
            // Old acts are quoted as they are written: 「該当する者であつて」.
            if !quotation.isOpen, isLargeTsu(text, index) {
                findings.append(ProofreadingFinding(.smallTsu, index..<index + 1, replacement: "っ"))
            }
        }
        return findings
    }

    static let triggers: [Trigger] = [
        .letters(letters(of: kanji, digit) + "ー", behind: .kanjiOrDigit), .letters(small, behind: .kanjiOrDigit),
        .letters(letters(of: katakanaLikeKanji, katakanaLikeHiragana) + dashes, behind: .katakana),
        .letters(letters(of: hiragana), behind: .otherThanKatakana), .pair("ー", "ヘ"),
        .anywhere(usualKanji.keys.map { $0.value...$0.value }),
        // What stands at the head of a word, and つ for っ.
        .pair("ニエカロ", "人つ夫量頭座述調"), .pair("夕", "ブイ"),
        .pair("力", String(scalars: afterKa.map { $0[0] })),
        .pair("lｌ", "0123456789０１２３４５６７８９"), .pair("つ", "てた"),
    ]

    private static let (small, dashes) = ("ァィゥェォャュョ", "―－‐")

    private static func letters(of tables: [Unicode.Scalar: String]...) -> String {
        String(scalars: tables.flatMap(\.keys))
    }

    /// What each of some letters looks like.
    private static func pairs(_ letters: String, _ alike: String) -> [Unicode.Scalar: String] {
        Dictionary(uniqueKeysWithValues: zip(letters.unicodeScalars, alike.map(String.init)))
    }

    private static func scalar(_ text: [Unicode.Scalar], _ index: Int) -> Unicode.Scalar? {
        text.indices.contains(index) ? text[index] : nil
    }

    /// The kanji that a katakana letter looks like.
    private static let kanji = pairs(
        "ロニエカタハト",
        "口二工力夕八卜")

    /// The hiragana that a katakana letter looks like.
    private static let hiragana = pairs(
        "ヘベペ",
        "へべぺ")

    /// The katakana that a hiragana letter looks like.
    private static let katakanaLikeHiragana = pairs(
        "へべぺ",
        "ヘベペ")

    /// The katakana that a kanji looks like.
    private static let katakanaLikeKanji = pairs(
        "二口工力夕一八卜才",
        "ニロエカターハトオ")

    /// A form that Japanese papers do not use, and that looks like the one they do: mostly from Chinese input or old fonts.
    private static let usualKanji = pairs(
        "\u{5DFF}\u{784F}\u{654E}\u{6236}\u{5167}\u{6B65}\u{6BCF}\u{8AAA}\u{589E}\u{665A}\u{7522}",
        "市研教戸内歩毎説増晩産")

    /// 二ュース, 力ーテン: what a small letter or a long mark follows is katakana.
    private static func kanjiBeforeSmallKana(_ text: [Unicode.Scalar], _ index: Int) -> String? {
        guard let right = katakanaLikeKanji[text[index]], let after = scalar(text, index + 1) else { return nil }
        let before = scalar(text, index - 1)
        if small.unicodeScalars.contains(after) { return right }
        guard after == "ー", text[index] != "一", !(before?.isKanji ?? false),
            scalar(text, index + 2)?.isKatakana ?? false
        else { return nil }
        return right
    }

    /// The digit that a Latin letter looks like.
    private static let digit = pairs(
        "OolIＯｌＩ",
        "0011０１１")

    /// What the items of a list are called, or how the words for them end: 第1号ロ, 選択肢エ, 設問エ, 別紙様式エ, 項目ロ, 事例ハ.
    private static let itemNouns = Set("号項条図表肢分記別問式紙例案欄段階型件準由群節款目料地証票書".unicodeScalars)

    /// Whether the number of a lot stands behind a letter, with or without の.
    private static func isBeforeLot(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        let behind = text[(index + 1)...]
        return (behind.first == "の" ? behind.dropFirst() : behind).first?.isDigit ?? false
    }

    /// 北ロ for 北口: one katakana letter behind a kanji, with no katakana after it.
    private static func katakanaForKanji(_ text: [Unicode.Scalar], _ index: Int, _ isAddress: Bool) -> String? {
        guard let right = kanji[text[index]], let before = scalar(text, index - 1), before.isKanji else { return nil }
        if isAddress, text[index] != "ロ" { return nil }
        let after = scalar(text, index + 1)
        // 第1号ロ, 選択肢エ: items counted by katakana, as is one whose neighbour stands in the text (区域イ又は区域ロ).
        if itemNouns.contains(before) || ListMarks.isCounted(text[index], in: text) { return nil }
        // 3914番地ロ: so are the parts of a lot.
        if isAddress, before == "地" { return nil }
        // 八日市場ロ3021番地, 旭市ニの2132番地: a part of a town, unless it is a gate's side.
        if "ロハニホヘト".unicodeScalars.contains(text[index]),
            isBeforeLot(text, index) || isAddress && isLot(text, index),
            !"北南東西出入窓改".unicodeScalars.contains(before)
        {
            return nil
        }
        // ハ短調, ト音記号: notes of music.
        if let after, "長短音".unicodeScalars.contains(after), "イロハニホヘト".unicodeScalars.contains(text[index]) {
            return nil
        }
        if let after, after.isKatakana || after == "ヶ" {
            // 北ロキャンパス: a word of directions, and no katakana word that begins with ロ.
            let isGate = text[index] == "ロ" && "北南東西出入窓".unicodeScalars.contains(before)
            return isGate && !"ーボシンマッケビゴグスイハ".unicodeScalars.contains(after) ? right : nil
        }
        switch text[index] {
        // 三カ所, 数カ校: a counter.
        case "カ": return before.isKanjiNumeral || "百千数何幾".unicodeScalars.contains(before) ? nil : right
        // 甲ト乙 is old-fashioned but right; only before a kanji that makes a word is it doubtful.
        case "ト", "ハ": return after?.isKanji ?? false ? right : nil
        default: return right
        }
    }

    /// 町ヘ1, ロの651, ロ部13, イ-3: a letter that counts the lots of a town, as its number tells.
    private static func isLot(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard let after = scalar(text, index + 1) else { return false }
        let number = "の番部ノ-－‐−".unicodeScalars.contains(after) ? scalar(text, index + 2) : after
        return number.map { $0.isDigit || $0.isKanjiNumeral || $0 == "百" } ?? false
            || after == "番" && number == "地"
    }

    /// ヘ, ベ and ペ look alike in both kana.
    private static func katakanaForHiragana(
        _ text: [Unicode.Scalar], _ index: Int, _ isAddress: Bool
    ) -> String? {
        if isAddress, isLot(text, index) { return nil }
        guard hiragana[text[index]] != nil || katakanaLikeHiragana[text[index]] != nil else { return nil }
        let before = scalar(text, index - 1)
        let after = scalar(text, index + 1)
        let touchesKatakana = (before?.isKatakana ?? false) || (after?.isKatakana ?? false)
        if let after, "長短音".unicodeScalars.contains(after) { return nil }
        // カウンセラーヘ報告: no word ends in ーヘ.
        if text[index] == "ヘ", before == "ー", scalar(text, index - 2)?.isKatakana ?? false, after?.isKanji ?? false {
            return "へ"
        }
        if let right = hiragana[text[index]], !touchesKatakana, before?.isKanji ?? false || before?.isHiragana ?? false
        {
            return right
        }
        if let right = katakanaLikeHiragana[text[index]], before?.isKatakana ?? false, after?.isKatakana ?? false,
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

    /// カウンセラ一が, プライバシ―に: the long mark of a katakana word written with a kanji or a dash.
    private static func longMark(_ text: [Unicode.Scalar], _ index: Int) -> String? {
        guard let before = scalar(text, index - 1), before.isKatakana, scalar(text, index - 2)?.isKatakana ?? false
        else {
            return nil
        }
        switch text[index] {
        case _ where dashes.unicodeScalars.contains(text[index]):
            guard let after = scalar(text, index + 1) else { return "ー" }
            // スクール―その現状―: a pair of dashes round a subtitle.
            let isPaired = text.indices.contains { $0 != index && text[$0] == text[index] }
            let isParticle = "にがをはのでもや、。".unicodeScalars.contains(after)
            return after.isDigit || isPaired && !isParticle ? nil : "ー"
        // テスト一つ and ビル一階 are right: only a particle tells that a word has ended.
        case "一":
            // クラス一の努力家: the best of them, unless the word has a long mark.
            if scalar(text, index + 1) == "の" { return endsInLongMark(text[..<index]) ? "ー" : nil }
            return scalar(text, index + 1).map { "にがをはでもや、。".unicodeScalars.contains($0) } ?? true ? "ー" : nil
        default: return nil
        }
    }

    /// 二 and 口 inside a katakana word.
    private static func kanjiForKatakana(_ text: [Unicode.Scalar], _ index: Int) -> String? {
        // サポー卜の: nobody writes of divination behind katakana.
        if text[index] == "卜", scalar(text, index - 1)?.isKatakana ?? false { return "ト" }
        guard let right = katakanaLikeKanji[text[index]], let before = scalar(text, index - 1),
            let after = scalar(text, index + 1),
            before.isKatakana, after.isKatakana, !"ヶケノツ".unicodeScalars.contains(after)
        else { return nil }
        switch text[index] {
        // 児童クラブ二カ所, 各コース二クラス
        case "一", "二", "八": return counters.contains { text[(index + 1)...].starts(with: $0) } ? nil : right
        // コミュニケーション力アップ: only behind one letter, or before what begins with カ, is it no word of its own.
        case "力":
            let isPiece = !(scalar(text, index - 2)?.isKatakana ?? false)
            return isPiece || afterKa.contains { text[(index + 1)...].starts(with: $0) } ? right : nil
        default: return right
        }
    }

    /// What is counted with a numeral of kanji.
    private static let counters = [
        "カ所", "カ国", "カ月", "カ年", "カ条", "クラス", "クール", "グループ", "ケース", "コース", "コマ", "サイクル", "シーズン", "ステップ", "セット", "センチ",
        "タイプ", "チーム", "パターン", "ブロック", "フロア", "ページ", "ポイント", "メートル", "ラウンド", "リットル", "キロ",
    ].map { Array($0.unicodeScalars) }

    /// Words that begin with カ, without it.
    private static let afterKa = ["ウンセ", "リキュラ", "ード", "メラ", "ラー", "ルテ", "フェ", "テゴリ", "レッジ", "レンダ", "ンファ"].map {
        Array($0.unicodeScalars)
    }

    /// The ends of words whose long mark people mistype.
    private static let longEnds = ["セラ", "ンタ", "ータ", "リーダ", "ンバ", "ーナ", "バシ", "ルパ", "ーカ", "バイザ", "ルギ", "ーザ", "ーバ"].map {
        Array($0.unicodeScalars)
    }

    private static func endsInLongMark(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
        longEnds.contains { word.suffix($0.count).elementsEqual($0) }
    }

    /// O and l among digits.
    private static func latinForDigit(_ text: [Unicode.Scalar], _ index: Int) -> String? {
        guard let right = digit[text[index]] else { return nil }
        let before = scalar(text, index - 1)
        let after = scalar(text, index + 1)
        // 第l学年
        if before == "第", text[index] != "O", after?.isKanji ?? false { return right }
        if before?.isDigit ?? false {
            // 1O人
            return after.map { $0.isDigit || "人円年月日回名件校%％歳".unicodeScalars.contains($0) } ?? false ? right : nil
        }
        // l2人
        let isHead = !(before?.isLatin ?? false) && (after?.isDigit ?? false)
        guard isHead, text[index] == "l" || text[index] == "ｌ" else { return nil }
        let end = text[(index + 1)...].firstIndex { !$0.isDigit } ?? text.count
        return end < text.count && "人円年月日回名件校歳".unicodeScalars.contains(text[end]) ? right : nil
    }

    /// ニ人の, エ夫する, カ量を, 夕ブレット, 力ウンセラー: at the head of a word.
    private static func atHead(_ text: [Unicode.Scalar], _ index: Int) -> String? {
        let before = scalar(text, index - 1)
        guard before.map({ $0.isHiragana || "、。「（".unicodeScalars.contains($0) }) ?? true else { return nil }
        func goesOn(_ words: [String]) -> Bool {
            words.contains { text[(index + 1)...].starts(with: $0.unicodeScalars) }
        }
        switch text[index] {
        case "ニ": return goesOn(["人の", "人で", "人が", "人は", "人に", "人と", "つの"]) ? "二" : nil
        case "エ": return goesOn(["夫し", "夫す", "夫を", "夫が", "夫に", "夫や"]) ? "工" : nil
        case "ロ": return goesOn(["頭で", "頭に", "頭の", "頭試", "座を", "座の", "座に", "座名", "座番", "述", "調で", "調が"]) ? "口" : nil
        case "カ": return goesOn(["量を", "量が", "量の", "量に"]) ? "力" : nil
        case "夕": return goesOn(["ブレット", "イムスケ", "イトル", "イプ"]) ? "タ" : nil
        case "力": return afterKa.contains { text[(index + 1)...].starts(with: $0) } ? "カ" : nil
        default: return nil
        }
    }

    /// あつて for あって: the small っ of verbs, judged by the letters round it.
    private static func isLargeTsu(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard text[index] == "つ", let before = scalar(text, index - 1), let after = scalar(text, index + 1),
            after == "て" || after == "た"
        else { return false }
        // かつて is a word; た that goes on in hiragana begins another (せいかつたいけん, まつたけ).
        if before == "か", after == "て" { return false }
        if after == "た", scalar(text, index + 2)?.isHiragana ?? false {
            // あつたこと, なつたもの, but あつたの森.
            let isNoun = ["こと", "もの", "ため", "とき", "ところ"].contains {
                text[(index + 2)...].starts(with: $0.unicodeScalars)
            }
            if !isNoun { return false }
        }
        let heads = "あいうおかがくさしとなまもやよらりわ行言思使持立待知有在当至従因沿伴向会取経帰通図至担渡誤扱習合".unicodeScalars
        return heads.contains(before)
    }
}
