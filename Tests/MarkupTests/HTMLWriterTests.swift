import Markup
import MarkupSupport
import Testing

@Suite struct HTMLWriterTests {
    func html(_ markup: String) -> String {
        let parsed = ParsedMarkup(markup)
        #expect(parsed.findings.isEmpty)
        return String(decoding: HTMLWriter.write(parsed.document), as: UTF8.self)
    }

    @Test(
        "HTML is serialised by the HTML standard's rules",
        arguments: [
            ("<p>a<br/>b</p>", "<p>a<br>b</p>"), ("<p></p>", "<p></p>"), ("<p/>", "<p></p>"),
            ("<p>&lt;b&gt; &amp; &quot;c&quot;</p>", "<p>&lt;b&gt; &amp; \"c\"</p>"),
            ("<a href=\"?a=1&amp;b=2\">x</a>", "<a href=\"?a=1&amp;b=2\">x</a>"),
            ("<p title='\"&lt;'>x</p>", "<p title=\"&quot;<\">x</p>"), ("<p>a&#160;b</p>", "<p>a&nbsp;b</p>"),
            ("<input type=\"text\" required=\"required\"/>", "<input type=\"text\" required=\"required\">"),
            ("<ol data-marker=\"①\"/>", "<ol>\n</ol>"), ("<p><!-- c -->x</p>", "<p>x</p>"),
            ("<td>x</td>", "<td class=\"cell\">x</td>"),
            ("<th class=\"figure\">x</th>", "<th class=\"figure\">x</th>"),
            // LibreOffice puts no number of its own before the mark, which is text, nor where there is none.
            (
                "<ol><li><span class=\"marker\">(1)</span> a</li></ol>",
                "<ol>\n<li><menu hidden></menu><span class=\"marker\">(1)</span> a</li>\n</ol>"
            ), ("<ul><li>a</li></ul>", "<ul>\n<li><menu hidden></menu>a</li>\n</ul>"),
            // With the tags of the paragraph behind it, LibreOffice would leave the mark alone on its line.
            (
                "<ul><li><span class=\"marker\">ア</span><p>a</p><p>b</p></li></ul>",
                "<ul>\n<li><menu hidden></menu><span class=\"marker\">ア</span> a<p>b</p></li>\n</ul>"
            ),
            (
                "<ul><li><span class=\"marker\">ア</span> <p class=\"note\">a</p></li></ul>",
                "<ul>\n<li><menu hidden></menu><span class=\"marker\">ア</span> <p class=\"note\">a</p></li>\n</ul>"
            ),
            ("<ul><li><p>a</p></li></ul>", "<ul>\n<li><menu hidden></menu><p>a</p></li>\n</ul>"),
            ("<p><![CDATA[<x>]]></p>", "<p>&lt;x&gt;</p>"), ("<wbr/>", "<wbr>"),
        ])
    func serialisation(markup: String, expected: String) {
        #expect(html(markup) == "<!DOCTYPE html>\n\(expected)\n")
    }

    @Test(
        "In a page around it, a table of many columns scrolls within itself; others are as they were",
        arguments: [(4, nil), (5, "30em"), (7, "42em")] as [(Int, String?)])
    func scrolling(columns: Int, width: String?) {
        let row = "<tr><th colspan=\"2\">a</th>" + String(repeating: "<td>b</td>", count: columns - 2) + "</tr>"
        let parsed = ParsedMarkup("<body><main><table><tbody>\(row)</tbody></table><p>c</p></main></body>")
        let fragment = String(decoding: HTMLWriter.writeFragment(parsed.document, headingLevel: 2), as: UTF8.self)
        let table = width.map { "<div style=\"overflow-x: auto\">\n<table style=\"min-width: \($0)\">" } ?? "<table>"
        #expect(fragment.contains("\">\n\(table)\n<tbody>"), "\(fragment)")
        #expect(fragment.contains("</table>\n</div>") == (width != nil))
        #expect(!html("<table><tbody>\(row)</tbody></table>").contains("overflow"))
    }

    @Test("What Word and LibreOffice cannot read is kept from them, and they get a sheet of their own")
    func office() {
        var builder = MarkupBuilder()
        builder.element(.head, []) { head in
            for rule in ["a:is(b) { c: d }", "@media print { e { f: g } }"] { head.element(.style, [], text: rule) }
        }
        let page = String(decoding: HTMLWriter.write(builder.finish()), as: UTF8.self)
        #expect(
            page.matches(of: /<style media="not all">/).count == 1
                && page.matches(of: /<!--\[if mso\]><style>/).count == 1)
        let table =
            "<table><thead><tr><th>a</th></tr></thead><tbody><tr><th class=\"name\">b</th><td class=\"x y\">c</td></tr></tbody></table>"
        var tabled = ParsedMarkup("<html><head></head><body>\(table)</body></html>").document
        tabled.append(.style, to: tabled.elements(.head)[0])
        #expect(String(decoding: HTMLWriter.write(tabled), as: UTF8.self).contains(".cell, .name { border: 1px"))
        // Each of the page's own is between comments that Word reads, in a block that LibreOffice passes over.
        let own = page.matches(
            of: /<!--\[if !mso\]><!-->\n<style>\n@media all {([^<]*)\n}\n<\/style>\n<!--<!\[endif\]-->/)
        #expect(own.map { String($0.1) } == ["a:is(b) { c: d }", "@media print { e { f: g } }"])
    }
}
