import Japanese

/// Charts as bars of squares, a line each, with the figure at the bar's end.
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
        let room = max(available - labels - figures - 3, 2) / columns(square)
        for point in points {
            let count = greatest > 0 ? Int((point.value / greatest * Double(room)).rounded()) : 0
            let padding = String(repeating: " ", count: labels - columns(point.label) + 2)
            writeLine(Array((point.label + padding + String(repeating: square, count: count) + " " + point.text).utf8))
        }
    }
}
