import Printing
import Testing

/// What is read from a browser's PDF, and what is mended in it.
@Suite struct PrintedPaperTests {
    /// A paper of two leaves of the tree of pages, as Skia lays it out.
    private static func paper(_ title: String = "0032002000418A9E") -> [UInt8] {
        Array(
            """
            %PDF-1.4
            1 0 obj
            <</Creator (x)
            /CreationDate (D:20261130073525+00'00')
            /ModDate (D:20261130073525+00'00')>>
            endobj
            2 0 obj
            <</Type /Page
            /Parent 8 0 R>>
            endobj
            31 0 obj
            <</Type /Page
            /Parent 8 0 R>>
            endobj
            5 0 obj
            <</Type /Page
            /Parent 9 0 R>>
            endobj
            8 0 obj
            <</Type /Pages
            /Count 2
            /Kids [2 0 R 31 0 R]
            /Parent 10 0 R>>
            endobj
            9 0 obj
            <</Type /Pages
            /Kids [5 0 R]
            /Parent 10 0 R>>
            endobj
            10 0 obj
            <</Type /Pages
            /Kids [8 0 R 9 0 R]>>
            endobj
            11 0 obj
            <</main [2 0 R /XYZ .75 841.9 0]
            /procedure [31 0 R /XYZ .75 841.9 0]
            /#E6#89#8B [5 0 R /XYZ .75 10 0]>>
            endobj
            12 0 obj
            <</Title <FEFF\(title)>
            /Dest [5 0 R /XYZ 0 0 0]>>
            endobj
            13 0 obj
            <</Type /Catalog
            /Pages 10 0 R
            /Dests 11 0 R>>
            endobj

            """.utf8)
    }

    @Test("Pages are counted in the order of their tree, and destinations stand on them")
    func destinations() throws {
        let paper = try #require(PrintedPaper(Self.paper()))
        #expect(paper.pages == [2, 31, 5])
        #expect(paper.destinations == ["main": 1, "procedure": 2, "手": 3])
    }

    @Test("What is no PDF is none", arguments: ["", "%PDF-1.4\n", "<html></html>"])
    func others(_ text: String) { #expect(PrintedPaper(Array(text.utf8)) == nil) }

    @Test("The day is the edition's, and the length stays")
    func day() throws {
        var paper = try #require(PrintedPaper(Self.paper()))
        paper.date("20250301")
        #expect(paper.bytes.count == Self.paper().count)
        let text = String(decoding: paper.bytes, as: UTF8.self)
        #expect(text.contains("/CreationDate (D:20250301000000+00'00')") && !text.contains("2026"))
    }

    /// Bookmarks and what they say afterwards, where the page has the headings 2 手続, 3 学校の取組, いろいろ and 支援の在り方 with a reading.
    private static let bookmarks = [
        ("22 手続 手続", "2 手続"), ("2 手続", "2 手続"), ("手続手続", "手続手続"), ("いろいろ", "いろいろ"), ("22", "22"),
        ("33 学校の 学校の取組", "3 学校の取組"), ("3 学校の3 学校の取組", "3 学校の取組"),
        ("3 学校3 手続", "3 学校3 手続"), ("の取組3 学校の取組", "の取組3 学校の取組"), ("いろいろいろいろ", "いろいろ"), ("いろはいろいろ", "いろはいろいろ"),
        ("支援しえんしえんの在り方", "支援の在り方"), ("支援しえんの在り方", "支援の在り方"), ("支援の在り方", "支援の在り方"),
    ]

    @Test("A bookmark says its heading once; what reads doubled by itself stays", arguments: bookmarks)
    func bookmark(_ title: String, _ mended: String) throws {
        let hex = { (text: String) in
            text.utf16.map { unit in
                let digits = String(unit, radix: 16, uppercase: true)
                return String(repeating: "0", count: 4 - digits.count) + digits
            }.joined()
        }
        let before = Self.paper(hex(title))
        var paper = try #require(PrintedPaper(before))
        let headings = PageHeadings(
            in: Array(
                "<h2><span class=\"marker\">2</span> 手続</h2><h2><span class=\"marker\">3</span> 学校の取組</h2><h3>いろいろ</h3><h3><ruby>支援<rp>（</rp><rt>しえん</rt><rp>）</rp></ruby>の在り方</h3>"
                    .utf8))
        paper.mendBookmarks { headings.text(ofBookmark: $0) }
        #expect(paper.bytes.count == before.count)
        #expect(String(decoding: paper.bytes, as: UTF8.self).contains("<FEFF\(hex(mended))>"))
    }

    @Test("Links to places in the page get the numbers of their pages, those to files beside it go")
    func copies() {
        let page = Array(
            "<a href=\"#a\">A</a><a href=\"b.html#a\">B</a><a class=\"c\" href=\"#c\">C</a><a href=\"https://a.jp/\">D</a><a href=\"tel:1\">E</a>"
                .utf8)
        #expect(PrintCopy.hasReferences(in: page))
        #expect(!PrintCopy.hasReferences(in: Array("<a href=\"b.html#a\">B</a>".utf8)))
        #expect(
            String(decoding: PrintCopy.make(of: page, pages: ["a": 3]), as: UTF8.self)
                == "<a href=\"#a\" data-page=\"3\">A</a><a>B</a><a class=\"c\" href=\"#c\">C</a><a href=\"https://a.jp/\">D</a><a href=\"tel:1\">E</a>"
        )
    }

    @Test(
        "A reference to several places has the pages of all of them, or none",
        arguments: [
            ("a b", "5、6"), ("b a", "5、6"), ("a b c", "5～7"), ("a same", "5"), ("a far", "5、9"), ("c far a b", "5～7、9"),
            ("a nowhere", nil),
        ])
    func severalPlaces(_ ids: String, _ pages: String?) {
        let page = Array("<span class=\"paged\" data-targets=\"\(ids)\"><a href=\"#x\">A</a></span>".utf8)
        let copy = PrintCopy.make(of: page, pages: ["a": 5, "same": 5, "b": 6, "c": 7, "far": 9])
        let number = pages.map { " data-page=\"\($0)\"" } ?? ""
        #expect(
            String(decoding: copy, as: UTF8.self)
                == "<span class=\"paged\" data-targets=\"\(ids)\"\(number)><a href=\"#x\">A</a></span>")
    }

    @Test(
        "The last characters of a paragraph stay together; tags, Latin letters and short texts are left alone",
        arguments: [
            ("<p>に重要になっています。</p>", "<p>に重要になってい<keep>ます。</keep></p>"),
            ("<li>備えていること。</li><li>二</li>", "<li>備えている<keep>こと。</keep></li><li>二</li>"),
            ("<p>す。</p>", "<p>す。</p>"), ("<p>とても長い<em>文です</em>ね。</p>", "<p>とても長い<em>文です</em>ね。</p>"),
            ("<p>詳しくはgakuen.jp</p>", "<p>詳しくはgakuen.jp</p>"), ("<p>受付は9時15分。</p>", "<p>受付は9時1<keep>5分。</keep></p>"),
            ("<p>期限は令和8年3月末</p>", "<p>期限は令和8年<keep>3月末</keep></p>"), ("<p>分類はA4判</p>", "<p>分類はA4判</p>"),
            ("<td>集まることができます。</td>", "<td>集まることができます。</td>"),
            ("<p><a href=\"#a\">「甲」</a>により依頼します。</p>", "<p><a href=\"#a\">「甲」</a>により依頼し<keep>ます。</keep></p>"),
            ("", ""), ("</p>", "</p>"),
            // A number in full-width digits is kept together as a whole, and with what follows it.
            (
                "<p>定員は各回<span class=\"digits\">１０人</span>。</p>",
                "<p>定員は各回<keep><span class=\"digits\">１０人</span>。</keep></p>"
            ),
            (
                "<p>期限は<span class=\"digits\">令和８年</span>3月</p>",
                "<p>期限は<keep><span class=\"digits\">令和８年</span>3月</keep></p>"
            ),
            (
                "<p>あと<span class=\"digits\"><ruby>１０人<rt>にん</rt></ruby></span>。</p>",
                "<p>あと<span class=\"digits\"><ruby>１０人<rt>にん</rt></ruby></span>。</p>"
            ),
            // The first paragraph of an item ends where the next, or a list, begins.
            ("<li>行っていること。\n<ol><li>一</li></ol></li>", "<li>行っている<keep>こと。</keep>\n<ol><li>一</li></ol></li>"),
            ("<li>次のとおりです。<p>文</p></li>", "<li>次のとおり<keep>です。</keep><p>文</p></li>"),
        ])
    func lastLines(_ page: String, _ kept: String) {
        let copy = String(decoding: PrintCopy.make(of: Array(page.utf8), pages: [:]), as: UTF8.self)
        let expected = kept.replacing("<keep>", with: "<span style=\"white-space:nowrap\">")
        #expect(copy == expected.replacing("</keep>", with: "</span>"))
    }

    @Test(
        "The last row of a table is told apart from what ends the document below it, and begins a page where they part")
    func lastRow() {
        func copy(_ page: String, holds: Bool) -> String {
            String(decoding: PrintCopy.make(of: Array(page.utf8), pages: [:], holdsLastRow: holds), as: UTF8.self)
        }
        let table = "<section><table><tr><td>1</td></tr><tr class=\"b\"><td>2</td></tr></table></section>"
        let held = "<tr id=\"shirube-last-row\" style=\"break-before:page\" class=\"b\">"
        for (end, marked, id) in [
            ("<section id=\"contact\"><h2>先</h2></section>", "<section id=\"contact\"><h2>先</h2></section>", "contact"),
            (
                "<div class=\"colophon keep\"></div>", "<div id=\"shirube-end\" class=\"colophon keep\"></div>",
                "shirube-end"
            ),
        ] {
            let page = "<body>\(table)\(end)</body>"
            let links = "<div hidden><a href=\"#shirube-last-row\"></a><a href=\"#\(id)\"></a></div></body>"
            let rest = "\(marked)\(links)"
            #expect(
                copy(page, holds: true)
                    == "<body>" + table.replacing("<tr class=\"b\">", with: held) + rest)
            #expect(copy(page, holds: false).contains("<tr id=\"shirube-last-row\" class=\"b\">"))
            #expect(PrintCopy.partsLastRow(["shirube-last-row": 2, id: 3]))
            #expect(!PrintCopy.partsLastRow(["shirube-last-row": 3, id: 3]))
        }
        // Something else stands between, or nothing at the end; the row has a name of its own.
        let contact = "<section id=\"contact\"></section>"
        for page in [
            "\(table)<section><p>文</p></section>\(contact)", "\(contact)\(table)", table, contact,
            "<table><tr id=\"a\"></tr></table>\(contact)",
        ] {
            #expect(copy(page, holds: true) == page)
        }
        #expect(!PrintCopy.partsLastRow(["contact": 3]))
    }
}
