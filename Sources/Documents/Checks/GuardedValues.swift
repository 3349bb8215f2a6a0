import Diagnostics
import Markup
import Mustache
import Records
import Templates

/// Sections that ask for one value and print another: `{{#capacity}}{{participants}}人{{/capacity}}`, `{{^aim}}{{aim}}{{/aim}}`.
///
/// Where the value that is asked for is missing, the other one goes, too; where the other one is missing, there is a hole.
struct GuardedValues {
    private let tree: TemplateTree
    private let fields: [Int: LabelledValues.Named]

    /// - Parameter fields: by their tags' places, those of sections too.
    static func findings(in tree: TemplateTree, _ fields: [Int: LabelledValues.Named]) -> [Diagnostic] {
        let check = GuardedValues(tree: tree, fields: fields)
        return tree.nodes.indices.compactMap { node in
            switch tree.nodes[node].kind {
            case .section(let tag): check.section(node, Int(tag))
            case .invertedSection(let tag): check.inverted(node, Int(tag))
            default: nil
            }
        }
    }

    // MARK: {{^x}}{{x}}{{/x}}

    /// What is printed only where it is not there.
    private func inverted(_ node: Int, _ tag: Int) -> Diagnostic? {
        let name = tree.tags[tag].name
        guard Comparison(name) == nil, !name.segments.isEmpty else { return nil }
        guard
            let inner = values(in: node, throughSections: name.segments.count > 1).first(where: {
                tree.tags[$0.tag].name.segments == name.segments
            })
        else { return nil }
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[inner.tag].place,
            Phrase(
                ja: "「{{^\(name.text)}}」の中は値のないときに出るので、「{{\(name.text)}}」は何も印字しません",
                en: "{{^\(name.text)}} is printed where there is no value, so {{\(name.text)}} prints nothing there"),
            help: Phrase(
                ja: "値のあるときに出す部分は「{{#\(name.text)}}」で囲んでください", en: "enclose what is printed of it in {{#\(name.text)}}"),
            notes: [Diagnostic.Note(tree.tags[tag].place, Phrase(ja: "囲んでいるセクションです", en: "the section"))])
    }

    // MARK: {{#x}}{{y}}{{/x}}

    private func section(_ node: Int, _ tag: Int) -> Diagnostic? {
        let name = tree.tags[tag].name
        guard let asked = fields[tag], name.segments.last == asked.field.key, Self.isPlain(asked.field.type),
            // A figure that is typed there stands for the value.
            !isMentioned(name, in: node), !tree.words(in: node).contains(where: \.isNumber)
        else { return nil }
        let inner = values(in: node, throughSections: true)
        guard
            let other = inner.first(where: { found in
                guard let printed = fields[found.tag], printed.record === asked.record else { return false }
                let path = tree.tags[found.tag].name.segments
                let isSibling = Self.path(path, upTo: printed.field.key) == Array(name.segments.dropLast())
                let isOfOther = printed.field.key == asked.field.key && path != name.segments
                return (isSibling || isOfOther) && (printed.field.presence == .optional || isAlone(node, inner))
                    && !isGuarded(found.node, by: printed.field.key, in: node)
            }), let printed = fields[other.tag]
        else { return nil }
        let (own, wrong) = (asked.field.label, printed.field.label)
        return Diagnostic(
            .labelMismatch, .warning, at: tree.tags[other.tag].place,
            Phrase(
                ja: "「\(own.ja)」の有無で出る部分に、「\(wrong.ja)」が印字されます",
                en: "a section that asks for \(own.en) prints \(wrong.en)"),
            help: Phrase(ja: "セクションか、中のタグの名前を直してください", en: "mend the section's name or the tag in it"),
            notes: [Diagnostic.Note(tree.tags[tag].place, Phrase(ja: "囲んでいるセクションです", en: "the section"))])
    }

    /// The names that lead to the record of a field.
    private static func path(_ segments: [String], upTo key: String) -> [String] {
        segments.lastIndex(of: key).map { Array(segments[..<$0]) } ?? segments
    }

    private static func isPlain(_ type: FieldType) -> Bool {
        switch type {
        case .boolean, .list, .record, .choice: false
        default: true
        }
    }

    /// Whether what a section asks for stands in it, or anything of it.
    private func isMentioned(_ name: MustacheName, in node: Int) -> Bool {
        tree.content(of: node).contains { inner in
            let tag: Int32
            switch tree.nodes[inner].kind {
            case .value(let found), .section(let found), .invertedSection(let found): tag = found
            default: return false
            }
            let segments = tree.tags[Int(tag)].name.segments
            return segments.starts(with: name.segments) || segments.first == name.segments.last
                || name.segments.count == 1 && segments.contains(name.segments[0])
        }
    }

    /// Whether nothing stands in a section but one value: with words it says something of its own.
    private func isAlone(_ node: Int, _ values: [(tag: Int, node: Int)]) -> Bool {
        values.count == 1 && !tree.words(in: node).contains(where: \.isLetter)
    }

    private func isGuarded(_ node: Int, by key: String, in outer: Int) -> Bool {
        tree.content(of: outer).contains { inner in
            guard inner < node, Int(tree.nodes[inner].next) > node else { return false }
            switch tree.nodes[inner].kind {
            case .section(let tag): return tree.tags[Int(tag)].name.segments.contains(key)
            default: return false
            }
        }
    }

    /// The tags that print a value in a section's content.
    private func values(in node: Int, throughSections: Bool) -> [(tag: Int, node: Int)] {
        var values: [(tag: Int, node: Int)] = []
        var inner = node + 1
        while inner < Int(tree.nodes[node].next) {
            switch tree.nodes[inner].kind {
            case .value(let tag):
                values.append((Int(tag), inner))
                inner += 1
            case .section where !throughSections: inner = Int(tree.nodes[inner].next)
            default: inner += 1
            }
        }
        return values
    }
}
