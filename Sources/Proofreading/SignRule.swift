import Bytes
import Diagnostics
import Japanese

/// Signs of another kind than the text's own: ， among 、, and half-width brackets round a sentence (公用文作成の考え方).
enum SignRule {
    static func findings(in text: [Unicode.Scalar]) -> [WordingFinding] {
        commas(in: text) + brackets(in: text)
    }

    /// ， between words where 、 stands, too; that of a number is another sign.
    private static func commas(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("，"), text.contains("、") else { return [] }
        // Titles are quoted as they are written.
        var quotation = Quotation()
        return text.indices.filter { index in
            quotation.pass(text[index])
            return text[index] == "，" && index > 0 && !quotation.isOpen
                && !(text[index - 1].isDigit && text[(index + 1)...].first?.isDigit ?? false)
        }.map { index in
            WordingFinding(
                .officialSpelling, index..<index + 1,
                Phrase(ja: "「、」の文章に「，」が混ざっています", en: "， stands among 、"),
                help: Phrase(ja: "「、」に直してください", en: "write 、"), replacement: "、")
        }
    }

    /// (消費税を含む。) in a text in Japanese.
    private static func brackets(in text: [Unicode.Scalar]) -> [WordingFinding] {
        guard text.contains("("), text.contains("。") else { return [] }
        return text.indices.compactMap { open in
            guard text[open] == "(", open > 0, text[open - 1].isKanji || text[open - 1].isHiragana,
                let close = text[open...].prefix(200).firstIndex(where: { ")）".unicodeScalars.contains($0) }),
                text[close] == ")",
                text[close - 1] == "。"
            else { return nil }
            let inside = String(scalars: text[(open + 1)..<close])
            return WordingFinding(
                .officialSpelling, open..<close + 1,
                Phrase(ja: "文が半角の括弧に入っています", en: "half-width brackets stand round a sentence"),
                help: Phrase(ja: "全角の「（）」に直してください", en: "write （ and ）"), replacement: "（\(inside)）")
        }
    }
}
