public import Bytes
public import Japanese

/// How a document is set as plain text.
public struct TextStyle: Hashable, Sendable {
    /// Columns of a line; a full-width character takes two.
    public let columns: Int
    public let breaker: LineBreaker
    /// How a table stands there, where there is room for it.
    public let tables: Tables
    /// Whether it begins with U+FEFF, from which a reader that is told no encoding knows it.
    public let hasMark: Bool

    public enum Tables: String, Sendable { case rules, records }

    public init(
        columns: Int = 80, breaker: LineBreaker = LineBreaker(), tables: Tables = .rules, hasMark: Bool = false
    ) {
        // A stop that hangs would not be on a braille display as wide as the line.
        (self.columns, self.breaker) = (columns, tables == .records ? breaker.withoutHanging : breaker)
        (self.tables, self.hasMark) = (tables, hasMark)
    }

    /// For what is not published, and for parts of a text.
    public var unmarked: TextStyle { TextStyle(columns: columns, breaker: breaker, tables: tables) }

    var width: DisplayWidth { breaker.width }

    /// A place to write on, as wide as so many columns; for the ear, which hears each sign, no longer than it takes to know it.
    func blank(columns: Int) -> [UInt8] {
        let count = max(1, columns / 2)
        return Array(repeatElement(Array("＿".utf8), count: tables == .records ? min(count, 3) : count).joined())
    }
}

/// Writes a document as plain text for Japanese readers: lines broken by 禁則, nested lists with hanging indents, tables
/// with rules, blanks to write on.
///
/// Lines end in LF and never in a space; the text ends in one LF.
public struct TextWriter {
    let document: MarkupDocument
    let style: TextStyle
    var output: [UInt8] = []
    let overflow: Overflow?
    /// Columns that the blocks being written are indented by.
    var indent = 0
    /// Stands at the start of the next line instead of as much of the indentation: a list item's mark.
    var marker: [UInt8] = []
    var alignment = Alignment.start
    /// Whether the next line is to be set apart by an empty one.
    private var needsGap = false
    private var hasLines = false
    /// The levels of the numbered headings that the present place stands under: each but the first sets what follows
    /// one character deeper.
    private var ladder: [Int] = []
    /// The paragraph before, if that was the last thing written: paragraphs follow without a gap.
    private var lastWasParagraph = false

    enum Alignment { case start, center, end }

    /// Columns that are left of a line; however deep the indentation, some.
    var available: Int { max(style.columns - indent, 10) }

    /// - Parameter overflow: takes pieces of a large text as they are made.
    /// - Returns: the text, or what of it `overflow` has not taken.
    public static func write(_ document: MarkupDocument, style: TextStyle, overflow: Overflow? = nil) -> [UInt8] {
        var writer = TextWriter(document, style, overflow)
        if style.hasMark { writer.output += "\u{FEFF}".utf8 }
        // Rules and padding of a table take more than its tags did.
        writer.output.reserve(document.buffer.count * 2 + document.nodes.count * 4, overflow: overflow)
        writer.writeBlock(document.root)
        return writer.output
    }

    init(_ document: MarkupDocument, _ style: TextStyle, _ overflow: Overflow? = nil) {
        self.document = document
        self.style = style
        self.overflow = overflow
    }

    // MARK: Blocks

    /// The elements that can have a frame round them.
    private static let framed: Set<ElementName> = [.div, .section, .article, .aside, .p]

    /// Writes a block element, or text that stands among blocks.
    mutating func writeBlock(_ node: MarkupDocument.NodeID) {
        guard let name = document.element(node) else { return }
        if document.has(.screenOnly, node) { return }
        let outer = alignment
        if document.has(.right, node) { alignment = .end }
        if document.has(.center, node) || document.has(.cover, node) { alignment = .center }
        defer { alignment = outer }
        switch name {
        case .head, .title, .style, .link, .meta, .contents, .svg, .script:
            break
        case _ where document.has(.box, node) && Self.framed.contains(name) && style.tables == .rules:
            gap()
            writeBox { $0.writeChildren(of: node) }
            gap()
        case .figure where document.has(.chart, node):
            gap()
            writeChart(node)
            gap()
        case .h1, .h2, .h3, .h4, .h5, .h6:
            gap()
            writeHeading(node, level: name.headingLevel ?? 1)
            gap()
        case .section:
            let outer = (ladder, indent)
            writeChildren(of: node)
            (ladder, indent) = outer
        case .p:
            writeParagraph(node)
        case .ol, .ul:
            let isNested = document.element(document.parent(node)) == .li
            if !isNested { gap() }
            // A list goes on with the ladder that the headings above it have begun.
            let deeper = isNested || ladder.isEmpty || document.has(.flow, node) ? 0 : 2
            indented(by: deeper) { $0.document.has(.flow, node) ? $0.writeFlow(node) : $0.writeList(node) }
            if !isNested { gap() }
        case .dl:
            gap()
            writeDefinitions(node)
            gap()
        case .table:
            gap()
            writeTable(node)
            gap()
        case .hr:
            gap()
            writeRule()
            gap()
        case .textarea:
            writeWritingLines(node)
        case .blockquote:
            gap()
            indented(by: 4) { $0.writeChildren(of: node) }
            gap()
        case .fieldset:
            writeChildren(of: node)
            gap()
        case .header where document.has(.cover, node), .figure, .nav:
            gap()
            writeChildren(of: node)
            gap()
        default:
            writeChildren(of: node)
        }
    }

    /// Writes blocks one under the other; what stands in lines between them is a paragraph of its own.
    mutating func writeChildren(of node: MarkupDocument.NodeID) {
        writeNodes(document.children(node))
    }

    mutating func writeNodes(_ nodes: some Sequence<MarkupDocument.NodeID>) {
        var run: [MarkupDocument.NodeID] = []
        for child in nodes {
            if isInline(child) {
                run.append(child)
            } else {
                writeLines(of: run)
                run = []
                writeBlock(child)
            }
        }
        writeLines(of: run)
    }

    func isInline(_ node: MarkupDocument.NodeID) -> Bool {
        document.element(node)?.isInline ?? true
    }

    private mutating func writeHeading(_ node: MarkupDocument.NodeID, level: Int) {
        let (mark, rest) = splitMarker(node)
        stepLadder(to: level, isNumbered: !mark.isEmpty)
        let text = InlineText.make(of: rest, in: document, style)
        guard !mark.isEmpty else { return writeText(text) }
        let lead = mark + separator(behind: mark)
        // A heading in the middle or at the right is one line with its mark.
        if alignment != .start { return writeText(lead + text) }
        marker += lead
        indented(by: style.width.columns(lead)) { $0.writeText(text) }
    }

    private mutating func stepLadder(to level: Int, isNumbered: Bool) {
        let before = ladder.count
        ladder.removeAll { $0 >= level }
        if isNumbered { ladder.append(level) }
        indent += 2 * (max(0, ladder.count - 1) - max(0, before - 1))
    }

    /// Nothing behind a full-width bracket, which is white enough, else an ideographic space.
    private func separator(behind mark: [UInt8]) -> [UInt8] {
        String(decoding: mark, as: UTF8.self).hasSuffix("）") ? [] : Array("　".utf8)
    }

    private mutating func writeParagraph(_ node: MarkupDocument.NodeID) {
        let text = InlineText.make(of: Array(document.children(node)), in: document, style)
        guard !text.isEmpty else { return }
        let isBody = !isInside(node, [.li, .td, .th, .dd, .form, .header, .footer]) && alignment == .start
        let isNote = document.has(.note, node)
        // Body text is indented by a character at the start of each paragraph, and paragraphs follow one another.
        if isBody, !isNote {
            if !lastWasParagraph { gap() }
            writeText(Array("　".utf8) + text)
            needsGap = false
            lastWasParagraph = true
            return
        }
        if isBody { gap() }
        if isNote {
            indented(by: 2) {
                $0.marker = []
                $0.writeText(text, firstIndent: -2)
            }
        } else {
            writeText(text)
        }
        if isBody { gap() }
    }

    func isInside(_ node: MarkupDocument.NodeID, _ names: Set<ElementName>) -> Bool {
        var parent = document.parent(node)
        while parent != MarkupDocument.none {
            if let name = document.element(parent), names.contains(name) { return true }
            parent = document.parent(parent)
        }
        return false
    }

    private mutating func writeDefinitions(_ node: MarkupDocument.NodeID) {
        for child in document.children(node) {
            if document.element(child) == .dd {
                indented(by: 4) { $0.writeChildren(of: child) }
            } else {
                writeChildren(of: child)
            }
        }
    }

    private mutating func writeRule() {
        let rule = Array("─".utf8)
        let count = available / max(1, style.width.columns(rule))
        writeLine(Array(repeatElement(rule, count: count).joined()))
    }

    /// Lines to write on, or what is already written there.
    private mutating func writeWritingLines(_ node: MarkupDocument.NodeID) {
        let text = document.text(of: node)
        if !text.isEmpty { return writeText(Array(text.utf8)) }
        let rows = style.tables == .records ? 1 : document.attribute(.rows, of: node).flatMap { Int($0) } ?? 1
        for _ in 0..<min(max(rows, 1), 100) { writeLine(style.blank(columns: available)) }
    }

    // MARK: Lines

    /// Writes inline nodes as lines.
    mutating func writeLines(of nodes: [MarkupDocument.NodeID]) {
        guard !nodes.isEmpty else { return }
        writeText(InlineText.make(of: nodes, in: document, style))
    }

    /// Breaks text into lines and writes them.
    mutating func writeText(_ text: [UInt8], firstIndent: Int = 0) {
        guard !text.isEmpty else { return }
        let columns = available
        var lines: [Range<Int>] = []
        style.breaker.breakLines(text.span, first: columns - firstIndent, rest: columns) { lines.append($0) }
        for (index, line) in evened(lines, of: text, first: columns - firstIndent).enumerated() {
            writeLine(text.span.extracting(line), shift: index == 0 ? firstIndent : 0)
        }
    }

    mutating func writeLine(_ line: [UInt8]) { writeLine(line.span) }

    /// Writes one line behind the indentation, trimmed at its end.
    mutating func writeLine(_ line: Span<UInt8>, shift: Int = 0) {
        if needsGap, hasLines { output.append(UInt8(ascii: "\n")) }
        (needsGap, hasLines) = (false, true)
        lastWasParagraph = false
        var spaces = indent + shift
        if !marker.isEmpty {
            spaces -= style.width.columns(marker)
            // The mark stands at the end of what it takes from the indentation.
            output.append(spaces: spaces)
            output.append(contentsOf: marker)
            marker = []
            spaces = 0
        } else if alignment != .start {
            let free = style.columns - indent - style.width.columns(line)
            spaces += max(0, alignment == .end ? free : free / 2)
        }
        output.append(spaces: spaces)
        output.append(line)
        trimEnd()
        output.append(UInt8(ascii: "\n"))
        output.handOnPiece(to: overflow)
    }

    /// Takes ASCII and ideographic spaces (E3 80 80) from the end of the line.
    private mutating func trimEnd() {
        while let last = output.last {
            let count = output.count
            if last == UInt8(ascii: " ") {
                output.removeLast()
            } else if last == 0x80, count >= 3, output[count - 2] == 0x80, output[count - 3] == 0xE3 {
                output.removeLast(3)
            } else {
                return
            }
        }
    }

    /// Sets what follows apart by an empty line.
    mutating func gap() {
        needsGap = true
        lastWasParagraph = false
    }

    mutating func indented(by columns: Int, _ body: (inout TextWriter) -> Void) {
        indent += columns
        body(&self)
        indent -= columns
    }

    /// The mark that the composer has put first in a list item or heading, and the nodes behind it.
    func splitMarker(_ node: MarkupDocument.NodeID) -> (mark: [UInt8], rest: [MarkupDocument.NodeID]) {
        let children = Array(document.children(node))
        guard let first = children.first, document.element(first) == .span, document.has(.marker, first) else {
            return ([], children)
        }
        return (Array(document.text(of: first).utf8), Array(children.dropFirst()))
    }
}

extension [UInt8] {
    /// Appends so many spaces; none where the number is below zero.
    mutating func append(spaces count: Int) {
        for _ in 0..<Swift.max(0, count) { append(UInt8(ascii: " ")) }
    }
}
