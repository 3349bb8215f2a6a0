import Diagnostics
import Japanese
import Markup
import MarkupSupport
import Testing

/// Charts and flow diagrams: drawings for the eye, and words for those who cannot see them.
@Suite struct DrawingTests {
    static let figure = """
        <html><body><figure class="chart"><figcaption>推移 &amp; 比較</figcaption><table>\
        <thead><tr><th>年度</th><th>全国（人）</th><th>市（人）</th></tr></thead><tbody>\
        <tr><th>平成30年度</th><td>１，０００人</td><td>292</td></tr>\
        <tr><th>令和元年度</th><td>1,500</td><td>－</td></tr>\
        <tr><th>令和2年度</th><td>500</td><td>512</td></tr></tbody></table></figure></body></html>
        """

    static func tree() throws -> (MarkupDocument, MarkupDocument.NodeID) {
        let parsed = ParsedMarkup(figure)
        #expect(parsed.findings.isEmpty)
        return (parsed.document, try #require(parsed.document.elements(.figure).first))
    }

    @Test("A chart's figures are read from its table, whatever their width and unit; a cell without one is left out")
    func data() throws {
        let (document, figure) = try Self.tree()
        let data = ChartData(of: figure, in: document)
        #expect(data.title == "推移 & 比較")
        #expect(data.series.map(\.title) == ["全国（人）", "市（人）"])
        #expect(data.series[0].points.map(\.value) == [1000, 1500, 500])
        #expect(data.series[1].points.map(\.label) == ["平成30年度", "令和2年度"])
    }

    @Test("Bars are drawn to each series' own scale, with a title and a description")
    func bars() throws {
        let (document, figure) = try Self.tree()
        let drawing = BarChart.draw(ChartData(of: figure, in: document), id: "c")
        let svg = String(decoding: HTMLWriter.write(drawing), as: UTF8.self)
        #expect(svg.contains("<title id=\"c-title\">推移 &amp; 比較</title>"))
        #expect(svg.contains("全国（人）は、平成30年度が１，０００人、令和2年度が500です。最も多いのは令和元年度の1,500です。"))
        let widths = svg.matches(of: /class="bar"[^>]* width="(\d+)"/).compactMap { Int($0.1) }
        #expect(widths.count == 5)
        #expect(widths[1] == widths.max() && widths[0] * 3 == widths[1] * 2 && widths[4] == widths[1])
    }

    @Test("In plain text the bars are squares, as wide as the page at most", arguments: [20, 40, 80])
    func text(columns: Int) throws {
        let (document, _) = try Self.tree()
        let style = TextStyle(columns: columns, breaker: LineBreaker(width: DisplayWidth(), strictness: .strict))
        let lines = String(decoding: TextWriter.write(document, style: style), as: UTF8.self).split(separator: "\n")
        #expect(lines.allSatisfy { DisplayWidth().columns(Array($0.utf8)) <= max(columns, 30) })
        #expect(lines.contains { $0.hasPrefix("令和元年度 ") && $0.contains(" 1,500  ■") && $0.hasSuffix("■") })
        #expect(!lines.contains { $0.contains("－") })
    }

    @Test("A template cannot write a drawing or a script itself", arguments: ["svg", "script", "path"])
    func composed(name: String) {
        let problems = ParsedMarkup("<html><body><\(name)></\(name)></body></html>").findings
        #expect(problems.map(\.code) == [.unknownElement])
    }
}
