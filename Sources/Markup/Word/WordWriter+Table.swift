import Japanese
import OpenPackaging

/// Tables: heads that repeat on each page, cells over several columns and rows.
extension WordWriter {
    private struct Cell {
        let node: MarkupDocument.NodeID
        let column, columns, rows: Int
    }

    private struct Row {
        var cells: [Cell] = []
        let node: MarkupDocument.NodeID
        let isHeader: Bool
        let isLast: Bool
    }

    mutating func writeTable(_ table: MarkupDocument.NodeID, _ place: Place) {
        var inner = place
        inner.isBody = false
        inner.alignment = nil
        writePendingMarks(inner)
        inner.isCell = true
        inner.size = inner.style.flatMap { WordStyles.sizes[$0] } ?? WordStyles.smallSize
        for child in document.children(table)
        where document.element(child) == .caption && !document.has(.screenReader, child) {
            noteBookmark(of: child)
            writeParagraph(of: child, style: "Caption", inner)
        }
        let rows = rows(of: table)
        let widths = columnWidths(rows, place.width - place.indent)
        guard !widths.isEmpty else { return }
        body.write(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"\(widths.reduce(0, +))\" w:type=\"dxa\"/>")
        body.write(
            "<w:tblInd w:w=\"\(place.indent)\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>")
        for width in widths { body.write("<w:gridCol w:w=\"\(width)\"/>") }
        body.write("</w:tblGrid>")
        // Cells that run on: by the column where they begin, how many columns they take and in how many rows they still stand.
        var open: [Int: (columns: Int, rows: Int)] = [:]
        // What is short is not divided, as on paper.
        let isShort = rows.count <= 6
        for (index, row) in rows.enumerated() {
            inner.staysWithNext = isShort && index < rows.count - 1
            noteBookmark(of: row.node)
            body.write("<w:tr><w:trPr><w:cantSplit/>\(row.isHeader ? "<w:tblHeader/>" : "")</w:trPr>")
            var column = 0
            var cells = row.cells[...]
            while column < widths.count {
                if let running = open[column] {
                    writeCell(nil, columns: running.columns, column, widths, merge: "<w:vMerge/>", row, inner)
                    open[column] = running.rows > 1 ? (running.columns, running.rows - 1) : nil
                    column += running.columns
                } else if let cell = cells.first, cell.column == column {
                    cells = cells.dropFirst()
                    let runsOn = cell.rows > 1 && !row.isLast
                    writeCell(
                        cell.node, columns: cell.columns, column, widths,
                        merge: runsOn ? "<w:vMerge w:val=\"restart\"/>" : "", row,
                        inner)
                    if runsOn { open[column] = (cell.columns, cell.rows - 1) }
                    column += cell.columns
                } else {
                    writeCell(nil, columns: 1, column, widths, merge: "", row, inner)
                    column += 1
                }
            }
            if row.isLast { open = [:] }
            body.write("</w:tr>")
        }
        body.write("</w:tbl>")
        // Two tables beside one another would become one.
        body.write("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>")
    }

    private mutating func writeCell(
        _ node: MarkupDocument.NodeID?, columns: Int, _ column: Int, _ widths: [Int], merge: String, _ row: Row,
        _ place: Place
    ) {
        let width = widths[column..<min(column + columns, widths.count)].reduce(0, +)
        let isHead = node.map { document.element($0) == .th } ?? false
        body.write(
            "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(columns > 1 ? "<w:gridSpan w:val=\"\(columns)\"/>" : "")\(merge)"
        )
        if isHead { body.write("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"F2F2F2\"/>") }
        body.write("</w:tcPr>")
        var inner = place
        (inner.indent, inner.hanging) = (0, 0)
        inner.width = width - 200
        inner.isBold = isHead
        if row.isHeader { inner.alignment = "center" }
        if let node, document.has(.figure, node) || document.has(.right, node) { inner.alignment = "right" }
        if let node, document.has(.center, node) { inner.alignment = "center" }
        let before = body.bytes.count
        if let node {
            noteBookmark(of: node)
            writeChildren(of: node, inner)
        }
        // A cell has a paragraph.
        if body.bytes.count == before { writeParagraph([], style: nil, inner) }
        body.write("</w:tc>")
    }

    private func rows(of table: MarkupDocument.NodeID) -> [Row] {
        var rows: [Row] = []
        for section in document.children(table) where [.thead, .tbody].contains(document.element(section)) {
            var placer = CellPlacer()
            let elements = Array(document.children(section))
            for (index, element) in elements.enumerated() {
                var row = Row(
                    node: element, isHeader: document.element(section) == .thead, isLast: index == elements.count - 1)
                for cell in document.children(element) {
                    let (columns, count) = (document.span(.colspan, of: cell), document.span(.rowspan, of: cell))
                    row.cells.append(
                        Cell(
                            node: cell, column: placer.place(columns: columns, rows: count), columns: columns,
                            rows: count))
                }
                placer.endRow()
                rows.append(row)
            }
        }
        return rows
    }

    /// By the shares that a template gives, else by what the columns hold; a telephone number is not broken where there is room.
    private func columnWidths(_ rows: [Row], _ total: Int) -> [Int] {
        let count = rows.flatMap(\.cells).map { $0.column + $0.columns }.max() ?? 0
        var shares = [Int?](repeating: nil, count: count)
        var natural = [Int](repeating: 2, count: count)
        let width = DisplayWidth()
        for cell in rows.flatMap(\.cells) where cell.columns == 1 {
            if let share = document.attribute(.dataWidth, of: cell.node).flatMap({ Int($0.dropLast()) }) {
                shares[cell.column] = share
            }
            natural[cell.column] = max(natural[cell.column], width.columns(Array(document.line(of: cell.node).utf8)))
        }
        // Half a character of 10.5 points for each column of text, and the cell's margins; figures are wider in some fonts.
        let whole = natural.map { $0 * 130 + 300 }
        var widths = zip(natural, shares).map { natural, share in
            share.map { total * $0 / 100 } ?? min(natural, 48) * 105 + 240
        }
        for column in widths.indices where natural[column] <= Self.unbroken {
            widths[column] = max(widths[column], whole[column])
        }
        // The others share what is left, or give what is missing.
        let flexible = widths.indices.filter { natural[$0] > Self.unbroken }
        let fixed = widths.indices.filter { natural[$0] <= Self.unbroken }.reduce(0) { $0 + widths[$1] }
        let sum = flexible.reduce(0) { $0 + widths[$1] }
        let others = flexible.isEmpty ? Array(widths.indices) : flexible
        let (free, taken) = flexible.isEmpty ? (total, max(fixed, 1)) : (max(total - fixed, 1), max(sum, 1))
        for column in others { widths[column] = max(widths[column] * free / taken, 400) }
        return widths
    }

    /// Columns of text that a cell keeps on one line.
    private static let unbroken = 16
}
