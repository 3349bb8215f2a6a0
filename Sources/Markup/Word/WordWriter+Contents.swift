import OpenPackaging

/// The contents: a field that Word makes anew, with what it says now.
extension WordWriter {
    mutating func writeContents(_ nav: MarkupDocument.NodeID) {
        var entries: [(level: Int, item: MarkupDocument.NodeID)] = []
        func visit(_ node: MarkupDocument.NodeID, _ level: Int) {
            for child in document.children(node) {
                switch document.element(child) {
                case .ol, .ul: visit(child, level + 1)
                case .li:
                    entries.append((level, child))
                    visit(child, level)
                default: break
                }
            }
        }
        visit(nav, 0)
        let depth = entries.map(\.level).max() ?? 1
        for (index, entry) in entries.enumerated() {
            let style = "TOC\(min(entry.level, 3))"
            body.write("<w:p><w:pPr><w:pStyle w:val=\"\(style)\"/></w:pPr>")
            if index == 0 {
                writePendingBookmarks()
                writeForWord("<w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/>")
                writeForWord("<w:instrText xml:space=\"preserve\"> TOC \\o \"1-\(depth)\" \\h \\z \\u </w:instrText>")
                writeForWord("<w:fldChar w:fldCharType=\"separate\"/>")
            }
            (pendingSpace, isLineStart) = (false, true)
            let inline = document.children(entry.item).filter { document.element($0)?.isInline ?? true }
            let target = inline.first { document.element($0) == .a }
                .flatMap { document.attribute(.href, of: $0) }.flatMap { targets.bookmark(of: String($0.dropFirst())) }
            writeRuns(inline, RunStyle())
            if let target {
                body.write("<w:r><w:tab/></w:r>")
                writeField("PAGEREF \(target) \\h", shows: "", RunStyle())
            }
            if index == entries.count - 1 { writeForWord("<w:fldChar w:fldCharType=\"end\"/>") }
            body.write("</w:p>")
        }
    }

    /// What Word alone reads, which knows the namespace: LibreOffice does not look up the pages of references inside a contents
    /// field, and without the field it does (ECMA-376-3 §7.6).
    private mutating func writeForWord(_ markup: String) {
        body.write(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"w15\">\(markup)</mc:Choice></mc:AlternateContent></w:r>")
    }

    /// A field with what it shows until it is worked out.
    mutating func writeField(_ instruction: String, shows text: String, _ style: RunStyle) {
        body.write("<w:r>\(style.properties)<w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r>")
        body.write("<w:r><w:instrText xml:space=\"preserve\"> \(instruction) </w:instrText></w:r>")
        body.write("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>")
        writeRun(text, style)
        body.write("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
    }
}
