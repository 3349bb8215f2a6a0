import Bytes
import Japanese

/// The marks of lists that run on in a sentence: 1)電話2)郵送, ア）訪問イ）来所, and the letters イ、ロ、ハ of rules.
enum ListMarks {
    /// The orders in which items are counted by letters.
    private static let ladders = [
        "アイウエオカキクケコサシスセソタチツテトナニヌネノ", "イロハニホヘトチリヌルヲ", "abcdefghijklmnopqrstuvwxyz",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ", "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
    ].map { Array($0.unicodeScalars) }

    /// The closing brackets of marks that count on: 1) is one where there is a 2), too.
    static func brackets(in text: [Unicode.Scalar]) -> Set<Int> {
        let marks = text.indices.filter { text[$0] == ")" || text[$0] == "）" }.compactMap { index in
            counter(text, before: index).map { (index, $0) }
        }
        let counters = Set(marks.map(\.1))
        return Set(marks.filter { _, counter in !counters.isDisjoint(with: neighbours(counter)) }.map(\.0))
    }

    /// Whether the letter behind or before one counts somewhere else in the text: ウ、エ, イ、ロ.
    ///
    /// A letter counts where no other katakana touches it.
    static func isCounted(_ letter: Unicode.Scalar, in text: [Unicode.Scalar]) -> Bool {
        let near = neighbours([letter])
        return text.indices.contains { index in
            near.contains([text[index]]) && (index == 0 || !text[index - 1].isKatakana)
                && (index + 1 == text.count || !text[index + 1].isKatakana)
        }
    }

    /// What stands right before a bracket, if it can count: one or two digits, or a single letter.
    private static func counter(_ text: [Unicode.Scalar], before index: Int) -> [Unicode.Scalar]? {
        var start = index
        while start > 0, text[start - 1].isDigit { start -= 1 }
        if start == index, index > 0, ladders.contains(where: { $0.contains(text[index - 1]) }) { start -= 1 }
        guard (1...2).contains(index - start), start == 0 || !isOpening(text[start - 1]) else { return nil }
        return Array(text[start..<index])
    }

    private static func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "（" }

    private static func neighbours(_ counter: [Unicode.Scalar]) -> Set<[Unicode.Scalar]> {
        if let number = Int(WidthFolding.ascii(String(scalars: counter))) {
            let isFullwidth = !counter[0].isASCIIDigit
            let texts = [number - 1, number + 1].map { isFullwidth ? Numerals.fullwidth(String($0)) : String($0) }
            return Set(texts.map { Array($0.unicodeScalars) })
        }
        return ladders.reduce(into: []) { near, ladder in
            guard let place = ladder.firstIndex(of: counter[0]) else { return }
            if place > 0 { near.insert([ladder[place - 1]]) }
            if place + 1 < ladder.count { near.insert([ladder[place + 1]]) }
        }
    }
}
