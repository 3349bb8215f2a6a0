import Markup

extension Composer {
    /// Puts the table of contents where `<contents/>` stands: by default the headings of two levels.
    mutating func writeContents() {
        for node in document.elements(.contents) {
            let depth = min(max(document.attribute(.depth, of: node).flatMap { Int($0) } ?? 2, 1), 5)
            require(.contents, at: node)
            document.replace(
                node, by: .nav, [(.class, MeaningfulClass.contents.rawValue), (.ariaLabel, words.text(.contents))])
            var lists: [(level: Int, list: MarkupDocument.NodeID)] = []
            var lastItem = node
            for heading in headings where heading.level < 2 + depth {
                while let last = lists.last, last.level > heading.level {
                    lists.removeLast()
                    lastItem = document.parent(last.list)
                }
                if lists.last.map({ $0.level < heading.level }) ?? true {
                    // A list inside the item of the heading above.
                    lists.append((heading.level, document.append(.ol, to: lists.isEmpty ? node : lastItem)))
                }
                lastItem = document.append(.li, to: lists[lists.count - 1].list)
                writeEntry(heading, in: lastItem)
            }
        }
    }

    private mutating func writeEntry(_ heading: Heading, in item: MarkupDocument.NodeID) {
        if !heading.mark.isEmpty {
            let mark = document.append(.span, [(.class, MeaningfulClass.marker.rawValue)], to: item)
            document.append(text: heading.mark, to: mark)
            document.append(text: " ", to: item)
        }
        guard let id = heading.id else {
            document.append(text: heading.title, to: item)
            return
        }
        let link = document.append(.a, [(.href, "#" + id)], to: item)
        document.append(text: heading.title, to: link)
    }
}
