import Bytes
import Japanese

/// Notes of an author to himself or a colleague, in words of his own: （文言は係長に相談）, ※数字は後で差し替え, この段落は前年度のままです。
///
/// Such a note says of something that is written (a sentence, a figure, a picture, a colleague) that something is to be done to it (put in,
/// mended, asked). It stands in brackets, behind an arrow or ※, or as a few words without a stop; sentences to readers do not end so.
enum AuthorNoteRule {
    /// - Returns: where such notes stand, in scalars.
    static func find(in text: [Unicode.Scalar]) -> [Range<Int>] {
        let notes = asides(in: text).filter { isNote(text[$0]) }
        // Of notes that hold one another the innermost.
        let asides = notes.enumerated().filter { place, note in
            !notes.enumerated().contains { other, inner in
                note != inner
                    ? note.lowerBound <= inner.lowerBound && inner.upperBound <= note.upperBound : other < place
            }
        }.map(\.element)
        let sentences = Sentences.ranges(in: text).filter { sentence in
            !asides.contains { $0.overlaps(sentence) } && isSentenceOnText(text[sentence])
        }
        return (asides + sentences).sorted { $0.lowerBound < $1.lowerBound }
    }

    // MARK: Which texts are looked at

    /// One of these stands in every text that has a note before its last words: it begins an aside, or stands in a sentence on the text.
    static let triggers = marks + [states, colleagues, scalarsOfFigures, scalarsOfPlease, sources].joined().map(key)

    /// The last letter of every note that ends a text.
    private static let endings = ScalarSet(
        (whole.map { Array($0.unicodeScalars) } + acts + laterActs + doubts).compactMap(\.last))

    /// The letter of a word that the fewest texts have: its first kanji; the one that it has twice in a row, as まま; or its first.
    private static func key(of word: [Unicode.Scalar]) -> Unicode.Scalar {
        let doubled = zip(word, word.dropFirst()).first { $0 == $1 }?.0
        return word.first(where: \.isKanji) ?? doubled ?? word[0]
    }

    /// Whether a text may end with a note.
    static func mayEnd(with last: Unicode.Scalar) -> Bool { endings.contains(last) || asking.contains(last) }

    private static let asking = ScalarSet(Array("？?！!".unicodeScalars))

    // MARK: Where notes stand

    private static let brackets = Array("（(【〔［".unicodeScalars)
    private static let pointers = Array("※→←⇒★".unicodeScalars)
    private static let marks = brackets + pointers

    /// The insides of brackets, what follows ※ and arrows, and the words behind the last stop.
    private static func asides(in text: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var open: Int?
        for index in text.indices {
            switch text[index] {
            case let bracket where brackets.contains(bracket): open = index + 1
            case "）", ")", "】", "〕", "］":
                if let start = open, index > start { found.append(start..<index) }
                open = nil
            case let mark where pointers.contains(mark):
                let reach = text[(index + 1)...].prefix(31)
                let end = reach.firstIndex { "。）)】\n".unicodeScalars.contains($0) } ?? reach.endIndex
                if end > index + 1 { found.append(index + 1..<end) }
            default: break
            }
        }
        let tail = text.lastIndex { "。）)】\n".unicodeScalars.contains($0) }.map { $0 + 1 } ?? 0
        if tail < text.count { found.append(tail..<text.count) }
        // A note is short.
        return found.filter { $0.count <= 30 }
    }

    // MARK: What notes say

    private static func scalars(_ words: [String]) -> [[Unicode.Scalar]] { words.map { Array($0.unicodeScalars) } }

    /// All of a note.
    static let whole: Set<String> = [
        "要修文", "要調整", "要加筆", "要追記", "要更新", "要差替え", "後ほど追記", "未記入", "校正済み", "校正済", "修正前", "修正済み", "反映済み", "見え消し", "協議中",
        "たたき台",
        "たたき案", "図を挿入", "写真を挿入", "写真挿入", "図挿入", "地図を挿入", "案の2", "案の１", "案の２", "案の1", "原稿待ち", "写真待ち", "回答待ち", "決裁待ち",
        "重複",
        "サンプルテキスト", "仮の文章です", "仮の文章", "仮の数値", "仮の数字", "仮データ", "ほげほげ", "ほげ", "あああ", "テスト投稿", "確認お願いします", "ご確認ください→",
        "以下余白に追記",
        "以下、昨年の文", "以下は昨年の文", "この表現でよい", "これでよい", "数字は仮", "数値は仮", "金額は仮", "日付は仮", "要確認事項", "旧文", "新文", "没", "ボツ",
    ]

    /// What is written, and who is asked about it.
    private static let matters = scalars([
        "ここ", "この行", "この文", "この段落", "この項", "この表", "この書き方", "この部分", "この数字", "この数値", "文章", "文言", "表現", "言い回し", "書きぶり",
        "書き方", "原稿", "数字", "数値",
        "図を", "図は", "表を", "最新版", "別紙は", "写真", "地図", "画像", "校章", "見出し", "前任者", "係長", "課長", "部長", "次長", "主査", "財政課",
        "総務課", "法規", "法制", "さんに",
        "さんへ", "昨年の", "去年の",
        "昨年度の", "前回の", "昨年度実績", "最新のもの", "通知の本文", "元の資料", "原典", "出典",
    ])

    /// What is to be done, at the end of a note.
    static let acts = scalars([
        "入れる", "入れておく", "入れて", "を書く", "書き直す", "足す", "直す", "直して", "消す", "消して", "削る", "差し替え", "差し替える", "差替え", "差替", "挿入",
        "追記", "追記する", "追加",
        "流用", "合わせる", "考える", "載せる", "確認", "確認する", "確認して", "確認のこと", "聞く", "聞いて", "相談", "相談する", "照会", "照会する", "修正",
        "修正する", "反映", "更新",
        "更新する", "更新すること", "のまま", "コピー", "使う", "使い回し", "埋める", "膨らませる", "書き足す", "削除", "見直す", "整える", "検討", "貼る", "貼り付け",
        "書きかけ", "作業中", "途中", "未完", "できていません", "届いていません", "未着です", "できましたか", "ましたか",
    ])

    private static let places = scalars(["ここに", "ここへ"])
    /// Acts that are done to persons and offices.
    private static let askings = scalars(["相談", "相談する", "照会", "照会する", "聞く", "聞いて"])

    private static let later = scalars([
        "後で", "あとで", "後ほど", "のちほど", "決裁後に", "確定後に", "確定したら", "届いたら", "決まったら", "調整後に", "調整が済んだら", "分かり次第",
    ])

    /// Acts that stand behind 後で: what readers do later is told in sentences.
    static let laterActs = scalars([
        "入れる", "書く", "足す", "直す", "消す", "差し替え", "差し替える", "差替え", "追記", "追加", "記載", "挿入", "埋める", "修正", "載せる", "確認",
    ])

    /// What is asked about a text, before a question mark.
    static let doubts = scalars(["よい", "いい", "同じ", "重複", "正しい", "これで", "必要", "不要", "削除"])

    private static func isNote(_ aside: ArraySlice<Unicode.Scalar>) -> Bool {
        var text = aside
        while let first = text.first, "※→←⇒★：: 　".unicodeScalars.contains(first) { text = text.dropFirst() }
        var asks = false
        while let last = text.last, "？?！!。".unicodeScalars.contains(last) {
            asks = asks || last == "？" || last == "?"
            text = text.dropLast()
        }
        let words = String(scalars: text)
        if whole.contains(words) { return true }
        // （ここに相談）: of a place that is gone to, whoever reads it is told.
        if text.contains(anyOf: places), text.ends(with: askings) { return false }
        // Tags print something; a note has none.
        guard !text.contains("\u{FFFC}"), !text.contains("、") || text.count <= 20 else { return false }
        if text.ends(with: laterActs), text.contains(anyOf: later) { return true }
        if asks, text.ends(with: doubts) {
            return text.count <= 12 && words != "必要"
        }
        return text.ends(with: acts) && text.contains(anyOf: matters)
    }

    // MARK: Sentences

    static let parts = scalars(["この段落", "この文", "この行", "この項目", "この箇所", "この部分", "この表", "この数字", "この数値", "この文章"])
    static let states = scalars(["のままです。", "のまま。", "は仮です。", "仮のものです。", "未確認です。", "要確認です。", "古いです。", "昨年のものです。"])
    static let colleagues = scalars(["係長、", "課長、", "部長、", "主査、", "さん、", "次長、"])
    static let requests = scalars(["見てください。", "確認してください。", "直してください。", "お願いします。", "確認をお願いします。", "見ておいてください。"])
    static let sources = scalars([
        "去年の文", "昨年の文", "前回の文", "昨年度の文", "前年度の文", "去年の原稿", "昨年の原稿", "前回の原稿", "去年の資料", "昨年の資料",
    ])
    static let copies = scalars(["コピー", "流用", "そのまま", "貼った", "貼り付け"])

    private static func isSentenceOnText(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool {
        guard sentence.count <= 40 else { return false }
        if parts.contains(where: { sentence.starts(with: $0) }), sentence.ends(with: states) { return true }
        if sentence.ends(with: requests), sentence.contains(anyOf: scalarsOfHere),
            sentence.prefix(12).contains(anyOf: colleagues)
        {
            return true
        }
        if sentence.ends(with: scalarsOfFigures) { return true }
        if sentence.count <= 14, sentence.ends(with: scalarsOfPlease) { return true }
        return sentence.contains(anyOf: sources) && sentence.contains(anyOf: copies)
    }

    private static let scalarsOfHere = scalars(["ここ", "この", "これ"])
    static let scalarsOfFigures = scalars(["数値は仮です。", "数字は仮です。", "金額は仮です。", "仮の数値です。", "仮の数字です。", "仮の文章です。"])
    static let scalarsOfPlease = scalars(["確認お願いします。"])
}
