import Diagnostics
import TestSupport
import Testing

@testable import Proofreading

/// Figures, terms and times of sentences that cannot be so (issue 16, point 7).
@Suite struct FactRulesTests {
    private func isFound(_ text: String, _ find: ([Unicode.Scalar]) -> [WordingFinding]) -> Bool {
        !find(Array(text.unicodeScalars)).isEmpty
    }

    @Test(
        "School years",
        arguments: [
            ("小学3年から7年まで", true), ("小学3年から6年まで", false), ("小学6年生から3年生まで", true), ("中学1年生から1年生まで", true),
            ("小学3年生から6年生まで", false),
            ("小学4年生から中学3年生まで", false), ("小学4年生から中学5年生まで", true), ("小学校の3年間から7年までの変化", false),
            ("義務教育学校の9年生", false),
        ])
    func schoolYears(text: String, isSlip: Bool) {
        #expect(isFound(text, SchoolYearRule.findings) == isSlip)
    }

    @Test(
        "児童 and 生徒",
        arguments: [
            ("小学3年生から6年生までで、欠席が90日以上の生徒", true), ("小学3年生から6年生までで、欠席が90日以上の児童", false),
            ("小学校に在籍する生徒が利用できます。", true), ("中学校に通う児童の相談に応じます。", true),
            ("小学校の児童及び中学校の生徒が集まります。", false), ("小学校では、児童生徒の様子を見ます。", false), ("小学校の生徒指導担当者", false),
            ("中学生と、近くの児童が集まります。", false), ("中学校を卒業した生徒", false), ("小学校と特別支援学校の生徒が交流します。", false),
            ("中学校区の児童館の利用", false),
        ])
    func pupils(text: String, isSlip: Bool) {
        #expect(isFound(text, PupilNameRule.findings) == isSlip)
    }

    @Test(
        "Signs of another kind than the text's own",
        arguments: [
            ("報告し，学校の意見を述べ、決めます。", true), ("報告し，学校の意見を述べます。", false), ("学校、家庭の１，２３４人", false),
            ("経費(消費税を含む。)", true), ("経費（消費税を含む。）", false), ("2月14日(金)必着です。", false),
        ])
    func signs(text: String, isSlip: Bool) {
        #expect(isFound(text, SignRule.findings) == isSlip)
    }

    @Test(
        "A sentence that stands twice",
        arguments: [("自宅でできる活動もある。自宅でできる活動もある。", true), ("自宅でできる活動がある。自宅でできる活動もある。", false), ("はい。はい。", false)])
    func repeatedSentences(text: String, isSlip: Bool) {
        #expect(isFound(text, RepeatedSentenceRule.findings) == isSlip)
    }

    @Test("を that has lost what stood before it", arguments: [("時期は、を決める。", true), ("時期は、これを決める。", false)])
    func lostObject(text: String, isSlip: Bool) {
        #expect(isFound(text, RewrittenRule.findings) == isSlip)
    }

    @Test("The noun of a list that goes by fiscal years")
    func fiscalNoun() {
        let found = FiscalTermRule.findings(in: Array("令和7年の一覧を作成する。".unicodeScalars))
        #expect(found.map(\.summary.ja) == ["「一覧」は年度によるものですが、「年」とあります"])
    }

    @Test("A place to ask is no note of an author", arguments: [("詳細（ここに相談）", false), ("詳細（ここを課長に相談）", true)])
    func askings(text: String, isNote: Bool) {
        #expect(!AuthorNoteRule.find(in: Array(text.unicodeScalars)).isEmpty == isNote)
    }

    @Test(
        "Shares of a whole",
        arguments: [
            ("背景（学校40％、家庭30％、本人20％）を調べました。", true), ("背景（学校40％、家庭30％、本人30％）を調べました。", false),
            ("利用者は、小学生が42%、中学生が68%でした。", true), ("利用者は、小学生が42%、中学生が58%でした。", false),
            ("出席率は、小学生が42%、中学生が51%でした。", false), ("小学校95％、中学校93％の学校で行いました。", false),
            ("学校40％、家庭30％、本人20％など、背景は様々です。", false), ("33.3％、33.3％、33.3％に分かれました。", false),
            ("参加者の120%が続けています。", true), ("参加者の20%が続けています。", false), ("前年度の120%に増えました。", false),
        ])
    func shares(text: String, isSlip: Bool) {
        #expect(isFound(text, ShareRule.findings) == isSlip)
    }

    @Test(
        "Times of the day and of sessions",
        arguments: [
            ("10時～5時", true), ("10時～15時", false), ("午前10時から午後5時まで", false), ("22時から5時まで", false), ("9時から28時まで", true),
            ("9時から翌5時まで", false), ("第28時の授業", false), ("週に2日、各120時間", true), ("週に2日、各2時間", false),
            ("1回につき90時間です。", true),
            ("年間90時間の授業", false), ("1日に300時間", true), ("13時30分から15時まで", false), ("13時30分から10時まで", true),
            ("午前9時30分から午前3時までです。", true), ("午後9時から午前6時まで", false),
            ("午前10時から午後3時までの4時間で、昼休みを含みます。", true), ("午前10時から午後3時までの5時間です。", false), ("10時から12時までの2時間", false),
            ("午前10時から午後3時まで（昼休み1時間を除く。）の4時間", false), ("9時30分から11時まで（90分）", false), ("9時30分から11時まで（60分）", true),
            ("午前10時から午後3時までの1時間程度です。", false), ("午前10時から午後3時までの30分ごとに受け付けます。", false),
            ("9時30分から11時までの1時間30分", false), ("9時30分から11時までの1時間半", false),
            ("昼は10時、夜は5時です。", false), ("24時間受け付けます。", false),
        ])
    func times(text: String, isSlip: Bool) {
        #expect(isFound(text, TimeRule.findings) == isSlip)
    }

    @Test(
        "Parts and the total that a sentence says",
        arguments: [
            ("登録しているのは、小学生18人、中学生33人の計52人です。", true), ("登録しているのは、小学生18人、中学生33人の計51人です。", false),
            ("小学校130,370人、中学校216,112人の合計346,842人が不登校であった。", true),
            ("小学校130,370人、中学校216,112人の合計346,482人が不登校であった。", false),
            ("内訳は、通所24件、訪問9件、オンライン15件で、合わせて47件である。", true), ("内訳は、通所24件、訪問9件、オンライン15件で、合わせて48件である。", false),
            ("利用者は51人（小学生18人、中学生32人）である。", true), ("利用者は51人（小学生18人、中学生33人）である。", false),
            ("利用者は51人（うち小学生18人、中学生32人）である。", false), ("参加費は500円（小学生300円、中学生400円）です。", false),
            ("市内に3校、県内に5校など計9校が参加した。", false), ("会計52人、統計30人の統計33人", false), ("前年度は10人、今年度は12人で、累計45人である。", false),
            ("講師5人、職員2人、保護者3人の計10人", false),
            ("掲載しているのは11施設で、内訳は兵庫県内が6施設、大阪府内が5施設、東京都内が1施設です。", true),
            ("掲載しているのは12施設で、内訳は兵庫県内が6施設、大阪府内が5施設、東京都内が1施設です。", false),
            ("午前の部12人、午後の部10人、合計18人（両方に参加した児童4人を含む。）", false), ("欠席が多いのは東小学校の5人、西小学校の4人で、全体で30人でした。", false),
            ("小学校費12億円、中学校費8億円、合わせて21億円", false), ("33.3％、33.3％、33.3％、合計100.0％", false),
            ("実人数は100人（前期80人、後期70人）", false), ("在宅サービスセンター８か所、ホーム５か所、会館２か所の計15か所", false),
            ("相談は20件で、内訳は電話が5件、来所が6件などである。", false), ("全体で40人、そのうち講師5人、職員2人の計7人が出席した。", false),
        ])
    func sums(text: String, isSlip: Bool) {
        #expect(isFound(text, FigureRules.findings) == isSlip)
    }

    @Test(
        "What two figures of a sentence make",
        arguments: [
            ("対象者80人のうち52人が回答し、回答率は56％であった。", true), ("対象者80人のうち52人が回答し、回答率は65％であった。", false),
            ("80人中52人（65.0％）が参加した。", false), ("80人中52人（56.0％）が参加した。", true), ("80人のうち52人、約6割が参加した。", false),
            ("80人のうち52人が参加し、残りの35％は欠席した。", false), ("相談件数は前年度の40件から52件となり、5割増えた。", true),
            ("相談件数は前年度の40件から52件となり、3割増えた。", false), ("相談件数は40件から52件に減少した。", true), ("相談件数は52件から40件に減少した。", false),
            ("人数は、平成30年度の292人から令和5年度の512人へ、約1.5倍になった。", true), ("人数は、平成30年度の292人から令和5年度の512人へ、約1.8倍になった。", false),
            ("参加者は延べ96人で、前年度の112人より16人増えた。", true), ("参加者は延べ96人で、前年度の112人より16人減った。", false),
            ("参加者は延べ96人で、前年度の112人より18人減った。", true), ("割合は、3.2％から3.7％に0.5ポイント上昇した。", false),
            ("割合は、3.2％から3.7％に0.7ポイント上昇した。", true), ("定員を20人から15人に減らすことなく運営した。", false),
            ("保護者80人のうち52人が参加し、満足度は95％でした。", false), ("80人のうち52人が回答し、そのうち60％が満足と答えました。", false),
            ("支援員を5人から8人にし、教員の負担を減らしました。", false), ("相談は40件から60件に増え、県平均の2倍となりました。", false),
            ("40人から52人となり、中学生が15人増えました。", false), ("80人のうち72人で、8割以上が参加した。", false), ("40件から130件に増え、2倍以上となった。", false),
            ("80人のうち52人で、8割以上が参加した。", true),
            ("費用は、1人から3人までは500円、4人から増えるごとに100円とする。", false),
        ])
    func changes(text: String, isSlip: Bool) {
        #expect(isFound(text, FigureRules.findings) == isSlip)
    }

    @Test(
        "Spans of days and years, with their lengths",
        arguments: [
            ("委託の期間は、令和7年4月1日から令和7年3月31日までとする。", true), ("委託の期間は、令和7年4月1日から令和8年3月31日までとする。", false),
            ("協定の期間は、令和3年度から令和4年度までの3か年である。", true), ("協定の期間は、令和3年度から令和5年度までの3か年である。", false),
            ("全国の人数は、平成25年度から令和5年度まで12年連続で増加した。", true), ("全国の人数は、平成25年度から令和5年度まで11年連続で増加した。", false),
            ("全国の人数は、平成25年度から令和5年度まで10年連続で増加した。", false), ("夏季の休所日は、8月12日から8月11日までとします。", true),
            ("夏季の休所日は、8月12日から16日までとします。", false), ("冬季の休所日は、12月28日から1月4日までとします。", false),
            ("休所日は、8月12日から11日までとします。", true),
            ("令和7年4月から令和7年6月までの3か月間", false), ("令和7年4月から令和7年6月までの5か月間", true), ("令和7年4月1日から令和8年3月31日までの1年間", false),
            ("令和7年4月1日から令和8年3月31日までの2年間", true), ("平成30年度～令和4年度の5年間", false), ("令和6年度～令和4年度の推移", true),
            ("令和6年度からの計画は、令和5年度に決めた。", false), ("1回30人から60分程度とする。", true), ("1回30分から60分程度とする。", false),
            ("1回60分から30分程度とする。", true),
            ("1校から2名程度の参加を見込む。", false), ("1学級の人数を40人から35人程度に減らす。", false), ("8月20日～3日間の日程で行う。", false),
            ("令和7年8月12日から8月11日まで", true),
            ("全国の在籍児童生徒数は93,21,243人であった。", false),
        ])
    func spans(text: String, isSlip: Bool) {
        #expect(isFound(text, FigureRules.findings) == isSlip)
    }

    @Test(
        "Figures of any size are read",
        arguments: [
            "0.0000000001人から999999999999人に増え、1.5倍になった。", "999999999999人、999999999999人の計1.0000000000人",
            "12345678901234567890人から99999999999999999999人に2倍増えた。", "99999999999999999999時から1時まで", "99999999月99日から1日まで",
            "0人のうち0人、0％",
        ])
    func sizes(text: String) {
        _ = FigureRules.findings(in: Array(text.unicodeScalars)) + TimeRule.findings(in: Array(text.unicodeScalars))
    }

    @Test(
        "Adverbs, and what they announce",
        arguments: [
            ("来所の際は、必ずしも予約が必要ではあります。", true), ("必ずしも予約は必要ではありません。", false), ("必ずしも登校という結果のみを目標にする必要はない。", false),
            ("たとえ欠席が続くので、学習の機会を失うことのないように支援する。", true), ("たとえ欠席が続いても、支援する。", false), ("たとえば、次の施設がある。", false),
            ("決して登校を強います。", true), ("決して登校を強いない。", false), ("学校と連携して課題を解決していきます。", false), ("必ずしも十分とは言い難い状況です。", false),
            ("学校生活は登山にたとえられます。", false),
        ])
    func concord(text: String, isSlip: Bool) {
        #expect(isFound(text, ConcordRule.findings) == isSlip)
    }

    @Test(
        "A kanji that no verb is made of",
        arguments: [
            ("出席として扱うかどうかは、校長が判します。", true), ("出席として扱うかどうかは、校長が判断します。", false), ("国の通知に関する。", false),
            ("条件に適する場合は、認める。", false),
            ("支援に資するため、公表する。", false), ("結果を報する場合は、書面による。", true), ("窓口を設する。", true), ("その内容を示します。", false),
            ("活動を通して、学ぶ。", false), ("利用を、今している。", false),
        ])
    func singleKanji(text: String, isSlip: Bool) {
        #expect(isFound(text, VerbalNounRule.singleKanji) == isSlip)
    }

    @Test(
        "Commas that do not part thousands",
        arguments: [
            ("在籍児童生徒数は93,21,243人であった。", true), ("在籍児童生徒数は9,321,243人であった。", false), ("費用は1,2345円である。", true),
            ("2,3人で話す。", false),
        ])
    func grouping(text: String, isSlip: Bool) {
        #expect(isFound(text, NumeralRule.findings) == isSlip)
    }

    @Test(
        "Years and fiscal years",
        arguments: [
            ("令和7年予算の案", true), ("令和7年度予算の案", false), ("令和6年度3月から検討しました。", true), ("令和6年度12月補正予算", false),
            ("令和6年度の3月", false), ("令和7年3月の予算委員会", false), ("令和7年の当初予算を審議します。", true), ("令和5年の調査によると", false),
            ("令和元年度4月に始めました。", true), ("令和7年の一覧を作成しました。", true),
        ])
    func fiscalTerms(text: String, isSlip: Bool) {
        #expect(isFound(text, FiscalTermRule.findings) == isSlip)
    }

    @Test(
        "One figure that is said to be more than another",
        arguments: [
            ("割合は3.7%で、本市の3.03%を下回っています。", true), ("割合は3.7%で、本市の3.03%を上回っています。", false),
            ("参加者は40人となり、昨年度の52人より多くなりました。", true), ("割合は3.7%で、目標の80%を下回っています。", false),
            ("定員20人に対し、31人が参加しています。", true), ("定員20人に対し、18人が参加しています。", false), ("定員20人に対し、31人の応募がありました。", false),
            ("割合は3.7%で、本市の3.03%を下回りません。", false), ("市の割合は3.7%で、県は国の3.03%を下回っています。", false),
        ])
    func comparisons(text: String, isSlip: Bool) {
        #expect(isFound(text, FigureRules.findings) == isSlip)
    }

    @Test(
        "What one of several has on an average",
        arguments: [
            ("研修会は4回開き、延べ120人が参加したので、1回当たり40人です。", true), ("研修会は4回開き、延べ120人が参加したので、1回当たり30人です。", false),
            ("7回で延べ120人が利用し、1回当たり約17人でした。", false), ("12校で36人が利用し、1校当たりの利用は5人です。", true),
            ("定員は120人で、4回開き、1回当たり40人までです。", false), ("4回と6回、延べ120人が参加し、1回当たり40人です。", false),
        ])
    func averages(text: String, isSlip: Bool) {
        #expect(isFound(text, FigureRules.findings) == isSlip)
    }

    @Test(
        "What a noun is counted in",
        arguments: [
            ("講演会の定員は80件で、先着順です。", true), ("講演会の定員は80人で、先着順です。", false), ("講演会の定員は10組です。", false),
            ("委託に要する経費は、7,892千人を見込んでいます。", true), ("委託に要する経費は、7,892千円を見込んでいます。", false),
            ("費用は2人分です。", false), ("予算は3件の事業に使います。", false), ("出席日数は12人です。", true), ("欠席が10人以上の学級", false),
        ])
    func units(text: String, isSlip: Bool) {
        #expect(isFound(text, FigureRules.findings) == isSlip)
    }

    @Test(
        "Helplines of the whole country",
        arguments: [
            ("24時間子供SOSダイヤル（0120-0-73810）", true), ("24時間子供SOSダイヤル（0120-0-78310）", false),
            ("24時間子どもSOSダイヤルは、０１２０-０-７８３１０です。", false), ("子どもの人権110番は0120-007-101です。", true),
            ("兵庫県いのちの電話は078-371-4343です。", false), ("チャイルドラインのほか、0797-12-3456でも受け付けます。", false),
        ])
    func helplines(text: String, isSlip: Bool) {
        #expect(isFound(text, HelplineRule.findings) == isSlip)
    }

    @Test(
        "Spans of fiscal years, ranges, itemized totals, years of a school that is not named, verbs written twice",
        arguments: [
            ("令和2年度から令和6年度までの4年間に利用した。", true), ("令和2年度から令和6年度までの5年間に利用した。", false),
            ("令和4年度から令和5年度までの1年間に増えた。", false), ("時間は、60分から30分までの間で決めます。", true),
            ("40人から35人までに減らす。", false), ("48人の内訳は、保護者31人、教職員12人、職員6人です。", true),
            ("48人の内訳は、保護者30人、教職員12人、職員6人です。", false),
        ])
    func agreement(text: String, isSlip: Bool) {
        #expect(isFound(text, FigureRules.findings) == isSlip)
    }

    @Test(
        "A purpose that is said to do something",
        arguments: [
            ("懇談会の目的は、保護者同士が悩みを語り合い、孤立を防ぐことです。", false), ("懇談会の目的は、悩みを語り合い、孤立を防ぎます。", true),
            ("相談員の役割は、家庭と関係機関とをつなぎます。", true), ("役割は、担任が説明を行います。", false), ("目的は、次の三つを含みます。", false),
            ("目的は、要綱で定めています。", false),
        ])
    func purposes(text: String, isSlip: Bool) {
        #expect(isFound(text, ConcordRule.findings) == isSlip)
    }

    @Test(
        "Years beyond those of a primary school",
        arguments: [
            ("小学部には、3年生から7年生までの児童が通います。", true), ("小学部には、3年生から6年生までの児童が通います。", false),
            ("小中一貫の学校では、1年生から9年生までが学びます。", false), ("7年生が通います。", false),
        ])
    func primaryYears(text: String, isSlip: Bool) {
        #expect(isFound(text, SchoolYearRule.findings) == isSlip)
    }

    @Test(
        "A kanji that has no such reading",
        arguments: [
            ("北国子ども塾", "みなみぐにこどもじゅく", "北"), ("北国子ども塾", "きたぐにこどもじゅく", nil), ("北国子ども塾", "ほっこくこどもじゅく", nil),
            ("ロロロ高等学院中等部", "ろろろこうとうがくえんちゅうとうぶ", "院"), ("一乗寺こどもの二階", "いちじょうじこどものさんかい", "二"),
            ("一乗寺こどもの二階", "いちじょうじこどものにかい", nil), ("丘 7条教室", "おか ろくじょうきょうしつ", "7"), ("丘 7条教室", "おか ななじょうきょうしつ", nil),
            ("丘 24丁目教室", "おか にじゅうよんちょうめきょうしつ", nil), ("雪の結晶", "あめのけっしょう", "雪"),
            ("京まなびの家 烏丸御池", "きょうまなびのいえ からすまおいけ", nil),
            ("NPO法人 いろはの会", "えぬぴーおーほうじん いろはのかい", nil), ("明日の家", "あすのいえ", nil), ("三宮の家", "さんのみやのいえ", nil),
        ] as [(String, String, String?)])
    func misread(name: String, reading: String, kanji: String?) throws {
        let sounds = try #require(CorpusTests.tables).sounds
        #expect(sounds.misread(name, as: reading).map { String($0) } == kanji)
    }
}
