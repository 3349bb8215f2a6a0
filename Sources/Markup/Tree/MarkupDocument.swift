import Diagnostics
import Files

/// A document as a tree: nodes in one array that refer to each other by index, their text in one buffer.
///
/// Plain data, so that a large table costs no object a cell.
public struct MarkupDocument: Sendable {
    public typealias NodeID = Int32

    public static let none: NodeID = -1

    /// Where the pages go in the words round them.
    public static let pagePlace = "#"

    struct Node {
        enum Kind: UInt8 { case element, text }

        let kind: Kind
        var name: ElementName
        /// Read off its class attribute when it is linked.
        var classes = MeaningfulClasses()
        var parent: NodeID
        var firstChild: NodeID = MarkupDocument.none
        var lastChild: NodeID = MarkupDocument.none
        var next: NodeID = MarkupDocument.none
        /// Text: its bytes in the buffer. Element: its attributes' indexes.
        var start: UInt32
        var end: UInt32
        /// What the maker of the document knows its origin by.
        let origin: UInt32
    }

    struct Attribute {
        let name: AttributeName
        let start: UInt32
        let end: UInt32
    }

    var nodes: [Node] = []
    var attributes: [Attribute] = []
    var buffer: [UInt8] = []
    /// Whether more was to be put into it than it may hold; what came behind that is missing.
    public var isTooLarge: Bool { buffer.count + 16 * (nodes.count + attributes.count) > Limits.documentSize }
    /// The elements that have been given each name, and whether they all still have it and stand in order.
    private var elementIDs = [[NodeID]](repeating: [], count: ElementName.allCases.count)
    private var areInOrder = [Bool](repeating: true, count: ElementName.allCases.count)

    /// The outermost element.
    public var root: NodeID { 0 }

    // MARK: Reading

    /// The element's name; nil for text, and for `none`, which is what the outermost element stands in.
    @inline(__always)
    public func element(_ node: NodeID) -> ElementName? {
        node != Self.none && nodes[Int(node)].kind == .element ? nodes[Int(node)].name : nil
    }

    /// The language of its words (the primary subtag of BCP 47); Japanese where it does not say.
    public var language: String {
        let tag = nodes.isEmpty ? nil : attribute(.lang, of: root)
        return tag?.split(separator: "-").first.map { $0.lowercased() } ?? "ja"
    }

    public var isJapanese: Bool { language == "ja" }

    public func parent(_ node: NodeID) -> NodeID { nodes[Int(node)].parent }

    /// The first of a node's children, and the node behind another; `none` where there is none.
    @inline(__always)
    public func firstChild(_ node: NodeID) -> NodeID { nodes[Int(node)].firstChild }

    @inline(__always)
    public func next(_ node: NodeID) -> NodeID { nodes[Int(node)].next }

    /// What the maker of the document knows the node's origin by.
    public func origin(_ node: NodeID) -> Int { Int(nodes[Int(node)].origin) }

    public func children(_ node: NodeID) -> Children {
        Children(nodes: nodes, node: node == Self.none ? Self.none : nodes[Int(node)].firstChild)
    }

    public struct Children: Sequence, IteratorProtocol {
        fileprivate let nodes: [Node]
        fileprivate var node: NodeID

        public mutating func next() -> NodeID? {
            guard node != MarkupDocument.none else { return nil }
            defer { node = nodes[Int(node)].next }
            return node
        }
    }

    /// The bytes of a text node.
    @inline(__always)
    func textRange(_ node: NodeID) -> Range<Int> {
        Int(nodes[Int(node)].start)..<Int(nodes[Int(node)].end)
    }

    /// Whether an element has any attribute.
    @inline(__always)
    public func hasAttributes(_ node: NodeID) -> Bool {
        nodes[Int(node)].kind == .element && nodes[Int(node)].start < nodes[Int(node)].end
    }

    /// Whether an attribute has one of some values; nil where there is no such attribute.
    public func attribute(_ name: AttributeName, of node: NodeID, isOneOf values: [[UInt8]]) -> Bool? {
        attributeRange(name, of: node).map { range in
            values.contains { $0.count == range.count && buffer[range].elementsEqual($0) }
        }
    }

    /// Whether an attribute begins with one of some texts; nil where there is no such attribute.
    public func attribute(_ name: AttributeName, of node: NodeID, beginsWithOneOf texts: [[UInt8]]) -> Bool? {
        guard let range = attributeRange(name, of: node) else { return nil }
        return texts.contains { text in
            guard range.count >= text.count else { return false }
            for index in text.indices where buffer[range.lowerBound + index] != text[index] { return false }
            return true
        }
    }

    public func attribute(_ name: AttributeName, of node: NodeID) -> String? {
        attributeRange(name, of: node).map { String(decoding: buffer[$0], as: UTF8.self) }
    }

    func attributeRange(_ name: AttributeName, of node: NodeID) -> Range<Int>? {
        let element = nodes[Int(node)]
        guard element.kind == .element else { return nil }
        for index in Int(element.start)..<Int(element.end) where attributes[index].name == name {
            return Int(attributes[index].start)..<Int(attributes[index].end)
        }
        return nil
    }

    /// Whether an element is of a class.
    @inline(__always)
    public func has(_ meaning: MeaningfulClass, _ node: NodeID) -> Bool { nodes[Int(node)].classes.contains(meaning) }

    /// All text below a node, without the readings of ruby.
    public func text(of node: NodeID) -> String { String(decoding: bytes(of: node), as: UTF8.self) }

    /// The same as bytes.
    public func bytes(of node: NodeID) -> [UInt8] {
        var bytes: [UInt8] = []
        func visit(_ node: NodeID) {
            if element(node) == nil { bytes += buffer[textRange(node)] }
            if element(node) == .rt || element(node) == .rp { return }
            var child = firstChild(node)
            while child != Self.none {
                visit(child)
                child = next(child)
            }
        }
        visit(node)
        return bytes
    }

    /// The text below a node on one line: no white space at its ends, one space for each run of it inside.
    public func line(of node: NodeID) -> String {
        let words = bytes(of: node).split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        return String(
            decoding: words.reduce(into: [UInt8]()) { line, word in
                if !line.isEmpty { line.append(0x20) }
                line += word
            }, as: UTF8.self)
    }

    /// Whether a node has any text but white space below it; the composer's marks are no words.
    public func hasWords(_ node: NodeID) -> Bool {
        if nodes[Int(node)].kind == .text {
            for index in textRange(node) where buffer[index] > 0x20 { return true }
            return false
        }
        if has(.marker, node) { return false }
        var child = nodes[Int(node)].firstChild
        while child != Self.none {
            if hasWords(child) { return true }
            child = nodes[Int(child)].next
        }
        return false
    }

    /// The elements of a name, in document order as it was parsed.
    public func elements(_ name: ElementName) -> [NodeID] {
        let found = elementIDs[name.ordinal]
        return areInOrder[name.ordinal] ? found : found.filter { nodes[Int($0)].name == name }.sorted()
    }

    /// The node and everything below it, in document order.
    public func descendants(of node: NodeID) -> [NodeID] {
        var found: [NodeID] = []
        func visit(_ node: NodeID) {
            found.append(node)
            var child = firstChild(node)
            while child != Self.none {
                visit(child)
                child = next(child)
            }
        }
        visit(node)
        return found
    }

    // MARK: Building

    /// Adds an element below a parent, behind its other children.
    @discardableResult
    public mutating func append(
        _ name: ElementName, _ attributes: [(AttributeName, String)] = [], to parent: NodeID
    ) -> NodeID {
        let start = self.attributes.count
        for (name, value) in attributes { addAttribute(name, Array(value.utf8)) }
        return link(
            Node(
                kind: .element, name: name, parent: parent, start: UInt32(start), end: UInt32(self.attributes.count),
                origin: parent == Self.none ? 0 : nodes[Int(parent)].origin))
    }

    @discardableResult
    public mutating func append(text: String, to parent: NodeID) -> NodeID {
        append(text: Array(text.utf8), to: parent)
    }

    @discardableResult
    public mutating func append(text: [UInt8], to parent: NodeID) -> NodeID {
        appendText(to: parent) { $0.append(contentsOf: text) }
    }

    /// Lets a body append text.
    @discardableResult
    public mutating func appendText(to parent: NodeID, _ write: (_ text: inout [UInt8]) -> Void) -> NodeID {
        let start = buffer.count
        if !isTooLarge { write(&buffer) }
        return link(
            Node(
                kind: .text, name: .span, parent: parent, start: UInt32(start), end: UInt32(buffer.count),
                origin: nodes[Int(parent)].origin))
    }

    mutating func addAttribute(_ name: AttributeName, _ value: some Sequence<UInt8>) {
        let start = buffer.count
        if !isTooLarge { buffer.append(contentsOf: value) }
        attributes.append(Attribute(name: name, start: UInt32(start), end: UInt32(buffer.count)))
    }

    @inline(__always)
    mutating func link(_ node: Node) -> NodeID {
        let id = NodeID(nodes.count)
        nodes.append(node)
        if node.kind == .element {
            elementIDs[node.name.ordinal].append(id)
            if node.start < node.end { readClasses(of: id) }
        }
        guard node.parent != Self.none else { return id }
        let parent = Int(node.parent)
        if nodes[parent].lastChild == Self.none {
            nodes[parent].firstChild = id
        } else {
            nodes[Int(nodes[parent].lastChild)].next = id
        }
        nodes[parent].lastChild = id
        return id
    }

    /// Notes the classes that an element's attributes give it.
    @inline(__always)
    private mutating func readClasses(of node: NodeID) {
        nodes[Int(node)].classes = attributeRange(.class, of: node).map { MeaningfulClasses(buffer[$0]) } ?? .init()
    }

    /// Sets an attribute, or gives it another value.
    public mutating func set(_ name: AttributeName, _ value: String, of node: NodeID) {
        replace(name, of: node) { $0.addAttribute(name, value.utf8) }
    }

    /// Takes an attribute away.
    public mutating func remove(_ name: AttributeName, of node: NodeID) {
        replace(name, of: node) { _ in }
    }

    private mutating func replace(_ name: AttributeName, of node: NodeID, _ add: (inout Self) -> Void) {
        let old = Int(nodes[Int(node)].start)..<Int(nodes[Int(node)].end)
        let start = attributes.count
        // An element's attributes lie beside one another.
        for index in old where attributes[index].name != name { attributes.append(attributes[index]) }
        add(&self)
        nodes[Int(node)].start = UInt32(start)
        nodes[Int(node)].end = UInt32(attributes.count)
        readClasses(of: node)
    }

    /// Adds an element in front of one of its parent's children.
    public mutating func insert(
        _ name: ElementName, _ attributes: [(AttributeName, String)] = [], before sibling: NodeID
    ) -> NodeID {
        let new = append(name, attributes, to: parent(sibling))
        moveLastChild(of: parent(sibling), before: sibling)
        return new
    }

    /// Adds a copy of another document's nodes below a parent, behind its other children.
    @discardableResult
    public mutating func append(copyOf other: MarkupDocument, to parent: NodeID) -> NodeID {
        let (firstNode, firstAttribute, firstByte) = (
            NodeID(nodes.count), UInt32(attributes.count), UInt32(buffer.count)
        )
        buffer += other.buffer
        for attribute in other.attributes {
            attributes.append(
                Attribute(name: attribute.name, start: attribute.start + firstByte, end: attribute.end + firstByte))
        }
        let origin = nodes[Int(parent)].origin
        for node in other.nodes {
            let shift = node.kind == .text ? firstByte : firstAttribute
            _ = link(
                Node(
                    kind: node.kind, name: node.name,
                    parent: node.parent == Self.none ? parent : node.parent + firstNode,
                    start: node.start + shift, end: node.end + shift, origin: origin))
        }
        return firstNode
    }

    /// Links a node behind another, in the same parent.
    mutating func insert(_ node: Node, behind sibling: NodeID) -> NodeID {
        let (parent, last) = (Int(node.parent), nodes[Int(node.parent)].lastChild)
        let id = link(node)
        if node.kind == .element { areInOrder[node.name.ordinal] = false }
        guard last != sibling else { return id }
        nodes[Int(last)].next = Self.none
        nodes[parent].lastChild = last
        nodes[Int(id)].next = nodes[Int(sibling)].next
        nodes[Int(sibling)].next = id
        return id
    }

    /// Moves a parent's last child to the front.
    public mutating func moveLastChildToFront(of parent: NodeID) {
        let first = nodes[Int(parent)].firstChild
        if first != Self.none { moveLastChild(of: parent, before: first) }
    }

    /// Moves a parent's last child in front of another of its children.
    public mutating func moveLastChild(of parent: NodeID, before sibling: NodeID) {
        let last = nodes[Int(parent)].lastChild
        guard last != sibling else { return }
        var before = Self.none
        var node = nodes[Int(parent)].firstChild
        while nodes[Int(node)].next != last {
            if nodes[Int(node)].next == sibling { before = node }
            node = nodes[Int(node)].next
        }
        nodes[Int(node)].next = Self.none
        nodes[Int(parent)].lastChild = node
        nodes[Int(last)].next = sibling
        if before == Self.none { nodes[Int(parent)].firstChild = last } else { nodes[Int(before)].next = last }
    }

    /// Makes an element another one, without children, with these attributes.
    public mutating func replace(_ node: NodeID, by name: ElementName, _ attributes: [(AttributeName, String)]) {
        let start = self.attributes.count
        for (name, value) in attributes { addAttribute(name, Array(value.utf8)) }
        // The lists are put in order when they are asked for, not for each of many.
        areInOrder[nodes[Int(node)].name.ordinal] = false
        areInOrder[name.ordinal] = false
        elementIDs[name.ordinal].append(node)
        nodes[Int(node)].name = name
        nodes[Int(node)].start = UInt32(start)
        nodes[Int(node)].end = UInt32(self.attributes.count)
        readClasses(of: node)
        nodes[Int(node)].firstChild = Self.none
        nodes[Int(node)].lastChild = Self.none
    }
}
