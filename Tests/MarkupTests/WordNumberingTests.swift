import Foundation
import MarkupSupport
import Testing

@testable import Markup

/// The marks that Word counts. That it comes to the page's own marks is asked of all documents by `make test-interop`.
@Suite struct WordNumberingTests {
    /// - Parameter link: the texts of the first link, as the composer makes them.
    private func parts(_ markup: String, link: [String] = []) -> (body: String, numbering: String) {
        let parsed = ParsedMarkup("<body><main>\(markup)</main></body>")
        #expect(parsed.findings.isEmpty)
        var document = parsed.document
        for text in link { document.append(text: text, to: document.elements(.a)[0]) }
        let text = String(decoding: WordWriter.write(document, title: "題"), as: UTF8.self)
        func part(_ name: String) -> String {
            guard let start = text.range(of: "<w:\(name)"), let end = text.range(of: "</w:\(name)>") else { return "" }
            return String(text[start.lowerBound..<end.lowerBound])
        }
        return (part("body"), part("numbering"))
    }

    private func mark(_ sample: String, _ number: Int, _ text: String) -> String {
        "<span class=\"marker\" data-marker=\"\(sample)\" data-start=\"\(number)\">\(text)</span> "
    }

    private static let marks = [
        ("(1)", "(1)", "decimal", "(%1)"), ("１", "１", "decimalFullWidth", "%1"),
        ("①", "①", "decimalEnclosedCircle", "%1"),
        ("⑴", "⑴", "decimalEnclosedParen", "%1"), ("ア）", "ア）", "aiueoFullWidth", "%1）"), ("ｱ", "ｱ", "aiueo", "%1"),
        ("a", "a", "lowerLetter", "%1"), ("A.", "A.", "upperLetter", "%1."), ("第一", "第一", "japaneseCounting", "第%1"),
        ("○", "○", "bullet", "○"),
    ]

    @Test("A mark that Word has is counted by it", arguments: marks)
    func counted(_ sample: String, _ text: String, _ format: String, _ pattern: String) {
        let (body, numbering) = parts("<ol><li>\(mark(sample, 1, text))甲</li><li>\(mark(sample, 2, "二"))乙</li></ol>")
        #expect(
            numbering.contains("<w:numFmt w:val=\"\(format)\"/>")
                && numbering.contains("<w:lvlText w:val=\"\(pattern)\"/>"))
        #expect(body.matches(of: /<w:numId w:val="1"\/>/).count == 2)
        #expect(!body.contains(">\(text)<"))
    }

    private static let others = [
        ("Ⅰ", 1, "Ⅰ"), ("ⅰ", 2, "ⅱ"), ("㋐", 1, "㋐"), ("①", 21, "㉑"), ("a", 27, "aa"), ("1%", 1, "1%"),
    ]

    @Test("A mark that Word writes otherwise stays text", arguments: others)
    func text(_ sample: String, _ number: Int, _ text: String) {
        let (body, numbering) = parts("<ol><li>\(mark(sample, number, text))甲</li></ol>")
        #expect(body.contains(">\(text)<") && !body.contains("w:numPr"))
        #expect(!numbering.contains("w:abstractNum "))
    }

    @Test("Each list begins with its own number, and headings are counted together")
    func starts() {
        let item = { (number: Int) in "<li>\(self.mark("1", number, "\(number)"))甲</li>" }
        let lists = parts("<ol>\(item(1))\(item(2))</ol><ol>\(item(3))</ol>").numbering
        #expect(lists.matches(of: /<w:start w:val="(\d+)"/).map { String($0.1) } == ["1", "3"])
        func heading(_ level: Int, _ number: Int) -> String {
            "<h\(level)>\(mark("1", number, "\(number)"))題</h\(level)>"
        }
        let counted = heading(2, 1) + heading(3, 1) + heading(3, 2) + heading(2, 2) + heading(3, 1)
        #expect(parts(counted).body.matches(of: /<w:numId w:val="1"\/>/).count == 5)
        // Behind a heading without a number the page begins anew, where Word would go on.
        let broken = parts(heading(2, 1) + heading(3, 1) + "<h2>無番</h2>" + heading(3, 1) + heading(2, 2))
        #expect(broken.body.matches(of: /<w:numId w:val="(\d)"\/>/).map { String($0.1) } == ["1", "1", "2", "2"])
        #expect(broken.numbering.matches(of: /<w:start w:val="(\d+)"/).map { String($0.1) } == ["1", "1", "2", "1"])
    }

    private func item(_ sample: String, _ number: Int, _ text: String, _ content: String, id: String = "") -> String {
        "<li\(id.isEmpty ? "" : " id=\"\(id)\"")>\(mark(sample, number, text))\(content)</li>"
    }

    private func firstNumbers(_ numbering: String) -> [String] {
        numbering.matches(of: /<w:start w:val="(\d+)"/).map { String($0.1) }
    }

    @Test("Behind an item whose mark is text Word goes on with the number of the page")
    func goesOn() {
        let inner = "<ol>\(item("ア", 1, "ア", "甲"))\(item("ア", 2, "イ", "乙"))</ol>"
        let (body, numbering) = parts(
            "<p><a href=\"#i3\">(3)</a></p><ol>" + item("(1)", 1, "(1)", "<p>一</p>") + item("(1)", 2, "(2)", inner)
                + item("(1)", 3, "(3)", "<p>三</p>", id: "i3") + item("(1)", 4, "(4)", "<p>四</p>") + "</ol>")
        // (1), then イ, which has no mark before it in its line, then (3) with (4).
        #expect(firstNumbers(numbering) == ["1", "2", "3"])
        #expect(body.matches(of: /<w:numId w:val="(\d)"\/>/).map { String($0.1) } == ["1", "2", "3", "3"])
        #expect(body.contains(">(2)<") && body.contains(">ア<") && body.contains("REF _Ref100001 \\n \\h"))
    }

    private static let blocks = [
        ("<blockquote>", "</blockquote>"), ("<div>", "</div>"), ("<section><div>", "</div></section>"),
        ("<dl><dt></dt><dd>", "</dd></dl>"), ("<ul><li>", "</li></ul>"), ("<hr/>", ""),
        ("<p class=\"screen-only\">画面</p>", ""),
    ]

    @Test("Two marks in one line are text, whatever blocks lie between them", arguments: blocks)
    func meeting(_ start: String, _ end: String) {
        let inner = "\(start)<ol>\(item("ア", 1, "ア", "甲", id: "x"))\(item("ア", 2, "イ", "乙"))</ol>\(end)"
        let (body, numbering) = parts(
            "<p><a href=\"#x\">ア</a></p><ol>\(item("(1)", 1, "(1)", inner))\(item("(1)", 2, "(2)", "<p>丙</p>"))</ol>")
        #expect(firstNumbers(numbering) == ["2", "2"])
        #expect(body.matches(of: /<w:numPr>/).count == 2 && !body.contains("REF _Ref100001 \\n"))
        #expect(body.contains(">(1)<") && body.contains(">ア<") && !body.contains(">イ<") && !body.contains(">(2)<"))
    }

    @Test("A heading's mark in the line of an item's is text")
    func headingInItem() {
        let heading = "<section id=\"x\"><h3>\(mark("ア", 1, "ア"))題</h3></section>"
        let (body, numbering) = parts("<p><a href=\"#x\">ア</a></p><ol>\(item("(1)", 1, "(1)", heading))</ol>")
        #expect(body.contains(">(1)<") && !body.contains("w:numPr") && !body.contains("REF _Ref100001 \\n"))
        #expect(firstNumbers(numbering).isEmpty)
    }

    private static let apart = [
        "<p>文</p>", "文", "<blockquote>文</blockquote>", "<table><tbody><tr><td>欄</td></tr></tbody></table>",
        "<ul><li>文</li></ul>",
    ]

    @Test("What has a line of its own before the inner list leaves both marks to Word", arguments: apart)
    func leftApart(_ before: String) {
        let inner = "\(before)<ol>\(item("ア", 1, "ア", "甲"))</ol>"
        let (body, _) = parts("<ol>\(item("(1)", 1, "(1)", inner))</ol>")
        #expect(body.matches(of: /<w:numPr>/).count == 2 && !body.contains(">(1)<") && !body.contains(">ア<"))
    }

    /// The texts of a reference.
    private static let references = [["2"], ["Ⅰの", "2"], ["「Ⅰの", "2", " 題」"], ["“", "2", " 題”"]]

    @Test("The number in a reference is a field", arguments: references)
    func reference(_ texts: [String]) {
        let body = parts(
            "<p><a href=\"#x\"></a></p><h3 id=\"x\">\(mark("1", 2, "2"))題</h3>", link: texts
        ).body
        let link = body.split(separator: "</w:hyperlink>").first.map(String.init) ?? ""
        #expect(link.contains("<w:instrText xml:space=\"preserve\"> REF _Ref100001 \\n \\h </w:instrText>"))
        #expect(link.matches(of: /<w:t [^>]*>([^<]*)</).map { String($0.1) } == texts)
    }

    @Test(
        "Words that hold the number, and a number that Word does not count, are no field",
        arguments: [
            ("12", "1", 2, "2"), ("2年", "1", 2, "2"), ("題", "1", 2, "2"), ("Ⅱ", "Ⅰ", 2, "Ⅱ"),
        ])
    func noField(_ text: String, _ sample: String, _ number: Int, _ mark: String) {
        let body = parts("<p><a href=\"#x\">\(text)</a></p><h2 id=\"x\">\(self.mark(sample, number, mark))題</h2>").body
        #expect(!body.contains("REF _Ref100001 \\n") && body.contains(">\(text)<"))
    }

    @Test("A section is referred to by its heading")
    func section() {
        let body = parts("<p><a href=\"#x\">1</a></p><section id=\"x\"><h2>\(mark("1", 1, "1"))題</h2></section>").body
        #expect(body.contains("REF _Ref100001 \\n \\h"))
    }
}
