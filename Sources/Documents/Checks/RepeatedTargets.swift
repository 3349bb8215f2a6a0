import Diagnostics
import Markup
import Templates

/// Two references of a paragraph to one place, each saying what stands there: 要件を1に、支援を2に、施設を2に.
enum RepeatedTargets {
    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        tree.linedElements.flatMap { element -> [Diagnostic] in
            let references = references(in: element, tree)
            return references.indices.dropFirst().compactMap { index in
                let (node, target) = references[index]
                guard let first = references[..<index].first(where: { $0.target == target }) else { return nil }
                return Diagnostic(
                    .labelMismatch, .warning, at: tree.place(of: node),
                    Phrase(
                        ja: "一つの文の中で、違う事柄の参照先が同じ「\(target)」です",
                        en: "two matters of one sentence refer to the same place, \"\(target)\""),
                    help: Phrase(ja: "どちらかの参照先（to）を直してください", en: "mend where one of them leads"),
                    notes: [
                        Diagnostic.Note(tree.place(of: first.node), Phrase(ja: "もう一つの参照です", en: "the other reference"))
                    ])
            }
        }
    }

    /// References that tell where something stands: を before them, and に behind.
    private static func references(in element: Int, _ tree: TemplateTree) -> [(node: Int, target: String)] {
        var found: [(node: Int, target: String)] = []
        var before = ""
        var waiting: (node: Int, target: String)?
        var node = element + 1
        while node < Int(tree.nodes[element].next) {
            defer { node += 1 }
            switch tree.nodes[node].kind {
            case .attribute: node = Int(tree.nodes[node].next) - 1
            case .text(let start, let end):
                let words = String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)
                if let reference = waiting, words.hasPrefix("に") { found.append(reference) }
                (waiting, before) = (nil, words)
            case .element(.ref):
                waiting = nil
                if before.hasSuffix("を"), let to = tree.attribute(.to, of: node), tree.valueTags(in: to).isEmpty {
                    waiting = (node, tree.words(in: to))
                }
                before = ""
            default: break
            }
        }
        return found
    }
}
