import Bytes

/// Builds a document node by node, in the order in which it reads.
///
/// White space between elements that hold no text is dropped, and so are line breaks between Japanese characters.
public struct MarkupBuilder {
    private var document = MarkupDocument()
    private var open: [MarkupDocument.NodeID] = []
    /// Where the text begins that is being written, -1 outside text.
    private var textStart = -1
    private var firstAttribute = 0
    private var segments = SegmentBreaks()

    /// - Parameter size: how many bytes of text it is likely to have.
    public init(expecting size: Int = 0) {
        document.buffer.reserveCapacity(size)
        document.nodes.reserveCapacity(size / 32)
    }

    /// Begins an element; its attributes follow, then `endAttributes`.
    public mutating func beginElement() {
        endText()
        firstAttribute = document.attributes.count
    }

    /// Adds an attribute; one by which rows are narrowed down is left out where it is empty.
    public mutating func attribute(_ name: AttributeName, _ value: [UInt8]) {
        if value.isEmpty, name.narrowsRows { return }
        document.addAttribute(name, value)
    }

    /// Puts the element whose attributes have been added into its place, and opens it.
    /// - Parameter origin: by which the maker of the document knows where it comes from.
    public mutating func endAttributes(of name: ElementName, origin: Int = 0) {
        if !name.isInline { segments.noteBlock() }
        open.append(
            document.link(
                MarkupDocument.Node(
                    kind: .element, name: name, parent: open.last ?? MarkupDocument.none, start: UInt32(firstAttribute),
                    end: UInt32(document.attributes.count), origin: UInt32(origin))))
    }

    public mutating func endElement() {
        endText()
        let node = open.removeLast()
        if !document.nodes[Int(node)].name.isInline { segments.noteBlock() }
    }

    /// Appends text to what stands at the present place.
    @inline(__always)
    public mutating func text(_ range: Range<Int>, of bytes: [UInt8]) {
        if textStart < 0 { textStart = document.buffer.count }
        if !document.isTooLarge { document.buffer.append(range, of: bytes) }
    }

    /// Lets a body append text.
    /// - Returns: where it stands among the bytes of `openText`, as long as that is open.
    @inline(__always)
    public mutating func text(_ write: (_ text: inout [UInt8]) -> Void) -> Range<Int> {
        if textStart < 0 { textStart = document.buffer.count }
        let start = document.buffer.count
        if !document.isTooLarge { write(&document.buffer) }
        return start..<document.buffer.count
    }

    /// Puts an element `br` between the lines of the text that was appended last.
    ///
    /// - Parameter range: what `text` has returned.
    public mutating func breakLines(_ range: Range<Int>, origin: Int = 0) {
        let lines = document.buffer[range].split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
        document.buffer.removeSubrange(range)
        for (number, line) in lines.enumerated() {
            if number > 0 {
                beginElement()
                endAttributes(of: .br, origin: origin)
                endElement()
            }
            _ = text { $0.append(contentsOf: line) }
        }
    }

    /// Puts parts of the text that was appended last into elements `span` of a class.
    ///
    /// - Parameter range: what `text` has returned.
    public mutating func enclose(_ parts: [Range<Int>], of range: Range<Int>, class name: String, origin: Int = 0) {
        let text = Array(document.buffer[range])
        document.buffer.removeSubrange(range)
        var written = range.lowerBound
        func piece(_ part: Range<Int>) -> ArraySlice<UInt8> {
            text[part.lowerBound - range.lowerBound..<part.upperBound - range.lowerBound]
        }
        for part in parts {
            _ = self.text { $0.append(contentsOf: piece(written..<part.lowerBound)) }
            beginElement()
            attribute(.class, Array(name.utf8))
            endAttributes(of: .span, origin: origin)
            _ = self.text { $0.append(contentsOf: piece(part)) }
            endElement()
            written = part.upperBound
        }
        _ = self.text { $0.append(contentsOf: piece(written..<range.upperBound)) }
    }

    /// Whether what is written now is text in which elements may stand.
    public var takesElements: Bool {
        guard let name = open.last.map({ document.nodes[Int($0)].name }) else { return false }
        return name != .textarea && name != .title
    }

    /// The text that is being written, as far as it has come; empty outside text.
    public var openText: ArraySlice<UInt8> { textStart < 0 ? [] : document.buffer[textStart...] }

    /// Whether it has come to more than a document may hold.
    public var isTooLarge: Bool { document.isTooLarge }

    /// Makes a node of the text written so far.
    private mutating func endText() {
        guard textStart >= 0 else { return }
        let start = textStart
        textStart = -1
        guard let parent = open.last, start < document.buffer.count else { return }
        let name = document.nodes[Int(parent)].name
        if name.holdsElementsOnly, !document.buffer[start...].contains(where: { $0 > 0x20 }) {
            document.buffer.removeSubrange(start...)
            return
        }
        // What is typed into a text area keeps its lines.
        if name != .textarea { segments.removeBreaks(from: start, in: &document) }
        _ = document.link(
            MarkupDocument.Node(
                kind: .text, name: .span, parent: parent, start: UInt32(start), end: UInt32(document.buffer.count),
                origin: document.nodes[Int(parent)].origin))
        segments.noteText(document.nodes.count - 1, in: &document)
    }

    public consuming func finish() -> MarkupDocument { document }
}

extension MarkupBuilder {
    /// Adds an element with its attributes, and what stands in it.
    public mutating func element(
        _ name: ElementName, _ attributes: [(AttributeName, String)] = [], text: String? = nil,
        _ content: (inout MarkupBuilder) -> Void = { _ in }
    ) {
        beginElement()
        for (name, value) in attributes { attribute(name, Array(value.utf8)) }
        endAttributes(of: name)
        if let text { _ = self.text { $0.append(contentsOf: text.utf8) } }
        content(&self)
        endElement()
    }
}
