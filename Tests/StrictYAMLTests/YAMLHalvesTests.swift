import Diagnostics
import Parallel
import TestSupport
import Testing

@testable import StrictYAML

/// A file parsed in two halves, cut at any dash whatever it means there, reads as it does whole, or is left to be parsed whole.
@Suite struct YAMLHalvesTests {
    /// Items at several indents, dashes that are none, and what goes on behind a list.
    static let documents = [
        """
        a:
          - b: 1
            c:
              - d
              - "\\u3042" # 注
          - e: |
              - f
              - g

            h: i
              - j
          - [k,
             - l]
          - - m
            - n
        o:
        - p
        - q: "r
            - s"
          t: u
        v: w
        """,
        "- a\n- b\n- c\n", "- a\n  - b\n- c\n", "- - - a\n    - b\n  - c\n- d\n", "a:\n  - b\n - c\n", "- a\n-b\n- c\n",
        "- a: 1\n- a: 1\n  b: 2\n  a: 3\n", "- a\n- \"b\n- c\"\n", "- a\n# - b\n- c\n--- \n- d\n",
        "- a\n- b\n...\n- c\n",
        "- あ\n- い\n\t- う\n", "- a\r\n- b\r\n- c\r\n",
    ]

    @Test(arguments: documents + YAMLTestSuiteTests.cases.map(\.yaml))
    func halves(text: String) {
        let bytes = Array(text.utf8)
        // One byte that is no UTF-8 may stand in either half.
        for bytes in [bytes, bytes + [0xFF], [0x23, 0xFF, 0x0A] + bytes] {
            let source = SourceFile(path: "", bytes: bytes)
            let whole = try? YAMLParser.parse(source)
            for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "-") {
                let line = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
                let item = YAMLParser.ItemPlace(start: place, indent: place - line)
                guard let halved = YAMLParser.parseHalves(source, at: item) else { continue }
                #expect(whole.map { halved.listing == $0.listing } == true, "cut at \(place)")
            }
        }
    }

    /// A list so long that its halves are worth two threads.
    private static let list: [UInt8] = {
        let items = (0..<90_000).map { "  - id: item-\($0)\n    note: \"あ\\u3042 \($0)\"\n    tags: [a, b]\n" }
        return Array("first: 1\nlist:\n\(items.joined())last: {end: 1}\n".utf8)
    }()

    @Test("A large file is parsed so, where there are two processors", .enabled(if: Parallel.processors > 1))
    func largeFile() throws {
        let source = SourceFile(path: "", bytes: Self.list)
        let tree = try #require(YAMLParser.parseHalves(source, .space))
        #expect(tree.nodes.count == 90_000 * 9 + 9)
        #expect(tree.text(of: tree.nodes.count - 1) == "1")
        #expect(tree.text(of: 7) == "item-0")
    }

    @Test("What is wrong with a large file is told at its place", arguments: [10, 1_000_000, 3_000_000, 4_900_000])
    func errors(place: Int) {
        var bytes = Self.list
        let line = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? 0
        bytes.insert(contentsOf: Array("\n?".utf8), at: line)
        let error = #expect(throws: ParseError.self) { try YAMLParser.parse(SourceFile(path: "", bytes: bytes)) }
        #expect(error?.diagnostic.place?.range.lowerBound == line + 1)
    }
}

extension YAMLTree {
    fileprivate var listing: [String] {
        nodes.indices.map {
            let node = nodes[$0]
            return "\(node.kind) \(node.style) \(node.range) \(node.next) \(node.kind == .scalar ? text(of: $0) : "")"
        }
    }
}
