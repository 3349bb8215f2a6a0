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
            ("小学3年から7年まで", true), ("小学3年から6年まで", false), ("小学6年生から3年生まで", true), ("小学3年生から6年生まで", false),
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
            ("昼は10時、夜は5時です。", false), ("24時間受け付けます。", false),
        ])
    func times(text: String, isSlip: Bool) {
        #expect(isFound(text, TimeRule.findings) == isSlip)
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
