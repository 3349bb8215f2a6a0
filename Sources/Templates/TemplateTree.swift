import Bytes
public import Diagnostics
public import Files
public import Markup
public import Mustache

/// A template with all that it takes in, as a tree: elements, attributes and text with the tags that stand in them, each of
/// which knows its place in its file.
///
/// The nodes lie in one array in the order of the template, each before what stands in it, and say where that ends.
public final class TemplateTree: Sendable {
    public struct Node: Sendable {
        public enum Kind: Sendable {
            /// Its attributes are the first of what stands in it.
            case element(ElementName)
            case attribute(AttributeName)
            /// Bytes of the tree's text.
            case text(start: UInt32, end: UInt32)
            /// A tag that prints a value, by its place among the tags; a section or an inverted section with its content.
            case value(Int32), section(Int32), invertedSection(Int32)
            /// A tag that somebody has mistyped: it prints nothing beside its own text.
            case mistyped(Int32)
        }

        public let kind: Kind
        /// The index behind all that stands in it.
        public internal(set) var next: UInt32
        /// Where its tag, or the text that it is of, begins in the expanded template.
        let origin: UInt32
    }

    /// A tag: the name between its braces, and where it stands.
    public struct Tag: Sendable {
        public let name: MustacheName
        public let place: Diagnostic.Place
    }

    /// The name of its file, without its folder and suffix.
    public let name: String
    public let nodes: [Node]
    public let text: [UInt8]
    public let tags: [Tag]
    /// The files that it was made of, in the order in which they were met.
    public let files: [SourceFile]
    /// What is wrong with it, whatever it is filled with; where there are errors it is not to be filled.
    public let diagnostics: [Diagnostic]
    private let origins: SourceMap

    init(
        name: String, nodes: [Node], text: [UInt8], tags: [Tag], files: [SourceFile], diagnostics: [Diagnostic],
        origins: SourceMap
    ) {
        (self.name, self.nodes, self.text, self.tags, self.files) = (name, nodes, text, tags, files)
        (self.diagnostics, self.origins) = (diagnostics, origins)
    }

    /// Where an element begins in its file.
    public func place(of node: Int) -> Diagnostic.Place? {
        nodes.indices.contains(node) ? origins.place(of: Int(nodes[node].origin)) : nil
    }

    /// Where a word stands first in an element's own text, as it is meant; nil where the template does not have it there.
    ///
    /// - Parameter isMeant: of the file's bytes, and the place there.
    public func place(
        of word: [UInt8], in element: Int, where isMeant: ([UInt8], Range<Int>) -> Bool
    ) -> Diagnostic.Place? {
        guard nodes.indices.contains(element) else { return nil }
        let text = text
        var index = element + 1
        while index < Int(nodes[element].next) {
            let node = nodes[index]
            switch node.kind {
            case .text(let start, let end):
                let own = text.span.extracting(Int(start)..<Int(end)).firstIndex(of: word.span)
                if own != nil, let place = place(of: word, from: Int(node.origin), where: isMeant) { return place }
                index = Int(node.next)
            // What they print stands in the element.
            case .section, .invertedSection: index += 1
            case .element, .attribute, .value, .mistyped: index = Int(node.next)
            }
        }
        return nil
    }

    /// The first place of a word behind the one that a byte of the expanded template comes from.
    private func place(
        of word: [UInt8], from origin: Int, where isMeant: ([UInt8], Range<Int>) -> Bool
    ) -> Diagnostic.Place? {
        guard let start = origins.place(of: origin) else { return nil }
        // Text goes on in other files where tags take them in.
        let others = files.filter { $0.key != start.source.key }.map { ($0, 0) }
        for (file, from) in [(start.source, start.range.lowerBound)] + others {
            let bytes = file.bytes
            var from = from
            while let index = bytes.span.firstIndex(of: word.span, from: from) {
                let range = index..<index + word.count
                if isMeant(bytes, range) { return Diagnostic.Place(file, range) }
                from = range.upperBound
            }
        }
        return nil
    }

    /// The children of a node: attributes and content.
    public func content(of node: Int) -> Range<Int> { node + 1..<Int(nodes[node].next) }

    /// Reads a template with all that it takes in.
    /// - Parameter rewriting: text that is printed otherwise than it stands there.
    public static func read(
        _ template: MustacheTemplate, library: TemplateLibrary, rewriting: @escaping Rewriting = { _, _ in [] }
    ) -> TemplateTree {
        var expander = TemplateExpander(library, rewriting)
        expander.expand(template)
        return TemplateParser.parse(expander.finish(), name: template.name)
    }
}

/// Finds what of a stretch of a template's text is printed otherwise, by its bytes in the file, in order.
public typealias Rewriting =
    @Sendable (_ text: ArraySlice<UInt8>, _ template: MustacheTemplate) -> [(range: Range<Int>, text: [UInt8])]

/// A template with all that it takes in, as one text: marks stand in place of its tags.
struct ExpandedTemplate {
    var text: [UInt8] = []
    var tags: [TemplateTree.Tag] = []
    var files: [SourceFile] = []
    var diagnostics: [Diagnostic] = []
    var origins = SourceMap()
    /// No text may hold these; written as a character reference they are not followed by this run's number, which nobody knows.
    static let signs = ["\u{10FF00}", "\u{10FF01}"].map { Array($0.utf8) }
    static let markStart = signs[0] + Array("\(UInt64.random(in: .min ... .max)):".utf8)
    static let markEnd = signs[1]

    /// What a mark stands for, by the letter that it begins with.
    enum Mark: UInt8 {
        case value = 0x76, section = 0x73, invertedSection = 0x69, end = 0x65, mistyped = 0x6D
    }

    mutating func append(_ mark: Mark, tag: Int) {
        text += Self.markStart + [mark.rawValue] + Array(String(tag).utf8) + Self.markEnd
    }
}
