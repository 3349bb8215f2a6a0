import Diagnostics
import Markup
import Mustache
import Records
import Templates

/// Lists that are counted or asked for where another one is gone through.
struct CountedLists {
    private let tree: TemplateTree
    private let fields: [Int: LabelledValues.Named]

    /// - Parameter fields: by their tags' places, those of sections too.
    static func findings(in tree: TemplateTree, _ fields: [Int: LabelledValues.Named]) -> [Diagnostic] {
        let check = CountedLists(tree: tree, fields: fields)
        return tree.nodes.indices.compactMap { node in
            switch tree.nodes[node].kind {
            case .section(let tag): check.asked(node, Int(tag))
            case .value(let tag): check.counted(Int(tag))
            default: nil
            }
        } + tree.nodes.indices.filter { tree.isElement($0, .table) }.compactMap { check.captioned($0) }
    }

    /// The list that a section goes through.
    private func list(_ node: Int) -> (name: [String], named: LabelledValues.Named)? {
        guard case .section(let tag) = tree.nodes[node].kind, let named = fields[Int(tag)],
            named.field.type.itemType != nil, !named.field.isListOfDetails
        else { return nil }
        let name = tree.tags[Int(tag)].name.segments
        return name.last == named.field.key ? (name, named) : nil
    }

    /// `{{#effects.first}}` round what goes through `{{#problems}}` alone.
    private func asked(_ node: Int, _ tag: Int) -> Diagnostic? {
        let name = tree.tags[tag].name.segments
        guard let place = name.firstIndex(of: "first"), place > 0 else { return nil }
        let list = Array(name[..<place])
        let lists = tree.content(of: node).compactMap { self.list($0) }
        let isNamed = tree.content(of: node).contains { inner in
            switch tree.nodes[inner].kind {
            case .value(let tag), .section(let tag): self.name(Int(tag)).starts(with: list)
            default: false
            }
        }
        guard !isNamed, let other = lists.first(where: { $0.name.dropLast() == list.dropLast() && $0.name != list })
        else {
            return nil
        }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[tag].place,
            Phrase(
                ja: "「\(list.joined(separator: "."))」の有無で出る部分が、「\(other.name.joined(separator: "."))」を並べます",
                en:
                    "a section that asks for \(list.joined(separator: ".")) goes through \(other.name.joined(separator: "."))"
            ),
            help: Phrase(ja: "二つの名前をそろえてください", en: "name one list in both"),
            notes: [
                tree.content(of: node).first { self.list($0)?.name == other.name }.flatMap { section($0) }.map {
                    Diagnostic.Note($0, Phrase(ja: "並べているのはここです", en: "it is gone through here"))
                }
            ])
    }

    private func name(_ tag: Int) -> [String] { tree.tags[tag].name.segments }

    private func section(_ node: Int) -> Diagnostic.Place? {
        guard case .section(let tag) = tree.nodes[node].kind else { return nil }
        return tree.tags[Int(tag)].place
    }

    /// A count of a list that the template does not have, where it has another of its record.
    private func counted(_ tag: Int) -> Diagnostic? {
        let name = name(tag)
        guard name.count >= 3, name.last == "count", let counted = fields[tag],
            counted.field.type.itemType?.recordType != nil
        else { return nil }
        let path = Array(name.dropLast())
        let others = tree.nodes.indices.compactMap { list($0) }.filter { $0.named.record === counted.record }
        guard !others.isEmpty, !others.contains(where: { $0.name == path }),
            !others.contains(where: { $0.named.field.key == counted.field.key })
        else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[tag].place,
            Phrase(
                ja: "この文書に並ばない「\(counted.field.label.ja)」の数が印字されます",
                en: "it prints the number of \(counted.field.label.en), which this document does not list"),
            help: Phrase(ja: "並べている一覧の数（.count）にしてください", en: "count the list that is gone through"))
    }

    /// A table whose title counts one list, and whose rows are another's.
    private func captioned(_ table: Int) -> Diagnostic? {
        guard let caption = tree.child(.caption, of: table), let body = tree.child(.tbody, of: table),
            let count = tree.valueTags(in: caption).first(where: { name($0).last == "count" && name($0).count >= 3 }),
            let rows = tree.children(of: body).lazy.compactMap({ node in list(node).map { (node, $0) } }).first,
            rows.1.name.count >= 2, rows.1.name != Array(name(count).dropLast())
        else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[count].place,
            Phrase(ja: "表の題名が数える一覧と、表に並ぶ一覧が違います", en: "the table's title counts another list than its rows are of"),
            help: Phrase(ja: "二つの名前をそろえてください", en: "name one list in both"),
            notes: [section(rows.0).map { Diagnostic.Note($0, Phrase(ja: "並べているのはここです", en: "its rows")) }])
    }
}
