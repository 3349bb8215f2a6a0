import Diagnostics
import Japanese
import Markup
import MarkupSupport
import QRCode
import Templates
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
        var words = PageWords()
        #expect(words.set(.chartSpan, "{series}は{first}に{first-figure}、{last}に{last-figure}。").isEmpty)
        #expect(words.set(.chartGreatest, "多いのは{greatest}の{figure}、{x}") == ["x"])
        let data = ChartData(of: figure, in: document)
        let drawing = BarChart.draw(data, id: "c", description: data.description(words))
        let svg = String(decoding: HTMLWriter.write(drawing), as: UTF8.self)
        #expect(svg.contains("<title id=\"c-title\">推移 &amp; 比較</title>"))
        #expect(svg.contains("全国（人）は平成30年度に１，０００人、令和2年度に500。多いのは令和元年度の1,500、"))
        let widths = svg.matches(of: /class="bar"[^>]* width="(\d+)"/).compactMap { Int($0.1) }
        #expect(widths.count == 5)
        #expect(widths[1] == widths.max() && abs(widths[0] * 3 - widths[1] * 2) <= 3 && widths[4] == widths[1])
    }

    /// The width of a drawing, and its texts with their anchors and places.
    private func letters(
        _ drawing: MarkupDocument
    ) throws -> (width: Int, texts: [(text: String, anchor: String, x: Int)]) {
        let svg = String(decoding: HTMLWriter.write(drawing), as: UTF8.self)
        let width = try #require(svg.firstMatch(of: #/viewBox="0 0 (\d+) (\d+)"/#).flatMap { Int($0.1) })
        let texts = svg.matches(of: /<text[^>]* x="(-?\d+)"[^>]* text-anchor="(\w+)">([^<]*)</)
        return (width, texts.map { (String($0.3), String($0.2), Int($0.1) ?? .min) })
    }

    @Test(
        "Labels and figures have room for their letters, as large as on paper",
        arguments: [
            ("令和5年度", "346,482人"), ("令和５年度", "１，１７４，５８２"), ("平成２３年度", "１１７，４５８"), ("小学校の児童のうち病気によるもの", "１１７，４５８人"),
        ])
    func letters(_ label: String, _ figure: String) throws {
        let document = ParsedMarkup(
            "<figure class=\"chart\"><figcaption>推移</figcaption><table><thead><tr><th>年度</th><th>全国</th></tr></thead><tbody><tr><th>\(label)</th><td>\(figure)</td></tr><tr><th>元年度</th><td>1</td></tr></tbody></table></figure>"
        ).document
        let data = ChartData(of: try #require(document.elements(.figure).first), in: document)
        let drawing = BarChart.draw(data, id: "c", description: "")
        let (width, texts) = try letters(drawing)
        let columns = { (text: String) in 17.25 / 2 * Double(DisplayWidth().columns(text)) }
        #expect(texts.map(\.text) == ["全国", label, figure, "元年度", "1"])
        #expect(Double(texts[1].x) >= columns(label) - 1 && Double(texts[2].x) + columns(figure) <= Double(width) + 6)
        let bars = drawing.elements(.rect).compactMap { drawing.attribute(.width, of: $0).flatMap { Int($0) } }
        #expect(try #require(bars.max()) >= 100)
    }

    @Test("Where labels and figures are short, a chart has the width that it is laid out for")
    func plainWidth() throws {
        let (document, figure) = try Self.tree()
        #expect(try letters(BarChart.draw(ChartData(of: figure, in: document), id: "c", description: "")).width == 400)
    }

    @Test(
        "A name takes the lines that its box has room for, divided behind its ・, else where a line may end",
        arguments: [
            ("学校長", ["学校長"]), ("児童生徒・保護者", ["児童生徒・", "保護者"]), ("学校教育課指導係", ["学校教育", "課指導係"]),
            ("宝塚市教育委員会事務局学校教育部教育支援課", ["宝塚市教育委", "員会事務局学", "校教育部教育", "支援課"]),
            ("放課後デイサービスセンター", nil), ("NPO法人Rainbow School・Kobe", nil),
        ] as [(String, [String]?)])
    func names(_ name: String, _ lines: [String]?) throws {
        let steps = ParsedMarkup(
            "<ol><li data-from=\"\(name.replacing(" ", with: ""))\" data-to=\"丙\" data-label=\"届\">x</li></ol>"
        ).document
        let drawing = try #require(SequenceDiagram(of: steps.root, in: steps)).draw(
            id: "d", title: "手続", description: "")
        let drawn = try letters(drawing).texts.map(\.text).prefix { $0 != "丙" }
        #expect(drawn.joined() == name.replacing(" ", with: ""))
        if let lines { #expect(Array(drawn) == lines) }
        #expect(drawn.allSatisfy { DisplayWidth().columns($0) <= 12 && !$0.hasPrefix("ー") })
        let heights = drawing.elements(.text).compactMap { drawing.attribute(.y, of: $0).flatMap { Int($0) } }
        let box = try #require(
            drawing.elements(.rect).compactMap { drawing.attribute(.height, of: $0) }.compactMap { Int($0) }.max())
        #expect(try #require(heights.dropLast(1).prefix(drawn.count).max()) < box && heights[0] >= 14)
    }

    @Test("A label longer than its arrow stays in the drawing", arguments: ["報告", "指導要録上の出席の扱いについての協議"])
    func longLabel(_ label: String) throws {
        let steps = ParsedMarkup("<ol><li data-from=\"甲\" data-to=\"乙\" data-label=\"\(label)\">x</li></ol>").document
        let drawing = try #require(SequenceDiagram(of: steps.root, in: steps)).draw(
            id: "d", title: "手続", description: "")
        let (width, texts) = try letters(drawing)
        let text = try #require(texts.first { $0.text == label })
        #expect(text.x - label.count * 7 >= 0 && text.x + label.count * 7 <= width)
    }

    @Test("Shapes bear their paint by themselves: what reads no style sheets in drawings fills none of them with black")
    func paint() throws {
        let (document, figure) = try Self.tree()
        let steps = ParsedMarkup(
            "<ol><li data-from=\"甲 乙\" data-to=\"丙\" data-label=\"依頼\">x</li><li data-from=\"丙\" data-to=\"甲\" data-label=\"協議\" data-mutual=\"true\">y</li></ol>"
        ).document
        let procedure = try #require(SequenceDiagram(of: steps.root, in: steps)).draw(
            id: "d", title: "手続", description: "")
        for drawing in [BarChart.draw(ChartData(of: figure, in: document), id: "c", description: ""), procedure] {
            let svg = try #require(drawing.elements(.svg).first)
            #expect(drawing.attribute(.fontSize, of: svg) == "14")
            for shape in drawing.elements(.rect) {
                // A shape without a fill is black (SVG 2 §13.4.2).
                #expect(drawing.attribute(.fill, of: shape).map { $0 != "#000" } == true)
            }
            for line in drawing.elements(.path) where drawing.attribute(.class, of: line) != "head" {
                #expect(drawing.attribute(.stroke, of: line) == "#000")
            }
        }
        let arrows = procedure.elements(.path).filter { procedure.attribute(.class, of: $0) == "arrow" }
        #expect(arrows.count == 2 && arrows.allSatisfy { procedure.attribute(.fill, of: $0) == "none" })
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

    @Test(
        "A QR code is drawn module by module inside its quiet zone, each at least half a millimetre, 20 in all",
        arguments: [1, 100, 900])
    func code(count: Int) throws {
        let address = "https://www.example.jp/" + String(repeating: "a", count: count)
        let parsed = ParsedMarkup("<html><body><qr of=\"x\"/></body></html>")
        var document = parsed.document
        #expect(
            document.drawQRCode(of: address, called: address, inPlaceOf: try #require(document.elements(.qr).first)))
        let svg = try #require(document.elements(.svg).first)
        let code = try #require(QRCode(address))
        let modules = code.size + 8
        #expect(document.attribute(.viewBox, of: svg) == "0 0 \(modules) \(modules)")
        let side = try #require(document.attribute(.width, of: svg)?.wholeMatch(of: #/(\d+)mm/#))
        let module = try #require(Double(side.1)) / Double(modules)
        #expect(module >= 0.5 && module * Double(code.size) >= 20)
        let path = try #require(document.attribute(.d, of: document.children(svg).map { $0 }[1]))
        var drawn = Array(repeating: Array(repeating: false, count: modules), count: modules)
        for run in path.matches(of: #/M(\d+) (\d+)h(\d+)v1h-(\d+)z/#) {
            let (x, y, length) = (Int(run.1) ?? 0, Int(run.2) ?? 0, Int(run.3) ?? 0)
            #expect(run.3 == run.4)
            for column in x..<x + length { drawn[y][column] = true }
        }
        for row in 0..<modules {
            for column in 0..<modules {
                let isInside = (4..<modules - 4).contains(row) && (4..<modules - 4).contains(column)
                #expect(drawn[row][column] == (isInside && code[row - 4, column - 4]))
            }
        }
    }

    @Test("A template cannot write a drawing or a script itself", arguments: ["svg", "script", "path"])
    func composed(name: String) {
        let problems = ParsedMarkup("<html><body><\(name)></\(name)></body></html>").findings
        #expect(problems.map(\.code) == [.unknownElement])
    }
}
