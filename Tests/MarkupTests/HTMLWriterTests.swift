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
            ("<p><![CDATA[<x>]]></p>", "<p>&lt;x&gt;</p>"), ("<wbr/>", "<wbr>"),
        ])
    func serialisation(markup: String, expected: String) {
        #expect(html(markup) == "<!DOCTYPE html>\n\(expected)\n")
    }
}
