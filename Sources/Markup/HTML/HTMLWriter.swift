/// Writes a document as HTML by the serialisation rules of the HTML standard (§13.3).
package struct HTMLWriter {
    private let document: MarkupDocument
    private var output: [UInt8] = []

    package static func write(_ document: MarkupDocument) -> [UInt8] {
        var writer = HTMLWriter(document)
        writer.output.append(contentsOf: "<!DOCTYPE html>\n".utf8)
        writer.write(document.root)
        writer.output.append(UInt8(ascii: "\n"))
        return writer.output
    }

    private init(_ document: MarkupDocument) {
        self.document = document
        output.reserveCapacity(document.buffer.count + document.nodes.count * 8)
    }

    private mutating func write(_ node: MarkupDocument.NodeID) {
        guard let name = document.element(node) else {
            let isRaw = document.parent(node) >= 0 && document.element(document.parent(node)) == .style
            return isRaw
                ? output.append(contentsOf: document.buffer[document.textRange(node)])
                : escape(document.textRange(node), quotes: false)
        }
        output.append(UInt8(ascii: "<"))
        output.append(contentsOf: name.rawValue.utf8)
        let element = document.nodes[Int(node)]
        for index in Int(element.start)..<Int(element.end) {
            let attribute = document.attributes[index]
            guard !attribute.name.isInternal else { continue }
            output.append(UInt8(ascii: " "))
            output.append(contentsOf: attribute.name.rawValue.utf8)
            output.append(contentsOf: "=\"".utf8)
            escape(Int(attribute.start)..<Int(attribute.end), quotes: true)
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
        output.append(contentsOf: name.rawValue.utf8)
        output.append(UInt8(ascii: ">"))
        endLine(after: name)
    }

    /// White space between elements that hold no text was dropped; a line each keeps the source readable.
    private mutating func endLine(after name: ElementName) {
        switch name {
        case .head, .body, .meta, .title, .link, .style, .li, .dt, .dd, .caption, .thead, .tbody, .tr:
            output.append(UInt8(ascii: "\n"))
        default:
            break
        }
    }

    /// Text and attribute values: `&`, U+00A0, and `<` `>` or `"`.
    private mutating func escape(_ range: Range<Int>, quotes: Bool) {
        let buffer = document.buffer
        let span = buffer.span
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = span[index]
            if byte == UInt8(ascii: "&") {
                output.append(contentsOf: "&amp;".utf8)
            } else if byte == UInt8(ascii: "<"), !quotes {
                output.append(contentsOf: "&lt;".utf8)
            } else if byte == UInt8(ascii: ">"), !quotes {
                output.append(contentsOf: "&gt;".utf8)
            } else if byte == UInt8(ascii: "\""), quotes {
                output.append(contentsOf: "&quot;".utf8)
            } else if byte == 0xC2, index + 1 < range.upperBound, span[index + 1] == 0xA0 {
                output.append(contentsOf: "&nbsp;".utf8)
                index += 1
            } else {
                output.append(byte)
            }
            index += 1
        }
    }
}
