import Diagnostics

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

    static func findings(in proses: [TemplateProse]) -> [Diagnostic] {
        pairs.compactMap { first, second in
            let firsts = places(of: first, or: second, in: proses)
            let seconds = places(of: second, or: first, in: proses)
            guard !firsts.isEmpty, !seconds.isEmpty else { return nil }
            // The rarer one is out of step; of two as frequent, the one that official papers do not use.
            let isSecondRarer = seconds.count <= firsts.count
            let (rare, usual) = isSecondRarer ? (seconds[0], firsts[0]) : (firsts[0], seconds[0])
            let (wrong, right) = isSecondRarer ? (second, first) : (first, second)
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

    private static func places(of word: String, or other: String, in proses: [TemplateProse]) -> [Diagnostic.Place] {
        let scalars = Array(word.unicodeScalars)
        // 手続 stands in 手続き, too: what the longer of the two adds.
        let rest = other.hasPrefix(word) ? Array(other.unicodeScalars.dropFirst(scalars.count)) : []
        return proses.flatMap { prose in
            prose.paragraphs.flatMap { paragraph in
                let text = paragraph.scalars
                var quotation = Quotation()
                return text.indices.filter { index in
                    quotation.pass(text[index])
                    guard text[index] == scalars[0], text[index...].starts(with: scalars) else { return false }
                    let behind = text[(index + scalars.count)...]
                    if nouns.contains(word), !isBehindNoun(behind) { return false }
                    // 資料を下さい and 承認を頂く are verbs; 24時間子供SOSダイヤル is a name.
                    if ["下さい", "頂く"].contains(word), index > 0, text[index - 1] == "を" { return false }
                    if behind.starts(with: "SOS".unicodeScalars) || behind.starts(with: "ＳＯＳ".unicodeScalars) {
                        return false
                    }
                    return (rest.isEmpty || !behind.starts(with: rest)) && !quotation.isOpen && behind.first != "・"
                }.map { Diagnostic.Place(prose.source, paragraph.range($0..<$0 + scalars.count)) }
            }
        }
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
