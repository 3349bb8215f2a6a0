import Diagnostics
import Markup
import Mustache
import Templates

/// Cells of tables that are headers by what stands round them and not by their tags, or the reverse.
struct TableCells {
    private let tree: TemplateTree

    static func findings(in tree: TemplateTree) -> [Diagnostic] {
        let check = TableCells(tree: tree)
        let tables = tree.nodes.indices.filter { tree.isElement($0, .table) }
        return tables.flatMap { check.scopes($0) + check.widths($0) } + check.rows(of: tables)
    }

    private func cells(_ row: Int) -> [Int] {
        tree.content(of: row).filter { tree.isElement($0, .th) || tree.isElement($0, .td) }
    }

    private func rows(_ section: Int?) -> [Int] {
        section.map { tree.content(of: $0).filter { tree.isElement($0, .tr) } } ?? []
    }

    private func scope(_ cell: Int) -> String? { tree.attribute(.scope, of: cell).map { tree.words(in: $0) } }

    // MARK: data-width

    /// The shares that the columns of a head ask for are no more than all of the width.
    private func widths(_ table: Int) -> [Diagnostic] {
        rows(tree.child(.thead, of: table)).compactMap { row in
            let sum = cells(row).compactMap { tree.attribute(.dataWidth, of: $0) }
                .reduce(0) { $0 + (Int(tree.words(in: $1).dropLast()) ?? 0) }
            guard sum > 100 else { return nil }
            return Diagnostic(
                .tableStructure, .warning, at: tree.place(of: row),
                Phrase(
                    ja: "列の幅（data-width）を足すと\(sum)%になります", en: "the columns' widths (data-width) add up to \(sum) %"),
                help: Phrase(ja: "合計が100%以下になるように直してください", en: "let them be 100 % at most"))
        }
    }

    // MARK: scope

    /// A head's cells are of columns, a row's first of its row; a header cell without scope stands among others that have one.
    private func scopes(_ table: Int) -> [Diagnostic] {
        let heads = rows(tree.child(.thead, of: table)).flatMap { cells($0) }.filter { tree.isElement($0, .th) }
        let sides = rows(tree.child(.tbody, of: table)).flatMap { cells($0) }.filter { tree.isElement($0, .th) }
        let wrong =
            heads.filter { scope($0) == "row" }.map { ($0, "col") }
            + sides.filter { scope($0) == "col" }.map { ($0, "row") }
        let all = heads + sides
        let without = all.filter { scope($0) == nil }
        let bare =
            without.count == 1 && all.count >= 3 ? without.map { ($0, heads.contains($0) ? "col" : "row") } : []
        return (wrong + bare).map { cell, right in
            Diagnostic(
                .tableStructure, .warning, at: tree.place(of: cell),
                Phrase(
                    ja: scope(cell) == nil ? "ほかの見出しのセルと違い、scopeがありません" : "見出しのセルのscopeが、置かれた所と合いません",
                    en: scope(cell) == nil
                        ? "unlike the other header cells it has no scope"
                        : "the header cell's scope does not go with its place"),
                help: Phrase(ja: "scope=\"\(right)\"と書いてください", en: "write scope=\"\(right)\""))
        }
    }

    // MARK: First cells

    /// A row begins with a header cell where all other rows of the template's tables do.
    private func rows(of tables: [Int]) -> [Diagnostic] {
        let rows = tables.flatMap { self.rows(tree.child(.tbody, of: $0)) }.map { cells($0) }.filter { $0.count >= 2 }
        let without = rows.filter { row in !row.contains { tree.isElement($0, .th) } }
        guard rows.count >= 3, without.count == 1, let cell = without[0].first,
            // Of one with words alone that is told already.
            !tree.valueTags(in: cell).isEmpty
        else { return [] }
        return [
            Diagnostic(
                .tableStructure, .warning, at: tree.place(of: cell),
                Phrase(ja: "ほかの行と違い、行の見出しのセルがありません", en: "unlike the other rows it has no header cell"),
                help: Phrase(ja: "<th scope=\"row\">と書いてください", en: "write <th scope=\"row\">"))
        ]
    }
}
