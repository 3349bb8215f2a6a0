package import Diagnostics
import Files
import Markup

extension DiagnosticCode {
    package static let tableStructure = DiagnosticCode(
        "T021", canBeAllowed: true,
        meaning: (
            ja: "表に、題名（caption）がないか、行や列の見出し（scopeの付いたth）がありません。又は、見出しのセルがtdであるか、scopeが置かれた所と合いません。",
            en: """
            The table lacks a caption, or header cells (th) with a scope; or a header cell is a td, or its scope does not go with \
            its place.
            """
        ),
        reason: (
            ja: "読み上げソフトは見出しと値を組にして読むので、見出しがないと何の値か伝わりません。",
            en: "Screen readers read each value with its header; without one, nobody can tell what it is."
        ),
        wrong: """
            <table><tbody>
            <tr><td>名称</td><td>楽笑</td></tr>
            </tbody></table>
            """,
        right: """
            <table><caption>民間施設</caption><tbody>
            <tr><th scope="row">名称</th><td>楽笑</td></tr>
            </tbody></table>
            """,
        source: (
            ja: "JIS X 8341-3:2016 達成基準1.3.1（情報及び関係性）",
            en: "JIS X 8341-3:2016, success criterion 1.3.1, Info and Relationships"
        ))
}

/// Tables that can be read by ear as by eye, and whose cells make whole rows.
extension Composer {
    /// A caption, and header cells that say of what they are the head.
    mutating func checkTables() {
        // By its table, the first header cell that is not right; `none` where all are.
        var heads: [MarkupDocument.NodeID: MarkupDocument.NodeID] = [:]
        var last = (table: MarkupDocument.none, isWrong: false)
        for head in document.elements(.th) {
            let table = self.table(of: head)
            if table != last.table {
                last = (table, heads[table, default: MarkupDocument.none] != MarkupDocument.none)
                heads[table] = heads[table] ?? MarkupDocument.none
            }
            if !last.isWrong, document.attribute(.scope, of: head, isOneOf: Self.scopes) != true {
                heads[table] = head
                last.isWrong = true
            }
        }
        for table in document.elements(.table) {
            checkTable(table, heads[table])
            checkGrid(table)
        }
    }

    /// The table that a cell stands in.
    private func table(of cell: MarkupDocument.NodeID) -> MarkupDocument.NodeID {
        var node = document.parent(cell)
        while node != MarkupDocument.none, document.element(node) != .table { node = document.parent(node) }
        return node
    }

    private mutating func checkTable(_ table: MarkupDocument.NodeID, _ wrongHead: MarkupDocument.NodeID?) {
        let caption = document.children(table).first { document.element($0) == .caption }
        let problem: (place: MarkupDocument.NodeID, summary: Phrase, help: Phrase)
        // A heading may name it.
        let isNamed = caption == nil && document.attribute(.ariaLabelledby, of: table).map { !$0.isEmpty } ?? false
        if !isNamed, caption.map({ document.line(of: $0).isEmpty }) ?? true {
            problem = (
                caption ?? table, Phrase(ja: "表に題名（caption）がありません", en: "the table has no caption"),
                Phrase(
                    ja: "<table>のすぐ中に<caption>表の題名</caption>を書いてください",
                    en: "write <caption>its title</caption> first in <table>")
            )
        } else if let wrongHead {
            guard wrongHead != MarkupDocument.none else { return }
            problem = (
                wrongHead,
                document.attribute(.scope, of: wrongHead) == nil
                    ? Phrase(ja: "見出しのセル（th）にscopeがありません", en: "a header cell (th) lacks its scope")
                    : Phrase(ja: "見出しのセル（th）のscopeの値が正しくありません", en: "a header cell (th) has an unknown scope"),
                Phrase(
                    ja: "列の見出しなら<th scope=\"col\">、行の見出しなら<th scope=\"row\">と書いてください",
                    en: "write <th scope=\"col\"> for a column's, <th scope=\"row\"> for a row's")
            )
        } else {
            problem = (
                table, Phrase(ja: "表に見出しのセル（th）がありません", en: "the table has no header cells (th)"),
                Phrase(
                    ja: "見出しのセルを<th scope=\"col\">又は<th scope=\"row\">で書いてください",
                    en: "write header cells as <th scope=\"col\"> or <th scope=\"row\">")
            )
        }
        report(problem.place, problem.summary, problem.help)
    }

    /// The values of HTML's scope attribute; any other is as if it were not there.
    private static let scopes = ["col", "row", "colgroup", "rowgroup"].map { Array($0.utf8) }

    // MARK: Cells over several columns and rows

    /// Looks at where the cells stand: none over another, none beyond its head or body, and as many columns in every row.
    private mutating func checkGrid(_ table: MarkupDocument.NodeID) {
        var placer = CellPlacer()
        var columns: Int?
        // The row before, where it is of the head.
        var head: MarkupDocument.NodeID?
        for section in document.children(table) where [.thead, .tbody].contains(document.element(section)) {
            var last = section
            for row in document.children(section) where document.element(row) == .tr {
                last = row
                for cell in document.children(row) where [.td, .th].contains(document.element(cell)) {
                    guard checkSpans(of: cell), setWidth(of: cell) else { return }
                    _ = placer.place(
                        columns: document.span(.colspan, of: cell), rows: document.span(.rowspan, of: cell))
                }
                guard !placer.hasOverlap else {
                    return report(
                        row,
                        Phrase(
                            ja: "この行のセルが、上の行から続くセルと重なります", en: "cells of this row overlap one that runs on from above"),
                        Phrase(ja: "colspanかrowspanの数を確かめてください", en: "check the numbers of colspan and rowspan"))
                }
                let filled = placer.filled
                // Of a head that is short it is the head that is told.
                if let columns, filled > columns, let head {
                    return report(
                        head,
                        Phrase(
                            ja: "この行は\(columns)列で、下の行の\(filled)列と合いません",
                            en: "this row has \(columns) columns, and the one below has \(filled)"),
                        Phrase(
                            ja: "セルの数と、colspan・rowspanの数を確かめてください",
                            en: "check the number of cells, and those of colspan and rowspan"))
                }
                guard filled == columns ?? filled else {
                    return report(
                        row,
                        Phrase(
                            ja: "この行は\(filled)列で、上の行の\(columns ?? 0)列と合いません",
                            en: "this row has \(filled) columns, and those above have \(columns ?? 0)"),
                        Phrase(
                            ja: "セルの数と、colspan・rowspanの数を確かめてください",
                            en: "check the number of cells, and those of colspan and rowspan"))
                }
                columns = filled
                head = document.element(section) == .thead ? row : nil
                placer.endRow()
            }
            guard !placer.endSection() else {
                return report(
                    last, Phrase(ja: "rowspanの数が、残りの行より多くなっています", en: "a rowspan runs beyond the last row"),
                    Phrase(ja: "その表の部分（theadやtbody）に残っている行の数にしてください", en: "it ends with its thead or tbody"))
            }
        }
    }

    /// Whether a cell's spans are numbers.
    private mutating func checkSpans(of cell: MarkupDocument.NodeID) -> Bool {
        for name in [AttributeName.colspan, .rowspan] {
            guard let text = document.attribute(name, of: cell) else { continue }
            guard let number = Int(text), (1...Limits.cellSpan).contains(number) else {
                report(
                    cell, Phrase(ja: "\(name.rawValue)の「\(text)」は使えません", en: "\(name.rawValue) cannot be \"\(text)\""),
                    Phrase(ja: "1から\(Limits.cellSpan)までの数を書いてください", en: "write a number from 1 to \(Limits.cellSpan)"))
                return false
            }
        }
        return true
    }

    /// Gives a column the share of the width that its header cell asks for; whether it can have it.
    private mutating func setWidth(of cell: MarkupDocument.NodeID) -> Bool {
        guard let width = document.attribute(.dataWidth, of: cell) else { return true }
        guard let number = Int(width.dropLast()), width.hasSuffix("%"), (1...100).contains(number),
            document.span(.colspan, of: cell) == 1
        else {
            report(
                cell, Phrase(ja: "列の幅（data-width）「\(width)」は使えません", en: "data-width cannot be \"\(width)\" here"),
                Phrase(
                    ja: "一つの列の見出しのセルに、表の幅に対する割合を「30%」のように書いてください",
                    en: "write the share of the table's width, as in 30%, on the header cell of one column"))
            return false
        }
        document.set(.style, "width: \(number)%", of: cell)
        return true
    }

    private mutating func report(_ node: MarkupDocument.NodeID, _ summary: Phrase, _ help: Phrase) {
        report(MarkupProblem(.tableStructure, at: document.origin(node), summary, help: help))
    }
}
