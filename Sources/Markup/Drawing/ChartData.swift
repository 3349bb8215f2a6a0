import Japanese

/// The figures of a chart's tables: their first columns name what the others measure, a series a column.
public struct ChartData {
    public struct Point {
        public let label: String
        /// The figure as it is printed.
        public let text: String
        public let value: Double
    }

    public struct Series {
        public let title: String
        public let points: [Point]
    }

    public let title: String
    public let series: [Series]
    /// Cells that hold digits but do not begin with a figure.
    public let unreadable: [MarkupDocument.NodeID]

    /// Reads the tables of a figure; cells without a number are left out.
    public init(of figure: MarkupDocument.NodeID, in document: MarkupDocument) {
        func cells(_ row: MarkupDocument.NodeID) -> [String] {
            document.children(row).filter { document.element($0) != nil }.map { document.line(of: $0) }
        }
        func child(_ name: ElementName, of node: MarkupDocument.NodeID) -> MarkupDocument.NodeID? {
            document.children(node).first { document.element($0) == name }
        }
        let tables = document.children(figure).filter { document.element($0) == .table }
        title =
            (child(.figcaption, of: figure) ?? tables.first.flatMap { child(.caption, of: $0) })
            .map { document.line(of: $0) } ?? ""
        unreadable = tables.flatMap { table in
            child(.tbody, of: table).map { document.children($0).flatMap { document.children($0).dropFirst() } } ?? []
        }.filter { cell in
            let text = document.line(of: cell)
            return Self.number(text) == nil && text.contains { $0.isNumber }
        }
        series = tables.flatMap { table in
            let head = child(.thead, of: table).flatMap { child(.tr, of: $0) }.map(cells) ?? []
            let rows = child(.tbody, of: table).map { document.children($0).map(cells) } ?? []
            return head.indices.dropFirst().map { column in
                Series(
                    title: head[column],
                    points: rows.compactMap { row in
                        guard column < row.count, let value = Self.number(row[column]) else { return nil }
                        return Point(label: row[0], text: row[column], value: value)
                    })
            }
        }
    }

    /// 346,482 or ３．７％, with whatever unit behind it.
    private static func number(_ text: String) -> Double? {
        let digits = WidthFolding.ascii(text).filter { $0 != "," }.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        return Double(digits)
    }

    /// What a drawing shows, in words.
    public func description(_ words: PageWords) -> String {
        series.compactMap { series in
            guard let first = series.points.first, let last = series.points.last else { return nil }
            guard series.points.count > 1 else { return words.text(.chartOne, series.title, first.label, first.text) }
            let span = words.text(.chartSpan, series.title, first.label, first.text, last.label, last.text)
            let highest = series.points.max { $0.value < $1.value } ?? last
            return highest.label == last.label
                ? span : span + words.text(.chartGreatest, highest.label, highest.text)
        }.joined()
    }
}
