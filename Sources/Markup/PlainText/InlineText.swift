import Japanese

/// Turns inline nodes into text for the line breaker: white space folded, links with their addresses, blanks for inputs.
struct InlineText {
    private let document: MarkupDocument
    private let style: TextStyle
    private var output: [UInt8] = []
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

    /// Appends the text of a node's children, as `make` has it.
    static func append(
        childrenOf node: MarkupDocument.NodeID, in document: MarkupDocument, _ style: TextStyle,
        to output: inout [UInt8]
    ) {
        var text = InlineText(document: document, style: style)
        swap(&text.output, &output)
        text.start = text.output.count
        for child in document.children(node) { text.append(child) }
        swap(&text.output, &output)
    }

    /// A place to write on, as wide as so many columns.
    static func blank(columns: Int) -> [UInt8] {
        Array(repeatElement(Array("＿".utf8), count: max(1, columns / 2)).joined())
    }

    private init(document: MarkupDocument, style: TextStyle) {
        self.document = document
        self.style = style
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
            document.children(node).forEach { append($0) }
            // Blocks inside a cell follow one another on lines of their own.
            if !name.isInline, output.count > start, output.last != 0x0A, hasNext(node) { output.append(0x0A) }
        }
    }

    private func hasNext(_ node: MarkupDocument.NodeID) -> Bool {
        document.nodes[Int(node)].next != MarkupDocument.none
    }

    /// Bytes of the document's buffer, a run without white space at a time.
    private mutating func append(_ range: Range<Int>) {
        var index = range.lowerBound
        while index < range.upperBound {
            let start = index
            while index < range.upperBound, !Self.isSpace(document.buffer[index]) { index += 1 }
            if start < index { appendRun(document.buffer[start..<index]) }
            if index < range.upperBound {
                pendingSpace = true
                index += 1
            }
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private mutating func appendRun(_ run: ArraySlice<UInt8>) {
        if pendingSpace, output.count > start, output.last != 0x0A { output.append(0x20) }
        pendingSpace = false
        output.append(contentsOf: run)
    }

    private mutating func append(_ text: ArraySlice<UInt8>) {
        for byte in text {
            if Self.isSpace(byte) {
                pendingSpace = true
                continue
            }
            if pendingSpace, output.count > start, output.last != 0x0A { output.append(0x20) }
            pendingSpace = false
            output.append(byte)
        }
    }

    /// The text, and the address of a page elsewhere in brackets unless it is the text.
    private mutating func appendLink(_ node: MarkupDocument.NodeID) {
        let start = output.count
        document.children(node).forEach { append($0) }
        guard let address = document.attribute(.href, of: node),
            address.hasPrefix("http://") || address.hasPrefix("https://"),
            !output[start...].contains(sequence: address.utf8)
        else { return }
        output.append(contentsOf: "（\(address)）".utf8)
    }

    /// 漢字（かんじ）
    private mutating func appendRuby(_ node: MarkupDocument.NodeID) {
        let hasBrackets = document.children(node).contains { document.element($0) == .rp }
        for child in document.children(node) {
            if document.element(child) == .rt, !hasBrackets {
                append(Array("（".utf8)[...])
                append(child)
                append(Array("）".utf8)[...])
            } else {
                append(child)
            }
        }
    }

    private mutating func appendInput(_ node: MarkupDocument.NodeID) {
        switch document.attribute(.type, of: node) ?? "text" {
        case "checkbox":
            append(Array((document.attributeRange(.checked, of: node) == nil ? "□" : "☑").utf8)[...])
        case "radio":
            append(Array((document.attributeRange(.checked, of: node) == nil ? "○" : "●").utf8)[...])
        case "hidden":
            break
        default:
            let value = document.attribute(.value, of: node) ?? ""
            let size = min(document.attribute(.size, of: node).flatMap { Int($0) } ?? 20, style.columns)
            append(value.isEmpty ? Self.blank(columns: size)[...] : Array(value.utf8)[...])
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func contains(sequence: some Collection<UInt8>) -> Bool {
        guard count >= sequence.count else { return false }
        return (startIndex...endIndex - sequence.count).contains { self[$0...].starts(with: sequence) }
    }
}
