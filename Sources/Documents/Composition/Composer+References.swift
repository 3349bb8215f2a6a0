package import Diagnostics
import Markup

extension DiagnosticCode {
    package static let danglingReference = DiagnosticCode(
        "T007", canBeAllowed: false,
        meaning: (
            ja: "参照やリンクの先が、文書の中にも、作成する文書の中にもありません。",
            en: "A reference or link leads to nothing in the document, or to a page that is not published."
        ),
        reason: (
            ja: "読み手がリンクを押しても、説明の場所に行けません。",
            en: "Readers who follow it arrive nowhere."
        ),
        wrong: "<p>要件は、<ref to=\"criterion\"/>のとおりです。</p>",
        right: "<p>要件は、<ref to=\"criteria\"/>のとおりです。</p>")
}

extension Composer {
    /// Turns `<ref to="id"/>` into a link that names its target by number and title: nobody types either.
    ///
    /// Of several targets, `<ref to="id other"/>`, each is a link.
    mutating func resolveReferences() {
        for node in document.elements(.ref) {
            let form = document.attribute(.form, of: node)
            let ids = (document.attribute(.to, of: node) ?? "").split(separator: " ").map(String.init)
            if ids.isEmpty { reportDangling("", node) }
            let targets = ids.compactMap { id in name(of: id, form, node).map { (id: id, name: $0) } }
            // What is missing is told: nothing is published.
            guard targets.count == ids.count, let first = targets.first else { continue }
            // A style sheet prints the page that a browser has found; Word prints its own.
            let isPaged = form == "page"
            if isPaged { require(.pages, .comma, at: node) }
            let paged: [(AttributeName, String)] =
                isPaged
                ? [
                    (.class, MeaningfulClass.paged.rawValue),
                    (.dataLabel, words.text(.pages, MarkupDocument.pagePlace)),
                ] : []
            guard targets.count > 1 else {
                document.replace(node, by: .a, paged + [(.href, "#" + first.id)])
                append(first.name, to: node)
                continue
            }
            require(.and, .comma, at: node)
            document.replace(
                node, by: .span, paged + (paged.isEmpty ? [] : [(.dataTargets, ids.joined(separator: " "))]))
            for (index, target) in targets.enumerated() {
                if index > 0 {
                    document.append(text: words.text(index == targets.count - 1 ? .and : .comma), to: node)
                }
                append(target.name, to: document.append(.a, [(.href, "#" + target.id)], to: node))
            }
        }
    }

    /// What a reference reads like: the mark of what it leads to is a text by itself, which Word counts.
    private mutating func append(_ name: String, to link: MarkupDocument.NodeID) {
        for text in name.split(separator: Self.markEdge) { document.append(text: String(text), to: link) }
    }

    /// Stands before and behind the mark; nothing below a space is let into a document.
    private static let markEdge: Character = "\u{1}"

    /// What a reference to an id reads like; nil, and it is told, where there is nothing to refer to.
    private mutating func name(of id: String, _ form: String?, _ node: MarkupDocument.NodeID) -> String? {
        guard let anchor = anchors[id] else {
            reportDangling(id, node)
            return nil
        }
        if let text = text(of: anchor, form, node) { return text }
        report(
            MarkupProblem(
                .danglingReference, at: document.origin(node),
                Phrase(
                    ja: "「\(id)」には番号も見出しもないので、参照できません",
                    en: "\"\(id)\" has neither number nor heading to refer to"),
                help: Phrase(ja: "見出し又は番号の付く項目を参照してください", en: "refer to a heading or a numbered item")))
        return nil
    }

    private mutating func text(of anchor: Anchor, _ form: String?, _ node: MarkupDocument.NodeID) -> String? {
        let title = anchor.title.isEmpty ? nil : anchor.title
        if form == "title" { return title }
        let number = number(anchor.number, node)
        guard form != "number", let title else { return number }
        require(number == nil ? .referenceTitle : .reference, at: node)
        return number.map { words.text(.reference, $0, title) } ?? words.text(.referenceTitle, title)
    }

    /// Marks one in another: Ⅰの2, 第1章の(1).
    private mutating func number(_ marks: [String], _ node: MarkupDocument.NodeID) -> String? {
        guard let last = marks.last else { return nil }
        let mark = "\(Self.markEdge)\(last)\(Self.markEdge)"
        guard marks.count > 1 else { return mark }
        require(.numberIn, at: node)
        let outer = marks.dropLast().dropFirst().reduce(marks[0]) { words.text(.numberIn, $0, $1) }
        return words.text(.numberIn, outer, mark)
    }

    /// Links inside the page lead to an id, relative ones to a file that the board publishes, wherever the page lies.
    mutating func resolveLinks(_ page: Page) {
        for node in document.elements(.a)
        where document.attribute(.href, of: node, beginsWithOneOf: Self.schemes) == false {
            guard let address = document.attribute(.href, of: node) else { continue }
            if address.hasPrefix("#") {
                let target = String(address.dropFirst())
                if anchors[target] == nil { reportDangling(target, node) }
            } else {
                let path = String(address.prefix { $0 != "#" })
                if page.files.contains(path) {
                    if page.isAlone {
                        document.remove(.href, of: node)
                    } else if !page.toRoot.isEmpty {
                        document.set(.href, page.toRoot + address, of: node)
                    }
                    continue
                }
                let nearest = NearestName.find(path, among: page.files.sorted())
                report(
                    MarkupProblem(
                        .danglingReference, at: document.origin(node),
                        Phrase(
                            ja: "リンク先「\(address)」は作成されません", en: "the link leads to \(address), which is not published"),
                        help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \($0)?") }
                            ?? Phrase(
                                ja:
                                    "その文書をboard.yamlのdocumentsから、又はformatsからhtmlを消したのなら、戻してください。そうでなければ、ひな形の担当者に伝えてください",
                                en:
                                    "if the document was deleted from board.yaml's documents, or html from its formats, put it back; else tell the template's author"
                            )))
            }
        }
    }

    /// Addresses elsewhere.
    private static let schemes = ["http://", "https://", "tel:", "mailto:"].map { Array($0.utf8) }

    private mutating func reportDangling(_ target: String, _ node: MarkupDocument.NodeID) {
        let nearest = NearestName.find(target, among: anchors.keys.sorted())
        report(
            MarkupProblem(
                .danglingReference, at: document.origin(node),
                Phrase(ja: "参照先「\(target)」がこの文書にありません", en: "nothing in this document has the id \"\(target)\""),
                help: nearest.map { Phrase(ja: "「\($0)」の間違いではありませんか", en: "did you mean \"\($0)\"?") }
                    ?? Phrase(
                        ja:
                            "ひな形の見出しや項目のidを確かめてください。データを消したために見出しが出ないのなら、データを戻すか、ひな形の担当者に、参照も見出しと同じ{{#…}}～{{/…}}で囲むよう伝えてください",
                        en:
                            "check the ids of the template's headings and items; if the heading is missing for want of data, put the data back, or have the template's author put the reference into the heading's section {{#…}}…{{/…}}"
                    )))
    }
}
