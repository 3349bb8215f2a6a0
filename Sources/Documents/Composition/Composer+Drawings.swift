package import Diagnostics
import Markup

extension DiagnosticCode {
    package static let drawingData = DiagnosticCode(
        "T027", canBeAllowed: true,
        meaning: (
            ja: "グラフにする表に、数字で始まらない値があります。流れ図の段階に、誰が誰に何をするかが書かれていません。又は、QRコードにするURLがないか、URLの形でないか、長すぎます。",
            en:
                "A value of a table that a chart is made of does not begin with a figure, a step of a flow does not say who does what to whom, or a QR code has no web address, or one that is too long."
        ),
        reason: (
            ja: "値や段階が図から抜け、図と、その元の表や手順とが食い違います。QRコードは、読み取ってもページに行き着きません。",
            en:
                "The drawing would leave it out and disagree with the words beside it; a QR code would lead nowhere."
        ),
        wrong: "<td>約20人</td>",
        right: "<td>20人</td>")
}

/// Drawings that follow from what the template says in words and figures.
extension Composer {
    /// `<figure class="chart">` with tables: the bars stand before them, and they stay for those who cannot see the bars.
    mutating func drawCharts() {
        let figures = document.elements(.figure)
        for (index, figure) in figures.enumerated() where document.has(.chart, figure) {
            let data = ChartData(of: figure, in: document)
            if let cell = data.unreadable.first {
                report(
                    MarkupProblem(
                        .drawingData, at: document.origin(cell),
                        Phrase(
                            ja: "「\(document.line(of: cell))」は数字で始まらないので、グラフにできません",
                            en:
                                "\"\(document.line(of: cell))\" does not begin with a figure, so no chart can be made of it"
                        ),
                        help: Phrase(
                            ja: "「20人」のように数字から始めてください。値がない欄は「－」とします",
                            en: "begin it with the figure, as in 20人; where there is none, write －")))
                continue
            }
            guard data.series.contains(where: { !$0.points.isEmpty }) else {
                report(
                    MarkupProblem(
                        .drawingData, at: document.origin(figure),
                        Phrase(ja: "グラフにする表に数字がありません", en: "the table of the chart holds no figures"),
                        help: Phrase(
                            ja: "<figure class=\"chart\">の中に、1列目が項目名、2列目からが数字の<table>を置いてください",
                            en:
                                "put a <table> into <figure class=\"chart\">: names in its first column, figures in the others"
                        )))
                continue
            }
            require(.chartOne, .chartSpan, .chartGreatest, at: figure)
            document.append(
                copyOf: BarChart.draw(data, id: "chart-\(index + 1)", description: data.description(words)), to: figure)
            // A caption is the first or last of a figure's children.
            if standsBehind(figure) {
                if let last = document.children(figure).dropLast().last, document.element(last) == .figcaption {
                    document.moveLastChild(of: figure, before: last)
                }
            } else if let table = document.children(figure).first(where: { document.element($0) == .table }) {
                document.moveLastChild(of: figure, before: table)
            }
        }
    }

    /// `<ol class="flow">` whose steps say who acts on whom: the drawing stands in front of it.
    mutating func drawFlows() {
        let lists = document.elements(.ol).filter { document.has(.flow, $0) }
        for (index, list) in lists.enumerated() {
            guard let diagram = SequenceDiagram(of: list, in: document) else {
                checkSteps(of: list)
                continue
            }
            let place = standsBehind(list) ? document.next(list) : list
            let figure =
                place == MarkupDocument.none
                ? document.append(.figure, [(.class, "diagram")], to: document.parent(list))
                : document.insert(.figure, [(.class, "diagram")], before: place)
            let title = document.attribute(.ariaLabel, of: list)
            require(.flowStep, .and, .comma, at: list)
            if title == nil { require(.flow, at: list) }
            let drawing = diagram.draw(
                id: "flow-\(index + 1)", title: title ?? words.text(.flow), description: diagram.description(words))
            document.append(copyOf: drawing, to: figure)
        }
    }

    /// Whether the template wants the drawing behind what it is drawn from.
    private mutating func standsBehind(_ node: MarkupDocument.NodeID) -> Bool {
        guard let place = document.attribute(.dataDrawing, of: node) else { return false }
        if !["before", "after"].contains(place) {
            report(
                MarkupProblem(
                    .drawingData, at: document.origin(node),
                    Phrase(ja: "図の位置（data-drawing）「\(place)」は使えません", en: "data-drawing cannot be \"\(place)\""),
                    help: Phrase(ja: "before（前）か、after（後ろ）と書いてください", en: "write before or after")))
        }
        return place == "after"
    }

    /// A step that says nothing of who acts, where others do, has been forgotten.
    private mutating func checkSteps(of list: MarkupDocument.NodeID) {
        let steps = Array(document.children(list))
        func isComplete(_ step: MarkupDocument.NodeID) -> Bool {
            [.dataFrom, .dataTo, .dataLabel].allSatisfy { document.attribute($0, of: step) != nil }
        }
        guard let step = steps.first(where: { !isComplete($0) }), steps.contains(where: isComplete) else { return }
        report(
            MarkupProblem(
                .drawingData, at: document.origin(step),
                Phrase(
                    ja: "この段階には、誰が（data-from）誰に（data-to）何をするか（data-label）のどれかが書かれていないので、流れ図にできません",
                    en:
                        "this step does not say who (data-from) does what (data-label) to whom (data-to), so the steps cannot be drawn"
                ),
                help: Phrase(ja: "三つとも全ての段階に書くか、全ての段階から消してください", en: "write all three at every step, or none at any")))
    }
}
