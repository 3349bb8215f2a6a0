import Diagnostics
import Markup

/// What a page needs to be read by those who cannot see it (JIS X 8341-3, WCAG 2.2: 1.3.1, 2.4.6, 3.3.2).
extension Composer {
    mutating func checkStructure() {
        let nodes = document.descendants(of: document.root)
        checkHeading(nodes)
        let labelled = Set(
            nodes.filter { document.element($0) == .label }.compactMap { document.attribute(.for, of: $0) })
        for node in nodes {
            switch document.element(node) {
            case .table: checkTable(node)
            case .input, .textarea: checkLabel(node, labelled)
            default: break
            }
        }
    }

    /// One h1 a page.
    private mutating func checkHeading(_ nodes: [MarkupDocument.NodeID]) {
        let headings = nodes.filter { document.element($0) == .h1 }
        guard headings.count != 1, document.element(document.root) == .html else { return }
        report(
            MarkupProblem(
                .headingCount, at: document.origin(headings.dropFirst().first ?? document.root),
                Phrase(ja: "題名の見出し（h1）が\(headings.count)個あります", en: "the page has \(headings.count) top headings (h1)"),
                help: Phrase(ja: "1つの文書に1つだけ置いてください", en: "give it just one")))
    }

    /// A caption, and header cells that say of what they are the head.
    private mutating func checkTable(_ table: MarkupDocument.NodeID) {
        let inside = document.descendants(of: table)
        let caption = inside.first { document.element($0) == .caption }
        let heads = inside.filter { document.element($0) == .th }
        let problem: (place: MarkupDocument.NodeID, summary: Phrase)? =
            if caption.map({ document.line(of: $0).isEmpty }) ?? true {
                (caption ?? table, Phrase(ja: "表に見出し（caption）がありません", en: "the table has no caption"))
            } else if heads.isEmpty {
                (table, Phrase(ja: "表に見出しのセル（th）がありません", en: "the table has no header cells (th)"))
            } else if let head = heads.first(where: { document.attribute(.scope, of: $0) == nil }) {
                (head, Phrase(ja: "見出しのセル（th）にscopeがありません", en: "a header cell (th) lacks its scope"))
            } else { nil }
        guard let problem else { return }
        report(
            MarkupProblem(
                .tableStructure, at: document.origin(problem.place), problem.summary,
                help: Phrase(
                    ja: "<caption>と<th scope=\"col\">又は<th scope=\"row\">を書いてください",
                    en: "write <caption> and <th scope=\"col\"> or <th scope=\"row\">")))
    }

    private mutating func checkLabel(_ input: MarkupDocument.NodeID, _ labelled: Set<String>) {
        if document.attribute(.type, of: input) == "hidden" || document.attribute(.ariaLabel, of: input) != nil {
            return
        }
        if document.attribute(.ariaLabelledby, of: input) != nil { return }
        if let id = document.attribute(.id, of: input), labelled.contains(id) { return }
        if isInsideLabel(input) { return }
        report(
            MarkupProblem(
                .unlabelledInput, at: document.origin(input),
                Phrase(ja: "記入欄に名前（label）がありません", en: "the input has no label"),
                help: Phrase(
                    ja: "<label for=\"記入欄のid\">を書くか、aria-labelを付けてください",
                    en: "write <label for=\"its id\">, or give it an aria-label")))
    }

    /// Whether a label with words encloses the input (WCAG 2.2, technique H44).
    private func isInsideLabel(_ input: MarkupDocument.NodeID) -> Bool {
        var node = input
        while node != document.root {
            node = document.parent(node)
            if document.element(node) == .label { return !document.line(of: node).isEmpty }
        }
        return false
    }
}
