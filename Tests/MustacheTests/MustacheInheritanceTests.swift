import Diagnostics
import Files
import Mustache
import TestSupport
import Testing

/// Inheritance beyond the specification's own cases, and what ends a rendering.
@Suite struct MustacheInheritanceTests {
    func render(_ main: String, _ files: [String: String] = [:]) throws -> String {
        let library = TemplateLibrary { (name, from) in
            let text = from == nil ? main : files[name]
            return text.map { SourceFile(path: from == nil ? "main" : name, text: $0) }
        }
        let template = try #require(try library.template("main"))
        var warnings: [Diagnostic] = []
        let output = try MustacheRenderer.render(
            template, with: PlainValue.mapping(["a": .boolean(true)]), library: library,
            warnings: &warnings)
        return String(decoding: output, as: UTF8.self)
    }

    @Test(
        "A box in a box, and a block with a block of its own name in it",
        arguments: [
            ("{{<p}}{{$a}}out {{<p}}{{$a}}in{{/a}}{{/p}}{{/a}}{{/p}}", "[out [in]]"),
            ("{{<p}}{{$a}}1{{$a}}2{{/a}}{{/a}}{{/p}}", "[12]"),
            ("{{<p}}{{$a}}{{<q}}{{$b}}x{{/b}}{{/q}}{{/a}}{{/p}}", "[(x)]"),
        ])
    func nested(main: String, expected: String) throws {
        #expect(try render(main, ["p": "[{{$a}}x{{/a}}]", "q": "({{$b}}y{{/b}})"]) == expected)
    }

    @Test(
        "What ends a rendering",
        arguments: [
            ("{{> main2}}", DiagnosticCode.mustacheRecursion), ("{{> nothing}}", .mustacheMissingPartial),
            ("{{#a}}", .mustacheUnclosedSection), ("{{/a}}", .mustacheUnopenedSection),
            ("{{#a}}{{/b}}", .mustacheUnopenedSection),
            ("{{a", .mustacheUnclosedTag), ("{{a}<p>{{b}}", .mustacheUnclosedTag), ("{{ }}", .mustacheEmptyTag),
            ("{{=x=}}", .mustacheDelimiter), ("{{>*a}}", .mustacheUnsupported),
        ])
    func errors(main: String, code: DiagnosticCode) {
        let error = #expect(throws: ParseError.self) { try render(main, ["main2": "{{> main2}}"]) }
        #expect(error?.diagnostic.code == code)
    }

    @Test("Tags inside one another have a limit", arguments: [(100, true), (101, false)])
    func depth(levels: Int, isAccepted: Bool) {
        let text = String(repeating: "{{#a}}", count: levels) + String(repeating: "{{/a}}", count: levels)
        #expect(((try? render(text)) != nil) == isAccepted)
    }

    @Test(
        "Sections and partials that double at each level end in an error",
        arguments: [
            String(repeating: "{{#l}}", count: 60) + String(repeating: "{{/l}}", count: 60), "{{#l}}{{> x}}{{/l}}",
        ])
    func doubling(text: String) throws {
        let library = TemplateLibrary { (_, _) in SourceFile(path: "x", text: text) }
        let template = try #require(try library.template("x"))
        var warnings: [Diagnostic] = []
        let error = #expect(throws: ParseError.self) {
            try MustacheRenderer.render(
                template, with: PlainValue.mapping(["l": .list([.null, .null])]), library: library,
                repetitions: 1000,
                warnings: &warnings)
        }
        #expect(error?.diagnostic.code == .mustacheRecursion)
    }

    @Test("Blocks that double at each level end in an error")
    func doublingBlocks() throws {
        let library = TemplateLibrary { (name, _) in
            let block = "{{$\(name)}}{{/\(name)}}"
            let above = name + "b"
            let filled = "{{<\(above)}}{{$\(above)}}\(block)\(block){{/\(above)}}{{/\(above)}}"
            return SourceFile(path: name, text: name.utf8.count == 40 ? block : filled)
        }
        let template = try #require(try library.template("b"))
        var warnings: [Diagnostic] = []
        let error = #expect(throws: ParseError.self) {
            try MustacheRenderer.render(
                template, with: PlainValue.null, library: library, repetitions: 10_000,
                warnings: &warnings)
        }
        #expect(error?.diagnostic.code == .mustacheRecursion)
    }

    @Test("A value ends no attribute, in whichever quotes it stands")
    func quotes() throws {
        let library = TemplateLibrary { (_, _) in SourceFile(path: "x", text: "<p a='{{.}}' b=\"{{.}}\">") }
        let template = try #require(try library.template("x"))
        var warnings: [Diagnostic] = []
        let output = try MustacheRenderer.render(
            template, with: PlainValue.text("'\">"), library: library, warnings: &warnings)
        #expect(String(decoding: output, as: UTF8.self) == "<p a='&#39;&quot;&gt;' b=\"&#39;&quot;&gt;\">")
    }

    @Test("Ill-formed UTF-8 is refused")
    func encoding() {
        let library = TemplateLibrary { (_, _) in SourceFile(path: "x", bytes: [0x61, 0xFF]) }
        let error = #expect(throws: ParseError.self) { try library.template("x") }
        #expect(error?.diagnostic.code == .mustacheEncoding)
        #expect(error?.diagnostic.place?.range.lowerBound == 1)
    }
}
