import Japanese

/// A run of digits in a text, with the commas and points inside it.
struct DigitRun {
    let range: Range<Int>
    let isFullwidth: Bool
    /// Whether the house style decides its width, and not a Latin word, a web address or a character reference.
    let isHouseStyle: Bool
}

/// The numbers of a text.
enum DigitRuns {
    static func runs(in text: [Unicode.Scalar]) -> [DigitRun] {
        // A web address's digits are its own.
        let isAddress = text.indices.dropLast(2).contains {
            text[$0] == ":" && text[$0 + 1] == "/" && text[$0 + 2] == "/"
        }
        var runs: [DigitRun] = []
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, text[index].isDigit || index > start && joins(text, index) { index += 1 }
            guard start < index else {
                index += 1
                continue
            }
            let isFullwidth = text[start].value >= 0xFF10
            let isLatin = !isFullwidth && isInLatinWord(text, start, index)
            runs.append(
                DigitRun(
                    range: start..<index, isFullwidth: isFullwidth,
                    isHouseStyle: !isAddress && !isLatin && !isInReference(text, start)))
        }
        return runs
    }

    /// Part of A4, 5G or an e-mail address, which are half-width anywhere.
    private static func isInLatinWord(_ text: [Unicode.Scalar], _ start: Int, _ end: Int) -> Bool {
        let isPart = { (scalar: Unicode.Scalar) in
            (0x41...0x5A).contains(scalar.value & ~0x20) || "@._+-".unicodeScalars.contains(scalar)
                || (0x30...0x39).contains(scalar.value)
        }
        // No word is longer, and a text of nothing else would be gone through for each of its numbers.
        let before = text[..<start].suffix(longestWord)
        let behind = text[end...].prefix(longestWord)
        let head = before.lastIndex { !isPart($0) }.map { $0 + 1 } ?? before.startIndex
        let tail = behind.firstIndex { !isPart($0) } ?? behind.endIndex
        return text[head..<tail].contains { (0x41...0x5A).contains($0.value & ~0x20) }
    }

    private static let longestWord = 256

    /// &#12354;
    private static func isInReference(_ text: [Unicode.Scalar], _ start: Int) -> Bool {
        start >= 2 && text[start - 1] == "#" && text[start - 2] == "&"
    }

    /// Whether a comma or point stands between digits: 346,482 is one number.
    private static func joins(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        ",，.．".unicodeScalars.contains(text[index]) && index + 1 < text.count && text[index + 1].isDigit
    }
}
