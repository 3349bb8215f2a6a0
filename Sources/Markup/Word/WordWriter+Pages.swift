import OpenPackaging

/// The pages: which sections begin one, and which are printed on paper turned, as style/print.css has it.
extension WordWriter {
    /// A4, 20 millimetres of margin, and what is left between them, in twips.
    enum Paper {
        case upright, turned

        static let margin = 1134
        var width: Int { self == .upright ? 11906 : 16838 }
        var height: Int { self == .upright ? 16838 : 11906 }
        var textWidth: Int { width - 2 * Self.margin }
    }

    /// Where the running head says the chapter: what Word finds on the page, of headings of the first level; nil where there are none.
    enum Chapters {
        /// Whether Word counts their marks, which are else part of the heading's text.
        case counted, marked
    }

    mutating func writePages(of main: MarkupDocument.NodeID) {
        hasCover = document.children(main).contains { document.element($0) != nil && document.has(.cover, $0) }
        isSheet = document.children(main).contains { document.element($0) == .form }
        for node in document.children(main) where !hasCover && isWide(node) { paper = .turned }
        noteBookmark(of: main)
        // A list by itself is turned as a whole, a booklet where a table needs it.
        let place = Place(isTurned: paper == .turned, width: paper.textWidth)
        writeChildren(of: main, place)
        if !pendingBookmarks.isEmpty { writeParagraph([], style: nil, place) }
        writePart()
    }

    /// Begins a section on its page and paper.
    mutating func beginSection(_ section: MarkupDocument.NodeID, _ place: inout Place) {
        if pageStarts.contains(section) { pendingPage = true }
        place.isTurned = place.isTurned || isWide(section)
        let wanted: Paper = place.isTurned ? .turned : .upright
        if wanted != paper {
            body.write("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/>")
            writePart()
            body.write("</w:pPr></w:p>")
            (paper, isFirstPart, pendingPage) = (wanted, false, false)
        }
        place.width = paper.textWidth
    }

    /// Ends pages of one paper; those behind have the same head and go on with the numbers.
    private mutating func writePart() {
        body.write("<w:sectPr>")
        if isFirstPart {
            body.write("<w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>")
            body.write("<w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>")
            // The first page has its title for a head, and no number where it is a cover, or a form that is mostly alone.
            if !hasCover, !isSheet { body.write("<w:footerReference w:type=\"first\" r:id=\"rIdFooter\"/>") }
        }
        body.write("<w:pgSz w:w=\"\(paper.width)\" w:h=\"\(paper.height)\"")
        body.write(paper == .turned ? " w:orient=\"landscape\"/>" : "/>")
        // A form has 14 millimetres above and below.
        let (top, bottom) = isSheet ? (794, 794) : (Paper.margin, Paper.margin)
        let margins = [("top", top), ("right", Paper.margin), ("bottom", bottom), ("left", Paper.margin)]
        body.write(
            "<w:pgMar \(margins.map { "w:\($0.0)=\"\($0.1)\" " }.joined())w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>"
        )
        body.write(isFirstPart ? "<w:titlePg/></w:sectPr>" : "</w:sectPr>")
    }

    private func isWide(_ section: MarkupDocument.NodeID) -> Bool {
        document.element(section) == .section
            && document.children(section).contains { document.element($0) == .table && document.has(.wide, $0) }
    }

    /// The sections that begin a page: chapters, and what follows the contents, where a chapter follows it on the same page.
    static func pageStarts(in document: MarkupDocument) -> Set<MarkupDocument.NodeID> {
        func next(_ node: MarkupDocument.NodeID) -> MarkupDocument.NodeID? {
            var next = document.next(node)
            while next != MarkupDocument.none, document.element(next) == nil { next = document.next(next) }
            return document.element(next) == .section ? next : nil
        }
        var starts = Set(document.elements(.section).filter { document.has(.chapter, $0) })
        for nav in document.elements(.nav) where document.has(.contents, nav) {
            guard let section = next(document.parent(nav)) else { continue }
            starts.insert(section)
            if !document.has(.chapter, section), let chapter = next(section) { starts.remove(chapter) }
        }
        return starts
    }
}
