import Bytes
import Diagnostics
import Files
import Markup
import Mustache
import Templates

/// What stands on a line of a template.
enum LinePiece {
    case text(String, node: Int)
    case value(tag: Int, node: Int)
}

extension TemplateTree {
    /// The blocks that hold words.
    var linedElements: [Int] {
        nodes.indices.filter { node in
            guard case .element(let name) = nodes[node].kind else { return false }
            switch name {
            case .p, .li, .dd, .dt, .td, .th, .caption, .figcaption, .legend, .div, .h1, .h2, .h3, .h4, .h5, .h6:
                return true
            default: return false
            }
        }
    }

    /// The words and values of a block's own lines, through inline elements and sections, without those of the blocks in it.
    func pieces(of element: Int) -> [LinePiece] {
        var pieces: [LinePiece] = []
        var node = element + 1
        while node < Int(nodes[element].next) {
            switch nodes[node].kind {
            case .attribute: node = Int(nodes[node].next)
            case .element(let name) where name.partsLine && name != .br: node = Int(nodes[node].next)
            case .text(let start, let end):
                let words = String(decoding: text[Int(start)..<Int(end)], as: UTF8.self)
                if words.contains(where: { !$0.isNewline }) {
                    if case .text(let before, let first) = pieces.last {
                        pieces[pieces.count - 1] = .text(before + words, node: first)
                    } else {
                        pieces.append(.text(words, node: node))
                    }
                }
                node += 1
            case .value(let tag):
                pieces.append(.value(tag: Int(tag), node: node))
                node += 1
            default: node += 1
            }
        }
        return pieces
    }

    /// Where files fill a block with a text: `{{$label}}依頼日{{/label}}`. Attributes do not know where their own text is written.
    func fillings(with text: String) -> [Diagnostic.Place] {
        let word = Array("}}\(text){{/".utf8)
        return files.flatMap { file -> [Diagnostic.Place] in
            let bytes = file.bytes
            var places: [Diagnostic.Place] = []
            var from = 0
            while let start = bytes.span.firstIndex(of: word.span, from: from) {
                places.append(Diagnostic.Place(file, start + 2..<start + word.count - 3))
                from = start + word.count
            }
            return places
        }
    }

    /// Where files fill a block with the inner part of an identifier: form3-period-to-day of `{{$field}}period-to{{/field}}`.
    func fillings(of id: String) -> [Diagnostic.Place] {
        let parts = id.split(separator: "-").dropFirst()
        return parts.indices.flatMap { start in
            parts.indices.suffix(from: start).map { parts[start...$0].joined(separator: "-") }
        }.flatMap { fillings(with: $0) }
    }

    /// A node's text and tags as they are written, without white space.
    func source(of node: Int) -> String {
        var source = ""
        var inner = node + 1
        while inner < Int(nodes[node].next) {
            switch nodes[inner].kind {
            case .attribute:
                inner = Int(nodes[inner].next)
                continue
            case .text(let start, let end):
                source += String(decoding: text[Int(start)..<Int(end)], as: UTF8.self).filter { !$0.isWhitespace }
            case .value(let tag), .section(let tag), .invertedSection(let tag):
                source += "{{\(tags[Int(tag)].name.text)}}"
            default: break
            }
            inner += 1
        }
        return source
    }
}
