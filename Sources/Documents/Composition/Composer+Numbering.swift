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
        /// Marks of the headings that the present place stands under, by level, and what they are counted by.
        var path = [String](repeating: "", count: 7)
        var countedPath = [String](repeating: "", count: 7)
        /// Numbers of the list items that it stands in.
        var items: [String] = []
        var listDepth = 0
        /// The last number of the list that ended last, by its marks.
        var ended: [Marker: Int] = [:]
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
        guard document.hasAttributes(node) else { return visit(node, name, &state) }
        noteAnchor(node, state)
        guard document.attribute(.dataHeadings, of: node) != nil else {
            readLadder(node, &state.ladder)
            return visit(node, name, &state)
        }
        // A ladder holds for what stands in its element; its headings are counted by themselves.
        let (outer, counts) = (state.ladder, state.counts)
        readLadder(node, &state.ladder)
        state.counts = Array(repeating: 0, count: counts.count)
        visit(node, name, &state)
        (state.ladder, state.counts) = (outer, counts)
    }

    private mutating func visit(_ node: MarkupDocument.NodeID, _ name: ElementName, _ state: inout State) {
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

    private mutating func readLadder(_ node: MarkupDocument.NodeID, _ ladder: inout Ladder) {
        let headings = markers(.dataHeadings, of: node)
        if let headings { ladder.headings = headings }
        let lists = markers(.dataLists, of: node)
        if let lists { ladder.lists = lists }
        if let bullet = markers(.dataBullet, of: node)?.first { ladder.bullet = bullet }
        for marker in headings ?? [] { checkMarker(marker, of: node) }
        for marker in lists ?? [] { checkMarker(marker, of: node) }
    }

    private func markers(_ name: AttributeName, of node: MarkupDocument.NodeID) -> [Marker]? {
        document.attribute(name, of: node).map { $0.split(separator: " ").map { Marker(sample: $0) } }
    }

    /// A mark that does not count would number everything alike.
    private mutating func checkMarker(_ marker: Marker, of node: MarkupDocument.NodeID) {
        guard !marker.counts else { return }
        report(
            MarkupProblem(
                .unknownMarker, at: document.origin(node),
                Phrase(
                    ja: "「\(marker.mark(1))」は、番号として数えられる記号ではありません", en: "\"\(marker.mark(1))\" is no mark that counts"),
                help: Phrase(
                    ja: "最初の番号を書いてください（1、１、(1)、⑴、①、ア、ｱ、㋐、a、ａ、A、Ⅰ、ⅰ、一のどれかを含むもの）",
                    en: "write the first number: one with 1, １, (1), ⑴, ①, ア, ｱ, ㋐, a, ａ, A, Ⅰ, ⅰ or 一 in it")))
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

    private mutating func reportTyped(_ typed: String, beside mark: String, _ node: MarkupDocument.NodeID) {
        report(
            MarkupProblem(
                .typedMark, .warning, at: document.origin(node),
                Phrase(
                    ja: "見出しの初めに「\(typed)」と打ち込んであります。番号（\(mark)）は自動で付きます",
                    en: "the heading begins with \"\(typed)\", and is numbered \(mark) by itself"),
                help: Phrase(
                    ja: "打ち込んだ番号を消してください。この番号のままにするなら、見出しにclass=\"unnumbered\"を付けてください",
                    en: "delete what was typed; to keep it, give the heading class=\"unnumbered\"")))
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
            (state.path[lower], state.countedPath[lower]) = ("", "")
            if lower > level { state.counts[lower] = 0 }
        }
        if let marker, !document.has(.unnumbered, node) {
            state.counts[level] += 1
            mark = marker.mark(state.counts[level])
            if let typed = TypedMark.find(in: title) { reportTyped(typed, beside: mark, node) }
            (state.path[level], state.countedPath[level]) = (mark.withoutStop, marker.count(state.counts[level]))
            putMark(marker, state.counts[level], first: node)
            for path in [state.path, state.countedPath] {
                numbers.insert(path.filter { !$0.isEmpty }.joined(separator: "の"))
            }
        }
        let id = idOfHeading(node)
        if let id { anchors[id] = Anchor(number: number(state), title: title) }
        // What stands below a heading that is left out is left out with it.
        if level <= state.unlistedLevel { state.unlistedLevel = .max }
        if document.has(.unlisted, node) { state.unlistedLevel = min(state.unlistedLevel, level) }
        if level >= 2, level < state.unlistedLevel {
            let entry = document.attribute(.dataContents, of: node) ?? title
            let isOfChapter = id != nil && document.has(.chapter, document.parent(node))
            headings.append(
                Heading(
                    level: level, mark: mark, title: entry, id: id,
                    beginsChapter: isOfChapter && level == 2 && !mark.isEmpty))
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

    private func number(_ state: State) -> [String] { (state.path + state.items).filter { !$0.isEmpty } }

    private mutating func numberList(_ list: MarkupDocument.NodeID, isOrdered: Bool, _ state: inout State) {
        let own = document.attribute(.dataMarker, of: list).map { Marker(sample: $0) }
        let byDepth =
            state.ladder.lists.isEmpty
            ? nil : state.ladder.lists[min(state.listDepth, state.ladder.lists.count - 1)]
        let marker = own ?? (isOrdered ? byDepth : state.ladder.bullet)
        if isOrdered, let own { checkMarker(own, of: list) }
        if isOrdered { state.listDepth += 1 }
        var count = start(of: list, marker, state) - 1
        for item in Array(document.children(list)) where document.element(item) == .li {
            count += 1
            if let marker { putMark(marker, count, first: item) }
            noteAnchor(item, state)
            state.items.append(isOrdered ? marker?.mark(count).withoutStop ?? String(count) : "")
            if let id = document.attribute(.id, of: item) { anchors[id] = Anchor(number: number(state)) }
            visitChildren(of: item, &state)
            state.items.removeLast()
        }
        if isOrdered { state.listDepth -= 1 }
        if let marker { state.ended[marker] = count }
    }

    /// The number of a list's first item: 1, what it says, or what comes behind the list before it.
    private mutating func start(
        of list: MarkupDocument.NodeID, _ marker: Marker?, _ state: State
    ) -> Int {
        guard let start = document.attribute(.dataStart, of: list) else { return 1 }
        if start == "continue" { return (marker.flatMap { state.ended[$0] } ?? 0) + 1 }
        if let number = Int(start), number > 0, number < 10_000 { return number }
        report(
            MarkupProblem(
                .unknownMarker, at: document.origin(list),
                Phrase(ja: "data-startの「\(start)」は番号ではありません", en: "data-start cannot be \(start)"),
                help: Phrase(
                    ja: "最初の番号（3など）か、前の一覧の続きならcontinueと書いてください",
                    en: "write the first number, or continue behind the list before")))
        return 1
    }

    private mutating func putMark(_ marker: Marker, _ number: Int, first node: MarkupDocument.NodeID) {
        // The space keeps the mark apart where the text is copied or read aloud.
        document.append(text: " ", to: node)
        document.moveLastChildToFront(of: node)
        // What it is counted by, for those that count themselves.
        let span = document.append(
            .span,
            [
                (.class, MeaningfulClass.marker.rawValue), (.dataMarker, marker.sample), (.dataStart, String(number)),
            ], to: node)
        document.append(text: marker.mark(number), to: span)
        document.moveLastChildToFront(of: node)
    }
}

extension String {
    /// A mark as it is cited: 1 of 1. and １ of １、.
    fileprivate var withoutStop: String {
        guard let last, count > 1, ".．、,，".contains(last) else { return self }
        return String(dropLast())
    }
}
