import Bytes
import Japanese

/// Tables.
extension TextWriter {
    /// A table's cells as text: rows and cells refer to one buffer, so that a large table costs no object a cell.
    private struct TableText {
        struct Cell {
            let start: UInt32
            let end: UInt32
            let alignment: Alignment
            let isOneLine: Bool
            /// Columns of its widest line, unbroken.
            let natural: Int32

            var range: Range<Int> { Int(start)..<Int(end) }
        }

        struct Row {
            /// Where its cells begin and end among all of them.
            let start: UInt32
            let end: UInt32
            let isHeader: Bool

            var range: Range<Int> { Int(start)..<Int(end) }
        }

        var bytes: [UInt8] = []
        var cells: [Cell] = []
        var rows: [Row] = []

        var columnCount: Int { rows.map(\.range.count).max() ?? 0 }

        func text(_ cell: Cell) -> [UInt8] { Array(bytes[cell.range]) }
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
        let table = (node: table, text: read(table))
        let count = table.text.columnCount
        guard count > 0 else { return }
        let rule = style.width.columns("│")
        let available = self.available - (count + 1) * rule
        guard let widths = columnWidths(table.text, count, available, rule),
            !document.has(.records, table.node) || !isCrowded(table.text, widths)
        else { return writeRecords(table.text) }
        writeRows(table.text, widths)
    }

    private func read(_ table: MarkupDocument.NodeID) -> TableText {
        var table = (text: TableText(), node: table)
        // Room for all there is: to grow step by step would hold the text of a large table twice.
        let isMost = document.isLarge && document.elements(.table).count == 1
        var bytes = InlineText(document: document, style: style, capacity: isMost ? document.buffer.count : 0)
        table.text.cells.reserveCapacity(isMost ? document.nodes.count / 4 : 0)
        readRows(of: table.node, isHeader: false, &table.text, &bytes)
        table.text.bytes = bytes.output
        return table.text
    }

    private func readRows(
        of node: MarkupDocument.NodeID, isHeader: Bool, _ table: inout TableText, _ bytes: inout InlineText
    ) {
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            switch document.element(child) {
            case .thead: readRows(of: child, isHeader: true, &table, &bytes)
            case .tbody: readRows(of: child, isHeader: false, &table, &bytes)
            case .tr:
                let start = UInt32(table.cells.count)
                readCells(of: child, &table, &bytes)
                table.rows.append(
                    TableText.Row(start: start, end: UInt32(table.cells.count), isHeader: isHeader))
            default: break
            }
            child = document.next(child)
        }
    }

    private func readCells(of row: MarkupDocument.NodeID, _ table: inout TableText, _ bytes: inout InlineText) {
        var cell = document.firstChild(row)
        while cell != MarkupDocument.none {
            if document.element(cell) == .td || document.element(cell) == .th {
                let range = bytes.append(childrenOf: cell)
                let text = bytes.output.span.extracting(range)
                let natural = style.width.widestLine(text)
                table.cells.append(
                    TableText.Cell(
                        start: UInt32(range.lowerBound), end: UInt32(range.upperBound), alignment: alignment(of: cell),
                        isOneLine: text.firstIndex(of: 0x0A) == nil, natural: Int32(natural)))
            }
            cell = document.next(cell)
        }
    }

    private func alignment(of cell: MarkupDocument.NodeID) -> Alignment {
        if document.has(.figure, cell) || document.has(.right, cell) { return .end }
        return document.has(.center, cell) ? .center : .start
    }

    /// The columns' widths, each whole pieces of the horizontal rule; nil where the table is too wide for the page.
    private func columnWidths(_ table: TableText, _ count: Int, _ available: Int, _ rule: Int) -> [Int]? {
        var columns = [ColumnWidth](repeating: ColumnWidth(), count: count)
        for row in table.rows {
            for (index, place) in row.range.enumerated() {
                let cell = table.cells[place]
                columns[index].natural = max(columns[index].natural, Int(cell.natural))
                // No piece is wider than the whole.
                guard Int(cell.natural) > columns[index].minimum else { continue }
                columns[index].minimum = max(
                    columns[index].minimum, style.breaker.widestUnit(table.bytes.span.extracting(cell.range)))
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
    private func isCrowded(_ table: TableText, _ widths: [Int]) -> Bool {
        table.rows.contains { row in
            zip(table.cells[row.range], widths).contains { cell, width in
                width > 0 && Int(cell.natural) > width
                    && style.width.columns(table.bytes.span.extracting(cell.range)) > width * 5
            }
        }
    }

    private mutating func writeRows(_ table: TableText, _ widths: [Int]) {
        writeLine(border("┌", "┬", "┐", widths))
        let between = border("├", "┼", "┤", widths)
        var lines = RowLines()
        for (index, row) in table.rows.enumerated() {
            if index > 0 { writeLine(between) }
            writeRow(row, of: table, widths, &lines)
        }
        writeLine(border("└", "┴", "┘", widths))
    }

    private func border(_ left: String, _ middle: String, _ right: String, _ widths: [Int]) -> [UInt8] {
        let rule = style.width.columns("─")
        let line = widths.map { String(repeating: "─", count: $0 / rule) }.joined(separator: middle)
        return Array("\(left)\(line)\(right)".utf8)
    }

    /// The lines that the cells of a row are broken into; kept from row to row, to be filled anew.
    private struct RowLines {
        /// Byte ranges of the table's text, those of a cell beside one another.
        var ranges: [Range<Int>] = []
        /// Where each cell's lines begin, and at the end where the last one's end.
        var starts: [Int] = []
        var line: [UInt8] = []
    }

    private mutating func writeRow(_ row: TableText.Row, of table: TableText, _ widths: [Int], _ lines: inout RowLines)
    {
        breakCells(of: row, table, widths, &lines)
        let bar = "│".utf8
        var count = 1
        for index in widths.indices { count = max(count, lines.starts[index + 1] - lines.starts[index]) }
        for line in 0..<count {
            lines.line.removeAll(keepingCapacity: true)
            lines.line.append(contentsOf: bar)
            for index in widths.indices {
                let place = lines.starts[index] + line
                let hasText = place < lines.starts[index + 1]
                var (before, behind) = (0, widths[index])
                if hasText {
                    let range = lines.ranges[place]
                    let cell = table.cells[row.range.lowerBound + index]
                    let text = table.bytes.span.extracting(range)
                    let columns = cell.range == range ? Int(cell.natural) : style.width.columns(text)
                    let free = max(0, widths[index] - columns)
                    switch cell.alignment {
                    case .start: before = 0
                    case .center: before = free / 2
                    case .end: before = free
                    }
                    behind = free - before
                    lines.line.append(spaces: before)
                    lines.line.append(text)
                }
                lines.line.append(spaces: behind)
                lines.line.append(contentsOf: bar)
            }
            writeLine(lines.line)
        }
    }

    private func breakCells(of row: TableText.Row, _ table: TableText, _ widths: [Int], _ lines: inout RowLines) {
        lines.ranges.removeAll(keepingCapacity: true)
        lines.starts.removeAll(keepingCapacity: true)
        let breaker = style.breaker.withoutHanging
        for index in widths.indices {
            let width = widths[index]
            lines.starts.append(lines.ranges.count)
            guard index < row.range.count else { continue }
            let cell = table.cells[row.range.lowerBound + index]
            let range = cell.range
            if cell.isOneLine, cell.natural <= width {
                lines.ranges.append(range)
                continue
            }
            breaker.breakLines(table.bytes.span.extracting(range), first: width, rest: width) {
                lines.ranges.append($0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound)
            }
        }
        lines.starts.append(lines.ranges.count)
    }

    /// Each row as lines of `label：value`, the values lined up behind the longest label.
    private mutating func writeRecords(_ table: TableText) {
        let labels = table.rows.first { $0.isHeader }.map { table.cells[$0.range].map { table.text($0) } } ?? []
        let records = table.rows.filter { !$0.isHeader }
        let column = labels.map { style.width.columns($0) }.max() ?? 0
        let colon = Array("：".utf8)
        for (index, record) in records.enumerated() {
            if index > 0 { gap() }
            for (place, cell) in table.cells[record.range].enumerated() where !cell.range.isEmpty {
                let text = table.text(cell)
                guard place < labels.count else {
                    writeText(text)
                    continue
                }
                // A label half as wide as the page has a line to itself.
                if column + 2 > available / 2 {
                    writeText(labels[place] + colon)
                    indented(by: 2) { $0.writeText(text) }
                    continue
                }
                let padding = column - style.width.columns(labels[place])
                marker = labels[place] + Array(repeatElement(UInt8(ascii: " "), count: padding)) + colon
                indented(by: column + 2) { $0.writeText(text) }
            }
        }
    }
}
