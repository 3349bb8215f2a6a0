extension Explanation {
    /// What is said of words and sentences.
    static func wording(_ code: DiagnosticCode) -> Explanation? {
        switch code {
        case .misconversion:
            Explanation(
                meaning: (
                    ja: "かな漢字変換の誤りです。言葉として存在しないか、前後の言葉と合わない同音の言葉です。",
                    en:
                        "An input method has written the wrong kanji: no word at all, or a word that reads alike and does not fit the words beside it."
                ),
                reason: (
                    ja: "読み上げると正しく聞こえるので見落としやすく、意味が変わってしまうことがあります。",
                    en: "Read aloud it sounds right, so it is overlooked, and it may say something else."
                ),
                wrong: "支援の対称となる児童生徒について、指導主時が助言します。",
                right: "支援の対象となる児童生徒について、指導主事が助言します。（「線対称の図形」「対照表」はそのまま）",
                source: (
                    ja: "IPADIC、UniDic、KANJIDIC及びData/referenceの表",
                    en: "IPADIC, UniDic, KANJIDIC, and tables of Data/reference"
                )
            )
        case .officialSpelling:
            Explanation(
                meaning: (
                    ja: "公用文の書き方（漢字と仮名の使い分け、送り仮名）と違います。",
                    en: "Public documents choose other kanji, kana or okurigana here."
                ),
                reason: (
                    ja: "一つの文書、一つの役所の中で書き方が分かれ、読みにくくなります。施設の名称などは、持ち主の書き方のままで構いません。",
                    en:
                        "Papers of one office are to be written in one manner. Names are written as their owners write them."
                ),
                wrong: "申込書を提出して下さい。施設の利用に当って、次の事を確かめます。",
                right: "申込書を提出してください。施設の利用に当たって、次のことを確かめます。（「資料を下さい」「当校」はそのまま）",
                source: (
                    ja: "公用文における漢字使用等について（平成22年内閣訓令第1号）、送り仮名の付け方、公用文作成の考え方",
                    en: "公用文における漢字使用等について (2010), 送り仮名の付け方, 公用文作成の考え方 (2022)"
                )
            )
        case .grammar:
            Explanation(
                meaning: (
                    ja: "文法又は打ち間違いです。ら抜き、さ入れ、助詞の衝突、抜けた字や入れ替わった字、一つだけの「たり」、つづりの違う片仮名語などです。",
                    en:
                        "A slip of grammar or typing: a potential without ら, one さ too many, particles that clash, letters left out or changed about, たり by itself, a loanword misspelt."
                ),
                reason: (
                    ja: "読み手がつまずき、文書の信用を損ないます。",
                    en: "Readers stumble, and trust the paper less."
                ),
                wrong: "面談の記録をが見れるようにします。本を読んだり、絵を描いて過ごします。",
                right: "面談の記録が見られるようにします。本を読んだり、絵を描いたりして過ごします。（「見学したりする」はそのまま）",
                source: (ja: "公用文作成の考え方", en: "公用文作成の考え方")
            )
        case .mixedStyle:
            Explanation(
                meaning: (
                    ja: "です・ますの文と、である・だの文が混ざっています。「～こと」や体言で終わる箇条、題名及び引用は数えません。",
                    en:
                        "Sentences in です and ます stand among such in である, or the reverse. Items that end in こと or a noun, titles and quotations do not count."
                ),
                reason: (
                    ja: "別の文書から写したままになっていることが多く、誰に向けた文か分からなくなります。",
                    en: "Mostly it was taken from another paper, and readers no longer know whom it speaks to."
                ),
                wrong: "相談は電話で受け付けます。郵送による提出も可能である。",
                right: "相談は電話で受け付けます。郵送による提出も可能です。",
                source: (ja: "公用文作成の考え方 Ⅰ－6", en: "公用文作成の考え方 Ⅰ-6")
            )
        case .missingStop:
            Explanation(
                meaning: (
                    ja: "文の終わりの「。」が抜けているようです。", en: "The stop at the end of a sentence seems to be missing."
                ),
                reason: (
                    ja: "二つの文がつながって読めます。", en: "Two sentences run into one."
                ),
                wrong: "相談室は駅の前にあります駐車場は3台分です。",
                right: "相談室は駅の前にあります。駐車場は3台分です。（「お配りします資料」「おります際」はそのまま）"
            )
        case .mixedNumerals:
            Explanation(
                meaning: (
                    ja: "一つの文の中で、同じ種類の数が、漢数字と算用数字、又は全角と半角の両方で書かれています。",
                    en: "Numbers of one kind are written in kanji and in digits, or in two widths, in one sentence."
                ),
                reason: (
                    ja: "比べる数を読み違えます。「一人一人」「三者面談」のような言葉の中の数は、漢数字のままで構いません。",
                    en: "Numbers that belong together are misread. Those in words, as in 三者面談, stay in kanji."
                ),
                wrong: "開室は週5日、1日六時間とする。", right: "開室は週5日、1日6時間とする。",
                source: (ja: "公用文作成の考え方 Ⅰ－4", en: "公用文作成の考え方 Ⅰ-4")
            )
        case .outdatedName:
            Explanation(
                meaning: (
                    ja: "その文の時点では使われていない名前です。改められた後の旧名か、まだなかった名前です。",
                    en: "The name was not in use at the time that the sentence speaks of: not any more, or not yet."
                ),
                reason: (
                    ja: "古い文書から写したままの名前は、読み手に古い制度の説明と受け取られます。文の中の年月日があればその時点、なければ今の名前と比べます。引用と、「旧」「当時」などとある文は見ません。",
                    en:
                        "A name from an old paper makes readers think of an old system. It is compared with the dates in the sentence, else with today; quotations and sentences that speak of the past are passed over."
                ),
                wrong: "令和6年度は、適応指導教室の指導員を増やします。",
                right: "令和6年度は、教育支援センターの指導員を増やします。（「平成5年の登校拒否の調査」はそのまま）",
                source: (ja: "Data/reference/names.tsv", en: "Data/reference/names.tsv")
            )
        case .wrongCitation:
            Explanation(
                meaning: (
                    ja: "通知や法令の番号、日付又は題名が、通知と法令の表と合いません。",
                    en: "The number, day or title of a notice or act is not that of the register."
                ),
                reason: (
                    ja: "番号が一字違うだけで、読み手は根拠を確かめられません。",
                    en: "With one digit wrong nobody can look it up."
                ),
                wrong: "元文科初第689号（令和元年10月25日）", right: "元文科初第698号（令和元年10月25日）",
                source: (ja: "Data/reference/notices.tsv", en: "Data/reference/notices.tsv")
            )
        case .supersededNotice:
            Explanation(
                meaning: (
                    ja: "置き換えられて効力のない通知や法令を、今のものとして引用しています。",
                    en: "A notice or act that was replaced is cited as in force."
                ),
                reason: (
                    ja: "根拠のない取扱いを案内することになります。「廃止された」「当時の」などとある文は見ません。",
                    en:
                        "What rests on it has no ground any more. Sentences that say that it is of the past are passed over."
                ),
                wrong: "平成28年9月14日付け28文科初第770号に基づき、", right: "令和元年10月25日付け元文科初第698号に基づき、",
                source: (ja: "Data/reference/notices.tsv", en: "Data/reference/notices.tsv")
            )
        case .nearName:
            Explanation(
                meaning: (
                    ja: "「」の中の名称が、データにある施設や取組の名称と一、二字違います。",
                    en: "A name in 「」 differs by a letter or two from one that the data have."
                ),
                reason: (
                    ja: "同じ施設が二通りに書かれると、別のものと受け取られます。", en: "Written in two ways, one place is taken for two."
                ),
                wrong: "「Palたからずか」を利用できます。", right: "「Palたからづか」を利用できます。"
            )
        default: nil
        }
    }
}
