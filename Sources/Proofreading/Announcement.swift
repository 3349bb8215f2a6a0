import Bytes
import Japanese

/// Sentences that say that a list follows: 次のとおりです, 次に掲げる支援を行う, 以下の書類を提出してください.
public enum Announcement {
    /// Whether the last sentence of a paragraph announces a list.
    public static func ends(_ paragraph: String) -> Bool {
        let sentence = lastSentence(of: paragraph)
        return leads.contains { lead in
            sentence.indices.contains { index in
                sentence[index...].starts(with: lead) && isFree(sentence[..<index], before: lead)
                    && announces(sentence[index...].dropFirst(lead.count))
            }
        }
    }

    /// How many items the last sentence of a paragraph says that follow: 次の4段階です, 次に掲げる三つの支援.
    public static func count(_ paragraph: String) -> (items: Int, words: String)? {
        let sentence = lastSentence(of: paragraph)
        guard
            let start = sentence.indices.last(where: { index in
                leads[..<2].contains { lead in
                    sentence[index...].starts(with: lead) && isFree(sentence[..<index], before: lead)
                }
            })
        else { return nil }
        let rest = Array(sentence[start...])
        var found: [(items: Int, words: String)] = []
        for index in rest.indices.dropLast()
        where number(rest[index]) != nil && (index == 0 || number(rest[index - 1]) == nil) {
            let digits = rest[index...].prefix { number($0) != nil }
            let behind = rest[(index + digits.count)...]
            guard digits.count == 1, let items = number(digits[index]),
                let counter = counters.first(where: { behind.starts(with: $0) }),
                !["目", "以上", "以内", "未満", "程度"].contains(where: { behind.dropFirst(counter.count).starts(with: $0) })
            else { continue }
            found.append((items, String(rest[index..<index + 1 + counter.count])))
        }
        return found.count == 1 ? found[0] : nil
    }

    /// A digit of either width or a kanji numeral, up to nine.
    private static func number(_ character: Character) -> Int? {
        character.wholeNumberValue.flatMap { (1...9).contains($0) ? $0 : nil }
    }

    /// What items of a list are counted with.
    private static let counters = ["つ", "点", "段階", "項目", "種類", "層", "本の柱", "要件", "条件", "区分"]

    /// Whether a paragraph has one of the words at all.
    public static func mayEnd(_ paragraph: [UInt8]) -> Bool {
        leadsAsBytes.contains { paragraph.span.firstIndex(of: $0.span) != nil }
    }

    private static let leads: [[Character]] = [["次"], ["以", "下"], ["下", "記"], ["左", "記"]]
    private static let leadsAsBytes = leads.map { Array(String($0).utf8) }

    /// Without what is quoted in it: that is somebody else's.
    private static func lastSentence(of paragraph: String) -> [Character] {
        var sentences: [[Character]] = [[]]
        var quotation = Quotation()
        for scalar in paragraph.unicodeScalars where scalar.value > 0x3000 || !scalar.properties.isWhitespace {
            quotation.pass(scalar)
            switch scalar {
            case _ where quotation.isOpen: break
            case "。", "．", "：", ":": sentences.append([])
            default: sentences[sentences.count - 1].append(Character(scalar))
            }
        }
        return sentences.last { !$0.isEmpty } ?? []
    }

    /// 目次 and 18歳以下 are words of their own; その次の names what comes later.
    private static func isFree(_ before: ArraySlice<Character>, before lead: [Character]) -> Bool {
        guard let last = before.last else { return true }
        if before.suffix(2) == ["そ", "の"] { return false }
        return !last.isNumber && !last.isASCII && last != "％" && !last.unicodeScalars.contains { $0.isKanji }
    }

    /// Whether what stands behind 次 or 以下 goes on to a list.
    private static func announces(_ rest: ArraySlice<Character>) -> Bool {
        let phrase = rest.prefix { $0 != "、" }
        if ["に掲げ", "に示", "に定め", "に挙げ", "に列挙", "により", "による"].contains(where: { phrase.starts(with: $0) }) {
            return true
        }
        guard phrase.first == "の" else { return false }
        let words = phrase.dropFirst()
        if enumerating.contains(where: { words.starts(with: $0) && isWhole(words.dropFirst($0.count)) }) { return true }
        if later.contains(where: { words.starts(with: $0) }) { return false }
        let text = String(words)
        if text.contains("とおり") || text.contains("通り") || text.hasPrefix("よう") { return true }
        // 次の訪問を行うまでに、…: what the sentence goes on with is its matter.
        return phrase.count == rest.count && listed.contains { text.contains("を" + $0) }
            && !["まで", "際", "とき", "前", "後", "場合", "ため"].contains { text.contains($0) }
    }

    /// Words for what a list is made of.
    private static let enumerating = [
        "いずれ", "各号", "事項", "項目", "こと", "もの", "点", "条件", "要件", "書類", "表", "図", "一覧", "二つ", "三つ", "四つ", "2つ",
        "3つ", "4つ",
    ]

    /// 次の点に, and not 次の点字.
    private static func isWhole(_ rest: ArraySlice<Character>) -> Bool {
        rest.first.map { "をにがはでとのもかへ".contains($0) } ?? true
    }

    /// What comes later, of which nothing is listed: 次の機会に, 次の学期から, 次のページのとおり.
    private static let later = [
        "機会", "学期", "学年", "年", "月", "週", "日", "回", "時", "世代", "段階", "会議", "授業", "計画", "目標", "版", "改", "章", "節", "条",
        "項", "号", "ページ", "頁", "駅", "人", "一歩", "ステップ",
    ]

    /// What is done with the items of a list: 次の支援を行います, and not 次の支援につなげます.
    private static let listed = [
        "行い", "行う", "行っ", "実施し", "実施す", "設け", "講じ", "提出", "添え", "添付", "満た", "備え", "対象と", "御覧", "ご覧", "参照",
    ]
}
