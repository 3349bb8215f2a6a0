import Bytes
import Diagnostics
import Japanese

/// Adverbs whose sentence has to end as they announce: 必ずしも with ない, たとえ with ても.
enum ConcordRule {
    private struct Adverb {
        let word: [Unicode.Scalar]
        let wanted: [[Unicode.Scalar]]
        let form: String
    }

    private static let negative = [[Unicode.Scalar]].words("な ず ぬ ません 難 がたい にくい 無理 困難 不可能")
    private static let adverbs: [Adverb] = [
        Adverb(word: Array("必ずしも".unicodeScalars), wanted: negative, form: "ない"),
        Adverb(word: Array("決して".unicodeScalars), wanted: negative, form: "ない"),
        Adverb(word: Array("到底".unicodeScalars), wanted: negative, form: "ない"),
        Adverb(
            word: Array("たとえ".unicodeScalars),
            wanted: [[Unicode.Scalar]].words("ても でも とも にせよ にしろ ようが ようと であれ"), form: "ても"),
    ]

    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        Sentences.ranges(in: text).flatMap { sentence in
            [
                subject(of: sentence, in: text), object(of: sentence, in: text), shown(in: sentence, of: text),
            ].compactMap(\.self)
                + adverbs.compactMap { adverb -> WordingFinding? in
                    // 解決して and たとえられる are other words.
                    let places = sentence.filter { place in
                        text[place..<sentence.upperBound].starts(with: adverb.word)
                            && (place == 0 || !text[place - 1].isKanji && text[place - 1] != "「")
                            && text[(place + adverb.word.count)...].first.map {
                                !"ばらるてまたれ話".unicodeScalars.contains($0)
                            }
                                ?? false
                    }
                    guard let place = places.last else { return nil }
                    let end = place + adverb.word.count
                    let rest = text[end..<sentence.upperBound]
                    // A heading may break off.
                    guard rest.last == "。", !rest.contains(anyOf: adverb.wanted) else { return nil }
                    let word = String(scalars: adverb.word)
                    return WordingFinding(
                        .grammar, place..<end,
                        Phrase(
                            ja: "「\(word)」を受ける「\(adverb.form)」などの言葉がありません",
                            en: "\(word) announces \(adverb.form), and the sentence has none"),
                        help: Phrase(ja: "文の終わりまで読み直してください", en: "read the sentence to its end"))
                }
        }
    }

    // MARK: What is asked for

    private static let papers = [[Unicode.Scalar]].words("様子が 状況が 結果が 内容が 理由が 日数が 氏名が 書類が 申請書が 同意書が 報告書が 届が 用紙が 記録が")
    private static let requests = [[Unicode.Scalar]].words(
        "報告してください。 記入してください。 提出してください。 記載してください。 送付してください。 持参してください。 添付してください。 郵送してください。 お知らせください。 返送してください。")
    private static let clauses = [[Unicode.Scalar]].words("場合 とき ので たら れば なら ため まで 後 を から、 とおり よう")

    /// 様子が、毎月末に学校へ報告してください: who is asked is the reader, and what is reported has を.
    private static func object(of sentence: Range<Int>, in text: [Unicode.Scalar]) -> WordingFinding? {
        let words = text[sentence]
        guard words.ends(with: requests),
            let place = words.indices.first(where: { words[$0...].start(of: papers) != nil }),
            let paper = words[place...].start(of: papers), !words[place...].contains(anyOf: clauses)
        else { return nil }
        let end = place + paper.count
        return WordingFinding(
            .grammar, place..<end,
            Phrase(
                ja: "「\(String(scalars: paper))」は、文の終わりの「ください」につながりません",
                en: "\(String(scalars: paper)) does not go with the request that ends the sentence"),
            help: Phrase(ja: "「が」は「を」ではありませんか", en: "was を meant for が?"),
            replacement: String(scalars: paper.dropLast()) + "を")
    }

    // MARK: What is shown

    private static let tables = [[Unicode.Scalar]].words("次の表を 次の図を 次のグラフを 次の一覧を 以下の表を 上の表を 下の表を 下の図を")
    private static let asides = [[Unicode.Scalar]].words("場合 とき たら れば は 見 参照")
    private static let things = [[Unicode.Scalar]].words("ものです。 ものである。 とおりです。 とおりである。")

    /// 次の表を、年度ごとの人数を示したものです: what is something has は.
    private static func shown(in sentence: Range<Int>, of text: [Unicode.Scalar]) -> WordingFinding? {
        let words = text[sentence]
        guard let table = words.start(of: tables), words.ends(with: things),
            !words.dropFirst(table.count).contains(anyOf: asides)
        else { return nil }
        let place = sentence.lowerBound..<sentence.lowerBound + table.count
        return WordingFinding(
            .grammar, place,
            Phrase(
                ja: "「\(String(scalars: table))」は、文の終わりの「ものです」につながりません",
                en: "\(String(scalars: table)) does not go with the end of the sentence"),
            help: Phrase(ja: "「を」は「は」ではありませんか", en: "was は meant for を?"),
            replacement: String(scalars: table.dropLast()) + "は")
    }

    // MARK: What a purpose is

    private static let polite = [[Unicode.Scalar]].words(
        "ます。 ました。 確保する。 支援する。 推進する。 促進する。 防止する。 実施する。 育成する。 提供する。 保障する。 図る。 高める。 防ぐ。 整える。 支える。")

    private static let subjects = [[Unicode.Scalar]].words("目的は 役割は ねらいは 趣旨は 狙いは")
    /// Predicates of a purpose itself: 目的は、次のとおりです, 役割は、時代とともに変わります.
    private static let predicates = [[Unicode.Scalar]].words(
        "あります なります なっています ございます 違います 異なります 変わります よります とします としています 含みます 含まれます 持ちます 示します 示しています 定めます 定めています 満たします 果たします 占めます 参照します"
    )

    /// 目的は、孤立を防ぎます: a purpose does nothing; it is こと.
    private static func subject(of sentence: Range<Int>, in text: [Unicode.Scalar]) -> WordingFinding? {
        let words = text[sentence]
        guard words.ends(with: polite),
            let place = words.indices.first(where: { words[$0...].start(of: subjects) != nil }),
            let subject = words[place...].start(of: subjects)
        else { return nil }
        let rest = words[(place + subject.count)...]
        // With a subject of its own, the verb is another's.
        guard rest.contains("を"), !rest.contains("が"), !rest.contains("は"), !rest.contains("も"),
            !rest.dropLast().ends(with: predicates), !rest.dropLast(3).ends(with: [["れ"]])
        else { return nil }
        let word = String(scalars: subject.dropLast())
        return WordingFinding(
            .grammar, place..<place + subject.count,
            Phrase(ja: "「\(word)は」を受ける「ことです」などの言葉がありません", en: "\(word) is said to do something"),
            help: Phrase(ja: "「～ことです。」と結ぶか、主語を直してください", en: "end with ことです, or mend the subject"))
    }
}
