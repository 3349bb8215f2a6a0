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
    /// The spelling of official papers first (公用文作成の考え方), and the other. Nouns written short beside the verb written in full are
    /// right: 取扱い, but 取り扱います (公用文における漢字使用等について).
    private static let pairs = [
        Pair("又は", or: "または", .conjunction), Pair("及び", or: "および", .conjunction), Pair("並びに", or: "ならびに", .conjunction),
        Pair("行う", or: "おこなう"), Pair("行い", or: "おこない"), Pair("行っ", .doing, or: "おこなっ"), Pair("行う", or: "行なう"),
        Pair("行っ", .doing, or: "行なっ"), Pair("当たって", .behindNi, or: "あたって", .behindNi),
        Pair("取組", .noun, or: "取り組み", .nounInFull), Pair("受入れ", .noun, or: "受け入れ", .nounInFull),
        Pair("問合せ", .noun, or: "問い合わせ", .nounInFull), Pair("取扱い", .noun, or: "取り扱い", .nounInFull),
        Pair("申込み", .noun, or: "申し込み", .nounInFull), Pair("打合せ", or: "打ち合わせ", .nounInFull),
        Pair("手続", .noun, or: "手続き", .noun), Pair("引き続き", or: "引続き"), Pair("組合せ", or: "組み合わせ", .nounInFull),
        Pair("全て", or: "すべて", .all), Pair("様々", or: "さまざま"), Pair("ください", or: "下さい", .auxiliary),
        Pair("いただく", or: "頂く", .auxiliary), Pair("いたします", or: "致します", .auxiliary), Pair("できる", or: "出来る"),
        Pair("既に", or: "すでに"), Pair("子供", .noun, or: "子ども", .noun), Pair("一人一人", or: "一人ひとり"),
        Pair("障害", .disability, or: "障がい", .noun), Pair("関わり", or: "かかわり", .relation),
        Pair("ウェブページ", .alone, or: "ホームページ", .alone), Pair("ウェブ", or: "ウエブ", .katakana),
        Pair("ユーザー", or: "ユーザ", .katakana), Pair("サーバー", or: "サーバ", .katakana),
        Pair("コンピューター", or: "コンピュータ", .katakana), Pair("カウンセラー", or: "カウンセラ", .katakana), Pair("、", or: "，", .pause),
    ]

    /// Two spellings of a word, each with what may stand round it.
    private struct Pair: Sendable {
        let usual, other: String
        let usualSetting, otherSetting: WordSetting

        init(
            _ usual: String, _ usualSetting: WordSetting = .anywhere, or other: String,
            _ otherSetting: WordSetting = .anywhere
        ) {
            (self.usual, self.usualSetting) = (usual, usualSetting)
            (self.other, self.otherSetting) = (other, otherSetting)
        }
    }

    /// One spelling of a pair.
    private struct Word: Sendable {
        /// Its place among all spellings: those of a pair stand beside one another.
        let place: Int
        let text: [Unicode.Scalar]
        /// What the other spelling adds: 手続 stands in 手続き, too.
        let rest: [Unicode.Scalar]
        /// What may stand round it, so that it is the word.
        let setting: WordSetting

        init(_ word: String, _ setting: WordSetting, or other: String, place: Int) {
            (self.setting, self.place) = (setting, place)
            text = Array(word.unicodeScalars)
            rest = other.hasPrefix(word) ? Array(other.unicodeScalars.dropFirst(text.count)) : []
        }
    }

    /// The spellings by their first letters.
    private static let words = Dictionary(
        grouping: pairs.enumerated().flatMap { index, pair in
            [
                Word(pair.usual, pair.usualSetting, or: pair.other, place: 2 * index),
                Word(pair.other, pair.otherSetting, or: pair.usual, place: 2 * index + 1),
            ]
        }, by: { $0.text[0] })

    private static let firstLetters = ScalarSet(
        pairs.flatMap { [$0.usual, $0.other] }.compactMap(\.unicodeScalars.first))

    /// - Parameter names: what is spelt as its owner spells it.
    static func findings(in proses: [TemplateProse], besides names: BoardNames) -> [Diagnostic] {
        let found = places(in: proses)
        return pairs.enumerated().compactMap { index, pair in
            let (firsts, seconds) = (found[2 * index], found[2 * index + 1])
            // Mostly there is one of the two.
            guard !firsts.isEmpty, !seconds.isEmpty else { return nil }
            let mayBeNamed = names.hold(pair.usual) || names.hold(pair.other)
            let isCounted = { (found: Found) in !mayBeNamed || !found.isInName(names) }
            guard
                let spelling = OddSpelling(
                    firsts.filter(isCounted).map(\.occurrence), seconds.filter(isCounted).map(\.occurrence))
            else { return nil }
            let (wrong, right) = spelling.isSecond ? (pair.other, pair.usual) : (pair.usual, pair.other)
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
}
