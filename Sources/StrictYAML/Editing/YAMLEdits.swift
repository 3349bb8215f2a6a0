/// Edits of a parsed file, collected and then made at once; every byte that they do not concern stays as it is.
///
///     var edits = YAMLEdits(tree)
///     edits.set(name, to: "明るい教室")
///     edits.insert("note", .scalar("要予約"), into: facility, order: ["id", "name", "note"])
///     edits.remove(oldFacility)
///     let edition = try edits.applied()
///
/// All places are nodes of the tree as it was parsed. Of two values for one node the later one is written; several
/// insertions at one place stand in the order in which they were asked for; what an edit removes or replaces, no other may
/// touch inside.
public struct YAMLEdits {
    let tree: YAMLTree
    let folding: YAMLParser.LineFolding
    /// The collection that each node stands in, −1 for the root.
    private var parents: [Int32]
    /// The node by which an entry is known: a value's key, else the node itself.
    private var leads: [Int32]

    /// New values by their nodes, and new names by the nodes of their keys.
    private(set) var values: [Int: YAMLContent] = [:]
    /// The leads of the entries that go.
    private(set) var removed: Set<Int> = []
    private(set) var insertions: [Int: [Insertion]] = [:]
    /// Comments in the order in which they were asked for.
    private(set) var remarks: [(node: Int, text: String)] = []

    struct Insertion {
        /// Nil for an item.
        let key: String?
        let content: YAMLContent
        /// A comment on the line above.
        var remark: String?
        let anchor: Anchor
        /// The key's place in the order that the caller gave.
        let rank: Int?
    }

    enum Anchor: Equatable {
        case start, end
        /// Before or behind the entry of a lead.
        case before(Int)
        case after(Int)
    }

    /// - Parameter folding: what the tree was parsed with.
    public init(_ tree: YAMLTree, folding: YAMLParser.LineFolding = .space) {
        self.tree = tree
        self.folding = folding
        parents = Array(repeating: -1, count: tree.nodes.count)
        leads = tree.nodes.indices.map { Int32($0) }
        for node in tree.nodes.indices where tree.nodes[node].kind != .scalar {
            var key: Int?
            for child in tree.children(of: node) {
                parents[child] = Int32(node)
                guard tree.nodes[node].kind == .mapping else { continue }
                if let lead = key { leads[child] = Int32(lead) }
                key = key == nil ? child : nil
            }
        }
    }

    public var isEmpty: Bool { values.isEmpty && removed.isEmpty && insertions.isEmpty && remarks.isEmpty }

    // MARK: Editing

    /// Sets the text of a scalar, be it a value or a key. A text that is there already is left as it is written.
    public mutating func set(_ scalar: Int, to text: String) {
        replace(scalar, with: .scalar(text))
    }

    /// Puts another value in a value's place.
    public mutating func replace(_ node: Int, with content: YAMLContent) {
        if case .scalar(let text, _) = content, tree.nodes[node].kind == .scalar, tree.reads(node, as: text) {
            values[node] = nil
        } else {
            values[node] = content
        }
    }

    /// Makes a node say what a content does by the fewest edits, so that what stays keeps its layout and comments.
    ///
    /// Entries are matched by their keys; items that say the same already from either end, and those between in their order.
    public mutating func revise(_ node: Int, to content: YAMLContent) {
        switch content {
        case .mapping(let entries) where tree.nodes[node].kind == .mapping:
            for lead in entryLeads(node) where !entries.contains(where: { tree.reads(lead, as: $0.key) }) {
                remove(lead)
            }
            for entry in entries {
                if let value = tree.value(of: entry.key, in: node) {
                    revise(value, to: entry.value)
                } else {
                    insert(entry.key, entry.value, into: node, order: entries.map(\.key))
                }
            }
        case .sequence(let items) where tree.nodes[node].kind == .sequence:
            revise(items: entryLeads(node)[...], to: items[...], of: node)
        default: replace(node, with: content)
        }
    }

    private mutating func revise(items nodes: ArraySlice<Int>, to items: ArraySlice<YAMLContent>, of sequence: Int) {
        var (nodes, items) = (nodes, items)
        while let node = nodes.first, let item = items.first, tree.reads(node, as: item) {
            (nodes, items) = (nodes.dropFirst(), items.dropFirst())
        }
        var last: Int?
        while let node = nodes.last, let item = items.last, tree.reads(node, as: item) {
            (nodes, items, last) = (nodes.dropLast(), items.dropLast(), node)
        }
        for (node, item) in zip(nodes, items) { revise(node, to: item) }
        for node in nodes.dropFirst(items.count) { remove(node) }
        for item in items.dropFirst(nodes.count) {
            if let last { insert(item, before: last) } else { append(item, to: sequence) }
        }
    }

    /// Inserts a key with its value where an order has it: behind the last of the keys that stand before it there, before
    /// all others where there is none; at the end where the order does not have it.
    public mutating func insert(_ key: String, _ content: YAMLContent, into mapping: Int, order: [String]) {
        let ranks = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        guard let rank = ranks[key] else { return insert(key, content, into: mapping) }
        var before: (rank: Int, key: Int)?
        for node in entryLeads(mapping) {
            guard let other = ranks[tree.text(of: node)], other < rank, other > before?.rank ?? -1 else { continue }
            before = (other, node)
        }
        let anchor = before.map { Anchor.after($0.key) } ?? .start
        var others = insertions[mapping] ?? []
        let place = others.firstIndex { $0.anchor == anchor && $0.rank ?? -1 > rank } ?? others.count
        others.insert(Insertion(key: key, content: content, anchor: anchor, rank: rank), at: place)
        insertions[mapping] = others
    }

    /// Inserts a key with its value at the end.
    public mutating func insert(_ key: String, _ content: YAMLContent, into mapping: Int) {
        add(Insertion(key: key, content: content, anchor: .end, rank: nil), to: mapping)
    }

    /// Adds an item at the end of a sequence, which may be `[]` or a value that is blank.
    ///
    /// - Parameter remark: a comment of one line above it, without `#`; left out where the sequence has no item on lines of its own.
    public mutating func append(_ content: YAMLContent, to sequence: Int, remark: String? = nil) {
        add(Insertion(key: nil, content: content, remark: remark, anchor: .end, rank: nil), to: sequence)
    }

    /// Puts a comment of one line, given without `#`, above the line on which a node's entry begins, below those that are there.
    public mutating func remark(_ node: Int, _ text: String) { remarks.append((node, text)) }

    public mutating func insert(_ content: YAMLContent, before item: Int) {
        add(Insertion(key: nil, content: content, anchor: .before(item), rank: nil), to: Int(parents[item]))
    }

    public mutating func insert(_ content: YAMLContent, after item: Int) {
        add(Insertion(key: nil, content: content, anchor: .after(item), rank: nil), to: Int(parents[item]))
    }

    /// Removes an item of a sequence, or a key with its value, named by either of the two.
    ///
    /// With it go the comments on its lines, those directly above it at its own indentation (but not the file's first
    /// comment), and those directly below it that are indented deeper. What a blank line separates stays.
    public mutating func remove(_ node: Int) {
        removed.insert(Int(leads[node]))
    }

    private mutating func add(_ insertion: Insertion, to collection: Int) {
        insertions[collection, default: []].append(insertion)
    }

    // MARK: What is meant

    /// A member of a collection as it will be: one that was there, by its place, or a new one.
    enum Member {
        case kept(Int)
        case new(Insertion)
    }

    func parent(of node: Int) -> Int? { parents[node] < 0 ? nil : Int(parents[node]) }

    func lead(of node: Int) -> Int { Int(leads[node]) }

    /// The key under which a value stands, itself or in sequences.
    func name(of node: Int) -> String? {
        if leads[node] != node { return tree.text(of: Int(leads[node])) }
        return parent(of: node).flatMap { tree.nodes[$0].kind == .sequence ? name(of: $0) : nil }
    }

    /// Whether members of a collection come or go.
    func rearranges(_ collection: Int, _ leads: [Int]) -> Bool {
        insertions[collection] != nil || leads.contains(where: removed.contains)
    }

    /// The leads of a collection's entries.
    func entryLeads(_ collection: Int) -> [Int] {
        tree.nodes[collection].kind == .scalar ? [] : tree.children(of: collection).filter { leads[$0] == $0 }
    }

    /// A collection's members in the order that they will have.
    func members(_ collection: Int, _ leads: [Int]) -> [Member] {
        guard rearranges(collection, leads) else { return leads.indices.map(Member.kept) }
        var groups: [Int: [Insertion]] = [:]
        let places = Dictionary(uniqueKeysWithValues: leads.enumerated().map { ($1, $0) })
        for insertion in insertions[collection] ?? [] {
            let group =
                switch insertion.anchor {
                case .start: -1
                case .end: leads.count + 1
                case .before(let lead): places[lead] ?? leads.count
                case .after(let lead): (places[lead] ?? leads.count - 1) + 1
                }
            groups[group, default: []].append(insertion)
        }
        var members = ((groups[-1] ?? []) + (groups[0] ?? [])).map { Member.new($0) }
        for (place, lead) in leads.enumerated() {
            if !removed.contains(lead) { members.append(.kept(place)) }
            members += (groups[place + 1] ?? []).map { .new($0) }
        }
        return members + (groups[leads.count + 1] ?? []).map { .new($0) }
    }
}

extension YAMLTree {
    /// The value of a mapping's key, nil where there is none.
    public func value(of key: String, in mapping: Int) -> Int? {
        guard nodes[mapping].kind == .mapping else { return nil }
        var children = children(of: mapping)
        while let node = children.next(), let value = children.next() {
            if reads(node, as: key) { return value }
        }
        return nil
    }

    /// Whether a scalar's text is the same by its bytes: to Swift's ==, か and a sound mark are が.
    public func reads(_ scalar: Int, as text: String) -> Bool {
        withText(of: scalar) { bytes in
            bytes.count == text.utf8.count && zip(0..<bytes.count, text.utf8).allSatisfy { bytes[$0] == $1 }
        }
    }
}
