import Markup

/// A piece of a document's prose: a heading, a paragraph, an item, a row of a table, without its number.
struct Passage {
    /// The headings that it stands under, the outermost first.
    let headings: [String]
    /// By which a heading is known whatever it says.
    let identity: String?
    let text: String

    /// The passages of a document, in their order. What lists of the data print is not among them: data is compared as data.
    ///
    /// - Parameter repeated: the origins of what is printed for each item of a list.
    static func passages(of document: MarkupDocument, repeated: [Range<Int>]) -> [Passage] {
        var reader = PassageReader(document: document, repeated: repeated)
        reader.read(document.root)
        return reader.passages
    }
}

private struct PassageReader {
    let document: MarkupDocument
    let repeated: [Range<Int>]
    private(set) var passages: [Passage] = []
    /// The headings above the present place, with their levels.
    private var headings: [(level: Int, text: String)] = []

    /// The headings by the identifiers of what they are of.
    private let titles: [String: String]

    init(document: MarkupDocument, repeated: [Range<Int>]) {
        (self.document, self.repeated) = (document, repeated)
        var titles: [String: String] = [:]
        for name in ElementName.allCases where name.headingLevel != nil {
            for node in document.elements(name) {
                let words = document.children(node).filter { !document.has(.marker, $0) }
                let title = words.map { document.line(of: $0) }.joined()
                for holder in [document.parent(node), node] where holder != MarkupDocument.none {
                    if let id = document.attribute(.id, of: holder), titles[id] == nil { titles[id] = title }
                }
            }
        }
        self.titles = titles
    }

    /// What is no prose of the document: made by the composer, or for the screen alone.
    private func isPassedOver(_ node: MarkupDocument.NodeID, _ name: ElementName) -> Bool {
        switch name {
        case .head, .style, .script, .svg, .nav, .footer, .filter, .downloads: return true
        default: break
        }
        if [.screenOnly, .contents, .diagram, .marker].contains(where: { document.has($0, node) }) { return true }
        let origin = document.origin(node)
        return repeated.contains { $0.contains(origin) }
    }

    mutating func read(_ node: MarkupDocument.NodeID) {
        guard let name = document.element(node), !isPassedOver(node, name) else { return }
        if let level = name.headingLevel {
            let text = line([node])
            headings.removeAll { $0.level >= level }
            add(text, identity: document.attribute(.id, of: document.parent(node)))
            headings.append((level, text))
        } else if name == .tr {
            add(document.children(node).map { line([$0]) }.filter { !$0.isEmpty }.joined(separator: "　"))
        } else {
            // What stands in lines between blocks is a passage of its own.
            var run: [MarkupDocument.NodeID] = []
            for child in document.children(node) {
                if document.element(child)?.isInline ?? true {
                    run.append(child)
                } else {
                    add(line(run))
                    run = []
                    read(child)
                }
            }
            add(line(run))
        }
    }

    private mutating func add(_ text: String, identity: String? = nil) {
        guard !text.isEmpty else { return }
        passages.append(Passage(headings: headings.map(\.text), identity: identity.map { "#\($0)" }, text: text))
    }

    /// What a link inside the page leads to, by its heading: the numbers that references print move on with those of headings.
    private func referenced(_ node: MarkupDocument.NodeID) -> String? {
        guard document.element(node) == .a, let address = document.attribute(.href, of: node), address.hasPrefix("#")
        else { return nil }
        return titles[String(address.dropFirst())].map { "「\($0)」" }
    }

    /// The text of nodes on one line, without numbers and blanks to fill in.
    private func line(_ nodes: [MarkupDocument.NodeID]) -> String {
        var text = ""
        func visit(_ node: MarkupDocument.NodeID) {
            guard let name = document.element(node) else {
                text += document.text(of: node)
                return
            }
            if name == .br { text += " " }
            if let title = referenced(node) {
                text += title
                return
            }
            if name == .rt || name == .rp || name == .textarea || isPassedOver(node, name) { return }
            document.children(node).forEach(visit)
        }
        nodes.forEach(visit)
        return text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
    }
}
