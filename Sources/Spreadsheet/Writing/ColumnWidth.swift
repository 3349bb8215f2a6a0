internal import Japanese

/// The widths of a table's columns, in characters of the standard font (ECMA-376-1 §18.3.1.13): full-width characters take two.
enum ColumnWidth {
    /// Narrow enough to see a few columns side by side; what is longer is wrapped.
    private static let range = 8...50

    static func widths(of table: OutputTable) -> [Int] {
        let display = DisplayWidth()
        func columns(_ text: String) -> Int {
            let bytes = Array(text.utf8)
            return display.lines(of: bytes.span).widest
        }
        // The header has a button for the filter beside its text.
        var widths = table.columns.map { columns($0.title) + 3 }
        for row in table.rows {
            for (index, text) in row.enumerated() where index < widths.count {
                widths[index] = max(widths[index], columns(text) + 1)
            }
        }
        return widths.map { min(max($0, range.lowerBound), range.upperBound) }
    }

    /// Whether the text takes more than one line of a column.
    static func isWrapped(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "\n")) || DisplayWidth().columns(text) >= range.upperBound
    }
}
