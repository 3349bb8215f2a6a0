/// Spaces inside Japanese words and sentences.
enum SpaceRule {
    static func findings(in text: [Unicode.Scalar]) -> [ProofreadingFinding] {
        var findings: [ProofreadingFinding] = []
        var index = 1
        while index < text.count - 1 {
            guard text[index].isBlank else {
                index += 1
                continue
            }
            var end = index
            while end < text.count, text[end].isBlank { end += 1 }
            if end < text.count, isInside(text, index, end) {
                findings.append(ProofreadingFinding(.spaceInWord, index..<end, replacement: ""))
            }
            index = end
        }
        return findings
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
