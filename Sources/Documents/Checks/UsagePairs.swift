package import Diagnostics
import Japanese
import Records
import Proofreading

extension DiagnosticCode {
    package static let mixedUsage = DiagnosticCode(
        "J012", canBeAllowed: true,
        meaning: (
            ja: "同じ語が、一つの文書の中で2通りに書かれています（「又は」と「または」など）。",
            en: "A word is written in two ways in one document, such as 又は and または."
        ),
        reason: (
            ja: "書き分けに意味があるのかと読み手が迷い、検索でも一方が見つかりません。",
            en: "Readers wonder whether a difference is meant, and a search finds only one of the two."
        ),
        wrong: "<p>電話又はメールで連絡してください。来所またはオンラインで面談します。</p>",
        right: "<p>電話又はメールで連絡してください。来所又はオンラインで面談します。</p>")
}

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
        ("コンピューター", "コンピュータ"), ("カウンセラー", "カウンセラ"), ("、", "，"),
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
        /// What may stand round it, so that it is the word.
        let setting: WordSetting

        init(_ word: String, or other: String, place: Int) {
            self.place = place
            text = Array(word.unicodeScalars)
            rest = other.hasPrefix(word) ? Array(other.unicodeScalars.dropFirst(text.count)) : []
            isNoun = nouns.contains(word)
            isVerbBehindObject = ["下さい", "頂く", "致します"].contains(word)
            setting = WordSetting.of(word)
        }
    }

    /// The spellings by their first letters.
    private static let words = Dictionary(
        grouping: pairs.enumerated().flatMap { index, pair in
            [Word(pair.0, or: pair.1, place: 2 * index), Word(pair.1, or: pair.0, place: 2 * index + 1)]
        }, by: { $0.text[0] })

    private static let firstLetters = ScalarSet(pairs.flatMap { [$0.0, $0.1] }.compactMap(\.unicodeScalars.first))

    /// - Parameter names: what is spelt as its owner spells it.
    static func findings(in proses: [TemplateProse], besides names: BoardNames) -> [Diagnostic] {
        let found = places(in: proses)
        return pairs.enumerated().compactMap { index, pair in
            let (firsts, seconds) = (found[2 * index], found[2 * index + 1])
            // Mostly there is one of the two.
            guard !firsts.isEmpty, !seconds.isEmpty else { return nil }
            let mayBeNamed = names.hold(pair.0) || names.hold(pair.1)
            let isCounted = { (found: Found) in !mayBeNamed || !found.isInName(names) }
            guard
                let spelling = OddSpelling(
                    firsts.filter(isCounted).map(\.occurrence), seconds.filter(isCounted).map(\.occurrence))
            else { return nil }
            let (wrong, right) = spelling.isSecond ? (pair.1, pair.0) : (pair.0, pair.1)
            return Diagnostic(
                .mixedUsage, .warning, at: spelling.odd,
                Phrase(
                    ja: "一つの文書の中に「\(wrong)」と「\(right)」が混ざっています",
                    en: "both \"\(wrong)\" and \"\(right)\" stand in one document"),
                help: Phrase(ja: "「\(right)」にそろえてください", en: "write \"\(right)\" throughout"),
                notes: [
                    Diagnostic.Note(
                        spelling.usual, Phrase(ja: "「\(right)」はここにあります", en: "\"\(right)\" stands here"))
                ],
                fixIts: [Diagnostic.FixIt(spelling.odd, replacement: right)])
        }
    }

    /// Where a spelling stands.
    private struct Found {
        let prose: TemplateProse
        let paragraph: Int
        let range: Range<Int>

        var occurrence: OddSpelling.Occurrence {
            let place = Diagnostic.Place(prose.source, prose.paragraphs[paragraph].range(range))
            return OddSpelling.Occurrence(place: place, isShared: prose.isShared)
        }

        func isInName(_ names: BoardNames) -> Bool { names.cover(range, in: prose.paragraphs[paragraph].scalars) }
    }

    /// Where each spelling stands, all of them looked for in one pass.
    private static func places(in proses: [TemplateProse]) -> [[Found]] {
        var places = [[Found]](repeating: [], count: 2 * pairs.count)
        let (words, firstLetters) = (words, firstLetters)
        for prose in proses {
            for (number, paragraph) in prose.paragraphs.enumerated() {
                let text = paragraph.scalars
                var quotation = Quotation()
                for index in text.indices {
                    quotation.pass(text[index])
                    guard firstLetters.contains(text[index]), !quotation.isOpen else { continue }
                    for word in words[text[index]] ?? [] where stands(word, in: text, at: index) {
                        places[word.place].append(
                            Found(prose: prose, paragraph: number, range: index..<index + word.text.count))
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
        // 子どもの読書活動の推進に関する法律 is an act's title.
        if isInActTitle(behind) { return false }
        guard word.rest.isEmpty || !behind.starts(with: word.rest), behind.first != "・" else { return false }
        return word.setting.allows(before: text[..<index], behind: behind)
    }

    private static let acts = ["に関する法律", "推進法", "基本法", "支援法", "防止法", "基本計画", "大綱"].map { Array($0.unicodeScalars) }

    private static func isInActTitle(_ behind: ArraySlice<Unicode.Scalar>) -> Bool {
        let title = behind.prefix(28).prefix { !"。、」』（）\u{FFFC}".unicodeScalars.contains($0) }
        return title.contains("法") || title.contains("画") || title.contains("綱")
            ? title.indices.contains { place in acts.contains { title[place...].starts(with: $0) } } : false
    }

    /// 取り組みを, but not 取り組みやすい and 受け入れにくい.
    private static func isBehindNoun(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = text.first, "をがのはにでもとやへ（・".unicodeScalars.contains(first) else { return false }
        return !["やす", "にく"].contains { text.starts(with: $0.unicodeScalars) }
    }
}
