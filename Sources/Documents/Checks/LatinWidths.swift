import Bytes
import Diagnostics
import Japanese

/// One Latin word in full-width and in half-width letters: ＩＣＴ beside ICT.
enum LatinWidths {
    private struct Word {
        let isFullwidth: Bool
        let text: String
        let occurrence: OddSpelling.Occurrence
    }

    static func findings(in proses: [TemplateProse]) -> [Diagnostic] {
        let words = proses.flatMap { prose in prose.paragraphs.flatMap { Self.words(in: $0, prose) } }
        guard words.contains(where: \.isFullwidth) else { return [] }
        return Dictionary(grouping: words) { WidthFolding.ascii($0.text) }.sorted { $0.key < $1.key }.compactMap {
            word in
            let full = word.value.filter(\.isFullwidth)
            let half = word.value.filter { !$0.isFullwidth }
            guard let spelling = OddSpelling(half.map(\.occurrence), full.map(\.occurrence)),
                let firstFull = full.first, let firstHalf = half.first
            else { return nil }
            let (wrong, right) =
                spelling.isSecond ? (firstFull.text, firstHalf.text) : (firstHalf.text, firstFull.text)
            return Diagnostic(
                .mixedUsage, .warning, at: spelling.odd,
                Phrase(
                    ja: "「\(wrong)」と「\(right)」が混ざっています（全角と半角）",
                    en: "both \"\(wrong)\" and \"\(right)\" are written, in two widths"),
                help: Phrase(ja: "「\(right)」にそろえてください", en: "write \"\(right)\" throughout"),
                notes: [
                    Diagnostic.Note(
                        spelling.usual, Phrase(ja: "「\(right)」はここにあります", en: "the other is here"))
                ], fixIts: [Diagnostic.FixIt(spelling.odd, replacement: right)])
        }
    }

    private static func words(in paragraph: TemplateProse.Paragraph, _ prose: TemplateProse) -> [Word] {
        let text = paragraph.scalars
        var words: [Word] = []
        var index = 0
        while index < text.count {
            let start = index
            let isFullwidth = text[index].value >= 0xFF00
            while index < text.count, isLetter(text[index]), (text[index].value >= 0xFF00) == isFullwidth { index += 1 }
            // A letter alone is a mark of its own: Ａ and A need not be one word.
            if index - start >= 2 {
                words.append(
                    Word(
                        isFullwidth: isFullwidth, text: String(scalars: text[start..<index]),
                        occurrence: OddSpelling.Occurrence(
                            place: Diagnostic.Place(prose.source, paragraph.range(start..<index)),
                            isShared: prose.isShared)))
            }
            index = max(index, start + 1)
        }
        return words
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value >= 0xFF00 ? scalar.value - 0xFEE0 : scalar.value
        return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    }
}
