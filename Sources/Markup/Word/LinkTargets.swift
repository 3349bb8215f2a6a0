import Japanese

/// What the links of a document lead to inside it.
struct LinkTargets {
    private var numbers: [String: Int] = [:]
    /// The marks that Word counts, by the ids of their headings and items.
    private var marks: [String: String] = [:]

    init(of document: MarkupDocument) {
        for node in document.elements(.a) {
            guard let target = document.attribute(.href, of: node), target.hasPrefix("#") else { continue }
            let id = String(target.dropFirst())
            if numbers[id] == nil { numbers[id] = numbers.count + 1 }
        }
        find(document.root, in: document, isShown: true)
    }

    /// Forgets the ids that stand on the screen alone, and notes the marks of the others.
    private mutating func find(_ node: MarkupDocument.NodeID, in document: MarkupDocument, isShown: Bool) {
        guard let name = document.element(node) else { return }
        let isShown = isShown && !document.has(.screenOnly, node)
        if let id = document.attribute(.id, of: node), numbers[id] != nil {
            if !isShown { numbers[id] = nil }
            let heading =
                name == .section
                ? document.children(node).first { document.element($0)?.headingLevel != nil } ?? node : node
            if let count = document.wordCount(of: heading) { marks[id] = count.marker.mark(count.number) }
        }
        for child in document.children(node) { find(child, in: document, isShown: isShown) }
    }

    /// The number of the bookmark that an id has; nil where no link leads to it.
    func number(of id: String) -> Int? { numbers[id] }

    /// The mark that Word counts there.
    func mark(of id: String) -> String? { marks[id] }

    func bookmark(of id: String) -> String? { numbers[id].map(Self.bookmark) }

    /// The name of a bookmark: hidden, and without the signs that ids may have.
    static func bookmark(_ number: Int) -> String { "_Ref\(100_000 + number)" }
}
