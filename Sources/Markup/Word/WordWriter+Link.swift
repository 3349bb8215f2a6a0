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
        if let id, let bookmark = targets.bookmark(of: id), let mark = targets.mark(of: id),
            let place = children.firstIndex(where: { document.element($0) == nil && document.text(of: $0) == mark })
        {
            writeRuns(Array(children[..<place]), style)
            writeField("REF \(bookmark) \\n \\h", shows: mark, style)
            writeRuns(Array(children[(place + 1)...]), style)
        } else {
            writeRuns(children, style)
        }
        body.write("</w:hyperlink>")
        if let id, document.has(.paged, node) { writePageNumber(of: id, of: node, style) }
    }

    /// The page on which a place stands, behind the reference to it, in the words that it bears.
    mutating func writePageNumber(of id: String, of reference: MarkupDocument.NodeID, _ style: RunStyle) {
        guard let bookmark = targets.bookmark(of: id), let words = document.attribute(.dataLabel, of: reference) else {
            return
        }
        let edges = words.split(separator: MarkupDocument.pagePlace, omittingEmptySubsequences: false).map(String.init)
        writeRun(edges[0], style)
        writeField("PAGEREF \(bookmark) \\h", shows: "", style)
        writeRun(edges.dropFirst().joined(), style)
    }

    /// The relationship of a link to another page.
    private mutating func relationship(to address: String) -> String {
        if let place = links.firstIndex(of: address) { return "rIdLink\(place + 1)" }
        links.append(address)
        return "rIdLink\(links.count)"
    }
}
