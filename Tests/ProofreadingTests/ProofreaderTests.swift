import Japanese
import Proofreading
import Testing

/// What the proof-reader finds, and the right words that it must leave alone.
@Suite struct ProofreaderTests {
    func words(_ text: String, _ genre: Proofreader.Genre = .prose) -> [ProofreadingFinding] {
        Proofreader.words(Array(text.unicodeScalars), genre: genre)
    }

    @Test(
        "Found",
        arguments: [
            ("西宮北ロキャンパス", ProofreadingFinding.Kind.lookAlike(right: "口")), ("駅の北ロを出る", .lookAlike(right: "口")),
            ("図画エ作", .lookAlike(right: "工")), ("第ニ回", .lookAlike(right: "二")), ("学校ヘ行く", .lookAlike(right: "へ")),
            ("一人ー人", .lookAlike(right: "一")), ("3ー18", .lookAlike(right: "-")), ("1O2号", .lookAlike(right: "0")),
            ("にあつては、", .smallTsu), ("行つた。", .smallTsu), ("児童生徒のの人格", .doubledParticle), ("人格をを尊重", .doubledParticle),
            ("学校がが行う", .doubledParticle), ("（注", .unclosedBracket), ("注）", .unopenedBracket),
            ("「あ』", .otherBracket(open: "「")), ("（あ)", .otherWidthBracket), ("（甲」乙）", .unopenedBracket),
            ("地域 や社会", .spaceInWord), ("目 次", .spaceInWord), ("カウンセラ一が", .lookAlike(right: "ー")),
            ("プライバシ－を", .lookAlike(right: "ー")), ("重ね、、次", .doubledParticle), ("支援　を行う", .spaceInWord),
            ("三宮キヤンパス", .largeKana), ("スクールソーシヤルワーカー", .largeKana), ("支援スタツフ", .largeKana), ("しましよう。", .largeKana),
            ("二ュースを見る", .lookAlike(right: "ニ")), ("力ーテン", .lookAlike(right: "カ")),
            ("宝塚\u{5DFF}", .lookAlike(right: "市")),
            ("\u{784F}修", .lookAlike(right: "研")), ("サポー卜の", .lookAlike(right: "ト")),
            ("野間2丁目丁目7", .doubledWord), ("支援についてについて", .doubledWord), ("学校学校に", .doubledWord),
            ("学習及び及び面談", .doubledWord), ("支援　が必要", .spaceInWord), ("スクール力ウンセラー", .lookAlike(right: "カ")),
            ("ス力イ", .lookAlike(right: "カ")), ("コミュ二ティ", .lookAlike(right: "ニ")), ("西宮北ロ3番", .lookAlike(right: "口")),
            ("カウンセラ一の", .lookAlike(right: "ー")), ("あつたこと", .smallTsu), ("なつたこと", .smallTsu), ("通つて", .smallTsu),
            ("図つて", .smallTsu), ("至つた。", .smallTsu), ("しまつた。", .smallTsu), ("学校からのの報告", .doubledParticle),
            ("月までのの期間", .doubledParticle), ("互いのの役割", .doubledParticle), ("支援についてて", .doubledParticle),
            ("効果ががある", .doubledParticle),
            ("学校をに訪問し", .doubledParticle), ("学校がは実施", .doubledParticle), ("児童及及び", .doubledParticle),
            ("1O人", .lookAlike(right: "0")), ("l2人", .lookAlike(right: "1")), ("第l学年", .lookAlike(right: "1")),
            ("、ニ人の", .lookAlike(right: "二")), ("をエ夫する", .lookAlike(right: "工")), ("カ量を", .lookAlike(right: "力")),
            ("はロ頭で", .lookAlike(right: "口")),
            ("夕ブレットを", .lookAlike(right: "タ")), ("の力ウンセラー", .lookAlike(right: "カ")),
            ("カウンセラーヘ報告", .lookAlike(right: "へ")),
            ("申込みは電話1)です。", .unopenedBracket), ("情報通信技術）を用い、1)訪問2)来所", .unopenedBracket),
            ("にあつては「在籍校」", .smallTsu), ("地域 に", .spaceInWord), ("学校を訪 問し、", .spaceInWord),
            ("相談することすることが", .doubledWord), ("梅田キャンパスキャンパス", .doubledWord),
        ])
    func found(text: String, kind: ProofreadingFinding.Kind) {
        #expect(words(text).contains { $0.kind == kind })
        // The rules are asked only of texts that the filter doubts.
        let bytes = Array(text.utf8)
        let isSuspicious = Proofreader.isSuspicious(bytes.span, isProse: true)
        #expect(isSuspicious)
    }

    @Test(
        "Left alone",
        arguments: [
            "カナダのロボット", "エール", "ニコニコ", "三カ所、数カ月、数カ校、正月三カ日", "第5番ハ短調とヘ長調", "二十四の瞳", "一ノ橋、八ヶ岳",
            "フリースクールへようこそ", "ヘルパーとペン", "べんきょう", "かつて", "せいかつたいけん", "あつたの森", "まつたけ", "もののあはれ",
            "自宅でできる", "一人一人ががんばった", "里山ののどかな道", "地域ににぎわいを", "くまのの森", "（甲）（乙）", "ア）個別支援", "1) 学習、2) 居場所",
            "名称は「学び舎 まーる」です。", "みんな いっしょに まなぼう。", "甲　乙丙", "令和7年3月　宝塚市教育委員会", "サッカー、ー、ルール", "テスト一つ", "ビル一階", "コース―2",
            "スポーツカー、ミツバチ、キヤノン、シヤチハタ", "自分でしようと思う", "八ッ場、二ツ井", "18才オーバー", "神戸大学大学院", "教育相談相談員", "学園学園前校", "地域と地域とのつながり",
            "人と人との関わり", "一つ一つ、ひとつひとつ", "毎日毎日", "ワクワクする",
            "第1条　この要綱は、", "お問合せ　学校教育課", "ところ　市役所3階", "とき　令和7年", "問　どう相談しますか。", "答　はい、できます。",
            "対象　すこやか教室", "令和　年　月　日", "担任　あべ　ゆうた", "NPO法人　こどもの未来", "山 田　一 郎",
            "第1号ロに規定する、第3号ニの書類", "選択肢エ", "図エのとおり", "八日市場ロ3021番地", "八幡ロ58番地", "山代温泉ロ10番地1",
            "コミュニケーション力アップ", "プレゼン力コンテスト", "各コース二クラス", "児童クラブ二カ所", "オンライン一コマ45分", "クラス一の努力家", "アジア一の規模",
            "北ロハス学園", "オンラインスクール―その現状と課題―", "支援プラン－第2期－",
            "ゆっくりゆっくり進む", "だんだんだんだん慣れる", "西新宿新宿センタービル", "港区赤坂赤坂アークヒルズ",
            "手をにぎる", "我がはじまり", "ものの、子どもの野原", "O157、H2O、A4", "夕方、力が", "ニ　人権、エ　夫婦", "能力カード", "第O条例",
            "設問エに進む", "別紙様式エ", "問ロの答え", "項目ハ", "区域イ又は区域ロ", "旭市ニの2132番地", "「該当する者であつて」という",
            "申込みは1)電話2)郵送3)窓口です。", "ア）訪問イ）来所ウ）配信", "a)申込書b)同意書", "（対象は1)小学生2)中学生）",
            "林 健さんが話す。", "委員長の森 進様から", "講師は原 泉氏です。", "五十嵐 さくら", "子どもの村 二の丸教室を見学する。", "やすみの日は 何を していますか。",
            "野々村　のの", "長谷川　はは子",
            "いろいろな", "次から次へと", "知らず知らず、途切れ途切れに", "思い思いに", "だんだん",
        ])
    func leftAlone(text: String) {
        #expect(words(text).isEmpty)
    }

    @Test(
        "Joined emoji are one picture",
        arguments: [
            "👩‍🏫", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "❤️", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E007F}",
            "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
        ])
    func emoji(text: String) {
        #expect(Proofreader.characters(Array("絵\(text)。".unicodeScalars)).isEmpty)
    }

    @Test(
        "A joiner between letters is nothing but invisible",
        arguments: ["学\u{200D}校", "1\u{200D}2", "👩\u{200D}校", "校\u{E0067}"])
    func joiner(text: String) {
        #expect(Proofreader.characters(Array(text.unicodeScalars)).map(\.kind) == [.invisibleCharacter])
    }

    @Test("A sound mark behind a letter that bears none is left out")
    func strayMark() {
        let found = Proofreader.characters(Array("楽笑\u{3099}教室".unicodeScalars))
        #expect(found.map(\.replacement) == ["笑"])
    }

    /// Unicode Technical Standard #51, ED-14a: a region of three to six letters and digits, and its end.
    @Test(
        "Tags that spell out no flag are text that nobody sees",
        arguments: ["gb", "gbscttext", "hidden text", "gb-sct", "GBSCT", "gbsct gbsct"])
    func hiddenTags(tags: String) {
        let text = "🏴" + String(String.UnicodeScalarView(tags.unicodeScalars.compactMap { .init($0.value + 0xE0000) }))
        #expect(Proofreader.characters(Array((text + "\u{E007F}").unicodeScalars)).count == tags.count + 1)
        #expect(Proofreader.characters(Array(text.unicodeScalars)).count == tags.count)
    }

    @Test(
        "Quotation marks inside others end with their own",
        arguments: ["「旧規則の『学校』であつて公立のもの」という。", "『「学校」であつて』という。", "“「学校」であつて”という。"])
    func nestedQuotation(text: String) {
        #expect(words(text).isEmpty)
    }

    @Test("Behind quotation marks that end, text is ours again")
    func afterQuotation() {
        #expect(!words("「旧規則の『学校』」であつて公立のもの。").isEmpty)
    }

    @Test(
        "Town names hold single katakana letters",
        arguments: [
            "東京都新宿区西新宿新宿センタービル", "港区赤坂赤坂アークヒルズ", "五城目町字下タ町", "旭市ニ", "四日市市天カ須賀", "匝瑳市八日市場ロ3021番地", "志賀町町ヘ1",
            "七尾市神明町ロ部13", "輝北町上百引3914番地ロ", "旭市ロの651",
            "八日市場ロ番地", "大田町大田ロ一一一一番地", "館山町ヘ-12",
        ])
    func addresses(text: String) {
        #expect(words(text, .address).isEmpty)
    }

    @Test(
        "Characters",
        arguments: [
            ("ﾌﾘｰｽｸｰﾙ", ProofreadingFinding.Kind.halfwidthKatakana, "フリースクール"),
            ("ﾊﾟｿｺﾝ､ﾊﾞｽ", .halfwidthKatakana, "パソコン、バス"), ("か\u{3099}", .decomposed, "が"),
            ("宝\u{FA10}", .compatibilityIdeograph, "塚"), ("\u{FFFD}", .replacementCharacter, nil),
            ("\u{2F00}人", .compatibilityIdeograph, "一"),
            ("校\u{2ED1}", .compatibilityIdeograph, "長"),
            ("あ\u{200B}い", .invisibleCharacter, ""),
        ] as [(String, ProofreadingFinding.Kind, String?)])
    func characters(text: String, kind: ProofreadingFinding.Kind, replacement: String?) {
        let findings = Proofreader.characters(Array(text.unicodeScalars))
        #expect(findings.map(\.kind) == [kind])
        #expect(findings.first?.replacement == replacement)
    }
}
