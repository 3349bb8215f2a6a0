import Diagnostics
import Markup
import Templates

/// What a page needs to be read by those who cannot see it (JIS X 8341-3, WCAG 2.2: 1.3.1, 2.4.6, 3.3.2).
extension Composer {
    mutating func checkStructure() {
        checkHeading()
        let inputs = document.elements(.input) + document.elements(.textarea)
        checkInputNames(inputs)
        let labelled = Set(document.elements(.label).compactMap { document.attribute(.for, of: $0) })
        let unlabelled = inputs.filter { !hasLabel($0, labelled) }
        unlabelled.forEach { reportUnlabelled($0) }
        // Of a label that leads nowhere the input has none, which is told.
        if unlabelled.isEmpty { checkLabels(Set(inputs.compactMap { document.attribute(.id, of: $0) })) }
        checkTables()
        for name in [ElementName.h1, .h2, .h3, .h4, .h5, .h6, .a, .li, .th] {
            for node in document.elements(name) where !document.hasWords(node) { checkEmpty(node, name) }
        }
    }

    /// A page is one html element, with one h1.
    private mutating func checkHeading() {
        guard document.element(document.root) == .html else {
            let name = document.element(document.root)?.rawValue ?? ""
            return report(
                MarkupProblem(
                    .misplacedTag, at: document.origin(document.root),
                    Phrase(
                        ja: "文書が<html>ではなく<\(name)>で始まっています", en: "the page begins with <\(name)> in place of <html>"),
                    help: Phrase(
                        ja: "全体を<html lang=\"ja\">～</html>で囲み、<head>と<body>を置いてください",
                        en: "enclose all of it in <html lang=\"ja\">…</html>, with <head> and <body>")))
        }
        let headings = document.elements(.h1)
        guard headings.count != 1 else { return }
        report(
            MarkupProblem(
                .headingCount, at: document.origin(headings.dropFirst().first ?? document.root),
                headings.isEmpty
                    ? Phrase(ja: "題名の見出し（h1）がありません", en: "the page has no top heading (h1)")
                    : Phrase(
                        ja: "題名の見出し（h1）が\(headings.count)個あります", en: "the page has \(headings.count) top headings (h1)"),
                help: Phrase(ja: "一つの文書に一つだけ置いてください", en: "give it just one")))
    }

    private func hasLabel(_ input: MarkupDocument.NodeID, _ labelled: Set<String>) -> Bool {
        document.attribute(.type, of: input) == "hidden" || document.attribute(.ariaLabel, of: input) != nil
            || document.attribute(.ariaLabelledby, of: input) != nil
            || document.attribute(.id, of: input).map(labelled.contains) ?? false || isInsideLabel(input)
    }

    private mutating func reportUnlabelled(_ input: MarkupDocument.NodeID) {
        report(
            MarkupProblem(
                .unlabelledInput, at: document.origin(input),
                Phrase(ja: "記入欄に、何を書く欄かを示すラベル（label）がありません", en: "the input has no label"),
                help: Phrase(
                    ja: "<label for=\"記入欄のid\">を書くか、aria-labelを付けてください",
                    en: "write <label for=\"its id\">, or give it an aria-label")))
    }

    /// A label of no input is not read with any.
    private mutating func checkLabels(_ ids: Set<String>) {
        for label in document.elements(.label) {
            guard let id = document.attribute(.for, of: label), !ids.contains(id) else { continue }
            report(
                MarkupProblem(
                    .unlabelledInput, at: document.origin(label),
                    Phrase(ja: "「\(id)」というidの記入欄がありません", en: "no input has the id \"\(id)\""),
                    help: Phrase(ja: "for=\"…\"と記入欄のidを、同じにしてください", en: "let for=\"…\" and the input's id be the same"))
            )
        }
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

    /// Words for those elements that readers go by.
    private mutating func checkEmpty(_ node: MarkupDocument.NodeID, _ name: ElementName) {
        guard document.attribute(.ariaLabel, of: node) == nil else { return }
        // What stands in it besides words is a reference or something to fill in.
        let holdsOther = document.descendants(of: node).contains { inside in
            switch document.element(inside) {
            case .input, .textarea, .table: true
            default: false
            }
        }
        guard !holdsOther else { return }
        report(
            MarkupProblem(
                .emptyElement, at: document.origin(node),
                Phrase(ja: "<\(name.rawValue)>に文字がありません", en: "<\(name.rawValue)> has no words"),
                help: Phrase(ja: "文字を入れるか、要素を消してください", en: "write its words, or delete it")))
    }

    /// The answers of two inputs with one name could not be told apart; only boxes to choose among share theirs.
    private mutating func checkInputNames(_ nodes: [MarkupDocument.NodeID]) {
        var names: Set<String> = []
        for node in nodes.sorted() {
            guard let name = document.attribute(.name, of: node),
                !["radio", "checkbox"].contains(document.attribute(.type, of: node) ?? ""),
                !names.insert(name).inserted
            else { continue }
            report(
                MarkupProblem(
                    .duplicateAnchor, at: document.origin(node),
                    Phrase(ja: "記入欄の名前「\(name)」が2回使われています", en: "two inputs have the name \"\(name)\""),
                    help: Phrase(ja: "どちらかを別の名前にしてください", en: "give one of them another name")))
        }
    }

    /// The heading of the contents and `<contents/>` go together; called before the contents are made.
    mutating func checkContents() {
        let places = document.elements(.contents)
        if places.count > 1 {
            report(
                MarkupProblem(
                    .contentsPlace, at: document.origin(places[1]),
                    Phrase(
                        ja: "<contents/>が\(places.count)か所にあります", en: "<contents/> stands in \(places.count) places"),
                    help: Phrase(ja: "1か所だけにしてください", en: "leave just one")))
        }
        guard places.isEmpty else { return }
        let headings = [ElementName.h1, .h2, .h3, .h4, .h5, .h6].flatMap { document.elements($0) }
        for node in headings {
            guard ["もくじ", "目次"].contains(document.text(of: node).filter { !$0.isWhitespace }) else { continue }
            report(
                MarkupProblem(
                    .contentsPlace, at: document.origin(node),
                    Phrase(
                        ja: "もくじの見出しがありますが、<contents/>がありません",
                        en: "there is a heading for the contents, but no <contents/>"),
                    help: Phrase(ja: "見出しの下に<contents/>を書いてください", en: "write <contents/> below it")))
        }
    }
}
