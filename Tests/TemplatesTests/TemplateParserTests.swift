import Diagnostics
import Markup
import MarkupSupport
import Templates
import Testing

@Suite struct TemplateParserTests {
    func parse(_ markup: String) -> ParsedMarkup { ParsedMarkup(markup) }

    @Test(
        "What is not in the vocabulary, or not well-formed, is refused where it stands",
        arguments: [
            ("<body><p>a</div></body>", DiagnosticCode.malformedMarkup), ("<body><p>a</body>", .malformedMarkup),
            ("<body>&nbsp;</body>", .malformedMarkup), ("<body>a & b</body>", .malformedMarkup), ("", .malformedMarkup),
            ("<!DOCTYPE html><body/>", .malformedMarkup),
            ("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><body>&a;</body>", .malformedMarkup),
            ("<body><?php ?></body>", .malformedMarkup), ("<body><script>x</script></body>", .unknownElement),
            ("<head><style>x</style></head>", .unknownElement), ("<body><marquee>x</marquee></body>", .unknownElement),
            ("<body><p onclick=\"x\">x</p></body>", .unknownAttribute),
            ("<body><p style=\"x\">x</p></body>", .unknownAttribute),
            ("<body><ul>x<li>a</li></ul></body>", .misplacedTag),
            ("<body><x:p xmlns:x=\"u\"/></body>", .unknownElement), ("<body xmlns=\"u\"/>", .unknownAttribute),
            ("<body><x:p/></body>", .unknownElement),
            ("<body/>\u{0}<p>lost</p>", .malformedMarkup), ("<body>\u{0}</body>", .malformedMarkup),
            ("<body><ol><p>a</p></ol></body>", .misplacedTag), ("<body><table><td/></table></body>", .misplacedTag),
            ("<body><p>a<ul/></p></body>", .misplacedTag), ("<body><br>a</br></body>", .misplacedTag),
            ("<body><h1><p>a</p></h1></body>", .misplacedTag), ("<body><li>a</li></body>", .misplacedTag),
        ])
    func refused(markup: String, code: DiagnosticCode) {
        let findings = parse(markup).findings
        #expect(findings.count == 1)
        #expect(findings.first?.code == code)
    }

    @Test("Markup is not read on after a hundred findings, and long names are not repeated whole")
    func manyProblems() {
        let attributes = (0..<10_000).map { " a\($0)=\"x\"" }.joined()
        #expect((100...101).contains(parse("<body\(attributes)/>").findings.count))
        #expect((100...101).contains(parse("<body>\(String(repeating: "<x/>", count: 10_000))</body>").findings.count))
        let name = String(repeating: "a", count: 100_000)
        #expect(parse("<\(name)/>").findings.allSatisfy { $0.summary.en.count < 300 })
    }

    @Test("Elements inside one another have a limit", arguments: [(199, true), (200, false), (100_000, false)])
    func depth(levels: Int, isAccepted: Bool) {
        let markup =
            "<body>" + String(repeating: "<div>", count: levels) + String(repeating: "</div>", count: levels)
            + "</body>"
        #expect(parse(markup).findings.isEmpty == isAccepted)
    }

    @Test("The place is where the tag begins that is wrong")
    func place() {
        let markup = "<body><p>a</p><blink>b</blink></body>"
        #expect(parse(markup).findings.first?.place?.range.lowerBound == "<body><p>a</p>".utf8.count)
    }

    @Test(
        "A line break between Japanese characters is nothing, between words a space",
        arguments: [
            ("<p>あい\n  うえ</p>", "あいうえ"), ("<p>one\ntwo</p>", "one\ntwo"), ("<p>あい\nab</p>", "あい\nab"),
            ("<p>い<strong>う</strong>\nお</p>", "いうお"), ("<p>い\n<em>\nう</em></p>", "いう"),
            ("<div><p>い</p>\n<p>う</p></div>", "い\nう"), ("<textarea>い\nう</textarea>", "い\nう"),
            ("<p>あ い</p>", "あ い"),
        ])
    func segmentBreaks(markup: String, text: String) {
        let document = parse(markup).document
        #expect(document.text(of: document.root) == text)
    }

    @Test(
        "What is wrong with markup is told in words of this program, at its place",
        arguments: [
            ("<p>あ<br>い</p>", "<br/>"), ("<p>a&b</p>", "&amp;"), ("<p>a & b</p>", "&amp;"),
            ("<p><b>x</b></p>", "要素<b>"),
            ("<p x=y>a</p>", "半角の「\""), ("<input required>", "required=\"required\""), ("<p title=\"<\">a</p>", "&lt;"),
            ("<p>&#xD800;</p>", "消して"), ("<p><!-- a -- b --></p>", "--"), ("<p>a</p><p>b</p>", "余分"),
            ("<p>a]]></p>", "]]&gt;"), ("<p>a", "閉じ"), ("<table><col/></table>", "<col>"),
        ])
    func words(markup: String, expected: String) throws {
        let findings = ParsedMarkup(markup).findings
        let problem = try #require(findings.first)
        let words = problem.summary.ja + (problem.help?.ja ?? "")
        #expect(words.contains(expected), "\(words)")
        #expect(!words.contains("間違いではありませんか"))
        #expect(words.unicodeScalars.contains { $0.value > 0x3000 })
        #expect(!problem.summary.ja.contains { $0.isASCII && $0.isLetter && $0.isUppercase } || words.contains("XHTML"))
    }
}
