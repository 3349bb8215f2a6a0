import Bytes
import Diagnostics
import Japanese

/// Page numbers typed into prose: 12ページを参照, 5頁のとおり, （p.3）.
///
/// Pages depend on paper, letters and what stands before; the screen has none. Another paper's pages are cited behind its title.
enum CitedPages {
    static func findings(in proses: [TemplateProse]) -> [Diagnostic] {
        proses.flatMap { prose in
            prose.paragraphs.flatMap { paragraph in
                pages(in: paragraph.scalars).map { range in
                    let text = String(scalars: paragraph.scalars[range])
                    return Diagnostic(
                        .citedHeading, .warning, at: Diagnostic.Place(prose.source, paragraph.range(range)),
                        Phrase(ja: "ページの番号「\(text)」が打ち込んであります", en: "the number of a page is typed: \(text)"),
                        help: Phrase(
                            ja: "ページは用紙や文字の大きさで変わります。<ref to=\"見出しのid\"/>で見出しを指してください。ほかの文書のものであれば、認めることができます",
                            en:
                                "pages depend on paper and letters: point to the heading with <ref to=\"its id\"/>; another paper's can be allowed"
                        ))
                }
            }
        }
    }

    /// What follows where a page is pointed to, not counted.
    private static let pointing = [
        "を読", "をお読み", "を見", "を御", "をご", "を参照", "参照", "に示", "に掲", "にあ", "に記", "のとおり", "で説明", "で示", "で述", "で詳", "以降",
        "の「", "の表", "の図",
        "の様式",
    ]

    private static func pages(in text: [Unicode.Scalar]) -> [Range<Int>] {
        text.indices.compactMap { start in
            guard text[start].isDigit, start == 0 || !text[start - 1].isDigit else { return nil }
            let end = text[start...].firstIndex { !$0.isDigit } ?? text.count
            guard end - start <= 3 else { return nil }
            if let sign = ["ページ", "頁"].first(where: { text[end...].starts(with: $0.unicodeScalars) }) {
                let range = start..<end + sign.unicodeScalars.count
                let behind = text[range.upperBound...]
                let isPointedTo = pointing.contains { behind.starts(with: $0.unicodeScalars) }
                return isPointedTo && !isOfOther(text, start) ? range : nil
            }
            // p.3, P3, ｐ．３ in brackets.
            var sign = start
            if sign > 0, ".．".unicodeScalars.contains(text[sign - 1]) { sign -= 1 }
            guard sign > 1, "pPｐＰ".unicodeScalars.contains(text[sign - 1]),
                // In brackets, or pointed to: p.15を参照.
                "（(→".unicodeScalars.contains(text[sign - 2])
                    && (end == text.count || "）)、～".unicodeScalars.contains(text[end]))
                    || "、。はをにの".unicodeScalars.contains(text[sign - 2])
                        && pointing.contains(where: { text[end...].starts(with: $0.unicodeScalars) }),
                !isOfOther(text, sign - 2)
            else { return nil }
            return sign - 1..<end
        }
    }

    /// Whether another paper's title stands before it: 「生徒指導提要」の12ページ.
    private static func isOfOther(_ text: [Unicode.Scalar], _ start: Int) -> Bool {
        var before = text[..<start]
        while let last = before.last, "（(の、第".unicodeScalars.contains(last) { before = before.dropLast() }
        return before.last.map { "」』》".unicodeScalars.contains($0) || $0 == TemplateProse.tag } ?? false
    }
}
