import Bytes
import Japanese

/// Turns inline nodes into text for the line breaker: white space folded, links with their addresses, blanks for inputs.
struct InlineText {
    private let document: MarkupDocument
    private let style: TextStyle
    // Apart from the document, so that the document's own bytes can be appended where they lie.
    private var folded = FoldedText()

    var output: [UInt8] { folded.bytes }

    /// The text of nodes that stand beside one another; a line break is LF.
    static func make(of nodes: [MarkupDocument.NodeID], in document: MarkupDocument, _ style: TextStyle) -> [UInt8] {
        var text = InlineText(document: document, style: style)
        nodes.forEach { text.append($0) }
        return text.folded.bytes
    }

    /// Adds the text of a node's children, as `make` has it, behind what there is: the cells of a row share one buffer.
    /// - Returns: its bytes.
    @discardableResult
    mutating func append(childrenOf node: MarkupDocument.NodeID) -> Range<Int> {
        folded.begin()
        appendChildren(of: node)
        return folded.start..<folded.bytes.count
    }

    /// Begins anew.
    mutating func removeAll() { folded.bytes.removeAll(keepingCapacity: true) }

    /// Hands over text of those that have been appended.
    func withText<Result>(_ range: Range<Int>, _ body: (Span<UInt8>) -> Result) -> Result {
        body(folded.bytes.span.extracting(range))
    }

    private mutating func appendChildren(of node: MarkupDocument.NodeID) {
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            append(child)
            child = document.next(child)
        }
    }

    init(document: MarkupDocument, style: TextStyle) {
        self.document = document
        self.style = style
    }

    private mutating func append(_ node: MarkupDocument.NodeID) {
        guard let name = document.element(node) else {
            return folded.append(document.textRange(node), of: document)
        }
        if document.has(.screenOnly, node) { return }
        switch name {
        case .br:
            folded.breakLine()
        case .wbr:
            break
        case .a:
            appendLink(node)
        case .ruby:
            appendRuby(node)
        case .ins, .del:
            append("【")
            appendChildren(of: node)
            append("】")
        case .input:
            appendInput(node)
        default:
            appendChildren(of: node)
            // Blocks inside a cell follow one another on lines of their own.
            if !name.isInline, !folded.isAtLineStart, hasNext(node) { folded.bytes.append(0x0A) }
        }
    }

    private func hasNext(_ node: MarkupDocument.NodeID) -> Bool {
        document.nodes[Int(node)].next != MarkupDocument.none
    }

    private mutating func append(_ text: String) {
        let bytes = Array(text.utf8)
        folded.append(bytes.span)
    }

    /// The text, and the address of a page elsewhere in brackets unless it is the text.
    private mutating func appendLink(_ node: MarkupDocument.NodeID) {
        let start = folded.bytes.count
        appendChildren(of: node)
        guard document.attribute(.href, of: node, beginsWithOneOf: Self.schemes) == true,
            let address = document.attributeRange(.href, of: node), !folded.holds(address, of: document, from: start)
        else { return }
        let isJapanese = document.isJapanese
        folded.bytes.append(contentsOf: (isJapanese ? "（" : " (").utf8)
        folded.append(address, of: document)
        folded.bytes.append(contentsOf: (isJapanese ? "）" : ")").utf8)
    }

    /// Of pages elsewhere.
    private static let schemes = ["http://", "https://"].map { Array($0.utf8) }

    /// 漢字（かんじ）
    private mutating func appendRuby(_ node: MarkupDocument.NodeID) {
        let hasBrackets = document.children(node).contains { document.element($0) == .rp }
        for child in document.children(node) {
            if document.element(child) == .rt, !hasBrackets {
                append("（")
                append(child)
                append("）")
            } else {
                append(child)
            }
        }
    }

    private mutating func appendInput(_ node: MarkupDocument.NodeID) {
        switch document.attribute(.type, of: node) ?? "text" {
        // A ring would look like the mark of what is chosen.
        case "checkbox", "radio":
            append(document.attributeRange(.checked, of: node) == nil ? "□" : "☑")
        case "hidden":
            break
        default:
            let value = document.attribute(.value, of: node) ?? ""
            // A cell is a blank by itself.
            if value.isEmpty, isAloneInCell(node) { return }
            let size = min(document.attribute(.size, of: node).flatMap { Int($0) } ?? 20, style.columns)
            if value.isEmpty { folded.append(style.blank(columns: size).span) } else { append(value) }
        }
    }

    private func isAloneInCell(_ node: MarkupDocument.NodeID) -> Bool {
        let cell = document.parent(node)
        return document.element(cell) == .td && document.firstChild(cell) == node && !hasNext(node)
    }
}

/// Text whose runs of white space have become one space each, without any at its ends.
private struct FoldedText {
    var bytes: [UInt8] = []
    /// Where the present text begins.
    private(set) var start = 0
    /// Whether white space has been read that is not yet written.
    private var pendingSpace = false

    var isAtLineStart: Bool { bytes.count == start || bytes.last == 0x0A }

    /// Begins a text behind those that there are.
    mutating func begin() { (start, pendingSpace) = (bytes.count, false) }

    mutating func breakLine() {
        bytes.append(0x0A)
        pendingSpace = false
    }

    /// Appends some of a document's bytes.
    mutating func append(_ range: Range<Int>, of document: MarkupDocument) {
        append(document.buffer.span.extracting(range))
    }

    /// Whether some of a document's bytes stand in what has been appended from a place on.
    func holds(_ range: Range<Int>, of document: MarkupDocument, from start: Int) -> Bool {
        let (text, wanted) = (bytes.span, document.buffer.span.extracting(range))
        guard let first = wanted.isEmpty ? nil : wanted[0] else { return true }
        var place = start
        while let found = text.firstIndex(of: first, from: place), found + wanted.count <= text.count {
            var count = 1
            while count < wanted.count, text[found + count] == wanted[count] { count += 1 }
            if count == wanted.count { return true }
            place = found + 1
        }
        return false
    }

    /// Appends text, a run without white space at a time; nothing else below 0x21 is let into a document.
    mutating func append(_ text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            let run = index
            index = text.firstIndex(from: index) { $0.less(than: 0x21) } ?? text.count
            if run < index {
                if pendingSpace, !isAtLineStart { bytes.append(0x20) }
                pendingSpace = false
                bytes.append(text.extracting(run..<index))
            }
            if index < text.count {
                pendingSpace = true
                index += 1
            }
        }
    }
}
