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
            cellBreaks = CellLines.breaks(in: child, of: document, letter: inner.size * 10, room: place.width)
            writeParagraph(of: child, style: "Caption", inner)
            cellBreaks = []
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
        inner.endStays = false
        for (index, row) in rows.enumerated() {
            let isEnd = index == rows.count - 1
            inner.staysWithNext = isEnd ? place.endStays : isShort
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
        let stays = place.endStays ? "<w:keepNext/>" : ""
        body.write("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/>\(stays)</w:pPr></w:p>")
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
            cellBreaks = CellLines.breaks(in: node, of: document, letter: inner.size * 10, room: inner.width)
            writeChildren(of: node, inner)
            cellBreaks = []
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

    private func columnWidths(_ rows: [Row], _ total: Int) -> [Int] {
        var columns = WordColumns()
        for cell in rows.flatMap(\.cells) {
            columns.widen(to: cell.column + cell.columns)
            guard cell.columns == 1 else { continue }
            let (text, breaks, kept) = lines(of: cell.node)
            let share = document.attribute(.dataWidth, of: cell.node).flatMap { Int($0.dropLast()) }
            columns.append(text, breaks: breaks, kept: kept, share: share, in: cell.column)
        }
        return columns.widths(in: total)
    }

    /// The text of a cell, its lines behind one another, where `wbr` lets them be parted, and what no line parts.
    private func lines(of cell: MarkupDocument.NodeID) -> (text: [UInt8], breaks: [Int], kept: [Range<Int>]) {
        var (text, breaks, kept): ([UInt8], [Int], [Range<Int>]) = ([], [], [])
        func visit(_ node: MarkupDocument.NodeID) {
            guard let name = document.element(node) else {
                let words = document.line(of: node)
                if document.text(of: node).utf8.first.map({ $0 <= 0x20 }) ?? false { text.append(0x20) }
                text += words.utf8
                return
            }
            if document.has(.screenOnly, node) || name == .rt || name == .rp { return }
            if name == .wbr { breaks.append(text.count) }
            if name == .br || !name.isInline { text.append(0x0A) }
            let start = text.count
            for child in document.children(node) { visit(child) }
            if document.isUnbroken(node) { kept.append(start..<text.count) }
            if !name.isInline { text.append(0x0A) }
        }
        visit(cell)
        return (text, breaks, kept)
    }
}
