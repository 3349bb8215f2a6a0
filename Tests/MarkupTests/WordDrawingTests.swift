import Foundation
import MarkupSupport
import Testing

@testable import Markup

/// Drawings as Word's shapes: all that the drawing has, where it has it.
@Suite struct WordDrawingTests {
    private func body(_ document: MarkupDocument) -> String {
        let text = String(decoding: WordWriter.write(document, title: "題"), as: UTF8.self)
        guard let start = text.range(of: "<w:body>"), let end = text.range(of: "</w:body>") else { return "" }
        return String(text[start.upperBound..<end.lowerBound])
    }

    @Test("A chart has a bar and a figure for each point, and says them to those who do not see it")
    func chart() {
        var document = ParsedMarkup(
            """
            <main><figure class="chart"><figcaption>推移</figcaption><table><thead><tr><th>年度</th><th>人数</th></tr></thead>\
            <tbody><tr><th>令和4年度</th><td>20人</td></tr><tr><th>令和5年度</th><td>40人</td></tr></tbody></table></figure></main>
            """
        ).document
        let figure = document.elements(.figure)[0]
        document.append(
            copyOf: BarChart.draw(ChartData(of: figure, in: document), id: "c", description: "増えた。"), to: figure)
        let body = body(document)
        // Caption, series, and a label with a figure for each point; the table is not there once more.
        let texts = body.matches(of: /<w:t [^>]*>([^<]*)</).map { String($0.1) }
        #expect(texts == ["推移", "人数", "令和4年度", "20人", "令和5年度", "40人"])
        #expect(!body.contains("<w:tbl>"))
        let filled =
            /<a:ext cx="(\d+)" cy="\d+"\/><\/a:xfrm><a:prstGeom prst="rect"><a:avLst\/><\/a:prstGeom><a:solidFill>/
        let bars = body.matches(of: filled).compactMap { Int($0.1) }
        #expect(bars.count == 2 && bars[1] == 2 * bars[0])
        #expect(body.contains("推移 増えた。 人数 令和4年度 20人 令和5年度 40人"))
    }

    @Test("A procedure has its actors, arrows, dots, and stays within the text")
    func flow() {
        let steps = (1...9).map { "<li data-from=\"甲\($0)\" data-to=\"乙\($0)\" data-label=\"報告\">報告</li>" }.joined()
        var document = ParsedMarkup("<main><ol class=\"flow\">\(steps)</ol><figure class=\"diagram\"></figure></main>")
            .document
        guard let diagram = SequenceDiagram(of: document.elements(.ol)[0], in: document) else {
            Issue.record("no diagram")
            return
        }
        var words = PageWords()
        #expect(words.set(.flowStep, "{from}から{to}へ{label}。").isEmpty)
        document.append(
            copyOf: diagram.draw(id: "d", title: "流れ", description: diagram.description(words)),
            to: document.elements(.figure)[0])
        let body = body(document)
        #expect(body.contains("descr=\"流れ 甲1から乙1へ報告。"))
        // Two half circles a dot, a triangle a head, a line each arrow and lifeline.
        #expect(body.matches(of: /<a:arcTo wR/).count == 18)
        #expect(body.matches(of: /prst="line"/).count == 9 + 18)
        let extent = body.firstMatch(of: /<wp:extent cx="(\d+)"/).flatMap { Int($0.1) } ?? .max
        #expect(extent <= WordWriter.Paper.upright.textWidth * 635)
    }

    /// The parts of drawings, an outline, and how Word paints it: nothing is filled that is a line.
    private static let paints: [(DrawingPart, String, String?, String?)] = [
        (.bar, "M 0 0 h 9 v 9 z", "555555", nil), (.axis, "M 0 0 V 9", nil, "000000"),
        (.actor, "M 0 0 h 9 v 9 z", "FFFFFF", "000000"), (.lifeline, "M 0 0 V 9", nil, "000000"),
        (.arrow, "M 0 0 h 9 v 9", nil, "000000"), (.head, "M 0 0 l 9 9 v -9 z", "000000", nil),
        (.paper, "M 0 0 h 9 v 9 z", "FFFFFF", nil),
    ]

    @Test("Word has the colours of paper", arguments: paints)
    func paint(_ part: DrawingPart, _ outline: String, _ fill: String?, _ line: String?) {
        var builder = MarkupBuilder()
        builder.element(.figure, []) { figure in
            figure.picture(width: 9, height: 9, id: "d", title: "図", description: "図") { $0.path(outline, as: part) }
        }
        let shapes = body(builder.finish()).matches(of: /<\/a:(?:prst|cust)Geom>(.*?)<\/wps:spPr>/)
        func colour(_ value: String?) -> String {
            value.map { "<a:solidFill><a:srgbClr val=\"\($0)\"/></a:solidFill>" } ?? "<a:noFill/>"
        }
        let paint = shapes.map { $0.1.replacing(/\sw="\d+"/, with: "") }
        let dash = part == .lifeline ? "<a:prstDash val=\"dash\"/>" : ""
        #expect(paint == ["\(colour(fill))<a:ln>\(colour(line))\(dash)</a:ln>"])
    }

    @Test("Outlines by the commands that drawings use")
    func outline() {
        let triangle = PathOutline("M 10 20 l -9 -5 v 10 z")
        #expect(triangle.segments == [.move(x: 10, y: 20), .line(x: 1, y: 15), .line(x: 1, y: 25), .close])
        #expect((triangle.left, triangle.top, triangle.right, triangle.bottom) == (1, 15, 10, 25))
        let modules = PathOutline("M4 5h2v1h-2zM8 5h1v1h-1z")
        #expect(modules.segments.count == 10 && modules.right == 9 && modules.bottom == 6)
        let dot = PathOutline("M 6 10 a 4 4 0 1 0 8 0 a 4 4 0 1 0 -8 0")
        #expect((dot.left, dot.top, dot.right, dot.bottom) == (6, 6, 14, 14))
    }
}
