import Japanese
import OpenPackaging

/// Writes a document for Word (WordprocessingML, ECMA-376-1 §17, transitional): styles named as Word's own, the contents a field,
/// forms with content controls, tables whose heads repeat, page numbers.
///
/// The same document gives the same bytes.
public struct WordWriter {
    let document: MarkupDocument
    var body = XMLWriter()
    /// Of the paragraph being written, whether white space has been read that is not yet written, and whether a line begins.
    var pendingSpace = false
    var isLineStart = true
    /// The addresses that links lead to, by their order.
    private(set) var links: [String] = []
    private var bookmarks: [String: Int] = [:]
    /// The ids of elements that have begun, to be marked at the next paragraph.
    private var pendingBookmarks: [Int] = []
    private var controls = 0
    private let width = DisplayWidth()

    /// Where a paragraph stands.
    struct Place {
        /// Twips from the margin, and those that its first line stands out to the left.
        var indent = 0
        var hanging = 0
        var alignment: String?
        /// The text before the first word, which a tab parts from it.
        var marker = ""
        /// Whether paragraphs are a text that is read on, and so begin one character in.
        var isBody = true
        var isBold = false
        var isBoxed = false
        /// Whether it is part of a form, which is to stay on one page.
        var isForm = false
        /// Twips between the margins.
        var width = WordWriter.textWidth
    }

    /// A character of the text: 12 points.
    static let em = 240
    /// A4, 20 millimetres of margin, and what is left between them, in twips.
    static let (pageWidth, pageHeight, margin) = (11906, 16838, 1134)
    static let textWidth = pageWidth - 2 * margin

    /// - Parameter title: what stands at the head of each page but the first.
    public static func write(_ document: MarkupDocument, title: String) -> [UInt8] {
        var writer = WordWriter(document)
        let main = document.elements(.main).first ?? document.root
        writer.writeChildren(of: main, Place())
        return WordPackage(body: writer.body.bytes, links: writer.links, title: title).write()
    }

    private init(_ document: MarkupDocument) {
        self.document = document
        body = XMLWriter()
        body.write(WordPackage.documentStart)
        // What contents and references lead to.
        for node in document.elements(.a) {
            guard let target = document.attribute(.href, of: node), target.hasPrefix("#") else { continue }
            let id = String(target.dropFirst())
            if bookmarks[id] == nil { bookmarks[id] = bookmarks.count + 1 }
        }
    }

    // MARK: Blocks

    mutating func writeChildren(of node: MarkupDocument.NodeID, _ place: Place) {
        write(Array(document.children(node)), place)
    }

    /// Blocks one under the other; what stands in lines between them is a paragraph of its own.
    mutating func write(_ nodes: [MarkupDocument.NodeID], _ place: Place) {
        var place = place
        var run: [MarkupDocument.NodeID] = []
        func isInline(_ node: MarkupDocument.NodeID) -> Bool { document.element(node)?.isInline ?? true }
        for node in nodes {
            if isInline(node) {
                run.append(node)
                continue
            }
            writeLines(run, &place)
            run = []
            writeBlock(node, place)
            place.marker = ""
        }
        writeLines(run, &place)
    }

    private mutating func writeLines(_ nodes: [MarkupDocument.NodeID], _ place: inout Place) {
        guard nodes.contains(where: { document.element($0) == .input || document.hasWords($0) }) else { return }
        var lines = place
        lines.isBody = false
        writeParagraph(nodes, style: nil, lines)
        place.marker = ""
    }

    private mutating func writeBlock(_ node: MarkupDocument.NodeID, _ place: Place) {
        guard let name = document.element(node), !document.has(.screenOnly, node) else { return }
        noteBookmark(of: node)
        var place = place
        if document.has(.right, node) { place.alignment = "right" }
        if document.has(.center, node) || document.has(.cover, node) { place.alignment = "center" }
        if document.has(.box, node) { place.isBoxed = true }
        switch name {
        case .head, .title, .style, .link, .meta, .svg, .script, .contents, .filter, .downloads, .structuredData: break
        case .h1: writeParagraph(of: node, style: isOnCover(node) ? "CoverTitle" : "Title", place)
        case .h2, .h3, .h4, .h5, .h6:
            let level = (name.headingLevel ?? 2) - 1
            writeParagraph(of: node, style: document.has(.unlisted, node) ? "TOCHeading" : "Heading\(level)", place)
        case .p: writeText(node, place)
        case .nav where document.has(.contents, node): writeContents(node)
        case .ol, .ul: writeList(node, place)
        case .dl: writeDefinitions(node, place)
        case .table: writeTable(node, place)
        case .figcaption, .caption:
            if !document.has(.screenReader, node) { writeParagraph(of: node, style: "Caption", place) }
        case .figure where document.has(.diagram, node): break
        case .legend: writeParagraph(of: node, style: "Legend", place)
        case .textarea: writeTextArea(node, place)
        case .blockquote:
            place.indent += 2 * Self.em
            writeChildren(of: node, place)
        case .hr: body.write("<w:p><w:pPr><w:pStyle w:val=\"Rule\"/></w:pPr></w:p>")
        case .form, .fieldset, .header, .footer, .address:
            place.isBody = false
            if name == .form { place.isForm = true }
            writeChildren(of: node, place)
            if document.has(.cover, node) { writePageBreak() }
        default:
            writeChildren(of: node, place)
            if document.has(.cover, node) { writePageBreak() }
        }
    }

    private func isOnCover(_ node: MarkupDocument.NodeID) -> Bool {
        let parent = document.parent(node)
        return parent != MarkupDocument.none && document.has(.cover, parent)
    }

    private mutating func writePageBreak() { body.write("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>") }

    private mutating func writeText(_ node: MarkupDocument.NodeID, _ place: Place) {
        var place = place
        let isNote = document.has(.note, node)
        if isNote {
            (place.indent, place.hanging) = (place.indent + Self.em, Self.em)
        }
        let isText = place.isBody && place.alignment == nil && place.marker.isEmpty && !isNote
        writeParagraph(of: node, style: isNote ? "Note" : isText ? "BodyText" : nil, place)
    }

    /// The mark of an item or heading, which the composer has put first, and what follows.
    func splitMarker(_ node: MarkupDocument.NodeID) -> (mark: String, rest: [MarkupDocument.NodeID]) {
        let children = Array(document.children(node))
        guard let first = children.first, document.has(.marker, first) else { return ("", children) }
        return (document.text(of: first), Array(children.dropFirst()))
    }

    private mutating func writeList(_ list: MarkupDocument.NodeID, _ place: Place) {
        let items = document.children(list).map { (node: $0, parts: splitMarker($0)) }
        let columns = items.map { width.columns(Array($0.parts.mark.utf8)) }.max() ?? 0
        // The mark and half a character; of lists without marks nothing.
        let hanging = columns == 0 ? 0 : (columns * Self.em + Self.em) / 2
        for item in items {
            noteBookmark(of: item.node)
            var inner = place
            inner.isBody = false
            inner.indent += hanging
            inner.hanging = hanging
            inner.marker = item.parts.mark
            write(item.parts.rest, inner)
        }
    }

    private mutating func writeDefinitions(_ list: MarkupDocument.NodeID, _ place: Place) {
        for child in document.children(list) {
            var inner = place
            inner.isBody = false
            if document.element(child) == .dt { inner.isBold = true } else { inner.indent += 2 * Self.em }
            writeChildren(of: child, inner)
        }
    }

    // MARK: Contents

    /// A field that Word makes anew, with what it says now.
    private mutating func writeContents(_ nav: MarkupDocument.NodeID) {
        var entries: [(level: Int, link: MarkupDocument.NodeID)] = []
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
            body.write("<w:p><w:pPr><w:pStyle w:val=\"TOC\(min(entry.level, 3))\"/></w:pPr>")
            if index == 0 {
                body.write("<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r>")
                body.write(
                    "<w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-\(depth)\" \\h \\z \\u </w:instrText></w:r>")
                body.write("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>")
            }
            (pendingSpace, isLineStart) = (false, true)
            let inline = document.children(entry.link).filter { document.element($0)?.isInline ?? true }
            let target = document.descendants(of: entry.link).first { document.element($0) == .a }
                .flatMap { document.attribute(.href, of: $0) }.flatMap { bookmarks[String($0.dropFirst())] }
            writeRuns(inline, RunStyle())
            if let target {
                body.write("<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r>")
                body.write(
                    "<w:r><w:instrText xml:space=\"preserve\"> PAGEREF \(Self.bookmark(target)) \\h </w:instrText></w:r>"
                )
                body.write("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t></w:t></w:r>")
                body.write("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
            }
            if index == entries.count - 1 { body.write("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>") }
            body.write("</w:p>")
        }
    }

    // MARK: Paragraphs

    mutating func writeParagraph(of node: MarkupDocument.NodeID, style: String?, _ place: Place) {
        writeParagraph(Array(document.children(node)), style: style, place)
    }

    mutating func writeParagraph(_ nodes: [MarkupDocument.NodeID], style: String?, _ place: Place) {
        beginParagraph(style, place)
        writeRuns(nodes, RunStyle(isBold: place.isBold))
        body.write("</w:p>")
    }

    mutating func writeParagraph(_ line: String, _ place: Place) {
        beginParagraph(nil, place)
        writeRun(line, RunStyle())
        body.write("</w:p>")
    }

    private mutating func beginParagraph(_ style: String?, _ place: Place) {
        body.write("<w:p><w:pPr>")
        if let style = style ?? (place.isForm ? "FormText" : nil) { body.write("<w:pStyle w:val=\"\(style)\"/>") }
        if place.isBoxed {
            let sides = ["top", "left", "bottom", "right"].map {
                "<w:\($0) w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"auto\"/>"
            }
            body.write("<w:pBdr>\(sides.joined())</w:pBdr>")
        }
        if place.indent > 0 || place.hanging > 0 {
            let hanging = place.marker.isEmpty && style != "Note" ? "" : " w:hanging=\"\(place.hanging)\""
            body.write("<w:ind w:left=\"\(place.indent)\"\(hanging)/>")
        }
        if let alignment = place.alignment { body.write("<w:jc w:val=\"\(alignment)\"/>") }
        body.write("</w:pPr>")
        for number in pendingBookmarks {
            body.write(
                "<w:bookmarkStart w:id=\"\(number)\" w:name=\"\(Self.bookmark(number))\"/><w:bookmarkEnd w:id=\"\(number)\"/>"
            )
        }
        pendingBookmarks = []
        (pendingSpace, isLineStart) = (false, true)
        if !place.marker.isEmpty {
            writeRun(place.marker, RunStyle())
            body.write("<w:r><w:tab/></w:r>")
            (pendingSpace, isLineStart) = (false, true)
        }
    }

    /// What a link leads to is marked at the next paragraph.
    private mutating func noteBookmark(of node: MarkupDocument.NodeID) {
        if let number = document.attribute(.id, of: node).flatMap({ bookmarks[$0] }) { pendingBookmarks.append(number) }
    }

    /// The name of a bookmark: hidden, and without the signs that ids may have.
    static func bookmark(_ number: Int) -> String { "_Ref\(100_000 + number)" }

    func bookmark(of id: String) -> String? { bookmarks[id].map(Self.bookmark) }

    /// The relationship of a link to another page.
    mutating func relationship(to address: String) -> String {
        if let place = links.firstIndex(of: address) { return "rIdLink\(place + 1)" }
        links.append(address)
        return "rIdLink\(links.count)"
    }

    mutating func nextControl() -> Int {
        controls += 1
        return controls
    }
}
