import Diagnostics
import Files
import JSON
import StrictYAML
import TestSupport
import Testing

/// What is printed in any style reads as it was.
@Suite struct YAMLPropertyTests {
    indirect enum Value: Equatable {
        case scalar(String)
        case sequence([Value])
        case mapping([Pair])
    }

    struct Pair: Equatable {
        let key: String
        let value: Value
    }

    static let pieces = [
        "あ", "漢字", "a", "b c", "0797", "no", "~", ":", ": ", " #", "#", "-", "- ", "\"", "'", "\\", "\n", " ", "　",
        "\t", "{", "}", "[",
        "]", ",", "&a", "*a", "!", "|", ">", "%", "@", "`", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{7F}", "😀",
        "か\u{3099}", "\r",
    ]

    static func value(_ generator: inout SeededGenerator, depth: Int) -> Value {
        switch Int.random(in: 0..<(depth == 0 ? 1 : 3), using: &generator) {
        case 0: return .scalar(generator.text(of: pieces, count: 0...6))
        case 1:
            return .sequence(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in value(&generator, depth: depth - 1) })
        default:
            var pairs: [Pair] = []
            for _ in 0..<Int.random(in: 0...4, using: &generator) {
                let key = generator.text(of: pieces, count: 0...3)
                // One text in two normal forms is one key to Swift.
                guard !pairs.contains(where: { $0.key == key }) else { continue }
                pairs.append(Pair(key: key, value: value(&generator, depth: depth - 1)))
            }
            return .mapping(pairs)
        }
    }

    // MARK: Printing

    /// In flow style, quoted as JSON or, where that can be, in single quotes or not at all.
    static func inline(_ value: Value, _ generator: inout SeededGenerator) -> String {
        switch value {
        case .scalar(let text): return scalar(text, &generator)
        case .sequence(let items): return "[" + items.map { inline($0, &generator) }.joined(separator: ", ") + "]"
        case .mapping(let pairs):
            return "{"
                + pairs.map { scalar($0.key, &generator) + ": " + inline($0.value, &generator) }.joined(separator: ", ")
                + "}"
        }
    }

    static func scalar(_ text: String, _ generator: inout SeededGenerator) -> String {
        let style = Int.random(in: 0..<3, using: &generator)
        let isPlain = !text.isEmpty && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
        let isOneLine = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || "\"\\:#, []{}-'".unicodeScalars.contains($0)
        }
        if style == 0, isPlain { return text }
        if style <= 1, isOneLine { return "'" + text.replacing("'", with: "''") + "'" }
        var bytes: [UInt8] = []
        let utf8 = Array(text.utf8)
        JSONValue.writeString(utf8.span, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// In block style, each collection that is not empty on lines of its own, texts of several lines as literal scalars.
    static func block(_ value: Value, indent: Int, _ generator: inout SeededGenerator) -> String {
        let margin = String(repeating: " ", count: indent)
        switch value {
        case .sequence(let items) where !items.isEmpty:
            return items.map { "\n\(margin)-" + nested($0, indent + 2, &generator) }.joined()
        case .mapping(let pairs) where !pairs.isEmpty:
            return pairs.map { "\n\(margin)\(scalar($0.key, &generator)):" + nested($0.value, indent + 2, &generator) }
                .joined()
        default: return nested(value, indent, &generator)
        }
    }

    static func nested(_ value: Value, _ indent: Int, _ generator: inout SeededGenerator) -> String {
        if case .scalar(let text) = value, isLiteral(text), indent > 0 {
            let margin = String(repeating: " ", count: indent)
            return " |2-\n" + text.split(separator: "\n").map { margin + $0 }.joined(separator: "\n")
        }
        switch value {
        case .sequence(let items) where !items.isEmpty: return block(.sequence(items), indent: indent, &generator)
        case .mapping(let pairs) where !pairs.isEmpty: return block(.mapping(pairs), indent: indent, &generator)
        default: return " " + inline(value, &generator)
        }
    }

    static func isLiteral(_ text: String) -> Bool {
        text.contains("\n") && !text.hasPrefix("\n") && !text.hasSuffix("\n") && !text.contains("\n\n")
            && text.unicodeScalars.allSatisfy {
                $0 == "\n" || $0.properties.isAlphabetic || "\"\\:#, []{}-'".unicodeScalars.contains($0)
            }
    }

    // MARK: Reading

    static func read(_ tree: YAMLTree, _ node: Int) -> Value {
        switch tree.nodes[node].kind {
        case .scalar: return .scalar(tree.text(of: node))
        case .sequence: return .sequence(tree.children(of: node).map { read(tree, $0) })
        case .mapping:
            let children = Array(tree.children(of: node))
            return .mapping(
                stride(from: 0, to: children.count, by: 2).map {
                    Pair(key: tree.text(of: children[$0]), value: read(tree, children[$0 + 1]))
                })
        }
    }

    @Test("What is printed in flow or block style reads as it was", arguments: 0..<500)
    func printed(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let value = Self.value(&generator, depth: 3)
        for text in [Self.inline(value, &generator), Self.block(value, indent: 0, &generator)] {
            let tree = try YAMLParser.parse(SourceFile(path: "printed", text: text + "\n"))
            #expect(Self.read(tree, tree.root) == value, "\(text)")
        }
    }
}
