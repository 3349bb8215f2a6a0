import OpenPackaging

/// Paragraphs, and what is put at their beginning.
extension WordWriter {
    mutating func writeParagraph(of node: MarkupDocument.NodeID, style: String?, _ place: Place) {
        writeParagraph(Array(document.children(node)), style: style, place)
    }

    /// - Parameter size: of its text, where that is not the style's.
    mutating func writeParagraph(
        _ nodes: [MarkupDocument.NodeID], style: String?, _ place: Place, size: Int? = nil
    ) {
        beginParagraph(style, place)
        let usual = style.map { WordStyles.size(of: $0, title: titleSize) } ?? place.size
        writeRuns(nodes, RunStyle(isBold: place.isBold, size: size ?? usual, isOwnSize: size != nil))
        body.write("</w:p>")
    }

    mutating func writeParagraph(_ line: String, _ place: Place) {
        beginParagraph(nil, place)
        writeRun(line, RunStyle(size: place.size))
        body.write("</w:p>")
    }

    mutating func beginParagraph(_ style: String?, _ place: Place) {
        let marks = pendingMarks
        pendingMarks = []
        body.write("<w:p><w:pPr>")
        if let style = style ?? place.style { body.write("<w:pStyle w:val=\"\(style)\"/>") }
        if place.staysWithNext { body.write("<w:keepNext/>") }
        if pendingPage { body.write("<w:pageBreakBefore/>") }
        pendingPage = false
        // Two marks in one line are text.
        let counted = marks.count == 1 ? marks[0].place : nil
        if let counted {
            body.write("<w:numPr><w:ilvl w:val=\"\(counted.level)\"/><w:numId w:val=\"\(counted.list)\"/></w:numPr>")
        }
        if place.isBoxed {
            let sides = ["top", "left", "bottom", "right"].map {
                "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"auto\"/>"
            }
            body.write("<w:pBdr>\(sides.joined())</w:pBdr>")
        }
        if marks.count > 1 {
            let tabs = marks.dropFirst().map { "<w:tab w:val=\"left\" w:pos=\"\($0.indent)\"/>" }
            body.write("<w:tabs>\(tabs.joined())</w:tabs>")
        }
        if row != nil { body.write(rowStops(place)) }
        let hanging = marks.first.map { place.indent - $0.indent } ?? place.hanging
        if place.indent > 0 || hanging > 0 {
            body.write("<w:ind w:left=\"\(place.indent)\"\(hanging > 0 ? " w:hanging=\"\(hanging)\"" : "")/>")
        }
        if let alignment = place.alignment { body.write("<w:jc w:val=\"\(alignment)\"/>") }
        body.write("</w:pPr>")
        writePendingBookmarks()
        for mark in marks where counted == nil {
            writeRun(mark.text, RunStyle(size: place.size))
            body.write("<w:r><w:tab/></w:r>")
        }
        (pendingSpace, isLineStart) = (false, true)
    }

    // MARK: Bookmarks

    /// What a link leads to is marked at the next paragraph.
    mutating func noteBookmark(of node: MarkupDocument.NodeID) {
        if let number = document.attribute(.id, of: node).flatMap({ targets.number(of: $0) }) {
            pendingBookmarks.append(number)
        }
    }

    mutating func writePendingBookmarks() {
        for number in pendingBookmarks {
            body.write(
                "<w:bookmarkStart w:id=\"\(number)\" w:name=\"\(LinkTargets.bookmark(number))\"/><w:bookmarkEnd w:id=\"\(number)\"/>"
            )
        }
        pendingBookmarks = []
    }
}
