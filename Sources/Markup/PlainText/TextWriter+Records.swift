import Japanese

/// Tables as labelled records.
extension TextWriter {
    /// Behind a label.
    private var colon: [UInt8] { Array((document.isJapanese ? "：" : ": ").utf8) }

    /// Which empty cells of a table are to be written in.
    enum BlankCells {
        /// Outside of a form an empty cell says that there is no value.
        case none
        /// Those of a form where no cell says so itself.
        case allEmpty
        /// Those that hold a field.
        case fields
    }

    func blanks(in table: MarkupDocument.NodeID, _ measures: TableMeasures) -> BlankCells {
        guard isInside(table, [.form]) else { return .none }
        return measures.cells.contains { holdsField($0.node) } ? .fields : .allEmpty
    }

    private func holdsField(_ node: MarkupDocument.NodeID) -> Bool {
        document.descendants(of: node).contains {
            document.element($0) == .input || document.element($0) == .textarea
        }
    }

    private func isBlank(_ cell: MarkupDocument.NodeID, _ blanks: BlankCells) -> Bool {
        switch blanks {
        case .none: false
        case .allEmpty: document.element(cell) == .td
        case .fields: holdsField(cell)
        }
    }

    /// Each row as lines of `label：value`, the values lined up behind the longest label. A value that stands for several
    /// rows stands in each of their records. Where the head says its titles again, the rows go on there as in columns of print.
    mutating func writeRecords(_ measures: TableMeasures, _ blanks: BlankCells) {
        let labels = columnLabels(measures)
        let column = labels.map { style.width.columns($0) }.max() ?? 0
        let count = measures.columns.count
        let part = labels.count == count ? Self.period(of: labels) : count
        for start in stride(from: 0, to: count, by: part) {
            if start > 0 { gap() }
            writeRecords(measures, blanks, labels, column, in: start..<start + part)
        }
    }

    /// After how many titles they begin anew; a title alone that is said twice is one of two columns.
    private static func period(of labels: [[UInt8]]) -> Int {
        let count = labels.count
        return (2..<max(count, 2)).first { period in
            count % period == 0 && (period..<count).allSatisfy { labels[$0] == labels[$0 - period] }
        } ?? count
    }

    private mutating func writeRecords(
        _ measures: TableMeasures, _ blanks: BlankCells, _ labels: [[UInt8]], _ column: Int, in part: Range<Int>
    ) {
        var carried: [(cell: TableMeasures.Cell, rows: Int)] = []
        for (index, record) in measures.rows.lazy.filter({ !$0.isHeader }).enumerated() {
            if index > 0 { gap() }
            let own = measures.cells[record.range].filter { part.contains(Int($0.column)) }
            let cells = carried.map { ($0.cell, $0.rows) } + own.map { ($0, Int($0.rows)) }
            // Without a head a row of two says what the second is.
            if labels.isEmpty, cells.count == 2, let name = cells.first?.0, let value = cells.last?.0 {
                let (label, text) = (text(of: name) + colon, text(of: value))
                if text.isEmpty, isBlank(value.node, blanks) {
                    writeBlank(behind: label, isApart: false)
                } else {
                    writeText(label + text)
                }
            } else {
                for (cell, _) in cells.sorted(by: { $0.0.column < $1.0.column }) {
                    writeRecord(cell, blanks, labels, column)
                }
            }
            carried = record.isLast ? [] : cells.filter { $0.1 > 1 }.map { ($0.0, $0.1 - 1) }
        }
    }

    private mutating func writeRecord(
        _ cell: TableMeasures.Cell, _ blanks: BlankCells, _ labels: [[UInt8]], _ column: Int
    ) {
        let text = text(of: cell)
        let isBlank = text.isEmpty && isBlank(cell.node, blanks)
        guard !text.isEmpty || isBlank else { return }
        guard let label = label(of: cell, labels) else {
            return isBlank ? writeBlank(behind: [], isApart: false) : writeText(text)
        }
        // A label half as wide as the page has a line to itself.
        if column + 2 > available / 2 || style.width.columns(label) > column {
            let label = label + colon
            if isBlank { return writeBlank(behind: label, isApart: true) }
            writeText(label)
            return indented(by: 2) { $0.writeText(text) }
        }
        let padding = column - style.width.columns(label)
        let lead = label + Array(repeatElement(UInt8(ascii: " "), count: padding)) + colon
        if isBlank { return writeBlank(behind: lead, isApart: false) }
        marker = lead
        indented(by: column + 2) { $0.writeText(text) }
    }

    /// A line to write on to the end of the page.
    private mutating func writeBlank(behind label: [UInt8], isApart: Bool) {
        if isApart {
            writeText(label)
            return indented(by: 2) { $0.writeLine($0.style.blank(columns: $0.available)) }
        }
        let columns = style.width.columns(label)
        marker = label
        indented(by: columns) { $0.writeLine($0.style.blank(columns: $0.available)) }
    }

    /// What a cell is called: by its columns, where it stands in several.
    private func label(of cell: TableMeasures.Cell, _ labels: [[UInt8]]) -> [UInt8]? {
        guard cell.range.upperBound <= labels.count else { return nil }
        var names: [[UInt8]] = []
        for name in labels[cell.range] where names.last != name { names.append(name) }
        return Array(names.joined(separator: Array("・".utf8)))
    }

    /// The columns' titles; under one that stands over several columns, behind it.
    private func columnLabels(_ measures: TableMeasures) -> [[UInt8]] {
        var labels: [[UInt8]] = []
        for row in measures.rows where row.isHeader {
            for cell in measures.cells[row.range] {
                let text = text(of: cell)
                while labels.count < cell.range.upperBound { labels.append([]) }
                for column in cell.range where !text.isEmpty {
                    labels[column] += labels[column].isEmpty ? text : Array(" ".utf8) + text
                }
            }
        }
        return labels
    }

    private func text(of cell: TableMeasures.Cell) -> [UInt8] {
        InlineText.make(of: Array(document.children(cell.node)), in: document, style)
    }
}
