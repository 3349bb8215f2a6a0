public import Bytes

/// Writes a document as HTML by the serialisation rules of the HTML standard (§13.3).
public struct HTMLWriter {
    private let document: MarkupDocument
    private var output: [UInt8] = []
    private let overflow: Overflow?

    /// - Parameter overflow: takes pieces of a large page as they are made.
    /// - Returns: the page, or what of it `overflow` has not taken.
    public static func write(_ document: MarkupDocument, overflow: Overflow? = nil) -> [UInt8] {
        var writer = HTMLWriter(document, overflow)
        writer.output.append(contentsOf: "<!DOCTYPE html>\n".utf8)
        writer.write(document.root)
        writer.output.append(UInt8(ascii: "\n"))
        return writer.output
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
        guard let main = document.elements(.main).first else { return [] }
        writer.output.append(contentsOf: "<div class=\"\(scope)document\" lang=\"ja\">\n".utf8)
        document.children(main).forEach { writer.write($0) }
        writer.output.append(contentsOf: "</div>\n".utf8)
        return writer.output
    }

    private static let scope = "shirube-"
    private var isFragment = false
    private var headingShift = 0

    private init(_ document: MarkupDocument, _ overflow: Overflow?) {
        self.document = document
        self.overflow = overflow
        output.reserve(document.buffer.count + document.nodes.count * 16, overflow: overflow)
    }

    private mutating func write(_ node: MarkupDocument.NodeID) {
        guard let name = document.element(node) else {
            return isRaw(document.parent(node))
                ? output.append(contentsOf: document.buffer[document.textRange(node)])
                : escape(document.textRange(node), quotes: false)
        }
        if isFragment, staysWithPage(node, name) { return }
        output.append(UInt8(ascii: "<"))
        writeName(name)
        let element = document.nodes[Int(node)]
        for index in Int(element.start)..<Int(element.end) {
            let attribute = document.attributes[index]
            guard !attribute.name.isInternal else { continue }
            output.append(UInt8(ascii: " "))
            output.append(contentsOf: attribute.name.rawValue.utf8)
            output.append(contentsOf: "=\"".utf8)
            if isFragment {
                writeScoped(attribute)
            } else {
                escape(Int(attribute.start)..<Int(attribute.end), quotes: true)
            }
            output.append(UInt8(ascii: "\""))
        }
        output.append(UInt8(ascii: ">"))
        guard !name.isVoid else { return endLine(after: name) }
        if name.holdsElementsOnly { output.append(UInt8(ascii: "\n")) }
        var child = element.firstChild
        while child != MarkupDocument.none {
            write(child)
            child = document.nodes[Int(child)].next
        }
        output.append(contentsOf: "</".utf8)
        writeName(name)
        output.append(UInt8(ascii: ">"))
        endLine(after: name)
    }

    /// Data, drawings and choices, which need the page's own style; the page around gives the items of lists its own marks.
    private func staysWithPage(_ node: MarkupDocument.NodeID, _ name: ElementName) -> Bool {
        switch name {
        case .script, .svg: true
        case .figure: document.has(.diagram, node)
        case .span where document.has(.marker, node): document.element(document.parent(node)) == .li
        default: document.has(.screenOnly, node)
        }
    }

    private mutating func writeName(_ name: ElementName) {
        guard headingShift > 0, let level = name.headingLevel else {
            return output.append(contentsOf: name.rawValue.utf8)
        }
        output.append(UInt8(ascii: "h"))
        output.append(UInt8(ascii: "0") + UInt8(min(level + headingShift, 6)))
    }

    /// Names get a prefix that keeps them apart from those of the page around.
    private mutating func writeScoped(_ attribute: MarkupDocument.Attribute) {
        let range = Int(attribute.start)..<Int(attribute.end)
        switch attribute.name {
        case .id, .for, .class, .ariaLabelledby, .ariaDescribedby:
            for (index, name) in document.buffer[range].split(separator: UInt8(ascii: " ")).enumerated() {
                if index > 0 { output.append(UInt8(ascii: " ")) }
                output.append(contentsOf: Self.scope.utf8)
                escape(name.indices, quotes: true)
            }
        case .href where document.buffer[range].first == UInt8(ascii: "#"):
            output.append(contentsOf: "#\(Self.scope)".utf8)
            escape(range.dropFirst(), quotes: true)
        default:
            escape(range, quotes: true)
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
            output.append(UInt8(ascii: "\n"))
            _ = output.handOnPiece(to: overflow)
        default:
            break
        }
    }

    /// Text and attribute values: `&`, U+00A0, and `<` `>` or `"`; what lies between them is copied as a whole.
    private mutating func escape(_ range: Range<Int>, quotes: Bool) {
        var start = range.lowerBound
        for index in range {
            let reference: String
            var length = 1
            switch document.buffer[index] {
            case UInt8(ascii: "&"): reference = "&amp;"
            case UInt8(ascii: "<") where !quotes: reference = "&lt;"
            case UInt8(ascii: ">") where !quotes: reference = "&gt;"
            case UInt8(ascii: "\"") where quotes: reference = "&quot;"
            case 0xC2 where index + 1 < range.upperBound && document.buffer[index + 1] == 0xA0:
                reference = "&nbsp;"
                length = 2
            default: continue
            }
            output.append(contentsOf: document.buffer[start..<index])
            output.append(contentsOf: reference.utf8)
            start = index + length
        }
        output.append(contentsOf: document.buffer[start..<range.upperBound])
    }
}
