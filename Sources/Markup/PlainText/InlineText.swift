import Bytes
import Japanese

/// Turns inline nodes into text for the line breaker: white space folded, links with their addresses, blanks for inputs.
struct InlineText {
    private let document: MarkupDocument
    private let style: TextStyle
    private(set) var output: [UInt8] = []
    /// Where the text begins in it.
    private var start = 0
    /// Whether white space has been read that is not yet written.
    private var pendingSpace = false

    /// The text of nodes that stand beside one another; a line break is LF.
    static func make(of nodes: [MarkupDocument.NodeID], in document: MarkupDocument, _ style: TextStyle) -> [UInt8] {
        var text = InlineText(document: document, style: style)
        nodes.forEach { text.append($0) }
        return text.output
    }

    /// Adds the text of a node's children, as `make` has it, behind what there is: the cells of a table share one buffer.
    /// - Returns: its bytes.
    mutating func append(childrenOf node: MarkupDocument.NodeID) -> Range<Int> {
        start = output.count
        pendingSpace = false
        appendChildren(of: node)
        return start..<output.count
    }

    private mutating func appendChildren(of node: MarkupDocument.NodeID) {
        var child = document.firstChild(node)
        while child != MarkupDocument.none {
            append(child)
            child = document.next(child)
        }
    }

    /// A place to write on, as wide as so many columns.
    static func blank(columns: Int) -> [UInt8] {
        Array(repeatElement(Array("＿".utf8), count: max(1, columns / 2)).joined())
    }

    /// - Parameter capacity: how many bytes it is likely to be.
    init(document: MarkupDocument, style: TextStyle, capacity: Int = 0) {
        self.document = document
        self.style = style
        output.reserveCapacity(capacity)
    }

    private mutating func append(_ node: MarkupDocument.NodeID) {
        guard let name = document.element(node) else {
            return append(document.textRange(node))
        }
        if document.has(.screenOnly, node) { return }
        switch name {
        case .br:
            output.append(0x0A)
            pendingSpace = false
        case .wbr:
            break
        case .a:
            appendLink(node)
        case .ruby:
            appendRuby(node)
        case .input:
            appendInput(node)
        default:
            appendChildren(of: node)
            // Blocks inside a cell follow one another on lines of their own.
            if !name.isInline, output.count > start, output.last != 0x0A, hasNext(node) { output.append(0x0A) }
        }
    }

    private func hasNext(_ node: MarkupDocument.NodeID) -> Bool {
        document.nodes[Int(node)].next != MarkupDocument.none
    }

    /// Bytes of the document's buffer, a run without white space at a time.
    private mutating func append(_ range: Range<Int>) {
        let buffer = document.buffer
        append(buffer.span.extracting(range))
    }

    private mutating func append(_ text: Span<UInt8>) {
        var index = 0
        while index < text.count {
            let run = index
            index = Self.endOfRun(text, from: index)
            if run < index {
                if pendingSpace, output.count > start, output.last != 0x0A { output.append(0x20) }
                pendingSpace = false
                output.append(text.extracting(run..<index))
            }
            if index < text.count {
                pendingSpace = true
                index += 1
            }
        }
    }

    /// Where the next white space stands: nothing else below 0x21 is let into a document.
    private static func endOfRun(_ text: Span<UInt8>, from start: Int) -> Int {
        text.firstIndex(from: start) { $0.less(than: 0x21) } ?? text.count
    }

    private mutating func append(_ text: String) {
        let bytes = Array(text.utf8)
        append(bytes.span)
    }

    /// The text, and the address of a page elsewhere in brackets unless it is the text.
    private mutating func appendLink(_ node: MarkupDocument.NodeID) {
        let start = output.count
        appendChildren(of: node)
        guard let address = document.attributeRange(.href, of: node).map({ document.buffer[$0] }),
            address.starts(with: "http://".utf8) || address.starts(with: "https://".utf8),
            !output[start...].contains(sequence: address)
        else { return }
        output.append(contentsOf: "（".utf8)
        output.append(contentsOf: address)
        output.append(contentsOf: "）".utf8)
    }

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
        case "checkbox":
            append(document.attributeRange(.checked, of: node) == nil ? "□" : "☑")
        case "radio":
            append(document.attributeRange(.checked, of: node) == nil ? "○" : "●")
        case "hidden":
            break
        default:
            let value = document.attribute(.value, of: node) ?? ""
            let size = min(document.attribute(.size, of: node).flatMap { Int($0) } ?? 20, style.columns)
            if value.isEmpty { append(Self.blank(columns: size).span) } else { append(value) }
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func contains(sequence: ArraySlice<UInt8>) -> Bool {
        guard count >= sequence.count else { return false }
        return (startIndex...endIndex - sequence.count).contains { self[$0...].starts(with: sequence) }
    }
}
