import Japanese

/// Charts as bars of squares, a line each: the figure stands before its bar, where it is heard first.
extension TextWriter {
    mutating func writeChart(_ figure: MarkupDocument.NodeID) {
        let data = ChartData(of: figure, in: document)
        if !data.title.isEmpty { writeText(Array(data.title.utf8)) }
        for series in data.series where !series.points.isEmpty {
            gap()
            writeText(Array(series.title.utf8))
            writeBars(series.points)
        }
    }

    private mutating func writeBars(_ points: [ChartData.Point]) {
        func columns(_ text: String) -> Int { style.width.columns(Array(text.utf8)) }
        let square = "■"
        let labels = points.map { columns($0.label) }.max() ?? 0
        let figures = points.map { columns($0.text) }.max() ?? 0
        let greatest = points.map(\.value).max() ?? 0
        let room = min(max(available - labels - figures - 4, 2) / columns(square), Self.longestBar)
        for point in points {
            let count = greatest > 0 ? Int((point.value / greatest * Double(room)).rounded()) : 0
            let free = labels - columns(point.label) + 2 + figures - columns(point.text)
            let padding = String(repeating: " ", count: free)
            let bar = count > 0 ? "  " + String(repeating: square, count: count) : ""
            writeLine(Array((point.label + padding + point.text + bar).utf8))
        }
    }

    /// Squares of the longest bar: enough to compare, and no more for those who hear or feel each.
    private static let longestBar = 20
}
