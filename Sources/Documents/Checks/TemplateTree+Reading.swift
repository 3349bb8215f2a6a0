import Diagnostics
import Markup
import Mustache
import Templates

/// What a check asks of a template's tree; a node is named by its index.
extension TemplateTree {
    /// The nodes directly in a node.
    func children(of node: Int) -> [Int] {
        var children: [Int] = []
        var child = node + 1
        while child < Int(nodes[node].next) {
            children.append(child)
            child = Int(nodes[child].next)
        }
        return children
    }

    /// What is read in a node: the nodes directly in it, in the sections and in the inline elements there. A label, a blank and
    /// a link are one each.
    func line(of node: Int) -> [Int] {
        children(of: node).flatMap { child -> [Int] in
            switch nodes[child].kind {
            case .section, .invertedSection: line(of: child)
            case .element(let name) where ![.label, .input, .a].contains(name) && !name.partsLine: line(of: child)
            default: [child]
            }
        }
    }

    /// The sections that a node stands in, each with its sign.
    func conditions(of node: Int) -> [String] {
        (0..<node).filter { Int(nodes[$0].next) > node }.compactMap { outer in
            switch nodes[outer].kind {
            case .section(let tag): "#" + tags[Int(tag)].name.text
            case .invertedSection(let tag): "^" + tags[Int(tag)].name.text
            default: nil
            }
        }
    }

    /// Whether one of two nodes is printed where the other is not: `{{#a}}` and `{{^a}}`.
    func exclude(_ one: Int, _ other: Int) -> Bool {
        let conditions = Set(conditions(of: one))
        return self.conditions(of: other).contains {
            conditions.contains(($0.first == "#" ? "^" : "#") + $0.dropFirst())
        }
    }

    func isElement(_ node: Int, _ name: ElementName) -> Bool {
        if case .element(name) = nodes[node].kind { true } else { false }
    }

    func child(_ name: ElementName, of node: Int) -> Int? { children(of: node).first { isElement($0, name) } }

    func attribute(_ name: AttributeName, of node: Int) -> Int? {
        children(of: node).first { if case .attribute(name) = nodes[$0].kind { true } else { false } }
    }

    /// The tags that print a value in an element or attribute.
    func valueTags(in node: Int) -> [Int] {
        content(of: node).compactMap { if case .value(let tag) = nodes[$0].kind { Int(tag) } else { nil } }
    }

    /// The words typed in an element or an attribute, without those of an element's attributes.
    func words(in node: Int) -> String {
        var words: [UInt8] = []
        var inner = node + 1
        while inner < Int(nodes[node].next) {
            switch nodes[inner].kind {
            case .attribute: inner = Int(nodes[inner].next)
            case .text(let start, let end):
                words += text[Int(start)..<Int(end)]
                inner += 1
            default: inner += 1
            }
        }
        return String(decoding: words, as: UTF8.self)
    }

    /// Where an element begins; of another node, where the element before it does.
    func nearestPlace(of node: Int) -> Diagnostic.Place? {
        (0...node).last { if case .element = nodes[$0].kind { true } else { false } }.flatMap { place(of: $0) }
    }
}
