import Japanese

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

    /// Their names, each in lines that its box has room for.
    private let names: [String: [String]]
    /// How far the labels of arrows reach past the columns, to the left and to the right.
    private var margins = (left: 0, right: 0)

    private static let columnWidth = 100
    private static let boxWidth = 92
    private static let lineHeight = 16
    private static let rowHeight = 46

    private let headHeight: Int

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
        names = Dictionary(uniqueKeysWithValues: actors.map { ($0, Self.lines(of: $0)) })
        headHeight = 16 + Self.lineHeight * max(2, names.values.map(\.count).max() ?? 2)
        let width = actors.count * Self.columnWidth
        let reaches = steps.map { step in
            let middle = (start(of: step) + center(step.to)) / 2
            return (left: labelWidth(of: step) / 2 - middle, right: labelWidth(of: step) / 2 + middle - width)
        }
        margins = (max(0, reaches.map(\.left).max() ?? 0), max(0, reaches.map(\.right).max() ?? 0))
    }

    private func center(_ actor: String) -> Int {
        margins.left + places[actor, default: 0] * Self.columnWidth + Self.columnWidth / 2
    }

    /// Of those who act, the one that is farthest away.
    private func start(of step: Step) -> Int {
        let end = center(step.to)
        return step.from.map(center).max { abs($0 - end) < abs($1 - end) } ?? end
    }

    private func labelWidth(of step: Step) -> Int {
        Int(LetterWidth.of(step.mark + step.label, size: 14).rounded(.up)) + 6
    }

    /// What it shows, in words.
    public func description(_ words: PageWords) -> String {
        steps.map { words.text(.flowStep, $0.mark, words.list($0.from), $0.to, $0.label) }.joined()
    }

    public func draw(id: String, title: String, description: String) -> MarkupDocument {
        var drawing = MarkupBuilder()
        let height = headHeight + steps.count * Self.rowHeight + 16
        drawing.picture(
            width: margins.left + actors.count * Self.columnWidth + margins.right, height: height, id: id,
            title: title, description: description
        ) { drawing in
            for actor in actors {
                drawing.path("M \(center(actor)) \(headHeight - 8) V \(height)", as: .lifeline)
                drawing.box(
                    x: center(actor) - Self.boxWidth / 2, y: 1, width: Self.boxWidth, height: headHeight - 10,
                    as: .actor)
                draw(actor, &drawing)
            }
            for (index, step) in steps.enumerated() {
                draw(step, y: headHeight + index * Self.rowHeight + 32, &drawing)
            }
        }
        return drawing.finish()
    }

    private func draw(_ actor: String, _ drawing: inout MarkupBuilder) {
        let lines = names[actor, default: []]
        let top = (headHeight - 8 + Self.lineHeight * (2 - lines.count)) / 2 - 3
        for (number, line) in lines.enumerated() {
            drawing.text(
                line, x: center(actor), y: top + Self.lineHeight * number, anchor: "middle", as: .name)
        }
    }

    /// A name in the lines of a box: divided behind its ・, else evenly, where a line may end.
    private static func lines(of name: String) -> [String] {
        var lines: [String] = []
        for part in name.split(separator: "・", omittingEmptySubsequences: false) {
            let piece = part.endIndex < name.endIndex ? part + "・" : part
            if let last = lines.last, fits(last + piece) {
                lines[lines.count - 1] += piece
            } else {
                lines += evenLines(of: String(piece))
            }
        }
        return lines
    }

    private static func evenLines(of text: String) -> [String] {
        let breaker = LineBreaker(hanging: false)
        let columns = breaker.width.columns(text)
        let bytes = Array(text.utf8)
        var count = 1
        while true {
            // A letter of Japanese takes two columns.
            let limit = (columns + 2 * count - 1) / (2 * count) * 2
            var lines: [String] = []
            breaker.breakLines(bytes.span, first: limit, rest: limit) {
                lines.append(String(decoding: bytes[$0], as: UTF8.self))
            }
            if limit <= 2 || lines.allSatisfy(fits) { return lines }
            count += 1
        }
    }

    private static func fits(_ line: String) -> Bool {
        LetterWidth.of(line, size: LetterWidth.procedure) <= Double(boxWidth)
    }

    private func draw(_ step: Step, y: Int, _ drawing: inout MarkupBuilder) {
        let origins = step.from.map(center)
        let end = center(step.to)
        // The line runs from the farthest through the others, whom a dot marks.
        let start = start(of: step)
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
        let labelWidth = labelWidth(of: step)
        drawing.box(x: middle - labelWidth / 2, y: y - 24, width: labelWidth, height: 18, as: .paper)
        drawing.text(text, x: middle, y: y - 9, anchor: "middle")
    }

    private func head(at x: Int, _ y: Int, _ sign: Int) -> String {
        "M \(x) \(y) l \(-9 * sign) -5 v 10 z"
    }
}
