import Bytes
import Japanese

/// What a table's cells measure. Their text is made once to be measured and once to be written, a row at a time: that of a
/// large table is not held as a whole.
struct TableMeasures {
    struct Cell {
        let node: MarkupDocument.NodeID
        /// Columns of the page that its widest line takes, unbroken, and all its lines.
        let natural: Int32
        let total: Int32
        /// Of the table's columns the first that it stands in, how many there are, and how many rows.
        let column: UInt16
        let columns: UInt16
        let rows: UInt16

        var range: Range<Int> { Int(column)..<Int(column) + Int(columns) }
    }

    struct Row {
        /// Where its cells begin and end among all of them.
        let start: UInt32
        let end: UInt32
        let isHeader: Bool
        /// Whether it is the last of its head or body, where all cells end.
        var isLast = false

        var range: Range<Int> { Int(start)..<Int(end) }
    }

    /// The widths of a column's text in columns of the page.
    struct Column {
        /// Of its widest line, unbroken.
        var natural = 0
        /// Of the widest piece that must not be broken.
        var minimum = 0
        /// Its share of the table's width in hundredths, where a template gives one.
        var share: Int?
    }

    var cells: [Cell] = []
    var rows: [Row] = []
    var columns: [Column] = []
    /// Cells over several columns, with the width of their widest piece that must not be broken.
    private var wide: [(cell: Int, minimum: Int)] = []

    mutating func append(_ cell: Cell, minimum: Int, share: Int?) {
        while columns.count < cell.range.upperBound { columns.append(Column()) }
        if cell.columns == 1 {
            let column = Int(cell.column)
            columns[column].natural = max(columns[column].natural, Int(cell.natural))
            columns[column].minimum = max(columns[column].minimum, minimum)
            if let share { columns[column].share = share }
        } else {
            wide.append((cells.count, minimum))
        }
        cells.append(cell)
    }

    /// Makes room for the cells over several columns, between which a rule takes so many columns of the page.
    mutating func widen(_ rule: Int) {
        for (index, minimum) in wide {
            let range = cells[index].range
            func widen(_ width: WritableKeyPath<Column, Int>, to wanted: Int) {
                let missing = wanted - range.reduce((range.count - 1) * rule) { $0 + columns[$1][keyPath: width] }
                guard missing > 0 else { return }
                for (place, column) in range.enumerated() {
                    columns[column][keyPath: width] +=
                        missing * (place + 1) / range.count - missing * place / range.count
                }
            }
            widen(\.natural, to: Int(cells[index].natural))
            widen(\.minimum, to: minimum)
        }
    }
}

/// Tables.
extension TextWriter {
    /// A row's element, whether it is one of header cells, and whether it ends its head or body.
    private typealias RowElement = (node: MarkupDocument.NodeID, isHeader: Bool, isLast: Bool)

    /// Writes a table with rules, or as labelled records where its columns cannot stand beside one another.
    mutating func writeTable(_ table: MarkupDocument.NodeID) {
        for child in document.children(table)
        where document.element(child) == .caption && !document.has(.screenReader, child) {
            writeChildren(of: child)
        }
        var measures = measure(rows(of: table, isHeader: false))
        let count = measures.columns.count
        guard count > 0 else { return }
        let rule = style.width.columns("│")
        measures.widen(rule)
        let available = self.available - (count + 1) * rule
        guard let widths = columnWidths(measures.columns, available, rule),
            style.tables == .rules,
            !document.has(.records, table) || !isCrowded(measures, widths)
        else { return writeRecords(measures, blanks(in: table, measures)) }
        writeRows(measures, widths)
    }

    private func rows(of node: MarkupDocument.NodeID, isHeader: Bool) -> [RowElement] {
        var found: [RowElement] = []
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            switch document.element(child) {
            case .thead: found += rows(of: child, isHeader: true)
            case .tbody: found += rows(of: child, isHeader: false)
            case .tr: found.append((child, isHeader, false))
            default: break
            }
            child = document.next(child)
        }
        if !found.isEmpty { found[found.count - 1].isLast = true }
        return found
    }

    private func measure(_ rows: [RowElement]) -> TableMeasures {
        var measures = TableMeasures()
        var text = InlineText(document: document, style: style)
        var placer = CellPlacer()
        for row in rows {
            let start = UInt32(measures.cells.count)
            var cell = document.firstChild(row.node)
            while cell != MarkupDocument.none {
                if document.element(cell) == .td || document.element(cell) == .th {
                    measure(cell, &measures, &placer, &text)
                }
                cell = document.next(cell)
            }
            measures.rows.append(
                TableMeasures.Row(
                    start: start, end: UInt32(measures.cells.count), isHeader: row.isHeader, isLast: row.isLast))
            placer.endRow()
            if row.isLast { _ = placer.endSection() }
        }
        return measures
    }

    private func measure(
        _ cell: MarkupDocument.NodeID, _ measures: inout TableMeasures, _ placer: inout CellPlacer,
        _ text: inout InlineText
    ) {
        let (columns, rows) = (document.span(.colspan, of: cell), document.span(.rowspan, of: cell))
        let column = placer.place(columns: columns, rows: rows)
        let share = document.attribute(.dataWidth, of: cell).flatMap { Int($0.dropLast()) }
        let known = columns == 1 && column < measures.columns.count ? measures.columns[column].minimum : 0
        text.removeAll()
        let range = text.append(childrenOf: cell)
        text.withText(range) { text in
            let (natural, total) = style.width.lines(of: text)
            measures.append(
                TableMeasures.Cell(
                    node: cell, natural: Int32(natural), total: Int32(total), column: UInt16(clamping: column),
                    columns: UInt16(columns), rows: UInt16(rows)),
                // No piece is wider than the whole.
                minimum: natural > known ? style.breaker.widestUnit(text) : 0, share: share)
        }
    }

    /// The columns' widths, each whole pieces of the horizontal rule; nil where the table is too wide for the page.
    private func columnWidths(_ columns: [TableMeasures.Column], _ available: Int, _ rule: Int) -> [Int]? {
        func whole(_ width: Int) -> Int { (width + rule - 1) / rule * rule }
        // Four full-width characters are the least that reads well, if the column has that much text.
        let minimum = columns.map { whole(max($0.minimum, min($0.natural, 8))) }
        let natural = zip(columns, minimum).map { column, minimum in
            column.share.map { max(minimum, available * $0 / 100 / rule * rule) } ?? whole(column.natural)
        }
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
    private func isCrowded(_ measures: TableMeasures, _ widths: [Int]) -> Bool {
        measures.cells.contains { cell in
            let width = widths[cell.range].reduce(0, +)
            return width > 0 && Int(cell.natural) > width && Int(cell.total) > width * 5
        }
    }
}
