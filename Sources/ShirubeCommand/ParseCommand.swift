import Diagnostics
import StrictYAML

/// `shirube parse FILE`: strict YAML to JSON.
enum ParseCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let path = try arguments.onlyOperand("FILE")
        do {
            let source = try SourceFile.read(path == "-" ? "/dev/stdin" : path)
            do {
                let tree = try YAMLParser.parse(source)
                try terminal.print(JSONText.write(tree))
                return .done
            } catch let error as ParseError {
                terminal.report([error.diagnostic])
                return .wrongInput
            }
        } catch let error as FileError {
            throw .file(error)
        } catch {
            return .environmentFailed
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
            tree.withText(of: node) { writeString($0, to: &output) }
        case .sequence:
            writeItems(Array(tree.children(of: node)), brackets: "[]", indent, to: &output) { item, output in
                write(item, tree, indent: indent + 1, to: &output)
            }
        case .mapping:
            var children = tree.children(of: node)
            var pairs: [(key: Int, value: Int)] = []
            while let key = children.next(), let value = children.next() { pairs.append((key, value)) }
            writeItems(pairs, brackets: "{}", indent, to: &output) { pair, output in
                tree.withText(of: pair.key) { writeString($0, to: &output) }
                output.append(contentsOf: ": ".utf8)
                write(pair.value, tree, indent: indent + 1, to: &output)
            }
        }
    }

    private static func writeItems<Item>(
        _ items: [Item], brackets: String, _ indent: Int, to output: inout [UInt8],
        _ write: (Item, inout [UInt8]) -> Void
    ) {
        let brackets = Array(brackets.utf8)
        output.append(brackets[0])
        for (index, item) in items.enumerated() {
            output.append(contentsOf: index == 0 ? "\n".utf8 : ",\n".utf8)
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (indent + 1)))
            write(item, &output)
        }
        if !items.isEmpty {
            output.append(UInt8(ascii: "\n"))
            output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
        }
        output.append(brackets[1])
    }

    private static func writeString(_ text: Span<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for index in text.indices {
            let byte = text[index]
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case 0x0A: output.append(contentsOf: "\\n".utf8)
            case 0x0D: output.append(contentsOf: "\\r".utf8)
            case 0x09: output.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                output.append(contentsOf: "\\u00".utf8)
                output.append(contentsOf: (byte < 0x10 ? "0" : "").utf8)
                output.append(contentsOf: String(byte, radix: 16).utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
