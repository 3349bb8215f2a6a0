import Bytes
import Japanese

/// Tables.
extension TextWriter {
    /// What a table's cells measure. Their text is made once to be measured and once to be written, a row at a time: that of
    /// a large table is not held as a whole.
    private struct Measures {
        struct Cell {
            let node: MarkupDocument.NodeID
            /// Columns of its widest line, unbroken, and of all its lines.
            let natural: Int32
            let total: Int32
        }

        struct Row {
            /// Where its cells begin and end among all of them.
            let start: UInt32
            let end: UInt32
            let isHeader: Bool

            var range: Range<Int> { Int(start)..<Int(end) }
        }

        /// A row's element, and whether it is one of header cells.
        typealias Element = (node: MarkupDocument.NodeID, isHeader: Bool)

        var cells: [Cell] = []
        var rows: [Row] = []
        var columns: [ColumnWidth] = []
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
        for child in document.children(table)
        where document.element(child) == .caption && !document.has(.screenReader, child) {
            writeChildren(of: child)
        }
        let measures = measure(rows(of: table, isHeader: false))
        let count = measures.columns.count
        guard count > 0 else { return }
        let rule = style.width.columns("│")
        let available = self.available - (count + 1) * rule
        guard let widths = columnWidths(measures.columns, available, rule),
            !document.has(.records, table) || !isCrowded(measures, widths)
        else { return writeRecords(measures) }
        writeRows(measures, widths)
    }

    private func rows(of node: MarkupDocument.NodeID, isHeader: Bool) -> [Measures.Element] {
        var found: [Measures.Element] = []
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            switch document.element(child) {
            case .thead: found += rows(of: child, isHeader: true)
            case .tbody: found += rows(of: child, isHeader: false)
            case .tr: found.append((child, isHeader))
            default: break
            }
            child = document.next(child)
        }
        return found
    }

    private func measure(_ rows: [Measures.Element]) -> Measures {
        var measures = Measures()
        var text = InlineText(document: document, style: style)
        for row in rows {
            let start = UInt32(measures.cells.count)
            measureCells(of: row.node, &measures, &text)
            measures.rows.append(
                Measures.Row(start: start, end: UInt32(measures.cells.count), isHeader: row.isHeader))
        }
        return measures
    }

    private func measureCells(of row: MarkupDocument.NodeID, _ measures: inout Measures, _ text: inout InlineText) {
        var cell = document.firstChild(row)
        var index = 0
        while cell != MarkupDocument.none {
            if document.element(cell) == .td || document.element(cell) == .th {
                if index == measures.columns.count { measures.columns.append(ColumnWidth()) }
                measures.cells.append(measure(cell, &measures.columns[index], &text))
                index += 1
            }
            cell = document.next(cell)
        }
    }

    private func measure(
        _ cell: MarkupDocument.NodeID, _ column: inout ColumnWidth, _ text: inout InlineText
    ) -> Measures.Cell {
        text.removeAll()
        let range = text.append(childrenOf: cell)
        return text.withText(range) { text in
            let (natural, total) = style.width.lines(of: text)
            column.natural = max(column.natural, natural)
            // No piece is wider than the whole.
            if natural > column.minimum { column.minimum = max(column.minimum, style.breaker.widestUnit(text)) }
            return Measures.Cell(node: cell, natural: Int32(natural), total: Int32(total))
        }
    }

    private func alignment(of cell: MarkupDocument.NodeID) -> Alignment {
        if document.has(.figure, cell) || document.has(.right, cell) { return .end }
        return document.has(.center, cell) ? .center : .start
    }

    /// The columns' widths, each whole pieces of the horizontal rule; nil where the table is too wide for the page.
    private func columnWidths(_ columns: [ColumnWidth], _ available: Int, _ rule: Int) -> [Int]? {
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
    private func isCrowded(_ measures: Measures, _ widths: [Int]) -> Bool {
        measures.rows.contains { row in
            zip(measures.cells[row.range], widths).contains { cell, width in
                width > 0 && Int(cell.natural) > width && Int(cell.total) > width * 5
            }
        }
    }

    private mutating func writeRows(_ measures: Measures, _ widths: [Int]) {
        writeLine(border("┌", "┬", "┐", widths))
        let between = border("├", "┼", "┤", widths)
        var text = InlineText(document: document, style: style)
        var lines = RowLines()
        for (index, row) in measures.rows.enumerated() {
            if index > 0 { writeLine(between) }
            writeRow(measures.cells[row.range], widths, &text, &lines)
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
        /// Byte ranges of the text, those of a cell beside one another.
        var ranges: [Range<Int>] = []
        /// Where each cell's lines begin, and at the end where the last one's end.
        var starts: [Int] = []
        /// Columns of a cell that is one line, else -1; and on which side its lines stand.
        var cells: [(columns: Int, alignment: Alignment)] = []
        var line: [UInt8] = []
    }

    /// - Parameter text: gets that of the row's cells, one behind the other.
    private mutating func writeRow(
        _ cells: ArraySlice<Measures.Cell>, _ widths: [Int], _ text: inout InlineText, _ lines: inout RowLines
    ) {
        breakCells(cells, widths, &text, &lines)
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
                    let cell = lines.cells[index]
                    text.withText(lines.ranges[place]) { text in
                        let columns = cell.columns >= 0 ? cell.columns : style.width.columns(text)
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
                }
                lines.line.append(spaces: behind)
                lines.line.append(contentsOf: bar)
            }
            writeLine(lines.line)
        }
    }

    private func breakCells(
        _ cells: ArraySlice<Measures.Cell>, _ widths: [Int], _ text: inout InlineText, _ lines: inout RowLines
    ) {
        lines.ranges.removeAll(keepingCapacity: true)
        lines.starts.removeAll(keepingCapacity: true)
        lines.cells.removeAll(keepingCapacity: true)
        text.removeAll()
        let breaker = style.breaker.withoutHanging
        for (index, width) in widths.enumerated() {
            lines.starts.append(lines.ranges.count)
            guard index < cells.count else {
                lines.cells.append((columns: 0, alignment: .start))
                continue
            }
            let cell = cells[cells.startIndex + index]
            let range = text.append(childrenOf: cell.node)
            let alignment = alignment(of: cell.node)
            text.withText(range) { text in
                let isWhole = cell.natural <= width && text.firstIndex(of: 0x0A) == nil
                lines.cells.append((columns: isWhole ? Int(cell.natural) : -1, alignment: alignment))
                if isWhole { return lines.ranges.append(range) }
                breaker.breakLines(text, first: width, rest: width) {
                    lines.ranges.append($0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound)
                }
            }
        }
        lines.starts.append(lines.ranges.count)
    }

    /// Each row as lines of `label：value`, the values lined up behind the longest label.
    private mutating func writeRecords(_ measures: Measures) {
        let labels =
            measures.rows.first { $0.isHeader }.map { measures.cells[$0.range].map { text(of: $0) } } ?? []
        let column = labels.map { style.width.columns($0) }.max() ?? 0
        let colon = Array("：".utf8)
        for (index, record) in measures.rows.lazy.filter({ !$0.isHeader }).enumerated() {
            if index > 0 { gap() }
            for (place, cell) in measures.cells[record.range].enumerated() {
                let text = text(of: cell)
                guard !text.isEmpty else { continue }
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

    private func text(of cell: Measures.Cell) -> [UInt8] {
        InlineText.make(of: Array(document.children(cell.node)), in: document, style)
    }
}
