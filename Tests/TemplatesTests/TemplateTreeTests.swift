import Diagnostics
import Files
import Markup
import Mustache
import Templates
import TestSupport
import Testing

/// Templates as trees: what stands in what, and where it comes from.
@Suite struct TemplateTreeTests {
    static func read(_ files: [String: String], rewriting: @escaping Rewriting = { _, _ in [] }) throws -> TemplateTree
    {
        let library = TemplateLibrary { name, _ in files[name].map { SourceFile(path: name, text: $0) } }
        return TemplateTree.read(try #require(try library.template("main")), library: library, rewriting: rewriting)
    }

    /// The tree as text: elements in brackets, attributes with `=`, tags by their names.
    static func outline(_ tree: TemplateTree, _ range: Range<Int>? = nil) -> String {
        var (text, index) = ("", range?.lowerBound ?? 0)
        while index < range?.upperBound ?? tree.nodes.count {
            let inside = outline(tree, tree.content(of: index))
            switch tree.nodes[index].kind {
            case .element(let name): text += "<\(name.rawValue)\(inside)>"
            case .attribute(let name): text += " \(name.rawValue)=\(inside);"
            case .text(let start, let end):
                text += String(decoding: tree.text[Int(start)..<Int(end)], as: UTF8.self)
            case .value(let tag): text += "{\(tree.tags[Int(tag)].name.text)}"
            case .section(let tag): text += "#\(tree.tags[Int(tag)].name.text)(\(inside))"
            case .invertedSection(let tag): text += "^\(tree.tags[Int(tag)].name.text)(\(inside))"
            case .mistyped(let tag): text += "?\(tree.tags[Int(tag)].name.text)"
            }
            index = Int(tree.nodes[index].next)
        }
        return text
    }

    @Test(
        "Tags stand in elements and in attributes' values",
        arguments: [
            ("<p>a{{b}}c</p>", "<pa{b}c>"), ("<p title=\"{{a}}b{{#c}}d{{/c}}\">x</p>", "<p title={a}b#c(d);x>"),
            ("<ul>{{#a}}<li>{{.}}</li>{{/a}}</ul>", "<ul#a(<li{.}>)>"),
            ("<p>{{^a}}x{{#b}}<em>y</em>{{/b}}{{/a}}</p>", "<p^a(x#b(<emy>))>"),
            ("<p>&lt;{{a}}&amp;</p>", "<p<{a}&>"), ("<p><![CDATA[{{a}}<]]></p>", "<p{a}<>"),
            ("<p><!-- a -->b</p>", "<pb>"),
            ("<p>{{> part}}{{<parent}}{{$x}}z{{/x}}{{/parent}}</p>", "<p<em{q}>[z]>"),
            ("<p>{x.y}</p>", "<p?x.y{x.y}>"),
        ])
    func trees(main: String, expected: String) throws {
        let tree = try Self.read(["main": main, "part": "<em>{{q}}</em>", "parent": "[{{$x}}y{{/x}}]"])
        #expect(tree.diagnostics.isEmpty)
        #expect(Self.outline(tree) == expected)
    }

    @Test(
        "A section that cuts an element, and a tag where something is named, are told at the tag",
        arguments: [
            "<div>①{{#a}}②<p>{{/a}}</p></div>", "<div><p>①{{#a}}②</p>{{/a}}</div>", "<div>①{{^a}}②<p>x{{/a}}</p></div>",
            "<div><p title=\"①{{#a}}②\">{{/a}}</p></div>", "<div><p ①{{a}}②=\"x\">x</p></div>",
            "<div><p ①{{#a}}②title=\"x\"{{/a}}/></div>",
            "<div>{{#b}}<p>①{{#a}}②</p>{{/a}}{{/b}}</div>", "<div><!-- ①{{#a}}② --><p>x</p><!-- {{/a}} --></div>",
            "<div><①{{a}}②>x</div>", "<div><!-- ①{{a}}② --></div>", "<div><ul>①{{#a}}②<li>x{{/a}}</li></ul></div>",
        ])
    func cut(marked: String) throws {
        let source = MarkedSource(marked)
        let diagnostics = try Self.read(["main": source.source.text]).diagnostics
        #expect(diagnostics.map(\.code) == [.cutElement])
        #expect(diagnostics.first?.place?.range == source.range)
    }

    @Test(
        "A fault of the markup is told in the file that it stands in",
        arguments: [("<p>①<b>②x</b></p>", DiagnosticCode.unknownElement), ("<p①  ②x='1'>a</p>", .unknownAttribute)])
    func places(marked: String, code: DiagnosticCode) throws {
        let source = MarkedSource(marked)
        let tree = try Self.read(["main": "<div>{{a}}{{> part}}</div>", "part": source.source.text])
        #expect(tree.diagnostics.map(\.code) == [code])
        #expect(tree.diagnostics.first?.place?.source.path == "part")
        #expect(tree.files.map(\.path) == ["main", "part"])
    }

    @Test(
        "What is not closed is told, and not what follows from it",
        arguments: [
            "<div><p>一<em>二{{#a}}<b>三</b>{{/a}}①</p>②</div>", "<div><p>{{#a}}<em>一</em>{{/a}}二 ①& ②三</p></div>",
            "<div>{{#a}}<p>一</p>{{/a}}①</p>②</div>", "<div><ul>{{#a}}<li>一<li>二</li>{{/a}}①</ul>②</div>",
        ])
    func notClosed(marked: String) throws {
        let source = MarkedSource(marked)
        let diagnostics = try Self.read(["main": source.source.text]).diagnostics
        #expect(diagnostics.map(\.code).contains(.malformedMarkup))
        #expect(!diagnostics.contains { [.cutElement, .misplacedTag].contains($0.code) })
    }

    @Test("Text in a wrong place is told where it begins, as a whole character")
    func wrongText() throws {
        let source = MarkedSource("<div><ul>①印②鑑は要りません。</ul></div>")
        let diagnostics = try Self.read(["main": source.source.text]).diagnostics
        #expect(diagnostics.map(\.code) == [.misplacedTag])
        #expect(diagnostics.first?.place?.range == source.range)
    }

    @Test(
        "Nobody forges a tag by character references",
        arguments: [
            "<p>&#x10FF00;v-1&#x10FF01;{{a}}</p>", "<p>&#1113856;v0&#1113857;{{a}}</p>",
            "<p title=\"&#x10FF00;v0&#x10FF01;\">{{a}}</p>",
        ])
    func forged(main: String) throws {
        let tree = try Self.read(["main": main])
        let values = tree.nodes.filter { if case .value = $0.kind { true } else { false } }
        #expect(values.count == 1)
    }

    @Test("What includes itself in many steps, or nests sections without elements, ends in a finding")
    func deep() throws {
        var files = ["main": "<p>{{> p0}}</p>", "p3000": "x"]
        for level in 0..<3000 { files["p\(level)"] = "{{> p\(level + 1)}}" }
        #expect(try Self.read(files).diagnostics.map(\.code) == [.mustacheRecursion])
        let nested = (0..<10).reduce("x") { inner, level in
            files["q\(level)"] = String(repeating: "{{#a}}", count: 90) + inner + String(repeating: "{{/a}}", count: 90)
            return "{{> q\(level)}}"
        }
        files["main"] = "<p>\(nested)</p>"
        #expect(try Self.read(files).diagnostics.map(\.code) == [.malformedMarkup])
    }

    @Test("Text that is printed otherwise is rewritten outside the tags of markup, and keeps its places")
    func rewriting() throws {
        let main = "<div title=\"1 > 1\"><!-- 1 > < 1 -->1{{a}}1<b>x</b></div>"
        let tree = try Self.read(["main": main]) { text, _ in
            text.indices.filter { text[$0] == UInt8(ascii: "1") }.map { ($0..<$0 + 1, Array("１".utf8)) }
        }
        #expect(Self.outline(tree) == "<div title=1 > 1;１{a}１<spanx>>")
        #expect(tree.diagnostics.first?.place?.range.lowerBound == main.utf8.count - "<b>x</b></div>".utf8.count)
    }
}
