import Diagnostics
import Markup
import Mustache
import Templates

/// Ranges that end where they begin, or begin where they end.
enum RangeEnds {
    /// A range that ends where it begins, or begins where it ends: {{from}}から{{from}}まで, {{to}}から{{from}}まで.
    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        let line = nodesInLines(of: tree)
        for place in line.indices.dropLast(2) {
            guard case .value(let first) = tree.nodes[line[place]].kind,
                case .text(let start, let end) = tree.nodes[line[place + 1]].kind,
                case .value(let second) = tree.nodes[line[place + 2]].kind
            else { continue }
            let (begin, finish) = (tree.tags[Int(first)].name.text, tree.tags[Int(second)].name.text)
            let isTurned = isReversed(begin, finish)
            guard begin == finish || isTurned else { continue }
            let between = String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)
            guard between.count <= 6, ["から", "～", "〜", "－", "至"].contains(where: { between.contains($0) }) else {
                continue
            }
            diagnostics.append(
                Diagnostic(
                    .labelMismatch, .warning, at: tree.tags[Int(second)].place,
                    isTurned
                        ? Phrase(ja: "範囲の始めと終わりが、逆です", en: "the range begins with its end")
                        : Phrase(ja: "範囲の始めと終わりが、同じ値です", en: "the range ends with the value that it begins with"),
                    help: Phrase(
                        ja: "始めの値（fromなど）、終わりの値（toなど）の順にタグを書いてください",
                        en: "name the value of its beginning (from) and then that of its end (to)")))
        }
        return diagnostics
    }

    /// The nodes in the order in which they are read; inline tags between them make no difference.
    static func nodesInLines(of tree: TemplateTree) -> [Int] {
        var nodes: [Int] = []
        var node = 0
        while node < tree.nodes.count {
            switch tree.nodes[node].kind {
            case .attribute: node = Int(tree.nodes[node].next)
            case .element(let name) where name.isInline: node += 1
            default:
                nodes.append(node)
                node += 1
            }
        }
        return nodes
    }

    /// listed.to before listed.from.
    private static func isReversed(_ begin: String, _ finish: String) -> Bool {
        ["to": "from", "_to": "_from"].contains { to, from in
            begin.hasSuffix(to) && finish.hasSuffix(from) && begin.dropLast(to.count) == finish.dropLast(from.count)
        }
    }
}
