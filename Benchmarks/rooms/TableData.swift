import Mustache
import StrictYAML

/// The facilities as rows and columns of nodes: what is measured is the engine and little else.
struct TableData: MustacheData {
    enum Handle {
        case root, list
        case row(Int)
        case text(node: Int)
    }

    private let tree: YAMLTree
    private let columns: [String]
    private let rows: Int
    /// Row by row, the node of each column; nil where a facility has none of it.
    private let cells: [Int?]

    init(_ tree: YAMLTree) {
        self.tree = tree
        var columns: [String] = []
        var facilities: [[String: Int]] = []
        for facility in Self.members(of: tree.root, in: tree)["private"].map({ Array(tree.children(of: $0)) }) ?? [] {
            let members = Self.members(of: facility, in: tree)
            for name in members.keys where !columns.contains(name) { columns.append(name) }
            facilities.append(members)
        }
        self.columns = columns
        rows = facilities.count
        cells = facilities.flatMap { facility in columns.map { facility[$0] } }
    }

    /// A column, or the list.
    func key(_ segment: String) -> Int? { segment == "private" ? -1 : columns.firstIndex(of: segment) }

    func member(_ key: Int?, of value: Handle) -> Handle? {
        guard let key else { return nil }
        switch value {
        case .root: return key < 0 ? .list : nil
        case .row(let row): return key < 0 ? nil : cells[row * columns.count + key].map { .text(node: $0) }
        case .list, .text: return nil
        }
    }

    func isMissing(_ value: Handle) -> Bool { false }

    func sectionContent(of value: Handle) -> MustacheSection {
        if case .list = value { .items(rows) } else { .once }
    }

    func item(_ index: Int, of value: Handle) -> Handle { .row(index) }

    func write(_ value: Handle, to output: inout [UInt8], escaped: Bool) {
        guard case .text(let node) = value else { return }
        tree.withText(of: node) { MarkupEscape.append($0, to: &output) }
    }

    private static func members(of mapping: Int, in tree: YAMLTree) -> [String: Int] {
        var members: [String: Int] = [:]
        var children = tree.children(of: mapping)
        while let key = children.next(), let value = children.next() { members[tree.text(of: key)] = value }
        return members
    }
}
