import Diagnostics
import Japanese

/// Two spellings of one word in one document.
enum UsagePairs {
    /// The spelling of official papers first (公用文作成の考え方), and the other.
    private static let pairs = [
        ("又は", "または"), ("及び", "および"), ("並びに", "ならびに"), ("行う", "おこなう"), ("行い", "おこない"), ("行っ", "おこなっ"),
        ("行う", "行なう"), ("行っ", "行なっ"), ("当たって", "あたって"), ("取組", "取り組み"), ("受入れ", "受け入れ"),
        ("問合せ", "問い合わせ"), ("取扱い", "取り扱い"), ("申込み", "申し込み"), ("打合せ", "打ち合わせ"), ("手続", "手続き"),
        ("引き続き", "引続き"), ("組合せ", "組み合わせ"), ("全て", "すべて"), ("様々", "さまざま"), ("ください", "下さい"),
        ("いただく", "頂く"), ("いたします", "致します"), ("できる", "出来る"), ("既に", "すでに"), ("子供", "子ども"),
        ("一人一人", "一人ひとり"), ("障害", "障がい"), ("関わり", "かかわり"), ("ウェブページ", "ホームページ"), ("ウェブ", "ウエブ"), ("ユーザー", "ユーザ"),
        ("サーバー", "サーバ"),
        ("コンピューター", "コンピュータ"), ("カウンセラー", "カウンセラ"),
    ]

    /// Nouns written short beside the verb written in full are right: 取扱い, but 取り扱います (公用文における漢字使用等について).
    private static let nouns: Set<String> = ["取り組み", "受け入れ", "問い合わせ", "取り扱い", "申し込み", "打ち合わせ", "組み合わせ"]

    /// One spelling of a pair.
    private struct Word: Sendable {
        /// Its place among all spellings: those of a pair stand beside one another.
        let place: Int
        let text: [Unicode.Scalar]
        /// What the other spelling adds: 手続 stands in 手続き, too.
        let rest: [Unicode.Scalar]
        let isNoun: Bool
        /// 資料を下さい and 承認を頂く are verbs.
        let isVerbBehindObject: Bool

        init(_ word: String, or other: String, place: Int) {
            self.place = place
            text = Array(word.unicodeScalars)
            rest = other.hasPrefix(word) ? Array(other.unicodeScalars.dropFirst(text.count)) : []
            isNoun = nouns.contains(word)
            isVerbBehindObject = ["下さい", "頂く"].contains(word)
        }
    }

    /// The spellings by their first letters.
    private static let words = Dictionary(
        grouping: pairs.enumerated().flatMap { index, pair in
            [Word(pair.0, or: pair.1, place: 2 * index), Word(pair.1, or: pair.0, place: 2 * index + 1)]
        }, by: { $0.text[0] })

    private static let firstLetters = ScalarSet(pairs.flatMap { [$0.0, $0.1] }.compactMap(\.unicodeScalars.first))

    static func findings(in proses: [TemplateProse]) -> [Diagnostic] {
        let found = places(in: proses)
        return pairs.enumerated().compactMap { index, pair in
            let (firsts, seconds) = (found[2 * index], found[2 * index + 1])
            guard !firsts.isEmpty, !seconds.isEmpty else { return nil }
            // The rarer one is out of step; of two as frequent, the one that official papers do not use.
            let isSecondRarer = seconds.count <= firsts.count
            let (rare, usual) = isSecondRarer ? (seconds[0], firsts[0]) : (firsts[0], seconds[0])
            let (wrong, right) = isSecondRarer ? (pair.1, pair.0) : (pair.0, pair.1)
            return Diagnostic(
                .mixedUsage, .warning, at: rare,
                Phrase(
                    ja: "1つの文書の中に「\(wrong)」と「\(right)」が混ざっています",
                    en: "both \"\(wrong)\" and \"\(right)\" stand in one document"),
                help: Phrase(ja: "「\(right)」にそろえてください", en: "write \"\(right)\" throughout"),
                notes: [Diagnostic.Note(usual, Phrase(ja: "「\(right)」はここにあります", en: "\"\(right)\" stands here"))],
                fixIts: [Diagnostic.FixIt(rare, replacement: right)])
        }
    }

    /// Where each spelling stands, all of them looked for in one pass.
    private static func places(in proses: [TemplateProse]) -> [[Diagnostic.Place]] {
        var places = [[Diagnostic.Place]](repeating: [], count: 2 * pairs.count)
        let (words, firstLetters) = (words, firstLetters)
        for prose in proses {
            for paragraph in prose.paragraphs {
                let text = paragraph.scalars
                var quotation = Quotation()
                for index in text.indices {
                    quotation.pass(text[index])
                    guard firstLetters.contains(text[index]), !quotation.isOpen else { continue }
                    for word in words[text[index]] ?? [] where stands(word, in: text, at: index) {
                        let range = paragraph.range(index..<index + word.text.count)
                        places[word.place].append(Diagnostic.Place(prose.source, range))
                    }
                }
            }
        }
        return places
    }

    private static func stands(_ word: Word, in text: [Unicode.Scalar], at index: Int) -> Bool {
        guard text[index...].starts(with: word.text) else { return false }
        let behind = text[(index + word.text.count)...]
        if word.isNoun, !isBehindNoun(behind) { return false }
        if word.isVerbBehindObject, index > 0, text[index - 1] == "を" { return false }
        // 24時間子供SOSダイヤル is a name.
        if behind.starts(with: "SOS".unicodeScalars) || behind.starts(with: "ＳＯＳ".unicodeScalars) { return false }
        return (word.rest.isEmpty || !behind.starts(with: word.rest)) && behind.first != "・"
    }

    /// 取り組みを, but not 取り組みやすい and 受け入れにくい.
    private static func isBehindNoun(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = text.first, "をがのはにでもとやへ（・".unicodeScalars.contains(first) else { return false }
        return !["やす", "にく"].contains { text.starts(with: $0.unicodeScalars) }
    }

    /// A title in quotation marks is spelt as it is; so is 子ども・子育て支援.
    private struct Quotation {
        private(set) var isOpen = false

        mutating func pass(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "「", "『", "“", "〈", "《": isOpen = true
            case "」", "』", "”", "〉", "》": isOpen = false
            default: break
            }
        }
    }
}
