import Bytes
package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let mixedStyle = DiagnosticCode(
        "J019", canBeAllowed: true,
        meaning: (
            ja: "です・ますの文と、である・だの文が混ざっています。「～こと」や体言で終わる箇条、題名及び引用は数えません。",
            en:
                "Sentences in です and ます stand among such in である, or the reverse. Items that end in こと or a noun, titles and quotations do not count."
        ),
        reason: (
            ja: "別の文書から写したままになっていることが多く、誰に向けた文か分からなくなります。",
            en: "Mostly it was taken from another paper, and readers no longer know whom it speaks to."
        ),
        wrong: "相談は電話で受け付けます。郵送による提出も可能である。",
        right: "相談は電話で受け付けます。郵送による提出も可能です。",
        source: (ja: "公用文作成の考え方 Ⅰ－6", en: "公用文作成の考え方 Ⅰ-6"))
}

/// です・ます and である in one text (公用文作成の考え方 Ⅰ-6).
///
/// Titles, items that end in こと or a noun, and what is quoted have no style of their own.
public enum StyleRule {
    enum Style { case polite, plain }

    /// A sentence's style, where it has one, and its last scalars.
    struct Sentence {
        let style: Style
        let ending: Range<Int>
    }

    /// The sentence of a text that is written otherwise than most of it.
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        let sentences = sentences(in: text)
        let polite = sentences.filter { $0.style == .polite }
        let plain = sentences.filter { $0.style == .plain }
        guard !polite.isEmpty, !plain.isEmpty else { return [] }
        // Where both are as many, the first one sets the style.
        let isPolite = polite.count == plain.count ? sentences[0].style == .polite : polite.count > plain.count
        return (isPolite ? plain : polite).prefix(1).map { finding($0, text, isPolite: isPolite) }
    }

    /// A text whose sentences are all written otherwise than nearly all of the texts beside it.
    /// - Parameters:
    ///   - texts: those of one part of a document, or of one field of a list.
    ///   - least: how many texts set a style; there have to be twice as many for each that is written otherwise.
    /// - Returns: the places of those texts, with what is wrong there.
    public static func odd(
        among texts: [[Unicode.Scalar]], least: Int = 4
    ) -> [(text: Int, finding: WordingFinding)] {
        let styles = texts.map { text -> (polite: [Sentence], plain: [Sentence]) in
            let sentences = sentences(in: text)
            return (sentences.filter { $0.style == .polite }, sentences.filter { $0.style == .plain })
        }
        let polite = styles.indices.filter { !styles[$0].polite.isEmpty && styles[$0].plain.isEmpty }
        let plain = styles.indices.filter { styles[$0].polite.isEmpty && !styles[$0].plain.isEmpty }
        let (few, many) = polite.count < plain.count ? (polite, plain) : (plain, polite)
        guard !few.isEmpty, many.count >= least, few.count * 2 * least <= many.count else { return [] }
        let isPolite = polite.count > plain.count
        return few.compactMap { place in
            let sentences = isPolite ? styles[place].plain : styles[place].polite
            return sentences.first.map { (place, finding($0, texts[place], isPolite: isPolite)) }
        }
    }

    /// What of a text is not in the style that is declared for it, where all of it is in the other; where it has both, that is told already.
    public static func other(thanPolite isPolite: Bool, in text: [Unicode.Scalar]) -> WordingFinding? {
        let sentences = sentences(in: text)
        guard let first = sentences.first, sentences.allSatisfy({ ($0.style == .polite) != isPolite }) else {
            return nil
        }
        let ending = String(scalars: text[first.ending])
        let style = name(isPolite: isPolite)
        return WordingFinding(
            .mixedStyle, first.ending,
            Phrase(
                ja: "「\(ending)」は、この文書の文体（\(style.ja)）と違います",
                en: "\"\(ending)\" is not in the style that is declared for the document, \(style.en)"),
            help: Phrase(
                ja: "\(style.ja)の文に直すか、styleのsentencesを直してください",
                en: "write it with \(style.en), or mend sentences in style"))
    }

    private static func finding(_ sentence: Sentence, _ text: [Unicode.Scalar], isPolite: Bool) -> WordingFinding {
        let ending = String(scalars: text[sentence.ending])
        let style = name(isPolite: isPolite)
        return WordingFinding(
            .mixedStyle, sentence.ending,
            Phrase(
                ja: "「\(ending)」だけ、前後の文（\(style.ja)）と文体が違います",
                en: "the sentences round \"\(ending)\" are written with \(style.en)"),
            help: Phrase(ja: "\(style.ja)の文にそろえてください", en: "write all of it with \(style.en)"))
    }

    private static func name(isPolite: Bool) -> Phrase {
        isPolite ? Phrase(ja: "です・ます", en: "です and ます") : Phrase(ja: "である", en: "である")
    }

    static func sentences(in text: [Unicode.Scalar]) -> [Sentence] {
        // Part of a quotation that begins or ends elsewhere is somebody else's.
        guard text.count(where: { $0 == "「" }) == text.count(where: { $0 == "」" }) else { return [] }
        return Sentences.ranges(in: text).compactMap { range in
            guard text[range].last == "。" else { return nil }
            var end = range.upperBound - 1
            // （必要である。）: what stands in brackets at the end has been said.
            if end > range.lowerBound, text[end - 1] == "）", let open = text[range].lastIndex(of: "（") { end = open }
            guard end > range.lowerBound else { return nil }
            let words = text[range.lowerBound..<end]
            let start = max(range.lowerBound, end - 6)
            if ends(words, with: politeEndings) { return Sentence(style: .polite, ending: start..<end) }
            if ends(words, with: nounEndings) { return nil }
            return ends(words, with: plainEndings) || isVerb(words) ? Sentence(style: .plain, ending: start..<end) : nil
        }
    }

    private static func ends(_ text: ArraySlice<Unicode.Scalar>, with endings: [[Unicode.Scalar]]) -> Bool {
        endings.contains { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
    }

    /// A verb as it stands in a dictionary, or of what is past, by its last two letters: 生かす, 加わる, 通う, 立つ, 済んだ.
    private static func isVerb(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let last = text.last, let before = text.dropLast().last else { return false }
        switch last {
        case "る": return before.isKanji || before.isHiragana
        case "す": return before.isKanji || "かやらだごこめもおろぼなわた".unicodeScalars.contains(before)
        case "う": return before.isKanji || text.ends(with: volitional)
        case "つ": return before.isKanji && !"一二三四五六七八九幾".unicodeScalars.contains(before)
        // やりかた is a noun.
        case "た": return before.isHiragana && !"かなふうま".unicodeScalars.contains(before)
        default: return false
        }
    }

    private static let volitional = [[Unicode.Scalar]].words("だろう であろう しよう")

    private static let politeEndings = [
        "ます", "です", "ました", "でした", "ません", "でしょう", "ましょう", "ください", "ませんでした", "ますか", "ですか", "ますよ", "ですよ", "ますね", "ですね",
        "くださいね",
    ].map { Array($0.unicodeScalars) }

    /// こと, もの and the like end an item, whatever its style.
    private static let nounEndings = ["こと", "もの", "とき", "場合", "ため", "など", "とおり"].map { Array($0.unicodeScalars) }

    /// である and verbs as they stand in a dictionary, past and negative: a last kana that a noun seldom has.
    private static let plainEndings = [
        "である", "だ", "する", "した", "される", "された", "いる", "いた", "ある", "あった", "なる", "なった", "ない", "なかった", "できる", "できた", "れる",
        "れた", "せる", "せた", "める",
        "めた", "ける", "けた", "える", "えた", "げる", "げた", "てる", "てた", "べる", "べた", "ねる", "ねた", "行う", "行った", "図る", "図った", "努める",
        "よる", "おく",
        "いく", "よい", "きる", "きた", "ぶ", "む", "んだ", "ぐ", "いだ", "かった",
        "である", "った", "限る", "当たる", "取る", "送る", "守る", "作る", "知る", "払う", "使う", "願う", "扱う", "従う", "問う", "伴う", "整う", "担う",
        "補う", "向かう", "もらう", "渡す", "示す", "出す", "話す", "通す", "目指す",
        "促す", "果たす", "置く", "書く", "聞く", "開く", "働く", "続く", "持つ", "待つ", "立つ", "きくなる", "しい", "多い", "少ない", "高い", "低い", "長い",
        "短い", "足りる", "届く", "要する", "生じる", "応じる", "講じる", "通じる", "感じる",
    ].map { Array($0.unicodeScalars) }
}
