import Diagnostics
import Markup
import Mustache
import Templates

/// Headings whose level does not go with the sections that they stand in, and titles that stand twice among their neighbours.
struct HeadingLadder {
    private let tree: TemplateTree

    private struct Heading {
        let node: Int
        let level: Int
        /// The section that it stands in; nil outside any.
        let section: Int?
        /// Whether its section begins with it.
        let isFirst: Bool
    }

    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        let check = HeadingLadder(tree: tree)
        let headings = check.headings()
        return check.levels(headings) + check.later(headings) + check.twice(headings) + check.twins(.legend)
            + check.steps()
    }

    private func headings() -> [Heading] {
        var sections: [Int] = []
        var begun: Set<Int> = []
        return tree.nodes.indices.compactMap { node in
            while let last = sections.last, Int(tree.nodes[last].next) <= node { sections.removeLast() }
            guard case .element(let name) = tree.nodes[node].kind else { return nil }
            if name == .section { sections.append(node) }
            guard let level = name.headingLevel else { return nil }
            let isFirst = sections.last.map { begun.insert($0).inserted } ?? false
            return Heading(node: node, level: level, section: sections.last, isFirst: isFirst)
        }
    }

    private func outer(_ section: Int) -> Int? {
        (0..<section).last { tree.isElement($0, .section) && Int(tree.nodes[$0].next) > section }
    }

    /// Two sections side by side in no other are headed one level below the page's title. Of three the odd one is told already.
    private func levels(_ headings: [Heading]) -> [Diagnostic] {
        let outermost = headings.filter { $0.isFirst && $0.section.map { outer($0) == nil } ?? false }
        guard headings.contains(where: { $0.level == 1 }), outermost.count <= 2 else { return [] }
        return outermost.filter { $0.level != 2 }.map { heading in
            Diagnostic(
                .repeatedTitle, .warning, at: tree.place(of: heading.node),
                Phrase(
                    ja: "この節の見出しはh\(heading.level)ですが、置かれた所ではh2になります",
                    en: "this section is headed h\(heading.level), and stands where an h2 is due"),
                help: Phrase(ja: "h2にするか、節を置く所を直してください", en: "make it an h2, or move the section"))
        }
    }

    /// Headings in a section behind its first are of one level.
    private func later(_ headings: [Heading]) -> [Diagnostic] {
        Dictionary(grouping: headings.filter { !$0.isFirst && $0.section != nil }, by: { $0.section ?? 0 })
            .sorted { $0.key < $1.key }.compactMap { _, group in
                let levels = Dictionary(grouping: group, by: \.level)
                guard group.count >= 3, levels.count == 2,
                    let odd = levels.values.first(where: { $0.count == 1 })?.first,
                    let usual = levels.keys.first(where: { $0 != odd.level })
                else { return nil }
                return Diagnostic(
                    .repeatedTitle, .warning, at: tree.place(of: odd.node),
                    Phrase(
                        ja: "並んでいるほかの見出しはh\(usual)ですが、これはh\(odd.level)です",
                        en: "the headings beside it are h\(usual), and this one is h\(odd.level)"),
                    help: Phrase(ja: "h\(usual)にそろえてください", en: "make it an h\(usual)"))
            }
    }

    /// One title twice among headings of one section, and of the sections directly in it.
    private func twice(_ headings: [Heading]) -> [Diagnostic] {
        var known: [String: Int] = [:]
        return headings.compactMap { heading in
            let parent = heading.isFirst ? heading.section.flatMap { outer($0) } : heading.section
            let title = tree.source(of: heading.node)
            guard !title.isEmpty else { return nil }
            let key = "\(parent ?? -1) \(title)"
            guard let first = known[key] else {
                known[key] = heading.node
                return nil
            }
            return repeated(heading.node, first, ja: "見出し", en: "headings")
        }
    }

    /// One legend twice in a form.
    private func twins(_ name: ElementName) -> [Diagnostic] {
        var known: [String: Int] = [:]
        return tree.nodes.indices.compactMap { node in
            guard tree.isElement(node, name) else { return nil }
            let title = tree.words(in: node).filter { !$0.isWhitespace }
            guard !title.isEmpty, tree.valueTags(in: node).isEmpty else { return nil }
            guard let first = known[title] else {
                known[title] = node
                return nil
            }
            return repeated(node, first, ja: "組の題名", en: "groups")
        }
    }

    /// Items of a list that begin with one title in bold.
    private func steps() -> [Diagnostic] {
        tree.nodes.indices.filter { tree.isElement($0, .ol) || tree.isElement($0, .ul) }.flatMap {
            list -> [Diagnostic] in
            var known: [String: Int] = [:]
            return tree.children(of: list).compactMap { item in
                guard tree.isElement(item, .li), let first = tree.child(.p, of: item),
                    let title = tree.child(.strong, of: first),
                    tree.valueTags(in: title).isEmpty, tree.words(in: first) == tree.words(in: title)
                else { return nil }
                let words = tree.words(in: title)
                guard let before = known[words] else {
                    known[words] = title
                    return nil
                }
                return repeated(title, before, ja: "項目の題名", en: "items")
            }
        }
    }

    private func repeated(_ node: Int, _ first: Int, ja: String, en: String) -> Diagnostic? {
        guard !tree.exclude(first, node) else { return nil }
        return Diagnostic(
            .repeatedTitle, .warning, at: tree.place(of: node),
            Phrase(ja: "同じ\(ja)が、並んで二つあります", en: "two \(en) side by side say the same"),
            help: Phrase(ja: "何のことか分かるものにしてください", en: "let each say what it is of"),
            notes: [Diagnostic.Note(tree.place(of: first), Phrase(ja: "前のものです", en: "the one before"))])
    }
}
