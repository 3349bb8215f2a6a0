package import Diagnostics
import Japanese
import Markup

extension DiagnosticCode {
    package static let typedContents = DiagnosticCode(
        "T037", canBeAllowed: true,
        meaning: (
            ja: "文書の中の見出しへのリンクを並べた一覧に、見出しと違う言葉があります。",
            en: "In a list of links to headings of the page, one reads otherwise than its heading."
        ),
        reason: (
            ja: "手で書いたもくじは、見出しを直したときに食い違います。",
            en: "Contents that are typed part from the headings as soon as those are changed."
        ),
        wrong: "<a href=\"#procedure\">出席扱いの手順</a>", right: "<a href=\"#procedure\">出席扱いの手続</a>")
}

/// Contents that somebody has typed: lists of links to headings of the page, which go wrong when the headings are changed.
extension Composer {
    mutating func checkTypedContents() {
        for list in document.elements(.ol) + document.elements(.ul) {
            let links = document.children(list).map { entry(of: $0) }
            // Among other things a link may say what it likes.
            guard links.count > 1, links.allSatisfy({ $0 != nil }) else { continue }
            let entries = links.compactMap(\.self)
            let right = entries.count { Self.says($0.text, $0.title) }
            for entry in entries where !Self.says(entry.text, entry.title) {
                guard right * 2 >= entries.count || NearestName.find(Self.core(entry.text), among: [entry.title]) != nil
                else { continue }
                report(
                    MarkupProblem(
                        .typedContents, .warning, at: document.origin(entry.link),
                        Phrase(
                            ja: "「\(entry.text)」は、リンク先の見出し「\(entry.title)」と違います",
                            en: "\"\(entry.text)\" is not what the heading that it leads to says: \"\(entry.title)\""),
                        help: Phrase(
                            ja: "もくじは<contents/>、見出しへのリンクは<ref to=\"id\"/>で書くと、見出しに合います",
                            en: "<contents/> lists the headings, and <ref to=\"id\"/> links to one, in their own words")
                    ))
            }
        }
    }

    /// A list's item that is a link to a heading and nothing else, with what both say.
    private func entry(
        of item: MarkupDocument.NodeID
    ) -> (link: MarkupDocument.NodeID, text: String, title: String)? {
        var node = item
        while document.element(node) != .a {
            let inside = document.children(node).filter {
                document.element($0).map { $0 != .ol && $0 != .ul } ?? !document.line(of: $0).isEmpty
            }
            guard inside.count == 1, document.element(inside[0]) != nil else { return nil }
            node = inside[0]
        }
        guard let address = document.attribute(.href, of: node), address.hasPrefix("#"),
            let title = anchors[String(address.dropFirst())]?.title, !title.isEmpty
        else { return nil }
        return (node, document.line(of: node), title)
    }

    /// Whether an entry says what its heading says, with a number before it or a page behind it.
    private static func says(_ text: String, _ title: String) -> Bool {
        let core = core(text)
        return core == title.filter { !$0.isWhitespace } || core == Self.core(title)
    }

    /// An entry's words, without the number before them and the page behind them.
    private static func core(_ text: String) -> String {
        let marks = "0123456789.．、,・…‥-－（）()第章節①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
        var words = Substring(WidthFolding.ascii(text).filter { !$0.isWhitespace })
        if let page = ["ページ", "頁"].first(where: { words.hasSuffix($0) }) { words = words.dropLast(page.count) }
        while let last = words.last, marks.contains(last), last != ")", last != "）" { words.removeLast() }
        return String(words.drop { marks.contains($0) })
    }
}
