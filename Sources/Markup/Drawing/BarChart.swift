/// Draws figures as bars, a line each: legible on a phone, in black and white, and with the figure at each bar's end.
public enum BarChart {
    /// What the parts of a drawing take at least.
    private static let width = 400
    private static let labelWidth = 92
    private static let figureWidth = 68
    private static let barWidth = 100
    private static let rowHeight = 24
    private static let barHeight = 15
    private static let titleHeight = 32

    /// The widths of a drawing, in which its letters find room.
    private struct Measures {
        let labels: Int
        let bars: Int
        let width: Int

        init(_ data: ChartData) {
            let size = LetterWidth.chart
            func widest(_ texts: [String]) -> Int {
                Int((texts.map { LetterWidth.of($0, size: size) }.max() ?? 0).rounded())
            }
            let points = data.series.flatMap(\.points)
            labels = max(labelWidth, widest(points.map(\.label)) + 8)
            let figures = max(figureWidth, widest(points.map(\.text)) + 6)
            width = max(BarChart.width, labels + barWidth + figures, widest(data.series.map(\.title)))
            bars = width - labels - figures
        }
    }

    /// Each series by its own scale: a city's pupils would not be seen beside the nation's.
    ///
    /// - Parameter description: what it shows, in words.
    public static func draw(_ data: ChartData, id: String, description: String) -> MarkupDocument {
        var drawing = MarkupBuilder()
        let measures = Measures(data)
        let height = data.series.reduce(0) { $0 + titleHeight + $1.points.count * rowHeight + 12 }
        drawing.picture(
            width: measures.width, height: height, id: id, title: data.title, description: description
        ) { drawing in
            var top = 0
            for series in data.series where !series.points.isEmpty {
                draw(series, top: top, measures, &drawing)
                top += titleHeight + series.points.count * rowHeight + 12
            }
        }
        return drawing.finish()
    }

    private static func draw(
        _ series: ChartData.Series, top: Int, _ measures: Measures, _ drawing: inout MarkupBuilder
    ) {
        let greatest = series.points.map(\.value).max() ?? 0
        drawing.text(series.title, x: 0, y: top + 18, as: .series)
        let axisEnd = top + titleHeight + series.points.count * rowHeight
        for (index, point) in series.points.enumerated() {
            let y = top + titleHeight + index * rowHeight
            let length = greatest > 0 ? Int((point.value / greatest * Double(measures.bars)).rounded()) : 0
            drawing.text(point.label, x: measures.labels - 8, y: y + 16, anchor: "end")
            drawing.box(x: measures.labels, y: y + 4, width: length, height: barHeight, as: .bar)
            drawing.text(point.text, x: measures.labels + length + 6, y: y + 16, as: .value)
        }
        drawing.path("M \(measures.labels) \(top + titleHeight) V \(axisEnd)", as: .axis)
    }
}
