import Diagnostics
import Japanese

/// One Latin word in full-width and in half-width letters: ＩＣＴ beside ICT.
enum LatinWidths {
    private struct Word {
        let isFullwidth: Bool
        let text: String
        let place: Diagnostic.Place
    }

    static func findings(in proses: [TemplateProse]) -> [Diagnostic] {
        let words = proses.flatMap { prose in prose.paragraphs.flatMap { Self.words(in: $0, prose.source) } }
        guard words.contains(where: \.isFullwidth) else { return [] }
        return Dictionary(grouping: words) { WidthFolding.ascii($0.text) }.sorted { $0.key < $1.key }.compactMap {
            word in
            let full = word.value.filter(\.isFullwidth)
            let half = word.value.filter { !$0.isFullwidth }
            guard let firstFull = full.first, let firstHalf = half.first else { return nil }
            // The rarer one is out of step.
            let (rare, usual) = full.count <= half.count ? (firstFull, firstHalf) : (firstHalf, firstFull)
            return Diagnostic(
                .mixedUsage, .warning, at: rare.place,
                Phrase(
                    ja: "「\(rare.text)」と「\(usual.text)」が混ざっています（全角と半角）",
                    en: "both \"\(rare.text)\" and \"\(usual.text)\" are written, in two widths"),
                help: Phrase(ja: "「\(usual.text)」にそろえてください", en: "write \"\(usual.text)\" throughout"),
                notes: [
                    Diagnostic.Note(usual.place, Phrase(ja: "「\(usual.text)」はここにあります", en: "the other is here"))
                ], fixIts: [Diagnostic.FixIt(rare.place, replacement: usual.text)])
        }
    }

    private static func words(in paragraph: TemplateProse.Paragraph, _ source: SourceFile) -> [Word] {
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
                        isFullwidth: isFullwidth, text: String(String.UnicodeScalarView(text[start..<index])),
                        place: Diagnostic.Place(source, paragraph.range(start..<index))))
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
