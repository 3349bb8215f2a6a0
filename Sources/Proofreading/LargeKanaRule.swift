import Japanese

/// Large kana in place of small ones: キヤンパス, スタツフ, しましよう.
///
/// Names may be written so on purpose (キヤノン, シヤチハタ), and スポーツカー and ミツバチ are right, so only pieces that stand in no
/// word are looked for.
enum LargeKanaRule {
    /// Each piece with its right form, by its first letter.
    static let pieces: [Unicode.Scalar: [(wrong: [Unicode.Scalar], right: String)]] = {
        let words = [
            ("ネツト", "ネット"), ("スタツフ", "スタッフ"), ("セツト", "セット"), ("チエツク", "チェック"), ("チェツク", "チェック"),
            ("ステツプ", "ステップ"), ("キツズ", "キッズ"), ("キツチン", "キッチン"), ("ロボツト", "ロボット"), ("サツカー", "サッカー"),
            ("クラツク", "クラック"), ("ブツク", "ブック"), ("トツプ", "トップ"), ("アツプ", "アップ"), ("グツズ", "グッズ"),
            ("ケツト", "ケット"), ("ベツド", "ベッド"), ("バツク", "バック"), ("ホツト", "ホット"), ("タブレツト", "タブレット"),
            ("キヤン", "キャン"), ("シヤル", "シャル"), ("チヤレ", "チャレ"), ("シヨン", "ション"), ("シヨツプ", "ショップ"),
            ("シヨップ", "ショップ"), ("シヨート", "ショート"), ("ミユニ", "ミュニ"), ("ニユー", "ニュー"), ("ジユニ", "ジュニ"),
            ("ミユージ", "ミュージ"), ("ギヤラリ", "ギャラリ"), ("シヤツ", "シャツ"), ("キヤツ", "キャッ"), ("キヤリア", "キャリア"),
            ("スケジユ", "スケジュ"), ("ちよつと", "ちょっと"), ("ちよっと", "ちょっと"), ("しましよう", "しましょう"),
            ("きましよう", "きましょう"), ("りましよう", "りましょう"), ("みましよう", "みましょう"), ("えましよう", "えましょう"),
            ("いましよう", "いましょう"), ("めましよう", "めましょう"),
        ]
        return Dictionary(grouping: words) { $0.0.unicodeScalars.first! }.mapValues { group in
            group.map { (Array($0.0.unicodeScalars), $0.1) }
        }
    }()

    static let triggers: [Trigger] = [.letters("ツヤユヨ", behind: .katakana), .pair("ちし", "よ"), .pair("つ", "と")]

    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        var findings: [ProofreadingFinding] = []
        var index = 0
        while index < text.count {
            guard let piece = pieces[text[index]]?.first(where: { text[index...].starts(with: $0.wrong) }) else {
                index += 1
                continue
            }
            let end = index + piece.wrong.count
            findings.append(ProofreadingFinding(.largeKana, index..<end, replacement: piece.right))
            index = end
        }
        return findings
    }
}
