public import Diagnostics
public import Files

/// A parsed YAML document: every node in one array, parents before their children.
public final class YAMLTree: Sendable {
    public let source: SourceFile
    /// In document order; a mapping's entries are its keys and values in turn.
    public let nodes: [YAMLNode]
    /// The source's, one step nearer.
    private let bytes: [UInt8]
    /// Text of the scalars that are not written as they read: escapes, folded lines, blocks.
    private let pool: [UInt8]

    init(source: SourceFile, nodes: [YAMLNode], pool: [UInt8]) {
        self.source = source
        bytes = source.bytes
        self.nodes = nodes
        self.pool = pool
    }

    /// The root node's index.
    public var root: Int { 0 }

    /// Hands over a scalar's text as UTF-8, without copying it.
    public func withText<Result>(of index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        withText(at: textPlace(of: index), body)
    }

    /// Where a scalar's text lies, by which it is reached without its node: for many that are looked at again out of order.
    public func textPlace(of index: Int) -> TextPlace {
        let node = nodes[index]
        return TextPlace(start: node.textStart, end: node.textEnd, isPooled: node.isPooled)
    }

    public struct TextPlace: Sendable {
        fileprivate let start, end: UInt32
        fileprivate let isPooled: Bool
    }

    /// Hands over the text at a place.
    public func withText<Result>(at place: TextPlace, _ body: (Span<UInt8>) -> Result) -> Result {
        let range = Int(place.start)..<Int(place.end)
        // Two branches, and buffers: to choose between the arrays, or to ask for their spans, would count a reference.
        return place.isPooled
            ? unsafe pool.withUnsafeBufferPointer { unsafe body($0.span.extracting(range)) }
            : unsafe bytes.withUnsafeBufferPointer { unsafe body($0.span.extracting(range)) }
    }

    public func text(of index: Int) -> String {
        let node = nodes[index]
        let range = Int(node.textStart)..<Int(node.textEnd)
        return String(decoding: node.isPooled ? pool[range] : source.bytes[range], as: UTF8.self)
    }

    /// The byte at which a scalar's text begins, where it stands in the source as it reads, in quotation marks or not; nil
    /// where it is written with escapes or over several lines.
    public func verbatimStart(of index: Int) -> Int? {
        let node = nodes[index]
        return node.isPooled || node.textStart > node.start + 1 ? nil : Int(node.textStart)
    }

    public func place(of index: Int) -> Diagnostic.Place {
        Diagnostic.Place(source, nodes[index].range)
    }

    /// The indexes of a collection's direct children: items, or keys and values in turn.
    public func children(of index: Int) -> Children {
        Children(tree: self, index: index + 1, end: Int(nodes[index].next))
    }

    public struct Children: Sequence, IteratorProtocol {
        fileprivate let tree: YAMLTree
        fileprivate var index: Int
        fileprivate let end: Int

        public mutating func next() -> Int? {
            guard index < end else { return nil }
            defer { index = Int(tree.nodes[index].next) }
            return index
        }
    }
}

/// A node of a YAML document (YAML 1.2 §3.2.1), 24 bytes.
public struct YAMLNode: Sendable {
    public enum Kind: UInt8, Sendable { case scalar, sequence, mapping }

    /// How a scalar is written; `empty` is a value that is not there at all.
    public enum Style: UInt8, Sendable { case empty, plain, singleQuoted, doubleQuoted, literal, folded }

    public let kind: Kind
    public let style: Style
    /// Whether a scalar's text lies in the tree's pool and not in the source.
    let isPooled: Bool
    let start: UInt32
    var end: UInt32
    let textStart: UInt32
    let textEnd: UInt32
    /// The index behind the node's last descendant.
    public var next: UInt32

    /// The node's bytes in its source.
    public var range: Range<Int> { Int(start)..<Int(end) }
}
