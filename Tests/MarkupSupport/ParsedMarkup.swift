public import Diagnostics
import Files
public import Markup
import Mustache
import Templates

/// Markup without tags, read as a template is, with the document that it makes.
public struct ParsedMarkup {
    public let document: MarkupDocument
    public let findings: [Diagnostic]

    public init(_ markup: String) {
        self.init(Array(markup.utf8))
    }

    /// - Parameter markup: what cannot be read as a template by itself has the finding alone.
    public init(_ markup: [UInt8]) {
        let source = SourceFile(path: "markup.html", bytes: markup)
        let library = TemplateLibrary { (_, _) in nil }
        do throws(ParseError) {
            let tree = TemplateTree.read(try .parse(name: "markup", source: source), library: library)
            (document, findings) = (Self.document(of: tree), tree.diagnostics)
        } catch {
            (document, findings) = (MarkupBuilder().finish(), [error.diagnostic])
        }
    }

    private static func document(of tree: TemplateTree) -> MarkupDocument {
        var builder = MarkupBuilder()
        func make(_ range: Range<Int>) {
            var index = range.lowerBound
            while index < range.upperBound {
                switch tree.nodes[index].kind {
                case .element(let name):
                    builder.beginElement()
                    let content = tree.content(of: index)
                    var child = content.lowerBound
                    while child < content.upperBound, case .attribute(let attribute) = tree.nodes[child].kind {
                        var value: [UInt8] = []
                        for case .text(let start, let end) in tree.nodes[tree.content(of: child)].map(\.kind) {
                            value += tree.text[Int(start)..<Int(end)]
                        }
                        builder.attribute(attribute, value)
                        child = Int(tree.nodes[child].next)
                    }
                    builder.endAttributes(of: name, origin: index)
                    make(child..<content.upperBound)
                    builder.endElement()
                case .text(let start, let end): builder.text(Int(start)..<Int(end), of: tree.text)
                case .attribute, .value, .section, .invertedSection, .mistyped: break
                }
                index = Int(tree.nodes[index].next)
            }
        }
        make(tree.nodes.indices)
        return builder.finish()
    }
}
