import Diagnostics
import Markup
import Mustache
import Templates

/// Heads of rows that stand twice in a table, and blanks that are called otherwise than their row is headed.
struct RowHeads {
    private let tree: TemplateTree

    private typealias Head = (row: Int, head: Int, words: String)

    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        let check = RowHeads(tree: tree)
        return tree.nodes.indices.filter { tree.isElement($0, .table) }.flatMap { table in
            let heads = check.heads(of: table)
            return check.twins(heads) + check.blanks(heads)
        }
    }

    /// The rows that begin with a header cell of words alone.
    private func heads(of table: Int) -> [Head] {
        guard let body = tree.child(.tbody, of: table) else { return [] }
        return tree.content(of: body).filter { tree.isElement($0, .tr) }.compactMap { row in
            let cells = tree.content(of: row).filter { tree.isElement($0, .th) || tree.isElement($0, .td) }
            guard let head = cells.first, tree.isElement(head, .th), tree.valueTags(in: head).isEmpty else {
                return nil
            }
            let words = tree.words(in: head).filter { !$0.isWhitespace }
            return words.count >= 2 && words.contains(where: { !$0.isNumber }) ? (row, head, words) : nil
        }
    }

    private func twins(_ heads: [Head]) -> [Diagnostic] {
        var known: [String: Int] = [:]
        return heads.compactMap { _, head, words in
            defer { known[words] = head }
            guard let first = known[words], !tree.exclude(first, head) else { return nil }
            return Diagnostic(
                .labelMismatch, .warning, at: tree.place(of: head),
                Phrase(ja: "見出し「\(words)」の行が、同じ表に二つあります", en: "two rows of the table are headed \"\(words)\""),
                help: Phrase(ja: "何の行か分かる見出しにしてください", en: "head each by what stands in it"),
                notes: [Diagnostic.Note(tree.place(of: first), Phrase(ja: "前の行です", en: "the one before"))])
        }
    }

    /// A blank is called what its row is headed with, where those of the other rows are.
    private func blanks(_ heads: [Head]) -> [Diagnostic] {
        let named = heads.compactMap { row, _, words -> (label: Int, isRight: Bool)? in
            let blank = tree.content(of: row).first { tree.isElement($0, .textarea) || tree.isElement($0, .input) }
            guard let label = blank.flatMap({ tree.attribute(.ariaLabel, of: $0) }) else { return nil }
            return (label, tree.words(in: label).contains(words))
        }
        guard named.count >= 4, named.count(where: \.isRight) * 4 >= named.count * 3 else { return [] }
        return named.filter { !$0.isRight }.map { label, _ in
            let words = tree.words(in: label)
            return Diagnostic(
                .labelMismatch, .warning, at: tree.nearestPlace(of: label),
                Phrase(
                    ja: "記入欄の名前「\(words)」が、行の見出しと違います",
                    en: "the blank is called \"\(words)\", and its row is headed otherwise"),
                help: Phrase(ja: "aria-labelか、行の見出しを直してください", en: "mend the aria-label or the row's head"))
        }
    }
}
