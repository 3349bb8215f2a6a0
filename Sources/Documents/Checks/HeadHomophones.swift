import Bytes
import Diagnostics
import Japanese
import Proofreading

/// A header cell that is read as a word of the page's own headings and is written otherwise: 出展 below 出典一覧.
enum HeadHomophones {
    static func findings(in prose: TemplateProse, _ tables: WordTables) -> [Diagnostic] {
        let titles = prose.paragraphs.filter { ["h1", "h2", "h3", "caption", "title"].contains($0.element) }
        guard !titles.isEmpty else { return [] }
        let heads = prose.paragraphs.filter { $0.element == "th" && (2...6).contains($0.scalars.count) }
        return heads.compactMap { head in
            guard head.scalars.allSatisfy(\.isKanji),
                let meant = titles.lazy.compactMap({ word(like: head.scalars, in: $0.scalars, tables) }).first
            else { return nil }
            let (written, right) = (text(head.scalars), text(meant))
            return Diagnostic(
                .misconversion, .warning,
                at: Diagnostic.Place(prose.source, head.range(head.scalars.startIndex..<head.scalars.endIndex)),
                Phrase(
                    ja: "見出し「\(written)」は、表題の「\(right)」と読みが同じで字が違います",
                    en: "the head \"\(written)\" is read as the \"\(right)\" of a title, and is written otherwise"),
                help: Phrase(ja: "「\(right)」の変換の誤りではありませんか", en: "was \"\(right)\" meant?"))
        }
    }

    private static func text(_ scalars: [Unicode.Scalar]) -> String { String(scalars: scalars) }

    /// What differs from a word by one kanji that is read alike, as a word of its own; nil where the word itself stands there.
    private static func word(
        like word: [Unicode.Scalar], in text: [Unicode.Scalar], _ tables: WordTables
    ) -> [Unicode.Scalar]? {
        guard text.count >= word.count else { return nil }
        let windows = (0...text.count - word.count).map { Array(text[$0..<$0 + word.count]) }
        guard !windows.contains(word) else { return nil }
        return windows.first { window in
            let differing = window.indices.filter { window[$0] != word[$0] }
            return differing.count == 1 && tables.areReadAlike(window[differing[0]], word[differing[0]])
        }
    }
}
