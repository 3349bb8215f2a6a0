import Bytes
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

    // MARK: One kanji alone

    /// 学校長が判します: a kanji between a particle and する that no verb is made of.
    static func singleKanji(in text: [Unicode.Scalar]) -> [WordingFinding] {
        text.indices.dropFirst().compactMap { place in
            guard text[place].isKanji, !verbs.contains(text[place]), !ofSa.contains(text[place]),
                particles.contains(text[place - 1]),
                let form = text[(place + 1)...].start(of: forms)
            else { return nil }
            let written = string(text[place..<place + 1 + form.count])
            return WordingFinding(
                .grammar, place..<place + 1 + form.count,
                Phrase(ja: "「\(written)」という動詞はありません", en: "there is no verb \"\(written)\""),
                help: Phrase(ja: "漢字が抜けていないか確かめてください", en: "see whether a kanji is missing"))
        }
    }

    private static let particles = Set("がをはにへでも、".unicodeScalars)
    private static let forms = [[Unicode.Scalar]].words(
        "します しました しません している しています する。 する、 すること する場合 するとき するため した。 した、 したこと して、")
    /// Verbs of one kanji that end in す themselves: 示します.
    private static let ofSa = Set(
        "下乱乾交介付仮任伏会伸余侵促倒催兆冒写冠冷処出利制刺則剥化博印即卸反召合吊呈唆喫嚇囃回圧在均坐堕塾増壊外失奏威娶孵害宿察寫対射尽屈属崩差帰干座延廻律復徹志思愛慣成戻托押指挿捜捺排探接推撫撮擁擬放敵施映晒暈暮曝更有服期来果標止正死残殺毀比汚決没治注流浸消涙済減渡湿漉潤潰濁濾灯点為熟熨熱熾燃燻片犯現生産申画略癒発直示祝科秘称移穢窶糺糾約縅罰翳翻耕聞肥脅脱腐臥致興荒萌落著蒸表要覆覚解託記許訳証評試話誑課諭議貶貸費質賭賺赦起超越足躱辞返逃透通逸過達適遷遺還配醂醒醸鎖閉関附降際隠離零面鞣題顕馴験騙黙齎申"
            .unicodeScalars)
    /// Kanji that する makes a verb of by themselves (IPADIC's サ変・−スル, and a few).
    private static let verbs = Set(
        "与了仇介付令伍休会位体侍供価便保修倍値偏僭僻具冠列処刑則劃利制刻労医卒博印即参反叙号吟呈和啓喫嘆嘉嘱圧坐堕失奉奏委存宣害寂察寵対屈属屯帯帰序座廃弄弑弔役征律得御復徴徹心忘恋恕愛慨慰慶托扮扼抗拉拝持挺排接推損摂摩摸撤撰擁擬敬敵映書有服期朝枕架検楽模欲歎歯死毒比汗決没沖注派浴涙渇滅瀕点熟熱狂生産画略発益目相督瞑祝私科秘称窮策算節糊約給絶緘縛罪罰署聘脱臆草蔑蔵蝕表補製要観解託訳註証評誅誦課請諒諷諾謝議讒貧貶資賀賊賞賦賭輸辞逸遇達適配鈍録閲関附除際面頌領題類食饗駁験鬱魅黙鼓記臨何今"
            .unicodeScalars)

    private static func string(_ text: ArraySlice<Unicode.Scalar>) -> String { String(scalars: text) }
}
