import Diagnostics
import Files
import Japanese
import Synchronization
import Tables

/// The kana that the readings of a kanji begin with, whether 音, 訓 or 名乗り.
public final class KanjiSounds: Sendable {
    public static let name = "kanji-sounds.tsv"

    private let table: SortedTable
    private let known = Mutex<[Unicode.Scalar: Set<Unicode.Scalar>]>([:])

    /// Maps the table of a folder.
    init(folder: String) throws(FileError) { table = try SortedTable(path: "\(folder)/\(Self.name)") }

    /// Nil of a kanji that is not in the table.
    private func sounds(of kanji: Unicode.Scalar) -> Set<Unicode.Scalar>? {
        if let found = known.withLock({ $0[kanji] }) { return found.isEmpty ? nil : found }
        var key: [UInt8] = Array(String(kanji).utf8)
        key.append(UInt8(ascii: "\t"))
        let found = Set((table.rows(beginningWith: key).first?.last ?? "").unicodeScalars)
        known.withLock { $0[kanji] = found }
        return found.isEmpty ? nil : found
    }

    /// The one kanji of a name that cannot be read as its reading has it, where all the rest can; nil where none is, or more than one:
    /// names of places are read in ways of their own.
    public func misread(_ name: String, as reading: String) -> Unicode.Scalar? {
        misreadings(of: name, as: reading).flatMap { $0.count == 1 ? $0.last : nil }
    }

    /// How many kanji of a name cannot be read as its reading has it, at the least, and the last of them; nil where there are more than
    /// two, or the name is one that is read as a whole.
    func misreadings(of name: String, as reading: String) -> (count: Int, last: Unicode.Scalar?)? {
        let text = Array(WidthFolding.ascii(name).unicodeScalars).filter { $0 != " " }
        let heard = HeardKana(reading.unicodeScalars).sounds.map(Self.unvoiced)
        guard (2...60).contains(text.count), (2...120).contains(heard.count),
            !Self.compounds.contains(where: { word in text.indices.contains { text[$0...].starts(with: word) } })
        else { return nil }
        // For each place in the reading, how many kanji have been misread up to there, and which one last.
        typealias State = (misread: Int, last: Unicode.Scalar?)
        var states = [State?](repeating: nil, count: heard.count + 1)
        states[0] = (0, nil)
        for (place, scalar) in text.enumerated() {
            var next = [State?](repeating: nil, count: heard.count + 1)
            let sounds = sounds(of: scalar, at: place, in: text)
            for (start, state) in states.enumerated() {
                guard let state, state.misread <= 1 else { continue }
                func reach(_ end: Int, _ state: State) {
                    if state.misread < next[end]?.misread ?? .max { next[end] = state }
                }
                switch sounds {
                case .itself(let kana):
                    if kana == nil {
                        reach(start, state)
                    } else if start < heard.count, heard[start] == kana {
                        reach(start + 1, state)
                    }
                case .anything(let longest):
                    for end in start...min(start + longest, heard.count) { reach(end, state) }
                case .begins(let kana):
                    guard start < heard.count else { continue }
                    let isRead = kana.contains(heard[start])
                    for end in (start + 1)...min(start + Self.longest, heard.count) {
                        reach(end, isRead ? state : (state.misread + 1, scalar))
                    }
                }
            }
            states = next
        }
        return states[heard.count].map { ($0.misread, $0.last) }
    }

    /// The kana that one kanji is read with, at most.
    private static let longest = 6

    private enum Sounds {
        /// Kana, which read themselves; nil for a mark that is not heard.
        case itself(Unicode.Scalar?)
        case begins(Set<Unicode.Scalar>)
        case anything(Int)
    }

    private func sounds(of scalar: Unicode.Scalar, at place: Int, in text: [Unicode.Scalar]) -> Sounds {
        if scalar.isHiragana || scalar.isKatakana || scalar == "ー" {
            // ヶ is read が or か.
            if "ヶヵケ".unicodeScalars.contains(scalar), place > 0, text[place - 1].isKanji { return .anything(1) }
            return .itself(HeardKana([scalar]).sounds.first.map(Self.unvoiced))
        }
        if let digit = Self.digits[scalar], !text.indices.contains(place - 1) || !text[place - 1].isASCIIDigit,
            !text.indices.contains(place + 1) || !text[place + 1].isASCIIDigit
        {
            return .begins(digit)
        }
        if scalar.isKanji, scalar != "々", let known = sounds(of: scalar) { return .begins(known) }
        // Signs are not read, and letters in any way.
        return .anything(
            scalar.isASCII && scalar.properties.isAlphabetic || scalar.isASCIIDigit || scalar.isKanji ? 10 : 0)
    }

    private static let digits: [Unicode.Scalar: Set<Unicode.Scalar>] = [
        "1": ["い", "ひ", "つ", "わ"], "2": ["に", "ふ", "つ"], "3": ["さ", "み", "す"], "4": ["し", "よ", "ふ"],
        "5": ["こ", "い", "ふ"],
        "6": ["ろ", "む", "し"], "7": ["し", "な", "せ"], "8": ["わ", "や", "え"], "9": ["く", "き", "こ", "な"],
    ]

    /// ば as は, and that as わ.
    private static func unvoiced(_ kana: Unicode.Scalar) -> Unicode.Scalar {
        guard let place = voiced.firstIndex(of: kana) else { return kana }
        return plain[place]
    }

    private static let voiced = Array("がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽ".unicodeScalars)
    private static let plain = Array("かきくけこさしすせそたちつてとわひふえほわひふえほ".unicodeScalars)

    /// Words that are read as a whole (常用漢字表の付表), and places.
    private static let compounds = [
        "今日", "明日", "昨日", "大人", "一人", "二人", "大和", "春日", "部屋", "時計", "田舎", "紅葉", "七夕", "飛鳥", "長谷", "百合", "海老", "土産",
        "梅雨", "五月", "弥生", "師走",
        "息吹", "神楽", "笑顔", "真面目", "上手", "下手", "果物", "川原", "河原", "景色", "清水", "芝生", "仲人", "名残", "雪崩", "二十日", "野良", "博士",
        "二十歳", "波止場", "日和",
        "吹雪", "迷子", "眼鏡", "八百屋", "行方", "若人", "小豆", "意気地", "母屋", "乳母", "浮気", "女将", "玄人", "素人", "竹刀", "数珠", "雑魚", "桟敷",
        "早苗", "五月雨", "時雨",
        "老舗", "砂利", "足袋", "稚児", "築山", "凸凹", "木綿", "最寄", "大阪", "神戸", "宍粟", "和泉", "服部", "向日", "東雲", "薔薇", "向日葵", "蒲公英",
        "一日", "二日", "十日", "白髪",
        "太秦", "長閑", "団栗", "胡桃", "無花果", "木霊", "不知火", "御所", "許斐", "四季", "子供", "友達", "手伝",
    ].map { Array($0.unicodeScalars) }
}
