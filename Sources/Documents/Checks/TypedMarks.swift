import Diagnostics
import Japanese
import Markup
import Mustache
import Templates

/// Numbers typed before the title of a figure or of a group of blanks in a numbered list: 図1　, 3　.
struct TypedMarks {
    private let tree: TemplateTree

    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        let check = TypedMarks(tree: tree)
        return tree.nodes.indices.compactMap { node in
            guard case .element(let name) = tree.nodes[node].kind else { return nil }
            return switch name {
            case .figcaption: check.title(node)
            case .legend: check.legend(node)
            default: nil
            }
        }
    }

    /// The words that an element, or the first paragraph in it, begins with, and where they stand.
    private func beginning(of node: Int) -> (text: String, node: Int)? {
        for inner in tree.content(of: node) {
            switch tree.nodes[inner].kind {
            case .text(let start, let end):
                let text = String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)
                if text.allSatisfy(\.isWhitespace) { continue }
                return (String(text.drop { $0.isNewline || $0 == " " || $0 == "　" }), inner)
            case .value: return nil
            case .element(let name) where [.input, .textarea, .ol, .ul, .table, .ref].contains(name): return nil
            default: continue
            }
        }
        return nil
    }

    private func legend(_ node: Int) -> Diagnostic? {
        guard let (text, place) = beginning(of: node), let mark = Self.mark(text), isInNumberedList(node) else {
            return nil
        }
        return report(mark, "番号の付く項目", "the numbered item", place)
    }

    private func isInNumberedList(_ node: Int) -> Bool {
        tree.nodes.indices.prefix(node).contains { tree.isElement($0, .ol) && Int(tree.nodes[$0].next) > node }
    }

    /// 図２：, 第1図　
    private func title(_ node: Int) -> Diagnostic? {
        guard let (text, place) = beginning(of: node) else { return nil }
        let folded = WidthFolding.ascii(text)
        // To make a pattern costs more than to look for it.
        guard folded.hasPrefix("図") || folded.hasPrefix("第"),
            let match = folded.prefixMatch(
                of: #/図[0-9]{1,2}(?=[ :.、])|第[0-9]{1,2}図(?=[ :])/#)
        else {
            return nil
        }
        return report(String(match.output), "題名", "the title", place)
    }

    /// The mark that a text begins with, as people type it before an item.
    private static func mark(_ text: String) -> String? {
        let folded = WidthFolding.ascii(text)
        guard let first = folded.unicodeScalars.first,
            first.isASCIIDigit || first.isKatakana || first == "(" || ("①"..."⑳").contains(first)
        else { return nil }
        let pattern =
            #/[①-⑳]|\((?:[0-9]{1,2}|[ア-ン]|[a-z])\)|[ア-ン]\)|[ア-ン](?= )|[0-9]{1,2}(?=[ .)][ ]?[^0-9])/#
        return folded.prefixMatch(of: pattern).map { String($0.output) }
    }

    private func report(_ mark: String, _ ja: String, _ en: String, _ node: Int) -> Diagnostic {
        Diagnostic(
            .typedMark, .warning, at: tree.place(of: node),
            Phrase(ja: "\(ja)の初めに「\(mark)」と打ち込んであります", en: "\(en) begins with \"\(mark)\", which somebody has typed"),
            help: Phrase(
                ja: "消してください。番号や記号は、<ol>、<ul>又はdata-markerにより自動で付きます",
                en: "delete it: <ol>, <ul> and data-marker number and mark by themselves"))
    }
}
