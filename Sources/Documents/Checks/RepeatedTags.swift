import Diagnostics
import Markup
import Mustache
import Templates

/// A value that is printed twice with nothing between, in one line or in two lines that follow each other: {{issued}} {{issued}}.
enum RepeatedTags {
    static func findings(in tree: TemplateTree) -> [Diagnostic] { besides(in: tree) + lines(in: tree) }

    // MARK: In one line

    private static func besides(in tree: TemplateTree) -> [Diagnostic] {
        let line = RangeEnds.nodesInLines(of: tree)
        return line.indices.compactMap { place in
            guard case .value(let second) = tree.nodes[line[place]].kind else { return nil }
            var between = ""
            var before = place - 1
            if before >= 0, case .text(let start, let end) = tree.nodes[line[before]].kind {
                between = String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)
                before -= 1
            }
            guard before >= 0, case .value(let first) = tree.nodes[line[before]].kind,
                tree.tags[Int(first)].name.text == tree.tags[Int(second)].name.text,
                // 令和5年度は、令和5年度の
                separators.contains(between.filter { !$0.isWhitespace })
            else { return nil }
            return report(tree.tags[Int(second)].place)
        }
    }

    private static let separators: Set<String> = ["", "は、", "は", "、", "の"]

    // MARK: In two lines

    /// Paragraphs and items that follow each other and say the same, tags and all.
    private static func lines(in tree: TemplateTree) -> [Diagnostic] {
        let names: [ElementName] = [.p, .li, .dd]
        return tree.nodes.indices.compactMap { node in
            guard names.contains(where: { tree.isElement(node, $0) }) else { return nil }
            let next = nextElement(behind: node, tree)
            guard let next, names.contains(where: { tree.isElement(node, $0) && tree.isElement(next, $0) }) else {
                return nil
            }
            let (first, second) = (saying(node, tree), saying(next, tree))
            guard let first, first == second else { return nil }
            return report(tree.place(of: next))
        }
    }

    /// The element that follows, if only white space lies between.
    private static func nextElement(behind node: Int, _ tree: TemplateTree) -> Int? {
        var next = Int(tree.nodes[node].next)
        if next < tree.nodes.count, case .text(let start, let end) = tree.nodes[next].kind {
            guard tree.text[Int(start)..<Int(end)].allSatisfy({ $0 <= 0x20 }) else { return nil }
            next += 1
        }
        guard next < tree.nodes.count, case .element = tree.nodes[next].kind else { return nil }
        return next
    }

    /// What a line prints; nil where it has a blank, which may be one of several, or too few words to be a repetition.
    private static func saying(_ node: Int, _ tree: TemplateTree) -> String? {
        var said = ""
        var inner = node + 1
        var hasTag = false
        while inner < Int(tree.nodes[node].next) {
            switch tree.nodes[inner].kind {
            case .element(.input), .element(.textarea), .element(.ref): return nil
            case .attribute: inner = Int(tree.nodes[inner].next) - 1
            case .text(let start, let end): said += String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)
            case .value(let tag):
                said += "{{\(tree.tags[Int(tag)].name.text)}}"
                hasTag = true
            case .section(let tag): said += "{{#\(tree.tags[Int(tag)].name.text)}}"
            case .invertedSection(let tag): said += "{{^\(tree.tags[Int(tag)].name.text)}}"
            default: break
            }
            inner += 1
        }
        return hasTag || said.count >= 8 ? said : nil
    }

    private static func report(_ place: Diagnostic.Place?) -> Diagnostic {
        Diagnostic(
            .printedTwice, .warning, at: place,
            Phrase(ja: "同じ値や文が、続けて2回出ます", en: "the same value or line is printed twice in a row"),
            help: Phrase(ja: "一方を消すか、別のタグに直してください", en: "leave one out, or name another value"))
    }
}
