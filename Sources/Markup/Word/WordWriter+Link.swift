import OpenPackaging

/// Links and references.
extension WordWriter {
    mutating func writeLink(_ node: MarkupDocument.NodeID, _ style: RunStyle) {
        let address = document.attribute(.href, of: node) ?? ""
        let children = Array(document.children(node))
        let id = address.hasPrefix("#") ? String(address.dropFirst()) : nil
        let target: String
        if let id {
            guard let bookmark = targets.bookmark(of: id) else { return writeRuns(children, style) }
            target = "w:anchor=\"\(bookmark)\""
        } else if ["http://", "https://", "mailto:"].contains(where: { address.hasPrefix($0) }) {
            target = "r:id=\"\(relationship(to: address))\""
        } else {
            // A file beside the page is not beside the Word document, wherever that is sent.
            return writeRuns(children, style)
        }
        // A space before the link is no part of it.
        writeSpace(style)
        body.write("<w:hyperlink \(target) w:history=\"1\">")
        if let id, let number = number(in: children, of: id), let bookmark = targets.bookmark(of: id) {
            if !number.before.isEmpty { writeRun(number.before, style) }
            writeField("REF \(bookmark) \\n \\h", shows: number.mark, style)
            if !number.behind.isEmpty { writeRun(number.behind, style) }
            writeRuns(Array(children.dropFirst()), style)
        } else {
            writeRuns(children, style)
        }
        body.write("</w:hyperlink>")
        if let id, document.has(.paged, node) { writePageNumbers(of: [id], style) }
    }

    /// The pages on which places stand, behind the reference to them.
    mutating func writePageNumbers(of ids: [String], _ style: RunStyle) {
        let bookmarks = ids.compactMap { targets.bookmark(of: $0) }
        guard !bookmarks.isEmpty else { return }
        for (index, bookmark) in bookmarks.enumerated() {
            writeRun(index == 0 ? "（" : "、", style)
            writeField("PAGEREF \(bookmark) \\h", shows: "", style)
        }
        writeRun("ページ）", style)
    }

    /// The number in a reference's text where Word counts it, as in 「Ⅰの2 手続」: it stands behind the numbers of what it is in.
    private func number(
        in nodes: [MarkupDocument.NodeID], of id: String
    ) -> (before: String, mark: String, behind: String)? {
        guard let first = nodes.first, document.element(first) == nil, let mark = targets.mark(of: id) else {
            return nil
        }
        let text = document.text(of: first)
        let start = text.hasPrefix("「") ? text.index(after: text.startIndex) : text.startIndex
        let end = text[start...].firstIndex { $0 == " " || $0 == "」" } ?? text.endIndex
        let number = text[start..<end]
        guard number.hasSuffix(mark) else { return nil }
        let place = number.index(end, offsetBy: -mark.count)
        guard place == start || text[..<place].hasSuffix("の") else { return nil }
        return (String(text[..<place]), mark, String(text[end...]))
    }

    /// The relationship of a link to another page.
    private mutating func relationship(to address: String) -> String {
        if let place = links.firstIndex(of: address) { return "rIdLink\(place + 1)" }
        links.append(address)
        return "rIdLink\(links.count)"
    }
}
