import Bytes
import Diagnostics
import Japanese

/// What a noun is counted in: 定員は80件, 委託に要する経費は7,892千人.
enum UnitRule {
    private struct Noun {
        let words: [[Unicode.Scalar]]
        /// Units that nothing of the kind is counted in.
        let wrong: [[Unicode.Scalar]]
        let right: String
    }

    private static let nouns = [
        Noun(
            words: .words("定員 参加者数 利用者数 出席者数 在籍者数 児童生徒数 児童数 生徒数 入級者数 通室者数 相談者数 参加者は 利用者は 中学生は 小学生は 高校生は 児童生徒は 児童は 生徒は"),
            wrong: .words("件 円 千円 万円 冊 枚 分 か月 か所 日間 時間"), right: "人"),
        Noun(
            words: .words("経費 費用 予算額 予算 月謝 利用料 会費 入会金 授業料 委託料 教材費 交通費 補助金 助成金 参加費 決算額"),
            wrong: .words("人 名 千人 万人 冊 校 時間"), right: "円"),
        Noun(
            words: .words("室の広さ 室は広さ 教室の面積 床面積 室の面積 施設の面積 部屋の広さ 建物の面積"),
            wrong: .words("平方キロメートル 平方キロ ヘクタール 平方センチメートル 立方メートル 平方ミリメートル メートル キロメートル 人 円"), right: "平方メートル"),
        Noun(words: .words("広さは 面積は"), wrong: .words("メートル キロメートル センチメートル 立方メートル 人 円"), right: "平方メートル"),
        Noun(
            words: .words("欠席の日数 出席の日数 通所の日数 欠席日数 出席日数 授業日数 開室日数 通所日数 登校日数"), wrong: .words("人 名 円 件 校 冊"), right: "日"),
    ]

    /// Things that are lent, bought and employed, with units that none of them is counted in: タブレット端末を1人1冊貸し出し.
    private static let things = [
        Noun(
            words: .words("端末を パソコンを タブレットを 机を 椅子を プリンターを 自動車を 車両を 端末が 机が"), wrong: .words("冊 人 名 枚 校 件 部"), right: "台"),
        Noun(
            words: .words("支援員を 相談員を 教員を 職員を 指導員を 講師を 担当者を 委員を 看護師を ボランティアを 児童を 生徒を"),
            wrong: .words("冊 台 枚 本 個 頭 匹 部 円"), right: "人"),
        Noun(words: .words("図書を 冊子を リーフレットを パンフレットを ちらしを チラシを 書籍を 手引を"), wrong: .words("人 名 台 校 頭"), right: "冊又は部"),
    ]
    private static let each = [[Unicode.Scalar]].words("1人に １人に 一人に 1人 １人 一人 各 新たに 合計 合わせて 計 約 毎年 年に")
    private static let deeds = [[Unicode.Scalar]].words("貸 配 増 減 置 備 買 購入 整備 設置 導入 用意 雇 採用 配置 寄贈 作成 印刷 ずつ")

    static func findings(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [WordingFinding] {
        values(in: text, sentence) + counted(in: text, sentence)
    }

    private static func counted(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [WordingFinding] {
        sentence.compactMap { place in
            for noun in things {
                guard let word = text[place...].start(of: noun.words) else { continue }
                var index = place + word.count
                while let link = text[index..<sentence.upperBound].start(of: each + [["、"]]) { index += link.count }
                let end = text[index..<sentence.upperBound].firstIndex { !$0.isDigit } ?? sentence.upperBound
                guard end > index, let unit = text[end..<sentence.upperBound].start(of: noun.wrong),
                    text[end..<sentence.upperBound].dropFirst(unit.count).start(of: deeds) != nil
                else { continue }
                return finding(String(scalars: word.dropLast()), index..<end + unit.count, text, noun)
            }
            return nil
        }
    }

    private static func finding(
        _ name: String, _ range: Range<Int>, _ text: [Unicode.Scalar], _ noun: Noun
    ) -> WordingFinding {
        let written = String(scalars: text[range])
        return WordingFinding(
            .disagreeingFigures, range,
            Phrase(ja: "「\(name)」が「\(written)」になっています", en: "\(written) does not count what stands before it"),
            help: Phrase(ja: "単位は「\(noun.right)」ではありませんか", en: "was \(noun.right) meant?"))
    }

    private static func values(in text: [Unicode.Scalar], _ sentence: Range<Int>) -> [WordingFinding] {
        sentence.compactMap { place in
            guard let (noun, length) = noun(in: text, at: place) else { return nil }
            var index = place + length
            for link in links where text[index..<sentence.upperBound].starts(with: link) { index += link.count }
            guard index > place + length || "がは".unicodeScalars.contains(text[index - 1]) else { return nil }
            let start = index
            while index < sentence.upperBound, text[index].isDigit || ",，".unicodeScalars.contains(text[index]) {
                index += 1
            }
            guard index > start, let unit = text[index..<sentence.upperBound].start(of: noun.wrong) else { return nil }
            // 費用は2人分, 定員は3分の1, 会費は1人から3人まで500円: only what ends there is told.
            let behind = text[index..<sentence.upperBound].dropFirst(unit.count)
            guard behind.start(of: endings) != nil else { return nil }
            let name = String(String.UnicodeScalarView(text[place..<place + length]).filter { $0 != "が" && $0 != "は" })
            return finding(name, start..<index + unit.count, text, noun)
        }
    }

    private static let endings = [[Unicode.Scalar]].words(
        "です である でした であり で、 。 とし となり と見込 を見込 を予定 を計上 を支出 を超 を上限 を要 が必要 が上限 程度 以内 以下 以上 と定")
    private static let links = [[Unicode.Scalar]].words("は が を 、 として 年間 約")

    private static func noun(in text: [Unicode.Scalar], at place: Int) -> (Noun, length: Int)? {
        for noun in nouns {
            if let word = text[place...].start(of: noun.words) { return (noun, word.count) }
        }
        return nil
    }
}
