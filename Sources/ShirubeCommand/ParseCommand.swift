import Diagnostics
import Files
import JSON
import StrictYAML

/// `shirube parse FILE`: strict YAML to JSON.
enum ParseCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let path = try arguments.onlyOperand("FILE")
        return try terminal.perform {
            let tree = try YAMLParser.parse(
                path == "-" ? try SourceFile.readStandardInput() : try SourceFile.read(path))
            try terminal.print(JSONText.write(tree))
        }
    }
}

/// A YAML tree as JSON (RFC 8259), every scalar a string.
enum JSONText {
    static func write(_ tree: YAMLTree) -> [UInt8] {
        var output: [UInt8] = []
        write(tree.root, tree, indent: 0, to: &output)
        output.append(UInt8(ascii: "\n"))
        return output
    }

    private static func write(_ node: Int, _ tree: YAMLTree, indent: Int, to output: inout [UInt8]) {
        switch tree.nodes[node].kind {
        case .scalar:
            tree.withText(of: node) { JSONValue.writeString($0, to: &output) }
        case .sequence:
            JSONValue.writeItems(Array(tree.children(of: node)), brackets: "[]", indent, to: &output) { item, output in
                write(item, tree, indent: indent + 1, to: &output)
            }
        case .mapping:
            var children = tree.children(of: node)
            var pairs: [(key: Int, value: Int)] = []
            while let key = children.next(), let value = children.next() { pairs.append((key, value)) }
            JSONValue.writeItems(pairs, brackets: "{}", indent, to: &output) { pair, output in
                tree.withText(of: pair.key) { JSONValue.writeString($0, to: &output) }
                output.append(contentsOf: ": ".utf8)
                write(pair.value, tree, indent: indent + 1, to: &output)
            }
        }
    }
}
