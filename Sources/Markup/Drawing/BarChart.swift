/// Draws figures as bars, a line each: legible on a phone, in black and white, and with the figure at each bar's end.
public enum BarChart {
    private static let width = 400
    private static let labelWidth = 92
    private static let figureWidth = 68
    private static let rowHeight = 24
    private static let barHeight = 15
    private static let titleHeight = 32

    /// Each series by its own scale: a city's pupils would not be seen beside the nation's.
    public static func draw(_ data: ChartData, id: String) -> MarkupDocument {
        var drawing = MarkupBuilder()
        let height = data.series.reduce(0) { $0 + titleHeight + $1.points.count * rowHeight + 12 }
        drawing.picture(width: width, height: height, id: id, title: data.title, description: data.description) {
            drawing in
            var top = 0
            for series in data.series where !series.points.isEmpty {
                draw(series, top: top, &drawing)
                top += titleHeight + series.points.count * rowHeight + 12
            }
        }
        return drawing.finish()
    }

    private static func draw(_ series: ChartData.Series, top: Int, _ drawing: inout MarkupBuilder) {
        let greatest = series.points.map(\.value).max() ?? 0
        let room = Double(width - labelWidth - figureWidth)
        drawing.text(series.title, x: 0, y: top + 18, as: .series)
        let axisEnd = top + titleHeight + series.points.count * rowHeight
        for (index, point) in series.points.enumerated() {
            let y = top + titleHeight + index * rowHeight
            let length = greatest > 0 ? Int((point.value / greatest * room).rounded()) : 0
            drawing.text(point.label, x: labelWidth - 8, y: y + 16, anchor: "end")
            drawing.box(x: labelWidth, y: y + 4, width: length, height: barHeight, as: .bar)
            drawing.text(point.text, x: labelWidth + length + 6, y: y + 16, as: .value)
        }
        drawing.path("M \(labelWidth) \(top + titleHeight) V \(axisEnd)", as: .axis)
    }
}
