import Diagnostics
import Japanese

/// What a number counts, misconverted: 48命, 1.8培.
enum CounterRule {
    static func findings(in text: [Unicode.Scalar], _ lexicon: Lexicon) -> [WordingFinding] {
        text.indices.dropFirst().compactMap { place in
            guard text[place].isKanji, text[place - 1].isDigit, !known.contains(text[place]),
                place + 1 == text.count || !text[place + 1].isKanji
            else { return nil }
            let alike = lexicon.homophones(of: text[place])
            guard let meant = usual.first(where: { alike.contains($0) }) else { return nil }
            return WordingFinding(
                .misconversion, place..<place + 1,
                Phrase(ja: "「\(text[place])」で数えるものはありません", en: "nothing is counted by \"\(text[place])\""),
                help: Phrase(ja: "「\(meant)」の変換の誤りではありませんか", en: "was \"\(meant)\" meant?"), replacement: String(meant))
        }
    }

    /// What is counted most.
    private static let usual = Array("名倍回校件点枚階歳円".unicodeScalars)

    /// What stands behind a number rightly.
    private static let known = Set(
        "年月日時分秒週期次条項号番丁度級桁講港券名人倍回校件点枚階歳円台個冊本部班位種割組室棟戸軒泊食杯匹頭羽足着膳箱袋缶束町村市区県国社店館園所局課係員者児歳代世帯票票通便線駅口車両機隻枠列行段句語字頁章節編巻版刷輪輛坪畳間床席株票夜晩朝昼夕春夏秋冬限元万億千百十兆強弱余程半他等と制"
            .unicodeScalars)
}
