/// A procedure as a drawing: who takes part stands at the top, and each step is an arrow from one to another.
public struct SequenceDiagram {
    public struct Step {
        let mark: String
        let label: String
        /// Who acts, and on whom.
        let from: [String]
        let to: String
        /// Whether both act on each other.
        let isMutual: Bool
    }

    private let steps: [Step]
    private let actors: [String]
    /// Their columns.
    private let places: [String: Int]

    private static let columnWidth = 100
    private static let headHeight = 48
    private static let rowHeight = 46

    /// Reads the steps of a list; nil where one of them does not say who acts on whom.
    public init?(of list: MarkupDocument.NodeID, in document: MarkupDocument) {
        var steps: [Step] = []
        var actors: [String] = []
        var places: [String: Int] = [:]
        for item in document.children(list) {
            guard let from = document.attribute(.dataFrom, of: item), let to = document.attribute(.dataTo, of: item),
                let label = document.attribute(.dataLabel, of: item)
            else { return nil }
            let mark = document.children(item).first { document.element($0) == .span && document.has(.marker, $0) }
            let step = Step(
                mark: mark.map { document.text(of: $0) } ?? "", label: label,
                from: from.split(separator: " ").map(String.init), to: to,
                isMutual: document.attribute(.dataMutual, of: item) == "true")
            steps.append(step)
            for actor in step.from + [to] where places[actor] == nil {
                places[actor] = actors.count
                actors.append(actor)
            }
        }
        guard !steps.isEmpty else { return nil }
        (self.steps, self.actors, self.places) = (steps, actors, places)
    }

    private func center(_ actor: String) -> Int {
        places[actor, default: 0] * Self.columnWidth + Self.columnWidth / 2
    }

    public func draw(id: String, title: String) -> MarkupDocument {
        var drawing = MarkupBuilder()
        let height = Self.headHeight + steps.count * Self.rowHeight + 16
        let description = steps.map { step in
            let actors = step.from.joined(separator: "及び")
            return "\(step.mark)\(actors)から\(step.to)へ\(step.label)。"
        }.joined()
        drawing.picture(
            width: actors.count * Self.columnWidth, height: height, id: id, title: title, description: description
        ) { drawing in
            for actor in actors {
                drawing.path("M \(center(actor)) \(Self.headHeight - 8) V \(height)", as: .lifeline)
                drawing.box(
                    x: center(actor) - 46, y: 1, width: 92, height: Self.headHeight - 10, as: .actor)
                draw(actor, &drawing)
            }
            for (index, step) in steps.enumerated() {
                draw(step, y: Self.headHeight + index * Self.rowHeight + 32, &drawing)
            }
        }
        return drawing.finish()
    }

    /// A name of more than six characters takes two lines, divided behind its ・, else in the middle.
    private func draw(_ actor: String, _ drawing: inout MarkupBuilder) {
        guard actor.count > 6 else {
            return drawing.text(actor, x: center(actor), y: 25, anchor: "middle", as: .name)
        }
        let end =
            actor.firstIndex(of: "・").map { actor.index(after: $0) }
            ?? actor.index(actor.startIndex, offsetBy: (actor.count + 1) / 2)
        drawing.text(String(actor[..<end]), x: center(actor), y: 17, anchor: "middle", as: .name)
        drawing.text(String(actor[end...]), x: center(actor), y: 33, anchor: "middle", as: .name)
    }

    private func draw(_ step: Step, y: Int, _ drawing: inout MarkupBuilder) {
        let origins = step.from.map(center)
        let end = center(step.to)
        // The line runs from the one that is farthest away, through the others, whom a dot marks.
        let start = origins.max { abs($0 - end) < abs($1 - end) } ?? end
        let sign = end >= start ? 1 : -1
        let middle = (start + end) / 2
        drawing.path("M \(start) \(y) H \(end - 7 * sign)", as: .arrow)
        drawing.path(head(at: end, y, sign), as: .head)
        if step.isMutual { drawing.path(head(at: start, y, -sign), as: .head) }
        for origin in origins where !step.isMutual {
            drawing.path("M \(origin - 4) \(y) a 4 4 0 1 0 8 0 a 4 4 0 1 0 -8 0", as: .head)
        }
        let text = step.mark + step.label
        // A label wider than its arrow would cross the lifelines of others: it gets paper behind it.
        let labelWidth = 14 * text.count + 6
        drawing.box(x: middle - labelWidth / 2, y: y - 24, width: labelWidth, height: 18, as: .paper)
        drawing.text(text, x: middle, y: y - 9, anchor: "middle")
    }

    private func head(at x: Int, _ y: Int, _ sign: Int) -> String {
        "M \(x) \(y) l \(-9 * sign) -5 v 10 z"
    }
}
