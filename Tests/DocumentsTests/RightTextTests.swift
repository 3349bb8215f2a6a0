import Diagnostics
import Documents
import Files
import Foundation
import Records
import TestSupport
import Testing

/// Right sentences of public documents of all kinds, in which nothing may be found: not in a template, and not in data.
///
/// `Fixtures/right-texts/*.txt` holds a text a line. `typed-data` holds those that say what the sample's data says.
@Suite struct RightTextTests {
    static let folder = Project.root.appending(path: "Tests/Fixtures/right-texts")

    static let kinds = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()

    static func lines(_ kind: String) throws -> [String] {
        try String(contentsOf: folder.appending(path: kind + ".txt"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
    }

    /// A sample board with one more document, and digits as wide as the text's.
    private static func data(_ board: String, _ text: String) throws -> [String: String] {
        let path = "Data/\(board)/board.yaml"
        // What is quoted has its own width.
        let isFullwidth = text.replacing(/「[^」]*」/, with: "").unicodeScalars.contains {
            (0xFF10...0xFF19).contains($0.value)
        }
        let source = String(decoding: try Project.bytes(path), as: UTF8.self)
            .replacing(/digits: (half|full)width/, with: isFullwidth ? "digits: fullwidth" : "digits: halfwidth")
            .replacing("\ndocuments:\n", with: "\ndocuments:\n  - {id: line, title: お知らせ}\n")
        return [path: source]
    }

    /// What is found in a document that is the text, with something behind it that it may announce.
    static func findings(_ text: String, inTemplateOf board: String) throws -> [Diagnostic] {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        let page = "<html lang=\"ja\"><body><h1>お知らせ</h1><p>\(escaped)</p><ul><li>別紙</li></ul></body></html>"
        return try Rendering.render(
            board: board, data: data(board, text), templates: ["Templates/\(board)/line.html": page], only: ["line"]
        ).diagnostics.filter {
            // What a city says of itself is wrong in a ward's paper.
            board != "setagaya" || $0.code != .ownPlace
        }
    }

    /// What is found in data whose only description is the text.
    static func findings(inData text: String) throws -> [Diagnostic] {
        var data = try data("takarazuka", text)
        let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        data["Data/takarazuka/programs.yaml"] =
            "school_measures: [{id: line, name: お知らせ, description: \"\(quoted)\"}]\n"
        return try Rendering.checks(board: "takarazuka", data: data)
            .filter { $0.place?.source.path == "Data/takarazuka/programs.yaml" }
    }

    @Test("The corpus is there")
    func corpus() throws {
        let lines = try Self.kinds.flatMap { try Self.lines($0) }
        #expect(lines.count >= 900 && Set(lines).count >= 800)
    }

    @Test("Nothing is found in a right text", arguments: kinds.filter { $0 != "typed-data" })
    func silent(kind: String) throws {
        for line in try Self.lines(kind) {
            let found =
                try Self.findings(line, inTemplateOf: "takarazuka")
                + Self.findings(line, inTemplateOf: "setagaya") + Self.findings(inData: line)
            let told = found.map { "\($0.code.id) \($0.summary.ja)" }
            #expect(told.isEmpty, "\(line): \(told)")
        }
    }

    @Test("What the data says is not to be typed, and nothing else is wrong with it")
    func typedData() throws {
        for line in try Self.lines("typed-data") {
            let found = try ["takarazuka", "setagaya"].flatMap { try Self.findings(line, inTemplateOf: $0) }
            #expect(Set(found.map(\.code)) == [.typedFigure], "\(line)")
            #expect(try Self.findings(inData: line).isEmpty, "\(line)")
        }
    }
}
