import Bytes
import Diagnostics
import Japanese

/// A noun right before a verb of which it is the object, without を: 語り合う場設けます, 充実図る.
///
/// Adverbs written in kanji stand there rightly (毎年行います, 今後進める): only nouns that する makes verbs of, and a few of the field, are
/// looked at.
enum DroppedParticleRule {
    static func findings(in text: [Unicode.Scalar], _ lexicon: Lexicon) -> [WordingFinding] {
        var quotation = Quotation()
        return text.indices.compactMap { place in
            quotation.pass(text[place])
            guard !quotation.isOpen, place > 0, text[place].isKanji, text[place - 1].isKanji,
                let verb = text[place...].start(of: verbs), text[(place + verb.count)...].start(of: endings) != nil,
                isObject(text[..<place], lexicon)
            else { return nil }
            let noun = String(scalars: text[..<place].suffix(text[place - 1] == "場" ? 1 : 2))
            let written = noun + String(scalars: verb)
            return WordingFinding(
                .grammar, place - 1..<place + 1,
                Phrase(ja: "「\(written)」に、助詞の「を」がありません", en: "\(written) lacks the particle を"),
                help: Phrase(ja: "「\(noun)を」ではありませんか", en: "was \(noun)を meant?"),
                replacement: String(scalars: [text[place - 1], "を", text[place]]))
        }
    }

    private static func isObject(_ before: ArraySlice<Unicode.Scalar>, _ lexicon: Lexicon) -> Bool {
        if before.ends(with: nouns) {
            return !before.dropLast().ends(with: [Array("その".unicodeScalars)]) || before.last != "場"
        }
        let noun = before.suffix(2)
        return noun.count == 2 && noun.allSatisfy(\.isKanji) && lexicon.isVerbal(noun) && !before.ends(with: adverbs)
    }

    private static let nouns = [[Unicode.Scalar]].words("う場 る場 の場 た場 機会 窓口 体制 環境 居場所 書類 方法 様子 教室 意見 内容 目標 情報 制度 関係")
    /// Nouns of the sort that stand without a particle, too.
    private static let adverbs = [[Unicode.Scalar]].words(
        "一定 相当 継続 連続 引続 反復 直接 間接 随時 先行 同時 以上 程度 現在 平均 定期 合計 限定 重複 往復 共同 協力 連日 一括 優先 個別 集中 重点 別途 交互 分担 合同 巡回 結果")

    private static let verbs = [[Unicode.Scalar]].words(
        "行い 行う 行っ 設け 設ける 受け付け 受け付ける 進め 進める 深め 深める 整え 整える 開き 開く 求め 求める 伝え 伝える 支え 支える 図り 図る 図っ 作り 作る 見守り 見守る 広げ 広げる 確かめ 確かめる 定め 定める 認め 認める 掲げ 掲げる 踏まえ 踏まえる 集め 集める 高め 高める 知らせ 知らせる 述べ 述べる 促し 促す 担い 担う 抱え 抱える 取り 取る 取っ 得る 得て 果たし 果たす 払い 払う 続け 続ける 与え 与える 結び 結ぶ"
    ).sorted { $0.count > $1.count }
    private static let endings = [[Unicode.Scalar]].words("ます ました ません 。 こと ため 場合 もの よう た。 ている ていま たい てくだ ください")
}
