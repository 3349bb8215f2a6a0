import Diagnostics
import Markup

/// Drawings that follow from what the template says in words and figures.
extension Composer {
    /// `<figure class="chart">` with a table: the bars stand before it, and it stays for those who cannot see them.
    mutating func drawCharts() {
        let figures = document.elements(.figure)
        for (index, figure) in figures.enumerated() where document.has(.chart, figure) {
            let data = ChartData(of: figure, in: document)
            guard data.series.contains(where: { !$0.points.isEmpty }) else {
                report(
                    MarkupProblem(
                        .tableStructure, at: document.origin(figure),
                        Phrase(ja: "図にする表に数字がありません", en: "the chart's table holds no figures"),
                        help: Phrase(
                            ja: "<figure class=\"chart\">の中に、1列目が項目名、2列目からが数字の<table>を置いてください",
                            en:
                                "put a <table> into <figure class=\"chart\">: names in its first column, figures in the others"
                        )))
                continue
            }
            document.append(copyOf: BarChart.draw(data, id: "chart-\(index + 1)"), to: figure)
            document.moveLastChildToFront(of: figure)
        }
    }

    /// `<ol class="flow">` whose steps say who acts on whom: the drawing stands as its own figure inside the first step's list.
    mutating func drawFlows() {
        let lists = document.elements(.ol).filter { document.has(.flow, $0) }
        for (index, list) in lists.enumerated() {
            guard let diagram = SequenceDiagram(of: list, in: document) else { continue }
            let figure = document.insert(.figure, [(.class, "diagram")], before: list)
            let title = document.attribute(.ariaLabel, of: list) ?? "手続の流れ"
            document.append(copyOf: diagram.draw(id: "flow-\(index + 1)", title: title), to: figure)
        }
    }
}
