public import Bytes

/// Writes a document as HTML by the serialisation rules of the HTML standard (§13.3).
public struct HTMLWriter {
    private let document: MarkupDocument
    // Apart from the document, so that the document's own bytes can be appended where they lie.
    private var output = EscapedText()
    private let elements = NameTable.elements
    private let attributes = NameTable.attributes
    private let overflow: Overflow?

    /// - Parameter overflow: takes pieces of a large page as they are made.
    /// - Returns: the page, or what of it `overflow` has not taken.
    public static func write(_ document: MarkupDocument, overflow: Overflow? = nil) -> [UInt8] {
        var writer = HTMLWriter(document, overflow)
        writer.output.bytes += Array("<!DOCTYPE html>\n".utf8)
        writer.write(document.root)
        writer.output.bytes.append(UInt8(ascii: "\n"))
        return writer.output.bytes
    }

    /// Writes the page's main part to be pasted into a page of a content management system: no head, no style, classes
    /// and ids that cannot meet those of the page around it.
    ///
    /// - Parameter headingLevel: of its topmost heading.
    public static func writeFragment(
        _ document: MarkupDocument, headingLevel: Int, overflow: Overflow? = nil
    ) -> [UInt8] {
        var writer = HTMLWriter(document, overflow)
        writer.headingShift = headingLevel - 1
        writer.isFragment = true
        writer.prefix = Array(scope.utf8)
        guard let main = document.elements(.main).first else { return [] }
        let language = document.attributeRange(.lang, of: document.root).map { Array(document.buffer[$0]) }
        writer.output.bytes += Array("<div class=\"\(scope)document\" lang=\"".utf8)
        let name = language ?? Array("ja".utf8)
        writer.output.append(name.indices, ofValue: name)
        writer.output.bytes += Array("\">\n".utf8)
        for style in document.elements(.style) where document.attribute(.dataFragment, of: style) == "true" {
            let text = Array(document.text(of: style).utf8)
            writer.output.bytes += Array("<style>".utf8)
            writer.output.bytes += ScopedStyleSheet.scope(text, prefix: scope, root: "document")
            writer.output.bytes += Array("</style>\n".utf8)
        }
        document.children(main).forEach { writer.write($0) }
        writer.output.bytes += Array("</div>\n".utf8)
        return writer.output.bytes
    }

    /// Writes the beginning of a page into which the main parts of several are put: all up to `<body>`.
    public static func writeBeginning(_ document: MarkupDocument) -> [UInt8] {
        let page = write(document)
        let body = Array("<body".utf8)
        guard let start = page.indices.last(where: { page[$0...].starts(with: body) }),
            let end = page[start...].firstIndex(of: UInt8(ascii: ">"))
        else { return [] }
        return Array(page[...end])
    }

    /// Writes what is in a page's main part, its ids apart from those of the others on the same page.
    /// - Parameter prefix: what its ids begin with.
    public static func writeMain(_ document: MarkupDocument, prefix: String) -> [UInt8] {
        var writer = HTMLWriter(document, nil)
        writer.prefix = Array(prefix.utf8)
        guard let main = document.elements(.main).first else { return [] }
        document.children(main).forEach { writer.write($0) }
        return writer.output.bytes
    }

    private static let scope = "shirube-"
    /// What names begin with that are to be apart from others.
    private var prefix: [UInt8]?
    private var isFragment = false
    private var headingShift = 0

    private init(_ document: MarkupDocument, _ overflow: Overflow?) {
        self.document = document
        self.overflow = overflow
        output.bytes.reserve(document.buffer.count + document.nodes.count * 16, overflow: overflow)
    }

    private mutating func write(_ node: MarkupDocument.NodeID) {
        let element = document.nodes[Int(node)]
        guard element.kind == .element else {
            let range = document.textRange(node)
            if isRaw(element.parent) { return output.append(range, of: document.buffer) }
            return output.append(range, ofText: document.buffer)
        }
        let name = element.name
        if isFragment, staysWithPage(node, name) { return }
        if name == .p, isLineOfMark(node) { return writeLineOfMark(node) }
        let isSheet = name == .style && !isFragment
        if isSheet {
            if document.elements(.style).first == node { output.bytes += OfficeStyle.sheets(of: document) }
            output.bytes += OfficeStyle.beginning
        }
        let columns = isFragment && name == .table ? document.columns(of: node) : 0
        let scrolls = columns >= Self.many
        if scrolls { output.bytes += Self.scrollStart }
        output.bytes.append(UInt8(ascii: "<"))
        writeName(name)
        if scrolls { output.bytes += Array(" style=\"min-width: \(columns * 6)em\"".utf8) }
        let isCell = !isFragment && (name == .td || name == .th)
        if isCell, document.attributeRange(.class, of: node) == nil { output.bytes += Self.cellClass }
        for index in Int(element.start)..<Int(element.end) {
            let attribute = document.attributes[index]
            guard !attribute.name.isInternal else { continue }
            output.bytes.append(UInt8(ascii: " "))
            output.append(attributes[attribute.name.ordinal], of: attributes.bytes)
            output.bytes.append(UInt8(ascii: "="))
            output.bytes.append(UInt8(ascii: "\""))
            if let prefix {
                writeScoped(attribute, prefix)
            } else {
                output.append(Int(attribute.start)..<Int(attribute.end), ofValue: document.buffer)
            }
            output.bytes.append(UInt8(ascii: "\""))
        }
        output.bytes.append(UInt8(ascii: ">"))
        guard !name.isVoid else { return endLine(after: name) }
        if name.holdsElementsOnly { output.bytes.append(UInt8(ascii: "\n")) }
        if name == .li, !isFragment { output.bytes += OfficeStyle.noNumber }
        if isSheet { output.bytes += OfficeStyle.blockStart }
        var child = element.firstChild
        while child != MarkupDocument.none {
            write(child)
            child = document.nodes[Int(child)].next
        }
        if isSheet { output.bytes += OfficeStyle.blockEnd }
        output.bytes.append(UInt8(ascii: "<"))
        output.bytes.append(UInt8(ascii: "/"))
        writeName(name)
        output.bytes.append(UInt8(ascii: ">"))
        if scrolls { output.bytes += Self.scrollEnd }
        endLine(after: name)
        if isSheet { output.bytes += OfficeStyle.end }
    }

    /// A table of so many columns scrolls within itself on a phone, where the page around knows nothing of it. Style in the elements
    /// stays where a content management system strips sheets.
    private static let many = 5
    private static let scrollStart = Array("<div style=\"overflow-x: auto\">\n".utf8)
    private static let scrollEnd = Array("\n</div>".utf8)

    private static let cellClass = Array(" class=\"\(OfficeStyle.cell)\"".utf8)

    /// Data, drawings and choices, which need the page's own style; the page around gives the items of lists its own marks.
    private func staysWithPage(_ node: MarkupDocument.NodeID, _ name: ElementName) -> Bool {
        switch name {
        case .script, .svg: true
        case .figure: document.has(.diagram, node)
        case .span where document.has(.marker, node): document.element(document.parent(node)) == .li
        default: document.has(.screenOnly, node)
        }
    }

    /// Whether it is the paragraph that begins an item behind its mark. It is written without its tags: LibreOffice would begin a new line
    /// with it, and leave the mark alone. To HTML the text of an item is the same with them or without.
    private func isLineOfMark(_ node: MarkupDocument.NodeID) -> Bool {
        let item = document.parent(node)
        guard !isFragment, item >= 0, document.element(item) == .li else { return false }
        let mark = document.firstChild(item)
        guard mark != node, document.has(.marker, mark) else { return false }
        var between = document.next(mark)
        while between != node, document.element(between) == nil, !document.hasWords(between) {
            between = document.next(between)
        }
        let paragraph = document.nodes[Int(node)]
        return between == node && paragraph.start == paragraph.end
    }

    private mutating func writeLineOfMark(_ node: MarkupDocument.NodeID) {
        if document.next(document.firstChild(document.parent(node))) == node { output.bytes.append(UInt8(ascii: " ")) }
        document.children(node).forEach { write($0) }
    }

    private mutating func writeName(_ name: ElementName) {
        guard headingShift > 0, let level = name.headingLevel else {
            return output.append(elements[name.ordinal], of: elements.bytes)
        }
        output.bytes.append(UInt8(ascii: "h"))
        output.bytes.append(UInt8(ascii: "0") + UInt8(min(level + headingShift, 6)))
    }

    /// Names get a prefix that keeps them apart from those of the page around.
    private mutating func writeScoped(_ attribute: MarkupDocument.Attribute, _ prefix: [UInt8]) {
        let range = Int(attribute.start)..<Int(attribute.end)
        switch attribute.name {
        // Style stays the page's own, where that is there.
        case .class where !isFragment: output.append(range, ofValue: document.buffer)
        case .id, .for, .class, .ariaLabelledby, .ariaDescribedby:
            for (index, name) in document.buffer[range].split(separator: UInt8(ascii: " ")).enumerated() {
                if index > 0 { output.bytes.append(UInt8(ascii: " ")) }
                output.bytes += prefix
                output.append(name.indices, ofValue: document.buffer)
            }
        case .href where document.buffer[range].first == UInt8(ascii: "#"):
            output.bytes.append(UInt8(ascii: "#"))
            output.bytes += prefix
            output.append(range.dropFirst(), ofValue: document.buffer)
        default:
            output.append(range, ofValue: document.buffer)
        }
    }

    /// The elements whose text HTML takes as it is; the composer sees to it that it cannot end them.
    private func isRaw(_ node: MarkupDocument.NodeID) -> Bool {
        node >= 0 && (document.element(node) == .style || document.element(node) == .script)
    }

    /// White space between elements that hold no text was dropped; a line each keeps the source readable.
    private mutating func endLine(after name: ElementName) {
        switch name {
        case .head, .body, .meta, .title, .link, .style, .script, .li, .dt, .dd, .caption, .thead, .tbody, .tr:
            output.bytes.append(UInt8(ascii: "\n"))
            output.bytes.handOnPiece(to: overflow)
        default:
            break
        }
    }
}

/// Bytes of a page, with character references for what would be markup.
private struct EscapedText {
    var bytes: [UInt8] = []

    /// Appends some bytes of a buffer as they are.
    mutating func append(_ range: Range<Int>, of buffer: [UInt8]) {
        bytes.append(range, of: buffer)
    }

    /// Appends text: `&`, `<`, `>` and U+00A0 (C2 A0 in UTF-8) have references.
    mutating func append(_ range: Range<Int>, ofText buffer: [UInt8]) {
        append(buffer.span.extracting(range)) {
            $0.equal(to: UInt8(ascii: "&")) | $0.equal(to: UInt8(ascii: "<"), ignoring: 2) | $0.equal(to: 0xC2)
        }
    }

    /// Appends an attribute's value: `&`, `"` and U+00A0 have references. The two signs differ in one bit.
    mutating func append(_ range: Range<Int>, ofValue buffer: [UInt8]) {
        append(buffer.span.extracting(range)) {
            $0.equal(to: UInt8(ascii: "&"), ignoring: 4) | $0.equal(to: 0xC2)
        }
    }

    @inline(__always)
    private mutating func append(_ text: Span<UInt8>, signs: (ByteBlock) -> ByteBlock.Mask) {
        var (start, place) = (0, 0)
        while let sign = text.firstIndex(from: place, where: signs) {
            place = sign + 1
            if let reference = Self.reference(text, sign) {
                bytes.append(text.extracting(start..<sign))
                bytes += Array(reference.utf8)
                if text[sign] == 0xC2 { place += 1 }
                start = place
            }
        }
        bytes.append(text.extracting(start..<text.count))
    }

    private static func reference(_ text: Span<UInt8>, _ place: Int) -> String? {
        switch text[place] {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: place + 1 < text.count && text[place + 1] == 0xA0 ? "&nbsp;" : nil
        }
    }
}

/// Names as bytes beside one another, by their places in their vocabulary.
private struct NameTable {
    let bytes: [UInt8]
    private let ends: [Int]

    static let elements = NameTable(ElementName.allCases.map(\.rawValue))
    static let attributes = NameTable(AttributeName.allCases.map(\.rawValue))

    private init(_ names: [String]) {
        bytes = names.flatMap { Array($0.utf8) }
        ends = names.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
    }

    subscript(ordinal: Int) -> Range<Int> { ends[ordinal]..<ends[ordinal + 1] }
}
