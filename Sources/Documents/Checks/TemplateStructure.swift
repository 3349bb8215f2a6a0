package import Diagnostics
import Japanese
import Markup
import Templates
import Mustache

extension DiagnosticCode {
    package static let repeatedTitle = DiagnosticCode(
        "T039", canBeAllowed: true,
        meaning: (
            ja: "同じ題名の表、見出し、記入欄の組又は項目が並んでいるか、見出しの段が、並んでいるものや置かれた節と合いません。",
            en:
                "Tables, headings, groups of blanks or items side by side have one title, or a heading’s level does not go with those beside it or with its section."
        ),
        reason: (
            ja: "写したままの題名や段では、どの表、どの節のことか分からなくなります。読み上げる人は、見出しの段で文書の組立てを知ります。",
            en:
                "A title or level that was copied does not say which table or section it is. Those who listen learn a page's plan from its levels."
        ),
        wrong: "<section><h3>実績</h3>…</section><section><h4>課題</h4>…</section>",
        right: "<section><h3>実績</h3>…</section><section><h3>課題</h3>…</section>")
}

/// What a template's elements say of one another, whatever the data: titles of tables that stand twice, headings side by side of unlike
/// levels, cells in a table's head that are no header cells.
enum TemplateStructure {
    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        repeatedCaptions(in: tree) + unlikeHeadings(in: tree) + plainHeads(in: tree)
            + outerLevels(in: tree) + plainRowHeads(in: tree) + otherForm(in: tree)
    }

    /// 様式3 at the head of form2.html.
    private static func otherForm(in tree: TemplateTree) -> [Diagnostic] {
        guard tree.name.hasPrefix("form"), let number = Int(tree.name.dropFirst(4)),
            let head = tree.nodes.indices.first(where: { isElement(.p, $0, tree) && tree.words(in: $0).hasPrefix("様式") }
            ),
            case let words = tree.words(in: head), let written = Int(WidthFolding.ascii(String(words.dropFirst(2)))),
            written != number
        else { return [] }
        return [
            Diagnostic(
                .citedHeading, .warning, at: tree.nearestPlace(of: head),
                Phrase(
                    ja: "form\(number)の様式ですが、「\(words)」とあります", en: "the template is form\(number), and it says \(words)"
                ),
                help: Phrase(ja: "様式の番号を直してください", en: "mend the number of the form"))
        ]
    }

    // MARK: Titles of tables

    private static func repeatedCaptions(in tree: TemplateTree) -> [Diagnostic] {
        var known: [String: Int] = [:]
        return tree.nodes.indices.compactMap { node in
            guard isElement(.caption, node, tree) else { return nil }
            let title = source(of: node, tree)
            guard !title.isEmpty else { return nil }
            guard let first = known[title] else {
                known[title] = node
                return nil
            }
            guard !tree.exclude(first, node) else { return nil }
            return Diagnostic(
                .repeatedTitle, .warning, at: tree.place(of: node),
                Phrase(ja: "同じ題名の表が、前にもあります", en: "a table before has the same title"),
                help: Phrase(ja: "どの表か分かる題名にしてください", en: "give each table a title of its own"),
                notes: [
                    tree.place(of: first).map { Diagnostic.Note($0, Phrase(ja: "前の表です", en: "the one before")) }
                ]
                .compactMap(\.self))
        }
    }

    /// The text and tags of an element.
    private static func source(of node: Int, _ tree: TemplateTree) -> String {
        tree.content(of: node).map { inner in
            switch tree.nodes[inner].kind {
            case .text(let start, let end):
                String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self).filter { !$0.isWhitespace }
            case .value(let tag), .section(let tag), .invertedSection(let tag): "{{\(tree.tags[Int(tag)].name.text)}}"
            default: ""
            }
        }.joined()
    }

    // MARK: Headings

    /// Sections side by side begin with headings of one level.
    private static func unlikeHeadings(in tree: TemplateTree) -> [Diagnostic] {
        tree.nodes.indices.flatMap { parent -> [Diagnostic] in
            switch tree.nodes[parent].kind {
            case .element(.main), .element(.section), .element(.article), .element(.div): break
            default: return []
            }
            let headings = sections(below: parent, tree).compactMap { heading(of: $0, tree) }
            var titles: Set<String> = []
            if let twice = headings.first(where: { heading in
                let title = source(of: heading.node, tree)
                return !title.isEmpty && !titles.insert("\(heading.level)\(title)").inserted
                    && tree.conditions(of: heading.node) == tree.conditions(of: headings[0].node)
            }) {
                return [
                    Diagnostic(
                        .repeatedTitle, .warning, at: tree.place(of: twice.node),
                        Phrase(ja: "同じ見出しが、並んで二つあります", en: "two headings side by side say the same"),
                        help: Phrase(ja: "何の節か分かる見出しにしてください", en: "give each section a heading of its own"),
                        notes: [
                            headings.first { source(of: $0.node, tree) == source(of: twice.node, tree) }.flatMap {
                                tree.place(of: $0.node)
                            }.map { Diagnostic.Note($0, Phrase(ja: "前の見出しです", en: "the one before")) }
                        ])
                ]
            }
            let levels = Dictionary(grouping: headings, by: \.level)
            guard levels.count == 2, headings.count >= 3,
                let few = levels.min(by: { $0.value.count < $1.value.count })?.value,
                few.count == 1, let odd = few.first, let usual = levels.keys.first(where: { $0 != odd.level })
            else { return [] }
            return [
                Diagnostic(
                    .repeatedTitle, .warning, at: tree.place(of: odd.node),
                    Phrase(
                        ja: "並んでいるほかの見出しはh\(usual)ですが、これはh\(odd.level)です",
                        en: "the headings beside it are h\(usual), and this one is h\(odd.level)"),
                    help: Phrase(ja: "h\(usual)にそろえてください", en: "make it an h\(usual)"))
            ]
        }
    }

    /// The sections directly in an element, also inside tags' sections.
    private static func sections(below parent: Int, _ tree: TemplateTree) -> [Int] {
        var found: [Int] = []
        var child = parent + 1
        while child < Int(tree.nodes[parent].next) {
            switch tree.nodes[child].kind {
            case .element(.section):
                found.append(child)
                child = Int(tree.nodes[child].next)
            case .section, .invertedSection: child += 1
            default: child = Int(tree.nodes[child].next)
            }
        }
        return found
    }

    /// The heading that a section begins with.
    private static func heading(of section: Int, _ tree: TemplateTree) -> (node: Int, level: Int)? {
        tree.content(of: section).lazy.compactMap { node -> (node: Int, level: Int)? in
            guard case .element(let name) = tree.nodes[node].kind, let level = name.headingLevel else { return nil }
            return (node, level)
        }.first
    }

    /// A heading inside a section is of a lower level than the section's own; and sections side by side begin alike.
    private static func outerLevels(in tree: TemplateTree) -> [Diagnostic] {
        tree.nodes.indices.filter { isElement(.section, $0, tree) }.flatMap { section -> [Diagnostic] in
            guard let own = heading(of: section, tree) else { return [] }
            let inner = tree.content(of: section).compactMap { node -> (node: Int, level: Int)? in
                guard case .element(let name) = tree.nodes[node].kind, let level = name.headingLevel, node != own.node
                else { return nil }
                return (node, level)
            }
            let children = sections(below: section, tree).compactMap { heading(of: $0, tree) }
            // Headings of one level in a section of their own are a list; one among lower ones, or of a section inside, is a slip.
            let above = inner.enumerated().filter { place, found in
                found.level <= own.level && !tree.exclude(own.node, found.node)
                    && (children.contains { $0.node == found.node }
                        || inner[..<place].contains { $0.level > own.level })
            }.map(\.element)
            // The first is one level below, and a later one two: nothing else says so.
            let first = children.first?.level
            let below =
                children.count == 2 && first == own.level + 1 ? children.filter { $0.level > own.level + 1 } : []
            return (above + below).map { odd in
                Diagnostic(
                    .repeatedTitle, .warning, at: tree.place(of: odd.node),
                    Phrase(
                        ja: "この節の見出しはh\(own.level)なので、その中の見出しh\(odd.level)は段が合いません",
                        en: "the section is headed by an h\(own.level), and an h\(odd.level) in it is of a wrong level"),
                    help: Phrase(ja: "h\(own.level + 1)にそろえてください", en: "make it an h\(own.level + 1)"))
            }
        }
    }

    // MARK: Heads of tables

    /// The first cells of rows are header cells where those of other rows are.
    private static func plainRowHeads(in tree: TemplateTree) -> [Diagnostic] {
        tree.nodes.indices.filter { isElement(.tbody, $0, tree) }.flatMap { body -> [Diagnostic] in
            let firsts = tree.content(of: body).filter { isElement(.tr, $0, tree) }.compactMap { row in
                tree.line(of: row).first { isElement(.th, $0, tree) || isElement(.td, $0, tree) }
            }
            guard firsts.filter({ isElement(.th, $0, tree) }).count * 2 >= firsts.count else { return [] }
            return firsts.filter {
                isElement(.td, $0, tree) && !tree.words(in: $0).allSatisfy(\.isWhitespace)
                    && tree.valueTags(in: $0).isEmpty
            }
            .map { cell in
                Diagnostic(
                    .tableStructure, .error, at: tree.place(of: cell),
                    Phrase(
                        ja: "ほかの行の見出しは<th>ですが、このセルは<td>です", en: "other rows begin with a <th>, and this one with a <td>"
                    ),
                    help: Phrase(ja: "<th scope=\"row\">と書いてください", en: "write <th scope=\"row\">"))
            }
        }
    }

    /// The cells of a head are header cells.
    private static func plainHeads(in tree: TemplateTree) -> [Diagnostic] {
        tree.nodes.indices.filter { isElement(.thead, $0, tree) }.flatMap { head in
            tree.content(of: head).filter { isElement(.td, $0, tree) && !source(of: $0, tree).isEmpty }.map { cell in
                Diagnostic(
                    .tableStructure, .error, at: tree.place(of: cell),
                    Phrase(ja: "見出しの行のセルが<td>です", en: "a cell of the table's head is a <td>"),
                    help: Phrase(ja: "<th scope=\"col\">と書いてください", en: "write <th scope=\"col\">"))
            }
        }
    }

    private static func isElement(_ name: ElementName, _ node: Int, _ tree: TemplateTree) -> Bool {
        if case .element(name) = tree.nodes[node].kind { true } else { false }
    }
}
