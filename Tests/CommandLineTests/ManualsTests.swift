import Diagnostics
import Files
import Foundation
import Mustache
import ShirubeCommand
import StrictYAML
import Templates
import TestSupport
import Testing

/// What the manuals say, held against the program.
@Suite struct ManualsTests {
    static let manuals = [
        "README.md", "CONTRIBUTING.md", "Tests/README.md", "Documentation/staff-guide.ja.md",
        "Documentation/templates.md", "Documentation/templates.ja.md",
        "Documentation/open-data.ja.md", "Documentation/install.ja.md", "Documentation/reliability.md",
        "Documentation/performance.md", "Documentation/proof-reading.md", "Documentation/trust.md",
    ]

    static func text(_ manual: String) throws -> String {
        String(decoding: try Project.bytes(manual), as: UTF8.self)
    }

    // MARK: Examples

    /// A finding as a manual prints it.
    struct Example: CustomTestStringConvertible, Sendable {
        let manual: String
        let printed: String

        var testDescription: String { "\(manual): \(printed.prefix { $0 != "\n" })" }
    }

    static let examples: [Example] = manuals.flatMap { manual in
        ((try? text(manual)) ?? "").components(separatedBy: "```").filter {
            $0.firstMatch(of: #/^\n(?:Data|Templates)\/\S+:\d+:\d+: /#) != nil
        }.map { Example(manual: manual, printed: $0.trimmingCharacters(in: .newlines)) }
    }

    /// Each line that an example shows is put into the sample at its number, and the program has to print the example.
    @Test("A finding in a manual is what the program prints", arguments: examples)
    func printedExample(_ example: Example) throws {
        let place = try Workplace("Data/takarazuka", "Data/setagaya")
        try ContactCard.add(to: place)
        var file = ""
        for line in example.printed.components(separatedBy: "\n") {
            if let match = line.firstMatch(of: #/^ *((?:Data|Templates)\/\S+?):\d+:\d+: /#) { file = String(match.1) }
            guard let match = line.firstMatch(of: #/^ *(\d+) \| (.*)$/#), let number = Int(match.1) else { continue }
            var lines = try place.read(file).components(separatedBy: "\n")
            try #require(number <= lines.count)
            lines[number - 1] = String(match.2)
            try place.write(lines.joined(separator: "\n"), to: file)
        }
        let board = try #require(example.printed.firstMatch(of: #/^\w+\/(\w+)\//#)).1
        let language = example.printed.contains(#/\n  (?:対処|注記)/#) ? "ja" : "en"
        let result = try place.run("check", String(board), language: language)
        let said = result.errors.replacing(place.folder.path + "/", with: "")
        let withoutEnd = example.printed.components(separatedBy: "\nshirube: ")[0]
        #expect(said.contains(withoutEnd), "\(said)")
    }

    @Test("An explanation in the staff guide is what the program prints")
    func printedExplanation() throws {
        let guide = try Self.text("Documentation/staff-guide.ja.md")
        let shown = guide.matches(of: #/```\nshirube explain ([A-Z]\d+)\n```\n\n```\n((?s:.*?))```/#)
        #expect(!shown.isEmpty)
        for match in shown {
            #expect(try CommandLineTests().run(["explain", String(match.1), "-l", "ja"]).output == String(match.2))
        }
    }

    @Test("The walk-through of a new document ends as it says")
    func walkThrough() throws {
        let place = try Workplace("Data/takarazuka")
        try ContactCard.add(to: place)
        #expect(try place.run("check").output == "nothing is wrong\n")
        let output = try place.run("build", "takarazuka", "--only", "contact-card").output
        #expect(output.contains("created    "))
        #expect(output.contains("contact-card.txt  民間施設連絡先カード"))
    }

    // MARK: Commands and options

    @Test("README names the commands, and the options of each")
    func commandsAndOptions() throws {
        let program = try CommandLineTests()
        let overview = try program.run(["help", "-l", "en"]).output
        let commands = overview.matches(of: #/(?m)^  ([a-z]+) .*  /#).map { String($0.1) }
        let readme = try Self.text("README.md")
        #expect(readme.matches(of: #/(?m)^shirube ([a-z]+) /#).map { String($0.1) } == commands)
        let rows = readme.matches(of: #/(?m)^\| (`-.*?) \| (.*?) \| .* \|$/#)
        for command in commands {
            let help = try program.run(["help", command, "-l", "en"]).output
            let offered = help.matches(of: #/(?m)^  (?:(-[a-z]), |    )(--[a-z-]+)/#).flatMap {
                [$0.1, $0.2].compactMap(\.self)
            }
            let named = rows.filter { $0.2 == "all" || $0.2.split(separator: ", ").contains(Substring(command)) }
                .flatMap { $0.1.matches(of: #/`?(-[a-z-]+)/#).map(\.1) }
            #expect(Set(named) == Set(offered), "\(command)")
        }
    }

    @Test("README states the limits")
    func limits() throws {
        let readme = try Self.text("README.md")
        func grouped(_ number: Int) -> String { number.formatted(.number.locale(Locale(identifier: "en_US"))) }
        // Each module has the limits of its own.
        #expect(readme.contains("(each module's `Limits.swift`, in [Sources](Sources))"))
        for limit in [
            "collections nested \(Limits.yamlDepth) deep", "keys of \(grouped(Limits.yamlKeyLength)) bytes",
            "sections, parents and blocks nested \(Limits.templateDepth) deep",
            "partials and parents nested \(Limits.partialDepth) deep", "\(grouped(Limits.templateRepetitions)) items",
            "\(grouped(Limits.checkedInstructions)) texts and tags", "elements nested \(Limits.elementDepth) deep",
            "less than \((Limits.fileSize + 2) >> 30) GB", "\(Limits.documentSize >> 20) MB |",
            "style sheet | \(Limits.templateSize >> 20) MB;",
            "| \(Limits.markupProblems), after which",
        ] {
            #expect(readme.contains(limit), "\(limit)")
        }
    }

    @Test("README states the memory that the list which ships was measured to take")
    func memory() throws {
        let measured = try #require(
            try Self.text("Documentation/performance.md").firstMatch(
                of: #/\| the list that ships at ([\d,]+): peak memory ÷ input \|[^|]*\| ([\d.]+) × \|/#))
        let readme = try Self.text("README.md").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(readme.contains("a list of \(measured.1) facilities takes \(measured.2) times its data of memory"))
    }

    @Test("What a manual links to is there", arguments: manuals)
    func links(_ manual: String) throws {
        let folder = Project.root.appending(path: manual).deletingLastPathComponent()
        for link in try Self.text(manual).matches(of: #/\]\(([^)#:\s]+)(?:#[^)\s]*)?\)/#) {
            let target = folder.appending(path: String(link.1)).path
            #expect(FileManager.default.fileExists(atPath: target), "\(link.1)")
        }
    }

    @Test("What CONTRIBUTING.md says to touch is there")
    func places() throws {
        let text = try Self.text("CONTRIBUTING.md")
        let table = text[try #require(text.range(of: "## Where a change goes")).upperBound...]
        let paths = table.matches(of: #/`((?:Sources|Tests|Data|Templates)[\w./]*)`/#).map { String($0.1) }
        #expect(paths.count > 20)
        for path in paths {
            #expect(FileManager.default.fileExists(atPath: Project.root.appending(path: path).path), "\(path)")
        }
    }

    // MARK: Codes, names and blocks

    @Test("The codes in the manuals are those of findings", arguments: manuals)
    func codes(_ manual: String) throws {
        let known = Set(FindingRegistry.shirube.codes.map(\.id))
        for match in try Self.text(manual).matches(of: #/\b[A-Z]0\d\d\b/#) {
            #expect(known.contains(String(match.0)), "\(manual) names \(match.0)")
        }
    }

    @Test("The staff guide names no field that the data has not")
    func fields() throws {
        let guide = try Self.text("Documentation/staff-guide.ja.md")
        let section = try #require(guide.firstMatch(of: #/(?s)\n## 7 データファイルの項目\n.*?\n## 8 /#)).0
        let reference = try Self.text("Documentation/data-reference.ja.md")
        let declared = reference.matches(of: #/(?m)^\| `(\w+)` \|[^|]*\|[^|]*\| (?:必須|省略可) \|/#).map(\.1)
        let rows = section.matches(of: #/(?m)^\|[^`\n]*`(\w+)`/#).map(\.1)
        #expect(Set(rows).isSubset(of: declared), "\(Set(rows).subtracting(declared))")
    }

    @Test("The manual for templates names every block that a board can fill")
    func blocks() throws {
        let manual = try Self.text("Documentation/templates.md")
        for match in manual.matches(
            of: #/(?m)^\| ((?:`[a-z0-9\/-]+`(?:, )?)+) \| (`title`.*|`[a-z_]+`(?:, `[a-z_]+`)*) \|$/#)
        {
            for template in match.1.matches(of: #/`(.+?)`/#).map(\.1) {
                let source = try Self.text("Templates/\(template).html")
                let offered = Set(source.matches(of: #/\{\{\$(\w+)\}\}/#).map(\.1))
                let named = Set(match.2.matches(of: #/`(\w+)`/#).map(\.1))
                // Those of the shell and its parts, which stand in a row of their own.
                let inherited: Set<Substring> =
                    template == "parts/page" ? [] : ["main", "headings", "lists", "bullet", "details"]
                // What a form tells the parts that it is made of.
                let told: Set<Substring> = [
                    "prefix", "western", "field", "label", "facility_label", "form", "form_number", "day",
                ]
                #expect(offered.subtracting(inherited).subtracting(told).isSubset(of: named), "\(template)")
            }
        }
    }
}

/// The new document that the manual for templates makes step by step.
enum ContactCard {
    static func add(to place: Workplace) throws {
        let manual = try ManualsTests.text("Documentation/templates.md")
        let start = try #require(manual.range(of: "## 12 A new document"))
        let blocks = manual[start.upperBound...].matches(of: #/```html\n((?s:.*?))```/#).map { String($0.1) }
        try place.write(try #require(blocks.first), to: "Templates/contact-card.html")
        try place.write(try #require(blocks.dropFirst().first), to: "Templates/takarazuka/contact-card.html")
        // Behind the others, so that no line that an example shows is moved.
        let board = try place.read("Data/takarazuka/board.yaml")
        let last = try #require(board.firstMatch(of: #/\n    formats: \[html, text, fragment, csv, json\].*/#)).0
        try place.replace(
            String(last), last + "\n  - id: contact-card\n    title: 民間施設連絡先カード\n    draft: true",
            in: "Data/takarazuka/board.yaml")
    }
}
