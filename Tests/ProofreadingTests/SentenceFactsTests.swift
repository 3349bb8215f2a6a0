import Testing

@testable import Proofreading

/// What a sentence says of its own figures, days and lists, and right sentences beside.
@Suite struct SentenceFactsTests {
    private func isFound(_ text: String, _ find: ([Unicode.Scalar]) -> [WordingFinding]) -> Bool {
        !find(Array(text.unicodeScalars)).isEmpty
    }

    @Test(
        "What follows the most is not more",
        arguments: [
            ("最も多かったのは生活のリズムの乱れ（41人）で、次いで学業の不振（49人）であった。", true),
            ("最も多かったのは生活のリズムの乱れ（49人）で、次いで学業の不振（41人）であった。", false),
            ("最も少なかったのは3月の8件で、次いで8月の6件でした。", true), ("最も少なかったのは3月の6件で、次いで8月の8件でした。", false),
            ("最も多いのは小学生の41人で、中学校では次いで3年生の49人です。", false), ("小学生が41人で、次いで中学生が49人来ました。", false),
            ("最も多いのは小学生の41人で、1人当たりの時間は次いで49分です。", false),
        ])
    func ranks(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "What several cost",
        arguments: [
            ("参加費は1回1,500円で、4回全てに参加すると6,500円になる。", true), ("参加費は1回1,500円で、4回全てに参加すると6,000円になる。", false),
            ("教材費は1人500円で、30人分の合計は1万円です。", false), ("利用料は1回800円で、5回では合計4,200円です。", true),
            ("利用料は1回800円で、5回では割引があり合計3,800円です。", false),
        ])
    func products(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "Days and the season that they are said to be of",
        arguments: [
            ("冬季休業の期間（7月19日から8月31日まで）は閉室です。", true), ("夏季休業の期間（7月19日から8月31日まで）は閉室です。", false),
            ("年末年始（12月29日から1月3日まで）は休みます。", false), ("年末年始は、10月29日から休みます。", true), ("2学期は、8月28日に始まります。", false),
            ("2学期は、4月8日に始まります。", true), ("夏休みの課題は、12月1日に展示します。", false), ("第2学期の成績は1月8日に返します。", false),
        ])
    func seasons(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "A beginning behind its end",
        arguments: [
            ("申込みは5月9日に受付を始め、4月7日に締め切ります。", true), ("申込みは4月7日に受付を始め、5月9日に締め切ります。", false),
            ("工事は11月9日に開始し、2月7日に終了します。", false), ("募集は3月9日に締め切り、2月7日に始めた審査を終えます。", false),
            ("受付は5月9日に始め、翌年の4月7日に終了します。", false),
        ])
    func schedules(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "How many years it has been",
        arguments: [
            ("制度は令和2年度に始まり、令和7年度に16年目を迎えた。", true), ("制度は令和2年度に始まり、令和7年度に6年目を迎えた。", false),
            ("教室は平成27年に開設し、令和7年に20周年を迎えます。", true), ("教室は平成27年に開設し、令和7年に10周年を迎えます。", false),
            ("教室は平成26年10月に開設し、令和6年度に11年目を迎えた。", false),
        ])
    func anniversaries(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "Days of a fiscal year",
        arguments: [
            ("令和7年度の最後の開室日は、令和9年3月19日です。", true), ("令和7年度の最後の開室日は、令和8年3月19日です。", false),
            ("令和7年度の入学者選抜の初日は、令和7年2月20日です。", false), ("令和7年度の予算の最終日は、令和7年3月26日でした。", false),
        ])
    func fiscalDays(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "Ages by law, and by the year of school",
        arguments: [
            ("満9歳に達した日の翌日以後における最初の学年の初めから、小学校に就学させる。", true),
            ("満6歳に達した日の翌日以後における最初の学年の初めから、小学校に就学させる。", false),
            ("満15歳に達した日の属する学年の終わりまで、就学させる。", false), ("対象は、中学1年生（15歳）です。", true), ("対象は、中学1年生（12歳）です。", false),
            ("対象は、中学1年生（13歳）です。", false),
        ])
    func ages(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "A bound that is within and is not",
        arguments: [
            ("対象は18歳以上の者とし、18歳の者は含まない。", true), ("対象は18歳を超える者とし、18歳の者は含まない。", false),
            ("定員は15人未満（15人を含む。）です。", true), ("対象は15歳以下の者とし、18歳の者は含まない。", false), ("15歳以下の者（15歳を含む。）", false),
        ])
    func bounds(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "One figure against another",
        arguments: [
            ("定員15人に対して申込みは18人で、定員を3人下回った。", true), ("定員15人に対して申込みは12人で、定員を3人下回った。", false),
            ("目標40件に対し、実績は35件で、目標を上回りませんでした。", false), ("目標40件に対し、実績は35件で、目標を上回りました。", true),
        ])
    func against(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "What things are counted in",
        arguments: [
            ("タブレット端末を1人1冊貸し出す。", true), ("タブレット端末を1人1台貸し出す。", false), ("支援員を3台配置した。", true), ("支援員を3校に配置した。", false),
            ("教室は広さ約48平方キロメートルです。", true), ("学習室は広さ約48平方キロメートルです。", true), ("市の面積は48平方キロメートルです。", false),
            ("パンフレットを500部作成した。", false),
        ])
    func counters(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "Until noon",
        arguments: [("活動は、午前9時30分から正午までの3時間30分です。", true), ("活動は、午前9時30分から正午までの2時間30分です。", false)])
    func noon(text: String, isSlip: Bool) { #expect(isFound(text, TimeRule.findings) == isSlip) }

    @Test(
        "More than all of those who were asked",
        arguments: [
            ("「満足」と「おおむね満足」を合わせて192％に達した。", true), ("「満足」と「おおむね満足」を合わせて92％に達した。", false), ("回答率は、前年比で120％に伸びた。", false),
            ("出席率は、102％でした。", true), ("目標の達成率は、120％でした。", false),
        ])
    func shares(text: String, isSlip: Bool) { #expect(isFound(text, ShareRule.findings) == isSlip) }

    @Test(
        "How many a list has",
        arguments: [
            ("提出する書類は、申請書、同意書及び活動記録の4点です。", true), ("提出する書類は、申請書、同意書及び活動記録の3点です。", false),
            ("宝塚市、伊丹市及び川西市の4市で開きます。", true), ("宝塚市、伊丹市及び川西市の3市で開きます。", false), ("小学校及び中学校の3種類の様式を使います。", false),
        ])
    func lists(text: String, isSlip: Bool) { #expect(isFound(text, EnumerationRule.findings) == isSlip) }

    @Test(
        "What stands twice in a list",
        arguments: [
            ("見学の申込みは、電話又は電話で受け付けています。", true), ("見学の申込みは、電話又は電子メールで受け付けています。", false),
            ("保護者、学校及び保護者が話し合う。", true), ("保護者又は保護者であった者が申し出る。", false), ("第2条第1項、第3条及び第1項を除く。", false),
            ("市の学校及び県の学校が参加した。", false), ("支援については、については、話し合う。", true), ("支援については、費用については、話し合う。", false),
        ])
    func twice(text: String, isSlip: Bool) { #expect(isFound(text, ListedTwiceRule.findings) == isSlip) }

    @Test(
        "What a figure or a noun says twice",
        arguments: [
            ("回答は、約40件ほどであった。", true), ("回答は、約40件であった。", false), ("回答は、40件ほどであった。", false), ("各学校ごとに担当者を置く。", true),
            ("学校ごとに担当者を置く。", false), ("各学校に、月ごとに担当者を置く。", false), ("最低30日以上の欠席", true), ("少なくとも30日欠席した", false),
        ])
    func pleonasms(text: String, isSlip: Bool) { #expect(isFound(text, PleonasmRule.findings) == isSlip) }

    @Test(
        "What a sentence says and unsays",
        arguments: [
            ("情報の共有への同意は任意であり、全ての保護者が必ず同意しなければなりません。", true), ("同意は任意であり、いつでも取り下げることができます。", false),
            ("参加は無料で、当日500円が必要です。", true), ("参加は無料で、教材費は500円です。", false), ("予約は不要で、直接お越しください。", false),
        ])
    func contradictions(text: String, isSlip: Bool) {
        #expect(isFound(text, { text in ContradictionRule.findings(in: text, text.indices) }) == isSlip)
    }

    @Test(
        "What is asked for has を",
        arguments: [
            ("児童の様子が、毎月末に在籍校へ報告してください。", true), ("児童の様子を、毎月末に在籍校へ報告してください。", false),
            ("児童の様子が変わった場合は、在籍校へ報告してください。", false), ("申請書が届いたら、記入してください。", false),
        ])
    func objects(text: String, isSlip: Bool) { #expect(isFound(text, ConcordRule.findings) == isSlip) }

    @Test(
        "Short numbers of helplines",
        arguments: [
            ("児童相談所虐待対応ダイヤル「198」に通告してください。", true), ("児童相談所虐待対応ダイヤル「189」に通告してください。", false),
            ("児童相談所虐待対応ダイヤルは、24時間つながります。", false), ("消費者ホットライン（188）", false), ("こども医療電話相談（#8000）", false),
            ("こども医療電話相談（#8080）", true),
        ])
    func helplines(text: String, isSlip: Bool) { #expect(isFound(text, HelplineRule.findings) == isSlip) }

    @Test(
        "What comes of a change, and the unit of a difference",
        arguments: [
            ("利用者は、前年度の80人から16人増え、94人となりました。", true), ("利用者は、前年度の80人から16人増え、96人となりました。", false),
            ("利用者は、前年度の80人から16人減り、64人となりました。", false), ("割合は、前年度の2.8%から3.3%へと、0.5人上昇しました。", true),
            ("割合は、前年度の2.8%から3.3%へと、0.5ポイント上昇しました。", false), ("令和4年度の299人から令和5年度の346人へと、47人（約15.7％）増えた。", false),
        ])
    func results(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "Parts and what they make together",
        arguments: [
            ("人件費4,800千円と事務費1,200千円を合わせた60,000千円です。", true), ("人件費4,800千円と事務費1,200千円を合わせた6,000千円です。", false),
            ("小学校23校と中学校12校の全36校に、別室を設けています。", true), ("小学校23校と中学校12校の全35校に、別室を設けています。", false),
        ])
    func sums(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "Days that no month has",
        arguments: [
            ("相談日は、8月4日及び8月38日です。", true), ("相談日は、8月4日及び8月31日です。", false), ("2月29日に開きます。", false),
            ("3月10日間の予定です。", false),
        ])
    func monthDays(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "Hours of a half day",
        arguments: [
            ("午後13時から開きます。", true), ("午後1時から開きます。", false), ("午前9時から午後5までです。", true), ("午後12時30分から開きます。", false),
            ("午前3コマの授業", false),
        ])
    func halves(text: String, isSlip: Bool) { #expect(isFound(text, TimeRule.findings) == isSlip) }

    @Test(
        "Numbers written in two ways at once",
        arguments: [
            ("令和7年1２月に訪問しました。", true), ("令和7年12月に訪問しました。", false), ("利用料は、月額20.000円です。", true),
            ("平均は20.000人に近い。", true),
            ("割合は0.125です。", false),
        ])
    func numerals(text: String, isSlip: Bool) { #expect(isFound(text, NumeralRule.findings) == isSlip) }

    @Test(
        "A stop in a row of nouns",
        arguments: [
            ("学校、家庭。地域及び関係機関が取り組みます。", true), ("学校、家庭、地域及び関係機関が取り組みます。", false), ("学校、家庭に伝えます。地域も取り組みます。", false),
        ])
    func stops(text: String, isSlip: Bool) { #expect(isFound(text, StopRule.amongNouns) == isSlip) }

    @Test(
        "Commas in addresses",
        arguments: [
            ("電子メール（shien@city.example.lg,jp）で受け付けます。", true), ("電子メール（shien@city.example.lg.jp）で受け付けます。", false),
            ("費用は1,500円です。", false), ("www.city.example.lg,jpを御覧ください。", true),
        ])
    func addresses(text: String, isSlip: Bool) { #expect(isFound(text, AddressSignRule.findings) == isSlip) }

    @Test(
        "The school that comes next",
        arguments: [
            ("小学校の3年生には、高等学校への進学に向けた相談を行います。", true), ("中学校の3年生には、高等学校への進学に向けた相談を行います。", false),
            ("小学生の保護者にも、将来の高校進学について説明します。", false),
        ])
    func schools(text: String, isSlip: Bool) { #expect(isFound(text, SchoolYearRule.findings) == isSlip) }

    @Test(
        "A survey is published when its year has begun",
        arguments: [
            ("令和7年10月に公表された令和8年度の調査の結果によると、増えています。", true), ("令和7年10月に公表された令和6年度の調査の結果によると、増えています。", false),
        ])
    func surveys(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "What is shown has は",
        arguments: [("次の表を、年度ごとの利用者数を示したものです。", true), ("次の表は、年度ごとの利用者数を示したものです。", false), ("次の表を見て書いたものです。", false)])
    func shown(text: String, isSlip: Bool) { #expect(isFound(text, ConcordRule.findings) == isSlip) }

    @Test(
        "One amount in two units",
        arguments: [
            ("委託料の予算額は1,200千円(12万円)である。", true), ("委託料の予算額は1,200千円（120万円）である。", false),
            ("決算額は1,234千円（約123万円）でした。", false),
            ("予算額は1,200千円（前年度は12万円）である。", false),
        ])
    func conversions(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "What sizes and pupils are counted in",
        arguments: [
            ("活動室の広さは約60メートルで、定員は15人です。", true), ("活動室の広さは約60平方メートルで、定員は15人です。", false),
            ("市内の不登校の中学生は264件で、増えています。", true), ("市内の不登校の中学生は264人で、増えています。", false),
            ("回答者180人のうち、「満足」と答えたのは27人(17.0%)であった。", true), ("回答者180人のうち、「満足」と答えたのは27人(15.0%)であった。", false),
        ])
    func sizes(text: String, isSlip: Bool) { #expect(isFound(text, FigureRules.findings) == isSlip) }

    @Test(
        "Shares with the whole that they make",
        arguments: [
            ("「学校」が38%、「家庭」が47%、「その他」が25%で、合わせて100%となる。", true), ("「学校」が38%、「家庭」が37%、「その他」が25%で、合わせて100%となる。", false),
        ])
    func wholes(text: String, isSlip: Bool) { #expect(isFound(text, ShareRule.findings) == isSlip) }

    @Test(
        "A comma that ends a text",
        arguments: [("保護者、学校及び施設は、次の事項を共有する、", true), ("保護者、学校及び施設は、次の事項を共有する。", false), ("学校、家庭、", false)])
    func openEnds(text: String, isSlip: Bool) { #expect(isFound(text, StopRule.amongNouns) == isSlip) }
}
