import Diagnostics
import TestSupport
import Testing

@testable import Proofreading

/// Each rule of words, both ways.
@Suite struct WordingTests {
    static let tables = CorpusTests.tables

    static func codes(_ text: String) throws -> [DiagnosticCode] {
        Wording.findings(in: Array(text.unicodeScalars), try #require(tables)).map(\.code)
    }

    @Test(
        "A slip is found at its place",
        arguments: [
            (DiagnosticCode.misconversion, "①指導主時②が助言する。"), (.misconversion, "①学習志援②を行う。"),
            (.misconversion, "学級①変成②を行う。"),
            (.misconversion, "支援の①対称②となる児童"), (.misconversion, "事業を①水深②する。"), (.misconversion, "参加者は48①命②である。"),
            (.misconversion, "①公認心理士②を置く。"), (.grammar, "実施しま①s②。"), (.officialSpelling, "提出して①下さい②。"),
            (.officialSpelling, "①行なう②ことができる。"),
            (.officialSpelling, "①異る②意見"), (.officialSpelling, "参加①出来な②い。"), (.grammar, "6時に起き①れる②ようになった。"),
            (.grammar, "本を読ん①だり②、絵を描く。"),
            (.grammar, "記録①をが②必要です。"), (.grammar, "①タブレト②を貸し出す。"), (.grammar, "①御連絡くだいさ②。"),
            (.missingStop, "所にありま①す駐②車場は3台分です。"),
            (.mixedNumerals, "週5日、1日①六時間②とする。"), (.mixedNumerals, "大人500円、子供①２００円②です。"),
            (.mixedStyle, "受け付けます。郵送①も可能である②。案内を見ます。"),
            (.outdatedName, "令和6年度は①適応指導教室②を開く。"), (.outdatedName, "平成5年に①文部科学省②が通知した。"),
            (.wrongCitation, "令和元年10月25日付け①元文科初第689号②による。"), (.wrongCitation, "①令和元年9月25日②付け元文科初第698号"),
            (.wrongCitation, "公認心理師法（①平成27年法律第86号②）に定める。"), (.supersededNotice, "平成28年9月14日付け①28文科初第770号②に基づき、"),
            (.schoolYear, "小学3年生から①9年生②までが対象です。"), (.schoolYear, "中学校の第①４学年②の生徒"),
            (.enumeration, "市、学校及び施設の①四者②で話し合う。"), (.enumeration, "1) 学習、2) 相談の①三つ②を行う。"),
            (.outdatedName, "①父兄②からの相談に応じ、保護者同士が交流する。"), (.outdatedName, "不登校児童生徒①父兄②講演会を開く。"),
            (.outdatedName, "①厚生省②の機関と日頃から連絡を取る。"),
            (.misconversion, "①避難書②を開設する。"), (.misconversion, "市の①教科所②を展示する。"), (.grammar, "結果を分析①ｓ②、生かす。"),
            (.missingStop, "修了式で①す各②自、通知表を持ち帰ります。"), (.grammar, "利用①者にに②より異なる。"), (.grammar, "衛生が保た①れてる②こと。"),
            (.grammar, "制度の見直し①関する②資料"), (.grammar, "会場に残①っ②児童"), (.grammar, "負担を①軽減ること②を目的とする。"),
            (.grammar, "担当者を①配置ている②。"), (.grammar, "受託者は、再委託①してならない②。"),
            (.grammar, "利用①してます②。"),
            (.misconversion, "市内に①住しょ②を有する者"), (.misconversion, "相談員は、守秘①ぎ務②を負う。"), (.misconversion, "①保ご者②に伝える。"),
            (.misconversion, "①安しん②してください。"), (.misconversion, "子供、①きょう育②、家庭"),
            (.outdatedName, "平成十年十二月、①文部科学省②が告示した。"), (.mixedNumerals, "受付は①四時②30分までです。"),
            (.mixedNumerals, "開会は①9時②三十分です。"), (.grammar, "保護者に連絡①するを②行う。"), (.grammar, "重点は、読解力の育成を図①るである②。"),
            (.grammar, "暑くなると考①えらる②ため、控える。"), (.grammar, "場を設ける①ことなっ②た。"), (.grammar, "詳し①くわ、②別紙を見る。"),
            (.grammar, "地域学校協働本部①tの②役員会"), (.grammar, "説明会①を参加②した。"),
            (.misconversion, "①保護社②に配る。"), (.misconversion, "①児童生従②に配る。"), (.misconversion, "①補助貴②の額"),
            (.misconversion, "市の①埋蔵文化剤②を調べる。"), (.outdatedName, "令和三年の①体育の日②に走る。"),
            (.wrongCitation, "①いじめ対策防止推進法②（平成25年法律第71号）による。"),
            (.wrongCitation, "教育基本法（①平成8年法律第120号②）第4条"),
            (.wrongCitation, "①令和元年10月15日②付け文部科学省初等中等教育局長通知「不登校児童生徒への支援の在り方について」を踏まえる。"),
        ])
    func found(code: DiagnosticCode, marked: String) throws {
        let parts = marked.split(separator: "①", maxSplits: 1, omittingEmptySubsequences: false)
        let inside = try #require(parts.last).split(separator: "②", maxSplits: 1, omittingEmptySubsequences: false)
        let text = marked.filter { $0 != "①" && $0 != "②" }
        let findings = Wording.findings(in: Array(text.unicodeScalars), try #require(Self.tables))
        let start = parts[0].unicodeScalars.count
        #expect(findings.map(\.code) == [code], "\(text)")
        #expect(findings.first?.range == start..<start + inside[0].unicodeScalars.count, "\(text) \(findings)")
    }

    @Test(
        "What is right is left alone",
        arguments: [
            "相関する値", "接する", "真っ先に取っ手を握る。", "決してならない。", "制度を真似たもの", "相手を看取ること", "相談に随時応じています。",
            "改正に関する資料", "入会金は要らない。", "支援車と支援者", "参加社を募る。",
            "担任の先生と会う。",
            "教育に費用がかかる。", "総会は室内で開く。", "学年と内容を書く。",
            "同じ園に数人が通う。", "期限と額を決める。", "結果は後日ご報告します。", "各自ご用意ください。", "以下ご記入ください。",
            "就学前の子どもに関する教育、保育等の総合的な提供の推進に関する法律（平成18年法律第77号）による。",
            "本市は児童虐待防止法（平成12年法律第82号）に基づき、対応する。", "同法（平成28年法律第105号）を指す。", "小学3年生から6年生までで、欠席が90日以上の児童",
            "二つの一覧にまたがるときは、注を付ける。", "誤字がないか、見た目がどうかは、人が見る。", "やっかいな場合",
            "弁当を捨てること。", "費用に充てるため", "個人情報の漏えいを防ぐ。", "麻しんの予防接種", "楽しんでいる。", "皆で歩こう。", "毎日ほんの少し読む。", "防ぎ方を話し合う。",
            "校長と面談する。",
            "改正後の学校教育法（昭和22年法律第26号）", "計画書を提出する。", "市民課の窓口で、計画的に進める。", "市民会館大ホール", "教指第512号", "（公財）の講座を、大学と連携して開講する。",
            "各市立小・中学校長",
            "手放すことなく、何気ない話をする。", "誰もが安心して通う。", "手直しした箇所を見渡すことができる。", "かかることを考えれば足りる。", "どうぞごらんください。",
            "指導主事が助言する。", "線対称の図形を調べる。", "プールの水深を測る。", "資料を下さい。", "当校の校長", "児童が見られるようにする。", "始めれば終わる。", "見学したりする。",
            "本を読んだり、絵を描いたりする。", "一人一人に3回話す。", "三者面談は2回行う。", "平成5年に文部省が通知した。", "「適応指導教室」と呼ばれていた。", "朝来市山東町森字向山",
            "丹波篠山市の施設",
            "令和元年10月25日付け元文科初第698号による。", "廃止された28文科初第770号", "公認心理師法（平成27年法律第68号）", "お配りします資料は机にあります。", "登室の記録",
            "石川県羽咋郡志賀町高浜町", "宮城県加美郡加美町",
            "庁外からも使える。",
            "相談は電話で受け付けます。施設は次に掲げるもの。", "5年後に見直す。", "動かさせていただく。", "とともに支える。",
            "小学校5年生から中学校3年生まで", "義務教育学校の9年生", "小学生及び中学校1年生、高等学校の3年生", "中学1年生、小学6年生", "保護者、学校及び施設の三者で話し合う。",
            "国、県及び市町村の役割", "校長は、市、学校及び施設の三者に伝える。", "次の四つを行う。", "県立湊川養護学校の前身", "昭和五十四年度に養護学校が義務制となった。",
            "平成二十一年末に社会保険庁が廃止された。", "原因はその多くである。", "駅の近くであるため、便利である。", "午後4時30分から6時まで",
            "こども基本法（令和4年法律第77号）は、令和5年4月1日に施行された。",
            "令和5年4月1日に施行されたこども基本法による。", "地方教育行政の組織及び運営に関する法律（昭和31年法律第162号）第1条の4により、総合教育会議を設ける。",
            "平成10年に厚生省が所管した事務は、厚生労働省へ引き継がれた。", "授業を一時10分間止めた。",
            "芝を養生するため、休止する。", "児童の話を聴く際", "端末の仕様書を示す。", "校庭側の出入口",
            "十時三十分に始める。", "利用社会保険", "労働車両", "ことなる意見", "異なること。", "平成十年十二月、文部省が告示した。", "米の値上がりに備える。",
            "水道の使用量が増えるのは必至である。", "施行の際現に登録を受けている者",
        ])
    func right(text: String) throws {
        #expect(try Self.codes(text).isEmpty)
    }
}
