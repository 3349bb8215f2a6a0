import Japanese

/// Tables.
extension TextWriter {
    private struct Cell {
        let text: [UInt8]
        let alignment: Alignment
    }

    private struct Row {
        let cells: [Cell]
        let isHeader: Bool
    }

    /// The widths of a column's text in columns of the page.
    private struct ColumnWidth {
        /// Of its widest line, unbroken.
        var natural = 0
        /// Of the widest piece that must not be broken.
        var minimum = 0
    }

    /// Writes a table with rules, or as labelled records where its columns cannot stand beside one another.
    mutating func writeTable(_ table: MarkupDocument.NodeID) {
        for child in document.children(table) where document.element(child) == .caption {
            writeChildren(of: child)
        }
        let rows = rows(of: table)
        guard let count = rows.map(\.cells.count).max(), count > 0 else { return }
        let rule = style.width.columns("│")
        let available = self.available - (count + 1) * rule
        if !document.has(.records, table), let widths = columnWidths(rows, count, available, rule) {
            writeRows(rows, widths)
        } else if let widths = columnWidths(rows, count, available, rule), !isCrowded(rows, widths) {
            writeRows(rows, widths)
        } else {
            writeRecords(rows)
        }
    }

    private func rows(of table: MarkupDocument.NodeID) -> [Row] {
        var rows: [Row] = []
        func visit(_ node: MarkupDocument.NodeID, isHeader: Bool) {
            for child in document.children(node) {
                switch document.element(child) {
                case .thead: visit(child, isHeader: true)
                case .tbody: visit(child, isHeader: false)
                case .tr: rows.append(Row(cells: cells(of: child), isHeader: isHeader))
                default: break
                }
            }
        }
        visit(table, isHeader: false)
        return rows
    }

    private func cells(of row: MarkupDocument.NodeID) -> [Cell] {
        document.children(row).compactMap { cell in
            guard let name = document.element(cell), name == .td || name == .th else { return nil }
            let alignment: Alignment =
                document.has(.figure, cell) || document.has(.right, cell)
                ? .end : document.has(.center, cell) ? .center : .start
            return Cell(
                text: InlineText.make(of: Array(document.children(cell)), in: document, style), alignment: alignment)
        }
    }

    /// The columns' widths, each whole pieces of the horizontal rule; nil where the table is too wide for the page.
    private func columnWidths(_ rows: [Row], _ count: Int, _ available: Int, _ rule: Int) -> [Int]? {
        var columns = [ColumnWidth](repeating: ColumnWidth(), count: count)
        for row in rows {
            for (index, cell) in row.cells.enumerated() {
                for line in cell.text.split(separator: 0x0A, omittingEmptySubsequences: true) {
                    let bytes = Array(line)
                    columns[index].natural = max(columns[index].natural, style.width.columns(bytes))
                }
                columns[index].minimum = max(columns[index].minimum, style.breaker.widestUnit(cell.text.span))
            }
        }
        func whole(_ width: Int) -> Int { (width + rule - 1) / rule * rule }
        let natural = columns.map { whole($0.natural) }
        // Four full-width characters are the least that reads well, if the column has that much text.
        let minimum = columns.map { whole(max($0.minimum, min($0.natural, 8))) }
        let free = available - minimum.reduce(0, +)
        guard free >= 0 else { return nil }
        let wanted = zip(natural, minimum).map { $0 - $1 }
        let total = wanted.reduce(0, +)
        guard total > free else { return natural }
        var widths = zip(minimum, wanted).map { $0 + $1 * free / total / rule * rule }
        // What rounding left over goes to the columns that still want it.
        var left = available - widths.reduce(0, +)
        for index in widths.indices where left >= rule && widths[index] < natural[index] {
            let more = min(left / rule * rule, natural[index] - widths[index])
            widths[index] += more
            left -= more
        }
        return widths
    }

    /// Whether some cell would run over more lines than a table can be read with.
    private func isCrowded(_ rows: [Row], _ widths: [Int]) -> Bool {
        rows.contains { row in
            zip(row.cells, widths).contains { cell, width in
                width > 0 && style.width.columns(cell.text) > width * 5
            }
        }
    }

    private mutating func writeRows(_ rows: [Row], _ widths: [Int]) {
        writeBorder("┌", "┬", "┐", widths)
        for (index, row) in rows.enumerated() {
            if index > 0 { writeBorder("├", "┼", "┤", widths) }
            writeRow(row, widths)
        }
        writeBorder("└", "┴", "┘", widths)
    }

    private mutating func writeBorder(_ left: String, _ middle: String, _ right: String, _ widths: [Int]) {
        let rule = style.width.columns("─")
        let line = widths.map { String(repeating: "─", count: $0 / rule) }.joined(separator: middle)
        writeLine("\(left)\(line)\(right)".utf8)
    }

    private mutating func writeRow(_ row: Row, _ widths: [Int]) {
        let breaker = style.breaker.withoutHanging
        let cells: [[Range<Int>]] = widths.indices.map { index in
            var lines: [Range<Int>] = []
            guard index < row.cells.count else { return lines }
            let text = row.cells[index].text
            breaker.breakLines(text.span, first: widths[index], rest: widths[index]) {
                lines.append($0)
            }
            return lines
        }
        let bar = Array("│".utf8)
        for line in 0..<max(1, cells.map(\.count).max() ?? 1) {
            var bytes = bar
            for (index, width) in widths.enumerated() {
                let text = line < cells[index].count ? Array(row.cells[index].text[cells[index][line]]) : []
                let free = max(0, width - style.width.columns(text))
                let before =
                    switch index < row.cells.count ? row.cells[index].alignment : .start {
                    case .start: 0
                    case .center: free / 2
                    case .end: free
                    }
                bytes += repeatElement(UInt8(ascii: " "), count: before)
                bytes += text
                bytes += repeatElement(UInt8(ascii: " "), count: free - before)
                bytes += bar
            }
            writeLine(bytes)
        }
    }

    /// Each row as lines of `label：value`, the values lined up behind the longest label.
    private mutating func writeRecords(_ rows: [Row]) {
        let labels = rows.first { $0.isHeader }?.cells.map(\.text) ?? []
        let records = rows.filter { !$0.isHeader }
        let column = labels.map { style.width.columns($0) }.max() ?? 0
        let colon = Array("：".utf8)
        for (index, record) in records.enumerated() {
            if index > 0 { gap() }
            for (place, cell) in record.cells.enumerated() where !cell.text.isEmpty {
                guard place < labels.count else {
                    writeText(cell.text)
                    continue
                }
                // A label half as wide as the page has a line to itself.
                if column + 2 > available / 2 {
                    writeText(labels[place] + colon)
                    indented(by: 2) { $0.writeText(cell.text) }
                    continue
                }
                let padding = column - style.width.columns(labels[place])
                marker = labels[place] + Array(repeatElement(UInt8(ascii: " "), count: padding)) + colon
                indented(by: column + 2) { $0.writeText(cell.text) }
            }
        }
    }
}
