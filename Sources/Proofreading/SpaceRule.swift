package import Diagnostics
import Japanese

extension DiagnosticCode {
    package static let spaceInWord = DiagnosticCode(
        "J008", canBeAllowed: true,
        meaning: (
            ja: "語や文の途中に空白があります。",
            en: "A space breaks a word or a sentence."
        ),
        reason: (
            ja: "読み上げソフトが語を正しく読めず、検索でも見つかりません。",
            en: "Screen readers misread the word, and a search misses it."
        ),
        wrong: "description: 学校を訪 問し、助言する。",
        right: "description: 学校を訪問し、助言する。",
        source: (
            ja: "JIS X 8341-3:2016 達成基準1.3.2（意味のある順序）",
            en: "JIS X 8341-3:2016, success criterion 1.3.2, Meaningful Sequence"
        ))
}

/// Spaces inside Japanese words and sentences.
enum SpaceRule {
    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        var findings: [ProofreadingFinding] = []
        var quotes = 0
        var index = 1
        while index < text.count - 1 {
            // A name in quotation marks is spelt as its owner spells it.
            if text[index - 1] == "「" || text[index - 1] == "『" { quotes += 1 }
            if text[index - 1] == "」" || text[index - 1] == "』" { quotes = max(0, quotes - 1) }
            guard text[index].isBlank, quotes == 0 else {
                index += 1
                continue
            }
            var end = index
            while end < text.count, text[end].isBlank { end += 1 }
            if end < text.count, isInside(text, index, end), !isSeparator(text, index, end) {
                findings.append(ProofreadingFinding(.spaceInWord, index..<end, replacement: ""))
            }
            index = end
        }
        // Text spaced word by word is for those who learn to read.
        let isSpacedOut = findings.filter { isBehindHiragana(text, $0.range) }.count >= 2
        // 山 田　一 郎: single letters spread out on both sides of a wider space.
        let isSpread = findings.count >= 2 && text.contains("\u{3000}")
        return findings.filter {
            !(isSpacedOut && isBehindHiragana(text, $0.range)) && !(isSpread && isBetweenKanji(text, $0.range))
                && !isBeforeNumeral(text, $0.range) && !PersonalNames.isParted(text, by: $0.range)
                && !isBeforeBranch(text, $0.range) && !isReading(text, $0.range) && !isBlankOfDate(text, $0.range)
        }
    }

    private static func isBetweenKanji(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        text[range.lowerBound - 1].isKanji && text[range.upperBound].isKanji
    }

    /// A wide space parts a label from its text (第1条　この要綱は, 問　どう), a name's halves, or the blanks of a date; before a
    /// particle it does not.
    private static func isSeparator(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
        guard text[start..<end].contains("\u{3000}") else { return false }
        switch text[end] {
        case "を": return false
        case "が", "は", "の", "に":
            guard end + 1 < text.count else { return true }
            return !text[end + 1].isKanji && !text[end + 1].isKatakana
        default: return true
        }
    }

    /// 令和  年  月  日, to be filled in.
    private static func isBlankOfDate(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        "和成年月".unicodeScalars.contains(text[range.lowerBound - 1])
            && "年月日".unicodeScalars.contains(text[range.upperBound])
    }

    private static func isBehindHiragana(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        text[range.lowerBound - 1].isHiragana
    }

    /// 子どもの村 二の丸教室: a word may well begin with a numeral.
    private static func isBeforeNumeral(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        isBetweenKanji(text, range) && DoubledWordRule.numbers.contains(text[range.upperBound])
    }

    /// （やまだ はなこ）: how a name is read.
    private static func isReading(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        guard let open = text[..<range.lowerBound].lastIndex(where: { !$0.isHiragana }),
            let close = text[range.upperBound...].firstIndex(where: { !$0.isHiragana })
        else { return false }
        return "（(".unicodeScalars.contains(text[open]) && "）)".unicodeScalars.contains(text[close])
    }

    private static let branches = ["校", "教室", "園", "館", "室", "センター", "支部", "支所", "支店", "学習室", "分校"].map {
        Array($0.unicodeScalars)
    }

    /// みらい 伊丹野間校: a branch behind the name that it belongs to, where no particle joins the two.
    private static func isBeforeBranch(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        let before = text[range.lowerBound - 1]
        guard before.isHiragana, !"をはがにでとものへや".unicodeScalars.contains(before) else { return false }
        let branch = text[range.upperBound...].prefix { $0.isKanji || $0.isKatakana }
        return branch.count >= 3 && branches.contains { branch.suffix($0.count).elementsEqual($0) }
    }

    /// Between hiragana and hiragana or kanji a space breaks a word or sentence; between kanji where the pieces are single
    /// characters (目 次), spaced for looks.
    private static func isInside(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
        let (before, after) = (text[start - 1], text[end])
        if before.isHiragana, after.isHiragana || after.isKanji { return true }
        if before.isKanji, after.isHiragana { return true }
        if before.isKatakana, after.isHiragana { return true }
        guard before.isKanji, after.isKanji else { return false }
        let isSingleBefore = start < 2 || !text[start - 2].isKanji
        let isSingleAfter = end + 1 >= text.count || !text[end + 1].isKanji
        return isSingleBefore && isSingleAfter
    }
}
