import Bytes
import Japanese

/// A table's rows between rules.
extension TextWriter {
    mutating func writeRows(_ measures: TableMeasures, _ widths: [Int]) {
        var rows = RowLines(widths, rule: style.width.columns("│"))
        var text = InlineText(document: document, style: style)
        let between = rows.plainBorder()
        var wasPlain = true
        for row in measures.rows {
            let cells = measures.cells[row.range]
            // Most rows are: a cell in each column, none of which runs on.
            let isPlain = !rows.hasOpen && cells.count == widths.count && cells.allSatisfy { $0.rows == 1 }
            let isFirst = rows.upper.isEmpty
            rows.begin(cells)
            if !isFirst, isPlain, wasPlain {
                writeLine(between)
            } else {
                writeLine(rows.border(style))
            }
            breakCells(cells, isLast: row.isLast, &text, &rows)
            for line in 0..<rows.height { writeLine(rows.line(line, text, style)) }
            rows.end(isLast: row.isLast)
            wasPlain = isPlain
        }
        rows.begin([])
        writeLine(rows.border(style))
    }

    private func alignment(of cell: MarkupDocument.NodeID) -> Alignment {
        if document.has(.figure, cell) || document.has(.right, cell) { return .end }
        return document.has(.center, cell) ? .center : .start
    }

    /// Breaks the row's cells into lines.
    /// - Parameter text: gets that of the row's cells, one behind the other.
    private func breakCells(
        _ cells: ArraySlice<TableMeasures.Cell>, isLast: Bool, _ text: inout InlineText, _ rows: inout RowLines
    ) {
        text.removeAll()
        let breaker = style.breaker.withoutHanging
        for cell in cells {
            let width = rows.width(of: cell.range)
            let range = text.append(childrenOf: cell.node)
            let alignment = alignment(of: cell.node)
            text.withText(range) { text in
                let isWhole = cell.natural <= width && text.firstIndex(of: 0x0A) == nil
                rows.beginCell(cell, columns: isWhole ? Int(cell.natural) : -1, alignment)
                if isWhole { return rows.ranges.append(range) }
                breaker.breakLines(text, first: width, rest: width) {
                    rows.ranges.append($0.lowerBound + range.lowerBound..<$0.upperBound + range.lowerBound)
                }
            }
            rows.endCell(cell, text, runsOn: !isLast && cell.rows > 1)
        }
        rows.measureHeight(isLast: isLast)
    }
}

/// The lines that the cells of a row are broken into, and those of cells that run on into the rows below; kept from row to row,
/// to be filled anew.
struct RowLines {
    /// Byte ranges of the row's text, those of a cell beside one another.
    var ranges: [Range<Int>] = []
    private(set) var height = 1
    private let widths: [Int]
    /// Columns of the page that a rule takes.
    private let rule: Int
    private var cells: [Cell] = []
    private var open: [OpenCell] = []
    /// Whether a rule stands before each column of the row above and of this one, and behind the last; empty where there is no
    /// such row.
    private(set) var upper: [Bool] = []
    private var lower: [Bool] = []
    private var line: [UInt8] = []

    /// A cell that begins in the row and ends in it.
    private struct Cell {
        let columns: Range<Int>
        var lines: Range<Int>
        /// Columns of the page that its one line takes, else -1.
        let natural: Int
        let alignment: TextWriter.Alignment
    }

    /// A cell that runs on into rows below the one where it begins.
    private struct OpenCell {
        let columns: Range<Int>
        let alignment: TextWriter.Alignment
        let lines: [[UInt8]]
        /// The line that comes next.
        var next = 0
        /// Rows that it still stands in, with the present one.
        var rows: Int
    }

    init(_ widths: [Int], rule: Int) { (self.widths, self.rule) = (widths, rule) }

    var hasOpen: Bool { !open.isEmpty }

    /// Columns of the page between the rules round a cell.
    func width(of columns: Range<Int>) -> Int { widths[columns].reduce((columns.count - 1) * rule, +) }

    // MARK: Filling

    /// Begins a row of some cells; the table's end, where there are none.
    mutating func begin(_ row: ArraySlice<TableMeasures.Cell>) {
        cells.removeAll(keepingCapacity: true)
        ranges.removeAll(keepingCapacity: true)
        swap(&upper, &lower)
        lower.removeAll(keepingCapacity: true)
        guard !row.isEmpty || hasOpen else { return }
        lower.append(contentsOf: repeatElement(true, count: widths.count + 1))
        for cell in row where cell.columns > 1 { join(cell.range) }
        for cell in open { join(cell.columns) }
    }

    private mutating func join(_ columns: Range<Int>) {
        for column in columns.dropFirst() { lower[column] = false }
    }

    mutating func beginCell(_ cell: TableMeasures.Cell, columns: Int, _ alignment: TextWriter.Alignment) {
        cells.append(
            Cell(
                columns: cell.range, lines: ranges.count..<ranges.count, natural: columns, alignment: alignment))
    }

    mutating func endCell(_ cell: TableMeasures.Cell, _ text: InlineText, runsOn: Bool) {
        let place = cells.count - 1
        cells[place].lines = cells[place].lines.lowerBound..<ranges.count
        guard runsOn else { return }
        let ended = cells.removeLast()
        let lines = ranges[ended.lines].map { text.withText($0) { text in text.indices.map { text[$0] } } }
        ranges.removeSubrange(ended.lines)
        open.append(
            OpenCell(columns: ended.columns, alignment: ended.alignment, lines: lines, rows: Int(cell.rows)))
        open.sort { $0.columns.lowerBound < $1.columns.lowerBound }
    }

    mutating func measureHeight(isLast: Bool) {
        height = cells.reduce(1) { max($0, $1.lines.count) }
        for cell in open where isLast || cell.rows == 1 { height = max(height, cell.lines.count - cell.next) }
    }

    mutating func end(isLast: Bool) {
        for index in open.indices {
            open[index].next += height
            open[index].rows -= 1
        }
        open.removeAll { isLast || $0.rows <= 0 }
    }

    // MARK: Drawing

    /// The rule between the row above and this one, through which cells run that stand in both.
    mutating func border(_ style: TextStyle) -> [UInt8] {
        line.removeAll(keepingCapacity: true)
        var column = 0
        while column <= widths.count {
            let crossing = open.firstIndex { $0.columns.contains(column) }
            let isCrossedBefore = open.contains { $0.columns.contains(column - 1) }
            line +=
                Self.junctions[
                    (has(upper, column) ? 1 : 0) + (has(lower, column) ? 2 : 0)
                        + (column > 0 && !isCrossedBefore ? 4 : 0)
                        + (column < widths.count && crossing == nil ? 8 : 0)]
            guard column < widths.count else { break }
            if let crossing {
                appendOpen(crossing, line: 0, style)
                open[crossing].next += 1
                column = open[crossing].columns.upperBound
            } else {
                for _ in 0..<widths[column] / rule { line += "─".utf8 }
                column += 1
            }
        }
        return line
    }

    /// A rule with a cell in each column above and below.
    func plainBorder() -> [UInt8] {
        Array("├\(widths.map { String(repeating: "─", count: $0 / rule) }.joined(separator: "┼"))┤".utf8)
    }

    private func has(_ rules: [Bool], _ column: Int) -> Bool { !rules.isEmpty && rules[column] }

    /// By the directions in which lines go from a point: 1 up, 2 down, 4 left, 8 right.
    private static let junctions: [[UInt8]] = [
        " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
    ].map { Array($0.utf8) }

    /// One line of the row.
    mutating func line(_ number: Int, _ text: InlineText, _ style: TextStyle) -> [UInt8] {
        line.removeAll(keepingCapacity: true)
        var (column, own) = (0, 0)
        while column < widths.count {
            line += Self.junctions[1]
            if own < cells.count, cells[own].columns.lowerBound == column {
                append(cells[own], line: number, text, style)
                column = cells[own].columns.upperBound
                own += 1
            } else if let index = open.firstIndex(where: { $0.columns.lowerBound == column }) {
                appendOpen(index, line: number, style)
                column = open[index].columns.upperBound
            } else {
                line.append(spaces: widths[column])
                column += 1
            }
        }
        line += Self.junctions[1]
        return line
    }

    private mutating func append(_ cell: Cell, line number: Int, _ text: InlineText, _ style: TextStyle) {
        let width = width(of: cell.columns)
        let place = cell.lines.lowerBound + number
        guard place < cell.lines.upperBound else { return line.append(spaces: width) }
        text.withText(ranges[place]) { text in
            append(text, cell.natural >= 0 ? cell.natural : style.width.columns(text), in: width, cell.alignment)
        }
    }

    private mutating func appendOpen(_ index: Int, line number: Int, _ style: TextStyle) {
        let cell = open[index]
        let width = width(of: cell.columns)
        guard cell.next + number < cell.lines.count else { return line.append(spaces: width) }
        let text = cell.lines[cell.next + number]
        append(text.span, style.width.columns(text), in: width, cell.alignment)
    }

    /// Appends text on its side of a cell.
    private mutating func append(
        _ text: Span<UInt8>, _ columns: Int, in width: Int, _ alignment: TextWriter.Alignment
    ) {
        let free = max(0, width - columns)
        let before =
            switch alignment {
            case .start: 0
            case .center: free / 2
            case .end: free
            }
        line.append(spaces: before)
        line.append(text)
        line.append(spaces: free - before)
    }
}
