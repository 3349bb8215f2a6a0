import Bytes
import Diagnostics
import Japanese

/// Words of the field half in kana, as an input method that was stopped too early leaves them: 住しょ, 守秘ぎ務, 保ご者.
///
/// The kanji that the kana stand for has to be one that schools teach: laws and newspapers write 漏えい, 麻しん, 補てん.
enum HalfWrittenRule {
    static func findings(in text: [Unicode.Scalar], _ lexicon: Lexicon) -> [WordingFinding] {
        var findings: [WordingFinding] = []
        var quotation = Quotation()
        for index in text.indices {
            quotation.pass(text[index])
            guard text[index].isKanji, !quotation.isOpen else { continue }
            guard
                let found = behind(index, in: text, lexicon) ?? before(index, in: text, lexicon),
                !(findings.last?.range.overlaps(found.range) ?? false)
            else { continue }
            findings.append(finding(found, text))
        }
        return findings
    }

    private typealias Found = (range: Range<Int>, words: [String])

    /// 住しょ, 保ご者: a kanji, and what stands behind it in kana.
    private static func behind(_ index: Int, in text: [Unicode.Scalar], _ lexicon: Lexicon) -> Found? {
        for end in ends(of: index + 1, in: text) {
            let reading = text[(index + 1)..<end]
            let next = end < text.count ? text[end] : nil
            // 先生と会う: a single kana between two kanji is mostly a particle.
            if let next, next.isKanji, reading.count > 1 || !particles.contains(text[end - 1]) {
                let words = lexicon.taught(reading).map { [text[index], $0, next] }.filter(lexicon.isOfField)
                if !words.isEmpty { return (index..<end + 1, strings(words)) }
            }
            guard reading.count > 1, !endings.contains(Array(reading)), !lawful.contains(Array(text[index..<end])),
                next.map({ !$0.isHiragana || followers.contains($0) }) ?? true,
                // 苦しんで, 楽しんだ: verbs.
                !(reading.elementsEqual("しん".unicodeScalars) && (next == "で" || next == "だ"))
            else { continue }
            let words = lexicon.taught(reading).map { [text[index], $0] }.filter(lexicon.isOfField)
            if !words.isEmpty { return (index..<end, strings(words)) }
        }
        return nil
    }

    /// きょう育, 守秘ぎ務: a kanji, and what stands before it in kana.
    private static func before(_ index: Int, in text: [Unicode.Scalar], _ lexicon: Lexicon) -> Found? {
        for start in stride(from: index - 1, through: max(0, index - longest), by: -1) {
            guard text[start].isHiragana else { return nil }
            let reading = text[start..<index]
            let previous = start > 0 ? text[start - 1] : nil
            // A single kana is mostly a particle or an ending.
            let canStand =
                reading.count == 1
                ? heads.contains(text[start]) && previous?.isKanji == true
                : previous.map { !$0.isHiragana && !$0.isKatakana } ?? true && !conjunctions.contains(Array(reading))
            guard canStand else { continue }
            let words = lexicon.taught(reading).map { [$0, text[index]] }.filter(lexicon.isOfField)
            if !words.isEmpty { return (start..<index + 1, strings(words)) }
        }
        return nil
    }

    /// Where the hiragana behind a kanji may end to be one reading.
    private static func ends(of start: Int, in text: [Unicode.Scalar]) -> [Int] {
        let kana = text[start...].prefix(longest).prefix { $0.isHiragana }
        return kana.indices.map { $0 + 1 }
    }

    private static func strings(_ words: [[Unicode.Scalar]]) -> [String] {
        Array(words.map { String(scalars: $0) }.sorted().prefix(3))
    }

    private static func finding(_ found: Found, _ text: [Unicode.Scalar]) -> WordingFinding {
        let written = String(scalars: text[found.range])
        return WordingFinding(
            .misconversion, found.range,
            Phrase(ja: "「\(written)」は、途中までしか漢字に変換されていません", en: "\"\(written)\" is a word half in kana"),
            help: Phrase(
                ja: "「\(found.words.joined(separator: "」か「"))」ではありませんか",
                en: "was \"\(found.words.joined(separator: "\" or \""))\" meant?"),
            replacement: found.words.count == 1 ? found.words[0] : nil)
    }

    /// Kana of the longest Sino-Japanese reading.
    private static let longest = 3

    /// What reads like a kanji and ends a verb or an adjective, or stands for itself: 行こう, 話そう, 小さく, 毎日ほんの少し.
    private static let endings = Set(
        ["こう", "そう", "とう", "のう", "もう", "よう", "ろう", "ごう", "さん", "さく", "たい", "ほん"].map { Array($0.unicodeScalars) })

    private static let conjunctions = Set(["かつ", "とう", "こう", "そう"].map { Array($0.unicodeScalars) })

    /// What acts write so, though schools teach the kanji.
    private static let lawful = Set(["当せん", "抽せん", "出えん"].map { Array($0.unicodeScalars) })

    /// Single kana that neither end a word nor begin or join others: ご is polite.
    private static let heads = Set("ぎざ".unicodeScalars)

    private static let particles = Set("とにはがのをでもやかへし".unicodeScalars)

    /// What may stand in hiragana behind a noun.
    private static let followers = Set("をはがのにでとへやもしすさなか".unicodeScalars)
}
