import Japanese

/// What may stand before and behind a spelling, so that it is the word that is meant, and not a piece of other words that
/// happens to be written with the same letters: いずれまたはっきり, 学校に行って, 障がい福祉課.
enum WordSetting: Sendable {
    case anywhere
    /// Between nouns or behind verbs: A または B.
    case conjunction
    /// Behind に: 実施に当たって, but ボールが当たって.
    case behindNi
    /// おこなう and not いく: 会議を行って, but 学校に行って.
    case doing
    /// すべて behind a particle or a noun, and not 滑って.
    case all
    /// かかわり, but not にかかわりなく.
    case relation
    /// A katakana word that is not the beginning of another: サーバ, but not サーバント.
    case katakana
    /// 障害 of a person, not of a line or a race.
    case disability
    /// ホームページ, but not ホームページ作成講座.
    case alone
    /// A word that names of sections, acts and plans are made of: 子ども家庭課, 障害者基本法.
    case noun
    /// A noun written as the verb is: 取り組みを, but not 取り組みやすい.
    case nounInFull
    /// A verb behind another, and not behind an object: 御記入ください, but 資料を下さい.
    case auxiliary
    /// Between words, and not within a number: 学校，家庭, but 1，000.
    case pause

    func allows(before: ArraySlice<Unicode.Scalar>, behind: ArraySlice<Unicode.Scalar>) -> Bool {
        switch self {
        case .anywhere: true
        case .conjunction: Self.joins(before, behind)
        case .behindNi: before.last == "に"
        case .doing: before.last.map { "をはもが".unicodeScalars.contains($0) || $0.isKanji } ?? false
        case .all:
            (before.last.map { !$0.isHiragana || "のはがをにでもとや".unicodeScalars.contains($0) } ?? true)
                && !(behind.first.map { "っん".unicodeScalars.contains($0) } ?? false)
        case .relation: !(before.last == "に" && behind.first == "な")
        case .katakana: !(behind.first.map(Self.isKatakana) ?? false)
        case .disability: !Self.isOfThings(before, behind) && !Self.beginsName(behind)
        case .alone: !(behind.first.map { $0.isKanji || Self.isKatakana($0) } ?? false)
        case .noun: !Self.beginsName(behind)
        case .nounInFull: Self.isBehindNoun(behind)
        case .auxiliary: before.last != "を"
        case .pause: !((before.last?.isDigit ?? false) && (behind.first?.isDigit ?? false))
        }
    }

    /// Whether a conjunction's letters join what is round them: また, 及ぶ and 並ぶ begin or end in hiragana there.
    private static func joins(_ before: ArraySlice<Unicode.Scalar>, _ behind: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = behind.first else { return false }
        // 影響が広くにおよび, 歯ならびに気を付ける
        if let last = before.last, "に歯横軒".unicodeScalars.contains(last) { return false }
        if let last = before.last, last.isHiragana { return first.isKanji || isKatakana(first) || first == "「" }
        // または御本人, またはその保護者
        return !first.isHiragana || "おごそこ".unicodeScalars.contains(first)
    }

    /// 通信障害, システム障害, 障害物競走
    private static func isOfThings(_ before: ArraySlice<Unicode.Scalar>, _ behind: ArraySlice<Unicode.Scalar>) -> Bool {
        if behind.first == "物" { return true }
        return ["通信", "電波", "交通", "回線", "機器", "システム", "ネットワーク", "サーバー", "輸送"].contains {
            before.suffix($0.unicodeScalars.count).elementsEqual($0.unicodeScalars)
        }
    }

    /// The ends of names of sections, offices, acts, plans and the like.
    private static let nameEnds = [
        "課", "係", "室", "局", "部", "庁", "省", "法", "条例", "規則", "要綱", "計画", "大綱", "プラン", "ビジョン", "協会",
        "連盟", "協議会", "会議", "委員会", "審議会", "センター", "ホーム", "手帳", "年金", "食堂", "サービス", "週間", "月間", "条約", "憲章", "宣言",
        "会", "園", "館", "教室", "クラブ", "クリニック", "病院", "医院", "財団", "基金",
    ].map { Array($0.unicodeScalars) }

    /// Whether a name goes on behind a word, in kanji and katakana: 障がい福祉課, 子ども・若者支援センター長, 子どもの権利条約第12条.
    private static func beginsName(_ behind: ArraySlice<Unicode.Scalar>) -> Bool {
        let rest = behind.first == "の" ? behind.dropFirst() : behind
        var run = rest.prefix { $0.isKanji || isKatakana($0) || $0 == "・" }
        if let last = run.last, "長員第".unicodeScalars.contains(last) { run = run.dropLast() }
        return nameEnds.contains { run.suffix($0.count).elementsEqual($0) }
    }

    /// 取り組みを, but not 取り組みやすい and 受け入れにくい.
    private static func isBehindNoun(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = text.first, "をがのはにでもとやへ（・".unicodeScalars.contains(first) else { return false }
        return !["やす", "にく"].contains { text.starts(with: $0.unicodeScalars) }
    }

    private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool { (0x30A1...0x30FC).contains(scalar.value) }
}
