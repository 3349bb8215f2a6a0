import Mustache
import StrictYAML

/// The facilities as a template sees them, straight from the tree: what is measured is the engine and little else.
enum TableValue: MustacheValue {
    case file(YAMLTree, facilities: [Int])
    case list(YAMLTree, facilities: [Int])
    case facility(YAMLTree, Int)
    case text(YAMLTree, Int)

    init(_ tree: YAMLTree) {
        let list = Self.value("private", of: tree.root, in: tree)
        self = .file(tree, facilities: list.map { Array(tree.children(of: $0)) } ?? [])
    }

    var isMissing: Bool { false }

    func member(_ segment: String) -> TableValue? {
        switch self {
        case .file(let tree, let facilities): segment == "private" ? .list(tree, facilities: facilities) : nil
        case .facility(let tree, let node): Self.value(segment, of: node, in: tree).map { .text(tree, $0) }
        case .list, .text: nil
        }
    }

    var sectionContent: MustacheSection {
        if case .list(_, let facilities) = self { .items(facilities.count) } else { .once }
    }

    func item(_ index: Int) -> TableValue {
        if case .list(let tree, let facilities) = self { .facility(tree, facilities[index]) } else { self }
    }

    func write(to output: inout [UInt8], escaped: Bool) {
        guard case .text(let tree, let node) = self else { return }
        tree.withText(of: node) { MarkupEscape.append($0, to: &output) }
    }

    /// The value under a mapping's key.
    private static func value(_ name: String, of mapping: Int, in tree: YAMLTree) -> Int? {
        var children = tree.children(of: mapping)
        while let key = children.next(), let value = children.next() {
            let isWanted = tree.withText(of: key) { text in
                text.count == name.utf8.count && zip(text.indices, name.utf8).allSatisfy { text[$0] == $1 }
            }
            if isWanted { return value }
        }
        return nil
    }
}
