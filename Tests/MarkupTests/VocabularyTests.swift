import Diagnostics
import Markup
import MarkupSupport
import Templates
import TestSupport
import Testing

/// The manual for templates, held against the vocabulary.
@Suite struct VocabularyTests {
    /// The lines of the manual's section on elements and attributes.
    private static func section() throws -> [Substring] {
        let manual = String(decoding: try Project.bytes("Documentation/templates.md"), as: UTF8.self)
        let section = try #require(manual.firstMatch(of: #/(?s)\n## 5 Elements.*?\n## 6 /#))
        return section.0.split(separator: "\n")
    }

    private static func names(in text: Substring) -> [String] {
        text.matches(of: #/`([a-z0-9–-]+)`(?:–`h(\d)`)?/#).flatMap { match -> [String] in
            guard let last = match.2.flatMap({ Int($0) }) else { return [String(match.1)] }
            return (1...last).map { "h\($0)" }
        }
    }

    private static func codes(_ markup: String) -> [DiagnosticCode] {
        ParsedMarkup(markup).findings.map(\.code)
    }

    @Test("The manual lists the elements that templates may hold")
    func elements() throws {
        let rows = try Self.section().prefix { !$0.hasPrefix("Text may not") }.filter { $0.hasPrefix("| ") }
        let listed = Set(rows.flatMap { Self.names(in: $0) })
        for name in ElementName.allCases.map(\.rawValue) {
            let isKnown = !Self.codes("<body><\(name)/></body>").contains(.unknownElement)
            #expect(listed.contains(name) == isKnown, "\(name)")
        }
    }

    @Test("The manual says what each class means to the program", arguments: MeaningfulClass.allCases)
    func classes(_ meaningful: MeaningfulClass) throws {
        let manual = String(decoding: try Project.bytes("Documentation/templates.md"), as: UTF8.self)
        let section = try #require(manual.firstMatch(of: #/(?s)\n## 6 Classes.*?\n## 7 /#))
        #expect(section.0.contains("`\(meaningful.rawValue)`"))
    }

    @Test("The manual lists the attributes that templates may hold")
    func attributes() throws {
        let rows = try Self.section().drop { !$0.hasPrefix("These attributes") }
        let listed = Set(
            rows.flatMap { row -> [String] in
                if row.hasPrefix("> ") { return Self.names(in: row) }
                return row.hasPrefix("| ") ? Self.names(in: row.dropFirst(2).prefix { $0 != "|" }) : []
            })
        for name in AttributeName.allCases.map(\.rawValue) {
            let isKnown = !Self.codes("<body><p \(name)=\"x\">x</p></body>").contains(.unknownAttribute)
            #expect(listed.contains(name) == isKnown, "\(name)")
        }
    }
}
