import Japanese
import OpenPackaging

/// Writes a document for Word (WordprocessingML, ECMA-376-1 §17, transitional): styles named as Word's own, marks that Word
/// counts, contents and references as fields, forms with content controls, tables whose heads repeat, drawings as shapes.
///
/// The same document gives the same bytes.
public struct WordWriter {
    let document: MarkupDocument
    let fonts: WordFonts
    var body = XMLWriter()
    /// Of the paragraph being written, whether white space has been read that is not yet written, and whether a line begins.
    var pendingSpace = false
    var isLineStart = true
    /// The addresses that links lead to, by their order.
    var links: [String] = []
    let targets: LinkTargets
    /// What is to be put at the next paragraph: the bookmarks of elements that have begun, the marks of items, a new page.
    var pendingBookmarks: [Int] = []
    var pendingMarks: [Mark] = []
    var pendingPage = false
    var numbering = WordNumbering()
    /// The sections that begin a page.
    let pageStarts: Set<MarkupDocument.NodeID>
    var hasCover = false
    var chapters: Chapters?
    var titleSize: Int?
    /// What begins a line in the cell or the caption that is being written.
    var cellBreaks: Set<MarkupDocument.NodeID> = []
    /// The row of a form that is being written, and whether its label is being written, or has been.
    var row: FormRow?
    var isInRowLabel = false
    var isRowAligned = false
    /// Whether the document is a form, which is to be one sheet.
    var isSheet = false
    /// The paper that is being written on, and whether it is the first.
    var paper = Paper.upright
    var isFirstPart = true
    private var controls = 0
    private var drawings = 0

    /// Where a paragraph stands.
    struct Place {
        /// Twips from the margin.
        var indent = 0
        /// Those that the first line of a note stands out to the left.
        var hanging = 0
        var alignment: String?
        /// Whether paragraphs are a text that is read on, and so begin one character in.
        var isBody = true
        var isBold = false
        var isBoxed = false
        /// Whether it stays on the page of what follows, and whether its end does.
        var staysWithNext = false
        var endStays = false
        /// Whether it is what an item of a list consists of.
        var isItem = false
        /// Whether it is part of a form, which is to stay on one page.
        var isForm = false
        /// The style of paragraphs that have none of their own.
        var style: String? { isForm ? (isCell ? "FormCell" : "FormText") : nil }
        var isCell = false
        /// Of its text, in half points.
        var size = WordStyles.textSize
        /// Whether it is on paper turned, and the twips between the margins.
        var isTurned = false
        var width = Paper.upright.textWidth
    }

    /// A character of the text: 12 points.
    static let em = 240

    /// - Parameter title: what stands at the head of each page but the first.
    public static func write(_ document: MarkupDocument, title: String, fonts: WordFonts = .gothic) -> [UInt8] {
        var writer = WordWriter(document, fonts)
        let main = document.elements(.main).first ?? document.root
        writer.writePages(of: main)
        return WordPackage(
            body: writer.body.bytes, links: writer.links, numbering: writer.numbering, fonts: fonts, title: title,
            chapters: writer.chapters, titleSize: writer.titleSize, language: language(of: document)
        ).write()
    }

    private static func language(of document: MarkupDocument) -> String {
        let language = document.attribute(.lang, of: document.root) ?? "ja"
        return language == "ja" ? "ja-JP" : language
    }

    private init(_ document: MarkupDocument, _ fonts: WordFonts) {
        (self.document, self.fonts) = (document, fonts)
        targets = LinkTargets(of: document)
        pageStarts = Self.pageStarts(in: document)
        body = XMLWriter()
        body.write(WordPackage.documentStart)
    }

    // MARK: Blocks

    mutating func writeChildren(of node: MarkupDocument.NodeID, _ place: Place) {
        write(Array(document.children(node)), place)
    }

    /// Blocks one under the other; what stands in lines between them is a paragraph of its own.
    mutating func write(_ nodes: [MarkupDocument.NodeID], _ place: Place) {
        var run: [MarkupDocument.NodeID] = []
        func isInline(_ node: MarkupDocument.NodeID) -> Bool { document.element(node)?.isInline ?? true }
        let last = nodes.last { !isInline($0) || document.hasWords($0) }
        for (index, node) in nodes.enumerated() {
            if isInline(node) {
                run.append(node)
                continue
            }
            var lines = place
            lines.staysWithNext = place.staysWithNext || place.isItem
            writeLines(run, lines)
            run = []
            let next = nodes[(index + 1)...].first { document.element($0) != nil }
            writeBlock(node, inner(of: place, node, isLast: node == last, next))
        }
        writeLines(run, place)
    }

    /// The place of one of several blocks. As on paper, the first lines of an item stay with its others, and a document's end with
    /// what says who has published it.
    private func inner(
        of place: Place, _ node: MarkupDocument.NodeID, isLast: Bool, _ next: MarkupDocument.NodeID?
    ) -> Place {
        var inner = place
        inner.isItem = false
        inner.endStays = next.map { document.has(.colophon, $0) || isContact($0) } ?? false || isLast && place.endStays
        if document.element(node) == .p {
            inner.staysWithNext = place.staysWithNext || place.isItem && !isLast || inner.endStays
        }
        return inner
    }

    /// Whether it says where to ask: it stays together, and does not stand alone on the last page.
    func isContact(_ node: MarkupDocument.NodeID) -> Bool { document.attribute(.id, of: node) == "contact" }

    private mutating func writeLines(_ nodes: [MarkupDocument.NodeID], _ place: Place) {
        guard nodes.contains(where: { document.element($0) == .input || document.hasWords($0) }) else { return }
        var lines = place
        lines.isBody = false
        writeParagraph(nodes, style: nil, lines)
    }

    private mutating func writeBlock(_ node: MarkupDocument.NodeID, _ place: Place) {
        guard let name = document.element(node), !document.has(.screenOnly, node) else { return }
        var place = place
        if name == .section { beginSection(node, &place) }
        noteBookmark(of: node)
        if document.has(.right, node) { place.alignment = "right" }
        if document.has(.center, node) || document.has(.cover, node) { place.alignment = "center" }
        if document.has(.box, node) { place.isBoxed = true }
        switch name {
        case .head, .title, .style, .link, .meta, .script, .contents, .filter, .downloads, .structuredData: break
        case .h1: writeTitle(node, place)
        case .h2, .h3, .h4, .h5, .h6: writeHeading(node, level: (name.headingLevel ?? 2) - 1, place)
        case .p where place.isForm && isFormLine(node), .div where place.isForm && isFormLine(node):
            writeFormLine(node, place)
        case .p: writeText(node, place)
        case .nav where document.has(.contents, node): writeContents(node)
        case .ol, .ul: writeList(node, place)
        case .dl: writeDefinitions(node, place)
        case .table: writeTable(node, place)
        case .figcaption, .caption:
            if !document.has(.screenReader, node) { writeParagraph(of: node, style: "Caption", place) }
        case .figure where document.has(.chart, node): writeChart(node, place)
        case .svg: writeDrawing(node, place)
        case .legend: writeParagraph(of: node, style: "Legend", place)
        case .textarea: writeTextArea(node, place)
        case .blockquote:
            place.indent += 2 * Self.em
            writeChildren(of: node, place)
        case .hr: body.write("<w:p><w:pPr><w:pStyle w:val=\"Rule\"/></w:pPr></w:p>")
        case .form, .fieldset, .header, .footer, .address:
            place.isBody = false
            if name == .form { (place.isForm, place.size) = (true, WordStyles.smallSize) }
            writeChildren(of: node, place)
        default:
            let blocks = Array(document.children(node))
            guard document.has(.keep, node) || isContact(node),
                let last = blocks.lastIndex(where: { document.element($0) != nil })
            else {
                writeChildren(of: node, place)
                break
            }
            // Each stays with the next.
            var kept = place
            kept.staysWithNext = true
            write(Array(blocks[..<last]), kept)
            write(Array(blocks[last...]), place)
        }
        if document.has(.cover, node) { pendingPage = true }
    }

    private func isOnCover(_ node: MarkupDocument.NodeID) -> Bool {
        let parent = document.parent(node)
        return parent != MarkupDocument.none && document.has(.cover, parent)
    }

    /// A title in letters as large as it goes into one line with, down to those of a small heading.
    private mutating func writeTitle(_ node: MarkupDocument.NodeID, _ place: Place) {
        let style = isOnCover(node) ? "CoverTitle" : "Title"
        let columns = DisplayWidth().columns(Array(document.line(of: node).utf8))
        let largest = WordStyles.sizes[style] ?? WordStyles.textSize
        let size = max(min(largest, place.width / 5 / max(columns, 1)), WordStyles.sizes["Heading3"] ?? largest)
        if style == "Title" { titleSize = size }
        writeParagraph(Array(document.children(node)), style: style, place, size: size < largest ? size : nil)
    }

    private mutating func writeHeading(_ node: MarkupDocument.NodeID, level: Int, _ place: Place) {
        let style = document.has(.unlisted, node) ? "TOCHeading" : "Heading\(level)"
        let parts = splitMark(node)
        if level == 1, document.has(.chapter, document.parent(node)) {
            chapters = parts.count == nil ? .marked : .counted
        }
        guard let count = parts.count else { return writeParagraph(of: node, style: style, place) }
        pendingMarks.append(
            Mark(
                text: parts.mark, indent: place.indent,
                place: numbering.addHeading(count.marker, count.number, level: level - 1)))
        writeParagraph(parts.rest, style: style, place)
    }

    private mutating func writeText(_ node: MarkupDocument.NodeID, _ place: Place) {
        var place = place
        let isNote = document.has(.note, node)
        if isNote {
            (place.indent, place.hanging) = (place.indent + Self.em, Self.em)
        }
        let isText = place.isBody && place.alignment == nil && pendingMarks.isEmpty && !isNote
        writeParagraph(of: node, style: isNote ? "Note" : isText ? "BodyText" : nil, place)
    }

    // MARK: Numbers of parts

    mutating func nextControl() -> Int {
        controls += 1
        return controls
    }

    mutating func nextDrawing() -> Int {
        drawings += 1
        return drawings
    }
}
