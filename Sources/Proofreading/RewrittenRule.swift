import Bytes
import Diagnostics
import Japanese

/// Halves of a sentence that was written anew: 25日26日まで, 午後午前1時, 選出する定める, 校庭を体育館裏を利用する, 予定であるを予定する.
///
/// Who changes a word or a figure and forgets to take the old one out leaves two side by side that take the same place.
enum RewrittenRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        var quotation = Quotation()
        // A row of them is one fault.
        var toldUntil = -1
        return text.indices.compactMap { index in
            quotation.pass(text[index])
            guard !quotation.isOpen, let (first, second) = halves(in: text, at: index) else { return nil }
            defer { toldUntil = max(toldUntil, second.upperBound) }
            return first.lowerBound <= toldUntil ? nil : finding(text, first, second)
        }
    }

    private typealias Halves = (first: Range<Int>, second: Range<Int>)

    private static func halves(in text: [Unicode.Scalar], at index: Int) -> Halves? {
        switch text[index] {
        case let scalar where scalar.isDigit: figures(in: text, at: index)
        case "令", "平": years(in: text, at: index)
        case "午": text[index...].starts(with: "午後午前".unicodeScalars) ? (index..<index + 2, index + 2..<index + 4) : nil
        case "す", "し": predicates(in: text, at: index)
        case "を": lost(in: text, at: index) ?? objects(in: text, at: index) ?? sentence(in: text, at: index)
        default: nil
        }
    }

    /// 時期は、を決める: what stood before を is gone.
    private static func lost(in text: [Unicode.Scalar], at index: Int) -> Halves? {
        guard index > 0, text[index - 1] == "、" else { return nil }
        return (index - 1..<index, index..<index + 1)
    }

    // MARK: Figures

    /// 25日26日: a figure, and another of the same thing. 二三人 is said so, 1回2回と counts up.
    private static func figures(in text: [Unicode.Scalar], at index: Int) -> Halves? {
        guard index == 0 || !(text[index - 1].isDigit || ".,-第年月".unicodeScalars.contains(text[index - 1])) else {
            return nil
        }
        guard let first = figure(in: text, at: index), let second = figure(in: text, at: first.upperBound),
            text[first].drop(while: \.isDigit).elementsEqual(text[second].drop(while: \.isDigit)),
            !text[first].elementsEqual(text[second])
        else { return nil }
        let next = second.upperBound < text.count ? text[second.upperBound] : "。"
        // 30人40人とする
        let counts = next == "と" && !text[(second.upperBound + 1)...].starts(with: "する".unicodeScalars)
        return counts || next == "ず" || next.isDigit ? nil : (first, second)
    }

    private static func figure(in text: [Unicode.Scalar], at index: Int) -> Range<Int>? {
        let digits = text[index...].prefix { $0.isDigit }
        let rest = text[digits.endIndex...]
        guard !digits.isEmpty, let counter = counters.first(where: { rest.starts(with: $0) }) else { return nil }
        return index..<digits.endIndex + counter.count
    }

    /// The longest first.
    private static let counters = [
        "か所", "か月", "年度", "年間", "日間", "時間", "万円", "千円", "施設", "団体", "世帯", "ページ", "日", "月", "階", "名", "人", "件", "円", "校",
        "部", "台",
        "歳", "時", "分", "％",
    ].map { Array($0.unicodeScalars) }

    /// 令和6年度令和7年度
    private static func years(in text: [Unicode.Scalar], at index: Int) -> Halves? {
        guard let first = year(in: text, at: index), let second = year(in: text, at: first.upperBound),
            text[first.upperBound - 1] == text[second.upperBound - 1]
        else { return nil }
        return (first, second)
    }

    private static func year(in text: [Unicode.Scalar], at index: Int) -> Range<Int>? {
        guard ["令和", "平成"].contains(where: { text[index...].starts(with: $0.unicodeScalars) }) else { return nil }
        let digits = text[(index + 2)...].prefix { $0.isDigit || $0 == "元" }
        let end = digits.endIndex
        guard !digits.isEmpty, end < text.count, text[end] == "年" else { return nil }
        return index..<(end + 1 < text.count && text[end + 1] == "度" ? end + 2 : end + 1)
    }

    // MARK: Predicates

    /// 選出する定める。, 通知する連絡する。: two verbs at the end of a sentence. 出席した旨記載する has a noun between them.
    private static func predicates(in text: [Unicode.Scalar], at index: Int) -> Halves? {
        guard index > 0, text[index - 1].isKanji, let ending = endings.first(where: { text[index...].starts(with: $0) })
        else { return nil }
        let start = index + ending.count
        let kanji = text[start...].prefix { $0.isKanji }
        let kana = text[kanji.endIndex...].prefix { $0.isHiragana }
        guard (1...4).contains(kanji.count), verbEndings.contains(where: { kana.elementsEqual($0) }),
            kana.endIndex == text.count || text[kana.endIndex] == "。",
            !nouns.contains(where: { kanji.starts(with: $0) })
        else { return nil }
        let head = text[..<index].reversed().prefix { $0.isKanji }.count
        return (index - head..<start, start..<kana.endIndex)
    }

    private static let endings = ["する", "した", "します", "しました"].map { Array($0.unicodeScalars) }
    private static let verbEndings =
        endings + ["める", "まる", "げる", "ける", "せる", "える", "れる", "めます", "げます"].map { Array($0.unicodeScalars) }
    /// What stands between two verbs without a particle.
    private static let nouns = [
        "場合", "際", "時", "前", "後", "上", "間", "度", "都度", "一方", "限", "以", "毎", "中", "旨", "方", "者", "等", "為", "内", "次第",
        "事", "所",
        "日", "年", "月", "今", "又", "他", "最", "当", "直", "随", "適", "必", "別", "引", "速", "全", "自", "再", "新", "各", "順", "同",
        "予", "現", "通", "期",
    ].map { Array($0.unicodeScalars) }

    // MARK: Objects

    /// 校庭を体育館裏を利用する。: two objects of one verb. 市民を対象を絞って has a verb of its own behind the first.
    private static func objects(in text: [Unicode.Scalar], at index: Int) -> Halves? {
        let noun = text[(index + 1)...].prefix { $0.isKanji || $0.isKatakana || $0 == "ー" }
        let second = noun.endIndex
        guard index > 0, text[index - 1].isKanji || text[index - 1].isKatakana, (1...8).contains(noun.count),
            second < text.count, text[second] == "を"
        else { return nil }
        // 取組を補助を活用して支える, 市民を代表を経て: each has a verb of its own, or stands in a phrase.
        let predicate = text[(second + 1)...].prefix(15).prefix { $0 != "。" }
        guard (2...14).contains(predicate.count),
            !predicate.contains(where: { "をにがへはて、「」".unicodeScalars.contains($0) }),
            !phrases.contains(where: { predicate.starts(with: $0.unicodeScalars) })
        else { return nil }
        let head = text[..<index].reversed().prefix { $0.isKanji || $0.isKatakana || $0 == "ー" }.count
        return (index - head..<index + 1, index + 1..<second + 1)
    }

    private static let phrases = [
        "中心", "対象", "通", "除", "含", "経", "始め", "はじめ", "めぐ", "問わ", "兼ね", "超え", "限度", "もっ", "以て",
    ]

    /// 開催する予定であるを予定している: a sentence in the place of a noun.
    private static func sentence(in text: [Unicode.Scalar], at index: Int) -> Halves? {
        guard let ending = sentences.first(where: { text[..<index].suffix($0.count).elementsEqual($0) }),
            index + 1 < text.count,
            text[index + 1].isKanji, text[index + 1] != "得", text[index + 1] != "除"
        else { return nil }
        return (index - ending.count..<index, index..<index + 1)
    }

    private static let sentences = ["である", "です", "でした", "ました"].map { Array($0.unicodeScalars) }

    // MARK: Findings

    private static func finding(_ text: [Unicode.Scalar], _ first: Range<Int>, _ second: Range<Int>) -> WordingFinding {
        let (one, other) = (string(text[first]), string(text[second]))
        return WordingFinding(
            .grammar, first.lowerBound..<second.upperBound,
            Phrase(ja: "「\(one)」と「\(other)」が続いています", en: "\"\(one)\" and \"\(other)\" stand side by side"),
            help: Phrase(
                ja: "書き直す前の言葉が残っていないか確かめてください。両方が要るなら、間に「、」などを入れてください",
                en: "see whether one of them was to be taken out; if both are meant, put 、 or the like between them"))
    }

    private static func string(_ text: ArraySlice<Unicode.Scalar>) -> String { String(scalars: text) }
}
