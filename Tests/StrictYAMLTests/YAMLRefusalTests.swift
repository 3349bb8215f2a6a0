import Diagnostics
import Files
import StrictYAML
import TestSupport
import Testing

/// Each thing that the profile refuses, at its place and with a code of its own.
@Suite struct YAMLRefusalTests {
    @Test(
        "Refused, at its place",
        arguments: [
            ("a:\n①\t②b: c\n", DiagnosticCode.yamlTab), ("a: ①&②x b\n", .yamlAnchor), ("a: ①*②x\n", .yamlAlias),
            ("a: ①!②str b\n", .yamlTag), ("①<<②: {}\n", .yamlMergeKey), ("①%YAML 1.2②\n---\na: b\n", .yamlDirective),
            ("a: b\n①---②\nc: d\n", .yamlSeveralDocuments), ("a: b\n...\n①c: d②\n", .yamlSeveralDocuments),
            ("①? a②\n: b\n", .yamlComplexKey), ("①[a]②: b\n", .yamlComplexKey),
            ("a: 1\nb: 2\n①a②: 3\n", .yamlDuplicateKey),
            ("{a: 1, ①\"a\"②: 2}\n", .yamlDuplicateKey), ("a:\n   b: 1\n  ①c: 2②\n", .yamlIndentation),
            ("a: ①@②b\n", .yamlReservedIndicator), ("a: ①%②b\n", .yamlReservedIndicator),
            ("a: ①\"②b\n", .yamlUnterminated),
            ("a: ①[②b\n", .yamlUnterminated), ("a: \"①\\q②\"\n", .yamlEscape), ("a: \"b\" ①c②\n", .yamlUnexpected),
            ("a: b①:② c\n", .yamlMappingInValue), ("a: |①x②\n", .yamlBlockScalarHeader),
            ("a: \"b\"①#②c\n", .yamlComment),
            ("①名称②\na: b\n", .yamlMissingColon), ("a: b\n①名称②\n", .yamlMissingColon),
            ("a: b①\u{7}②", .yamlControlCharacter),
            ("[\"a\" ①b②]\n", .yamlUnexpected), ("a: ①\"②b\\", .yamlUnterminated),
            (" a: 1\n①b: 2②\n", .yamlIndentation),
            ("- a\n①b: c②\n", .yamlIndentation), ("a:\n  b: c\n①　②　d: e\n", .yamlIdeographicSpace),
            ("a: b\n①　②c: d\n", .yamlIdeographicSpace), ("a:\n①－② b: c\n  d: e\n", .yamlDash),
            ("a:\n  - b: c\n  ①-②d: e\n", .yamlDash), ("a: b\n名称①：②c\n", .yamlMissingColon),
            ("a: b\n名称①:　②c\n", .yamlMissingColon), ("a: \"b\n①c\"②\n", .yamlIndentation),
            ("a: >①楽②笑\n", .yamlBlockScalarHeader),
        ])
    func refused(marked: String, code: DiagnosticCode) {
        let source = MarkedSource(marked)
        let error = #expect(throws: ParseError.self) { try YAMLParser.parse(source.source) }
        #expect(error?.diagnostic.code == code)
        #expect(error?.diagnostic.place?.range == source.range)
        #expect(error?.diagnostic.help != nil)
    }

    @Test("Both places of a key written twice are shown")
    func duplicateKey() {
        let source = MarkedSource("①a②: 1\nb: 2\na: 3\n")
        let error = #expect(throws: ParseError.self) { try YAMLParser.parse(source.source) }
        #expect(error?.diagnostic.notes.first?.place.range == source.range)
    }

    @Test("A key written twice is found in a long mapping too")
    func duplicateKeyInLongMapping() {
        let keys = (0..<500).map { "key\($0): x\n" }.joined()
        #expect(throws: Never.self) { try YAMLParser.parse(SourceFile(path: "", text: keys)) }
        let error = #expect(throws: ParseError.self) {
            try YAMLParser.parse(SourceFile(path: "", text: keys + "key250: y\n"))
        }
        #expect(error?.diagnostic.code == .yamlDuplicateKey)
    }

    @Test("A key written twice is found whatever its place and the number of keys", arguments: 1...70)
    func duplicateKeyAmong(count: Int) {
        let keys = (0..<count).map { "key\($0): x\n" }.joined()
        #expect(throws: Never.self) { try YAMLParser.parse(SourceFile(path: "", text: keys)) }
        for place in 0..<count {
            let error = #expect(throws: ParseError.self) {
                try YAMLParser.parse(SourceFile(path: "", text: keys + "key\(place): y\n"))
            }
            #expect(error?.diagnostic.code == .yamlDuplicateKey)
        }
    }

    @Test("A key is the same however it is written", arguments: 1...20)
    func escapedKey(length: Int) {
        let key = String(repeating: "a", count: length - 1)
        for (one, other) in [("\(key)b", "\"\(key)\\x62\""), ("b\(key)", "\"\\x62\(key)\""), ("\(key)b", "'\(key)b'")] {
            let error = #expect(throws: ParseError.self) {
                try YAMLParser.parse(SourceFile(path: "", text: "{\(one): 1, c: 2, \(other): 3}"))
            }
            #expect(error?.diagnostic.code == .yamlDuplicateKey)
        }
    }

    @Test(
        "Blanks before a line break fold away in quotation marks, unless an escape made them",
        arguments: [
            ("\"a\t  \n  b\"", "a b"), ("\"\\x20 \n b\"", "  b"), ("\" \n b\"", " b"), ("'it''s  \n b'", "it's b"),
            ("\"\\t  a  \n\n b\"", "\t  a\nb"), ("\"\\x61  b \\n \n c\"", "a  b \n c"), ("'a  ''  '", "a  '  "),
        ])
    func foldedQuotes(text: String, value: String) throws {
        #expect(try YAMLParser.parse(SourceFile(path: "", text: text)).text(of: 0) == value)
    }

    @Test(
        "Ill-formed UTF-8 is refused where it stands",
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF], 3), ([0x61, 0xC0, 0x80], 1), ([0xED, 0xA0, 0x80], 0), ([0x61, 0xE3, 0x81], 1),
            ([0xF4, 0x90, 0x80, 0x80], 0),
        ] as [([UInt8], Int)])
    func encoding(bytes: [UInt8], offset: Int) {
        let error = #expect(throws: ParseError.self) { try YAMLParser.parse(SourceFile(path: "", bytes: bytes)) }
        #expect(error?.diagnostic.code == .yamlEncoding)
        #expect(error?.diagnostic.place?.range.lowerBound == offset)
    }

    @Test("Nesting ends at a hundred", arguments: [(100, true), (101, false)])
    func depth(levels: Int, isAccepted: Bool) {
        let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
        #expect(((try? YAMLParser.parse(SourceFile(path: "", text: text))) != nil) == isAccepted)
    }

    @Test(
        "Scalars stay what was typed",
        arguments: ["0115551234", "no", "1.10", "2月", "null", "0x1F", "~", "yes", "1_000"])
    func text(scalar: String) throws {
        let tree = try YAMLParser.parse(SourceFile(path: "", text: "a: \(scalar) # 注\n"))
        #expect(tree.text(of: 2) == scalar)
    }

    @Test("A byte order mark and CR LF are fine")
    func byteOrderMark() throws {
        let tree = try YAMLParser.parse(SourceFile(path: "", text: "\u{FEFF}a: b\r\nc:\r\n- d\r\n"))
        #expect(tree.text(of: 2) == "b")
        #expect(tree.text(of: 5) == "d")
    }
}
