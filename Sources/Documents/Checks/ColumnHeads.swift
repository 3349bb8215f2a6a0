import Diagnostics
import Markup
import Mustache
import Records
import Templates

/// Heads of columns that are another list's or number's: 旧 over the new text, 番号 over names.
struct ColumnHeads {
    private let tree: TemplateTree
    private let fields: [Int: LabelledValues.Named]

    /// - Parameter fields: by their tags' places, those of sections too.
    static func findings(in tree: TemplateTree, _ fields: [Int: LabelledValues.Named]) -> [Diagnostic] {
        let check = ColumnHeads(tree: tree, fields: fields)
        return tree.nodes.indices.filter { tree.isElement($0, .table) }.compactMap { check.table($0) }
    }

    private func cells(_ row: Int?) -> [Int] {
        row.map { tree.content(of: $0).filter { tree.isElement($0, .th) || tree.isElement($0, .td) } } ?? []
    }

    private func table(_ table: Int) -> Diagnostic? {
        guard let head = tree.child(.thead, of: table), let body = tree.child(.tbody, of: table) else { return nil }
        let heads = cells(tree.content(of: head).last { tree.isElement($0, .tr) })
        let values = cells(tree.content(of: body).first { tree.isElement($0, .tr) })
        guard heads.count == values.count else { return nil }
        for (head, cell) in zip(heads, values) {
            let words = tree.words(in: head).filter { !$0.isWhitespace }
            if let wrong = ofOtherList(words, cell) ?? ofName(words, cell) { return report(head, words, wrong) }
        }
        return nil
    }

    /// The list that a cell goes through, where its head is the label of another of the same record.
    private func ofOtherList(_ words: String, _ cell: Int) -> Int? {
        tree.content(of: cell).compactMap { node -> Int? in
            guard case .section(let tag) = tree.nodes[node].kind, let named = fields[Int(tag)],
                named.field.type.itemType?.recordType != nil, named.field.label.ja != words,
                named.record.fields.contains(where: { $0.label.ja == words && $0.type.itemType?.recordType != nil })
            else { return nil }
            return Int(tag)
        }.first
    }

    /// A name under 番号.
    private func ofName(_ words: String, _ cell: Int) -> Int? {
        let tags = tree.valueTags(in: cell)
        guard words == "番号", let first = tags.first, let named = fields[first], case .text = named.field.type,
            !named.field.label.ja.contains("番号")
        else { return nil }
        return first
    }

    private func report(_ head: Int, _ words: String, _ tag: Int) -> Diagnostic {
        let label = fields[tag]?.field.label
        return Diagnostic(
            .labelMismatch, .warning, at: tree.place(of: head),
            Phrase(
                ja: "列の見出し「\(words)」の下に、「\(label?.ja ?? "")」が並びます",
                en: "below \"\(words)\" there is \(label?.en ?? "something else")"),
            help: Phrase(ja: "見出しか、タグの名前を直してください", en: "mend the head or the tag"),
            notes: [Diagnostic.Note(tree.tags[tag].place, Phrase(ja: "印字する値です", en: "what is printed"))])
    }
}
