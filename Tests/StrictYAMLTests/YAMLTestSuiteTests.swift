import Diagnostics
import Files
import Foundation
import StrictYAML
import TestSupport
import Testing

/// The YAML test suite: each case is read as it says, or refused; invalid ones are always refused.
@Suite struct YAMLTestSuiteTests {
    struct Case: Decodable, CustomTestStringConvertible, Sendable {
        let id: String
        let name: String
        let yaml: String
        let invalid: Bool
        let events: String

        var testDescription: String { "\(id) \(name)" }
    }

    static let cases: [Case] =
        Conformance.suite("yaml-test-suite.json").flatMap { try? JSONDecoder().decode([Case].self, from: $0) } ?? []

    static func parse(_ text: String) -> YAMLTree? {
        try? YAMLParser.parse(SourceFile(path: "case.yaml", text: text))
    }

    @Test("The suite is there", .enabled(if: Conformance.folder != nil || Conformance.isRequired))
    func suiteIsThere() {
        #expect(Self.cases.count >= 402, "\(Conformance.hint)")
    }

    @Test("Invalid cases are refused", arguments: cases.filter(\.invalid))
    func invalidCase(_ test: Case) {
        #expect(Self.parse(test.yaml) == nil)
    }

    @Test("Valid cases are read as the suite says, or refused", arguments: cases.filter { !$0.invalid })
    func validCase(_ test: Case) {
        guard let tree = Self.parse(test.yaml) else { return }
        #expect(events(of: tree) == Self.nodeEvents(test.events))
    }

    @Test("The profile takes at least 145 of the valid cases", .enabled(if: !cases.isEmpty))
    func acceptedCases() {
        let valid = Self.cases.filter { !$0.invalid }
        let accepted = valid.filter { Self.parse($0.yaml) != nil }
        print(
            "YAML test suite: \(accepted.count) of \(valid.count) valid cases accepted, the rest refused; "
                + "\(Self.cases.count - valid.count) invalid cases refused")
        #expect(accepted.count >= 145)
    }

    /// The suite's events without those of the stream, the document's markers and the collection styles.
    static func nodeEvents(_ events: String) -> [String] {
        var lines = events.split(separator: "\n").map(String.init).filter {
            !$0.hasPrefix("+STR") && !$0.hasPrefix("-STR") && !$0.hasPrefix("+DOC") && !$0.hasPrefix("-DOC")
        }
        // A stream without a document reads as one with an empty node.
        if lines.isEmpty { lines = ["=VAL :"] }
        return lines.map { $0.hasPrefix("+MAP") ? "+MAP" : $0.hasPrefix("+SEQ") ? "+SEQ" : $0 }
    }

    func events(of tree: YAMLTree) -> [String] {
        var events: [String] = []
        func visit(_ index: Int) {
            switch tree.nodes[index].kind {
            case .scalar:
                let style =
                    switch tree.nodes[index].style {
                    case .empty, .plain: ":"
                    case .singleQuoted: "'"
                    case .doubleQuoted: "\""
                    case .literal: "|"
                    case .folded: ">"
                    }
                events.append("=VAL \(style)\(escaped(tree.text(of: index)))")
            case .sequence, .mapping:
                let name = tree.nodes[index].kind == .sequence ? "SEQ" : "MAP"
                events.append("+\(name)")
                tree.children(of: index).forEach(visit)
                events.append("-\(name)")
            }
        }
        visit(tree.root)
        return events
    }

    private func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\u{8}": out += "\\b"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
