import Bytes
import Japanese

/// What its author meant to write later, or to take out: ○○, 要確認, TODO, ←ここ, 000-0000.
public enum LeftoverRule {
    /// Signs that stand for words still to be found, twice or more in a row.
    private static let blanks = Set("○〇◯●◎×✕△▲▽▼□■◇◆＊＿".unicodeScalars)

    /// Words of work that is not done. None of them belongs to what is published.
    private static let words = [
        "要確認", "要修正", "要入力", "要記入", "要差替", "要差し替え", "確認中", "調整中", "作成中", "執筆中", "差替え予定", "差し替え予定",
        "修正案】", "【案】", "【仮】", "【要", "【確認", "【未", "未定稿", "課長指摘", "部長指摘", "係長指摘", "課長修正", "部長修正", "係長修正",
        "※後で", "※あとで", "※要", "※未", "※仮", "後で直す", "あとで直す", "後で確認", "あとで確認", "ここに入れる", "ここに書く", "仮置き", "ダミー",
        "TODO", "ToDo", "FIXME", "TBD", "XXX", "ＸＸＸ", "Lorem", "lorem ipsum", "ipsum",
    ].map { Array($0.unicodeScalars) }

    private static let bytes = words.map { Array(String(String.UnicodeScalarView($0)).utf8) }

    /// Whether a text may have something of the kind: most have not.
    public static func isSuspicious(_ text: Span<UInt8>) -> Bool {
        text.firstIndex { $0.equal(to: 0xE2) | $0.equal(to: 0xC3) | $0.equal(to: 0xEF) } != nil
            || text.firstIndex(of: zeros.span) != nil || text.firstIndex(of: noughts.span) != nil
            || bytes.contains { text.firstIndex(of: $0.span) != nil }
    }

    private static let zeros = Array("0-00".utf8)
    /// The kanji of nought, whose first byte all kana share.
    private static let noughts = Array("〇〇".utf8)

    /// Where they stand, in scalars.
    public static func find(in text: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < text.count {
            if let end = end(of: text, from: index) {
                found.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    /// Where what begins at a place ends; nil where nothing of the kind does.
    private static func end(of text: [Unicode.Scalar], from start: Int) -> Int? {
        let scalar = text[start]
        if blanks.contains(scalar) {
            let end = text[start...].firstIndex { $0 != scalar } ?? text.count
            // １〇〇 and 二〇〇〇 are numbers.
            let isNumber = scalar == "〇" && (isNumeral(text, start - 1) || isNumeral(text, end))
            return end - start >= 2 && !isNumber ? end : nil
        }
        // ←ここを直す; in a diagram both ends of an arrow have words.
        if scalar == "←", start == 0 || text[start - 1] == " " || text[start - 1] == "　" || text[start - 1] == "。" {
            return text.count - start > 1 ? text[start...].firstIndex { $0 == "\n" } ?? text.count : nil
        }
        if scalar == "0", start == 0 || !(text[start - 1].isDigit || text[start - 1] == "-") {
            let end = text[start...].firstIndex { $0 != "0" && $0 != "-" } ?? text.count
            let zeros = text[start..<end].count { $0 == "0" }
            let isWhole = end == text.count || !text[end].isDigit
            return isWhole && zeros >= 6 && text[start..<end].contains("-") ? end : nil
        }
        for word in words where word[0] == scalar && text[start...].starts(with: word) { return start + word.count }
        return nil
    }

    private static func isNumeral(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        text.indices.contains(index)
            && (text[index].isDigit || "一二三四五六七八九十百千万年月日人条項号".unicodeScalars.contains(text[index]))
    }
}
