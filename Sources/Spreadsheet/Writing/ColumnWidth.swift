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

    /// How many lines a text takes in its column: a column that has a long line is as wide as columns get.
    static func lines(of text: String) -> Int {
        let display = DisplayWidth()
        // A little less than there is, as fonts differ.
        let room = range.upperBound - 2
        return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
            $0 + max(1, (display.columns(String($1)) + room - 1) / room)
        }
    }
}
