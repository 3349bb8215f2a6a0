import Diagnostics
import Japanese
import Markup

/// Numbers headings and list items by the document's own ladder.
extension Composer {
    private struct Ladder {
        var headings: [Marker] = []
        var lists: [Marker] = []
        var bullet: Marker?
    }

    private struct State {
        var ladder = Ladder()
        /// How many headings of each level have been numbered since the last one above.
        var counts = [Int](repeating: 0, count: 7)
        /// Numbers of the headings that the present place stands under, by level.
        var path = [String](repeating: "", count: 7)
        /// Numbers of the list items that it stands in.
        var items: [String] = []
        var listDepth = 0
        var lastLevel = 0
        /// The level of the heading that is left out of the contents and that the present place stands under.
        var unlistedLevel = Int.max
    }

    mutating func number() {
        var state = State()
        visit(document.root, &state)
    }

    private mutating func visit(_ node: MarkupDocument.NodeID, _ state: inout State) {
        guard let name = document.element(node) else { return }
        if document.hasAttributes(node) {
            readLadder(node, &state.ladder)
            noteAnchor(node, state)
        }
        if let level = name.headingLevel {
            numberHeading(node, level, &state)
        }
        if name == .ol || name == .ul {
            return numberList(node, isOrdered: name == .ol, &state)
        }
        visitChildren(of: node, &state)
    }

    private mutating func visitChildren(of node: MarkupDocument.NodeID, _ state: inout State) {
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            visit(child, &state)
            child = document.next(child)
        }
    }

    private func readLadder(_ node: MarkupDocument.NodeID, _ ladder: inout Ladder) {
        func markers(_ name: AttributeName) -> [Marker]? {
            document.attribute(name, of: node).map { $0.split(separator: " ").map { Marker(sample: $0) } }
        }
        if let headings = markers(.dataHeadings) { ladder.headings = headings }
        if let lists = markers(.dataLists) { ladder.lists = lists }
        if let bullet = markers(.dataBullet)?.first { ladder.bullet = bullet }
    }

    private mutating func noteAnchor(_ node: MarkupDocument.NodeID, _ state: State) {
        guard let id = document.attribute(.id, of: node) else { return }
        checkForm(ofID: id, of: node)
        if anchors[id] != nil {
            report(
                MarkupProblem(
                    .duplicateAnchor, at: document.origin(node),
                    Phrase(ja: "id「\(id)」が2回使われています", en: "the id \"\(id)\" is used twice"),
                    help: Phrase(ja: "どちらかを別の名前にしてください", en: "give one of them another name")))
            return
        }
        anchors[id] = Anchor()
    }

    private mutating func numberHeading(_ node: MarkupDocument.NodeID, _ level: Int, _ state: inout State) {
        if level > state.lastLevel + 1 {
            report(
                MarkupProblem(
                    .headingOrder, at: document.origin(node),
                    Phrase(
                        ja: "見出しの段が飛んでいます（h\(max(state.lastLevel, 0))の次にh\(level)）",
                        en: "a heading level is skipped: h\(level) follows h\(state.lastLevel)"),
                    help: Phrase(ja: "h\(state.lastLevel + 1)を使ってください", en: "use h\(state.lastLevel + 1)")))
        }
        state.lastLevel = level
        let title = document.line(of: node)
        var mark = ""
        let marker = level >= 2 && level - 2 < state.ladder.headings.count ? state.ladder.headings[level - 2] : nil
        for lower in level..<state.path.count {
            state.path[lower] = ""
            if lower > level { state.counts[lower] = 0 }
        }
        if let marker, !document.has(.unnumbered, node) {
            state.counts[level] += 1
            mark = marker.mark(state.counts[level])
            state.path[level] = marker.count(state.counts[level])
            putMark(mark, first: node)
            numbers.insert(number(state))
        }
        let id = idOfHeading(node)
        if let id { anchors[id] = Anchor(number: number(state), title: title) }
        // What stands below a heading that is left out is left out with it.
        if level <= state.unlistedLevel { state.unlistedLevel = .max }
        if document.has(.unlisted, node) { state.unlistedLevel = min(state.unlistedLevel, level) }
        if level >= 2, level < state.unlistedLevel {
            headings.append(Heading(level: level, mark: mark, title: title, id: id))
        }
    }

    /// A heading goes by its own id, or by that of the section it begins.
    private func idOfHeading(_ node: MarkupDocument.NodeID) -> String? {
        if let id = document.attribute(.id, of: node) { return id }
        let parent = document.parent(node)
        let firstHeading = document.children(parent).first { document.element($0)?.headingLevel != nil }
        return firstHeading == node && document.element(parent) == .section
            ? document.attribute(.id, of: parent) : nil
    }

    private func number(_ state: State) -> String {
        (state.path + state.items).filter { !$0.isEmpty }.joined(separator: "の")
    }

    private mutating func numberList(_ list: MarkupDocument.NodeID, isOrdered: Bool, _ state: inout State) {
        let own = document.attribute(.dataMarker, of: list).map { Marker(sample: $0) }
        let byDepth =
            state.ladder.lists.isEmpty
            ? nil : state.ladder.lists[min(state.listDepth, state.ladder.lists.count - 1)]
        let marker = own ?? (isOrdered ? byDepth : state.ladder.bullet)
        if isOrdered { state.listDepth += 1 }
        var count = 0
        for item in Array(document.children(list)) where document.element(item) == .li {
            count += 1
            if let marker { putMark(marker.mark(count), first: item) }
            noteAnchor(item, state)
            state.items.append(isOrdered ? marker?.mark(count) ?? String(count) : "")
            if let id = document.attribute(.id, of: item) { anchors[id] = Anchor(number: number(state)) }
            visitChildren(of: item, &state)
            state.items.removeLast()
        }
        if isOrdered { state.listDepth -= 1 }
    }

    private mutating func putMark(_ mark: String, first node: MarkupDocument.NodeID) {
        // The space keeps the mark apart where the text is copied or read aloud.
        document.append(text: " ", to: node)
        document.moveLastChildToFront(of: node)
        let span = document.append(.span, [(.class, MeaningfulClass.marker.rawValue)], to: node)
        document.append(text: mark, to: span)
        document.moveLastChildToFront(of: node)
    }
}
