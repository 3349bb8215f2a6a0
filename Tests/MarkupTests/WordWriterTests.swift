import Foundation
import Japanese
import MarkupSupport
import Testing

@testable import Markup

/// A document for Word: what each element becomes. Whether other programs read it is asked by `make test-interop`.
@Suite struct WordWriterTests {
    /// The main part, which lies stored in the archive.
    private func word(_ markup: String, title: String = "題") -> String {
        let parsed = ParsedMarkup("<body><main>\(markup)</main></body>")
        #expect(parsed.findings.isEmpty)
        let bytes = WordWriter.write(parsed.document, title: title)
        #expect(bytes == WordWriter.write(parsed.document, title: title))
        let text = String(decoding: bytes, as: UTF8.self)
        guard let start = text.range(of: "<w:body>"), let end = text.range(of: "</w:body>") else { return "" }
        return String(text[start.upperBound..<end.lowerBound])
    }

    /// What is written, and a piece of what it becomes.
    private static let elements = [
        ("<h1>甲</h1>", "<w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t xml:space=\"preserve\">甲<"),
        ("<h2>乙</h2>", "<w:pStyle w:val=\"Heading1\"/>"),
        ("<h2 class=\"unlisted\">丙</h2>", "<w:pStyle w:val=\"TOCHeading\"/>"),
        ("<p>本文&lt;</p>", "<w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:t xml:space=\"preserve\">本文&lt;<"),
        ("<p class=\"right\">右</p>", "<w:jc w:val=\"right\"/>"),
        ("<p>一<em>二</em></p>", "<w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">二<"),
        ("<p><a href=\"https://a.jp/\">外</a></p>", "<w:hyperlink r:id=\"rIdLink1\""),
        ("<p><a href=\"#x\">内</a></p><h2 id=\"x\">丁</h2>", "<w:bookmarkStart w:id=\"1\" w:name=\"_Ref100001\"/>"),
        (
            "<p><a href=\"form1.html\">横</a></p>",
            "<w:pPr><w:pStyle w:val=\"BodyText\"/></w:pPr><w:r><w:t xml:space=\"preserve\">横<"
        ),
        ("<p><ruby>漢<rt>かん</rt></ruby></p>", "<w:rubyBase>"), ("<p>一<br/>二</p>", "<w:r><w:br/></w:r>"),
        ("<form><p><label for=\"a\">氏名</label><input id=\"a\" size=\"8\"/></p></form>", "<w:alias w:val=\"氏名\"/>"),
        ("<form><p><label><input type=\"checkbox\"/>はい</label></p></form>", "<w14:checkbox>"),
        ("<ul><li><span class=\"marker\">・</span> 項目</li></ul>", "<w:ind w:left=\"360\" w:hanging=\"360\"/>"),
        (
            "<p><a href=\"#x\">内</a></p><dl><dt id=\"x\">語</dt><dd>意味</dd></dl>",
            "<w:bookmarkEnd w:id=\"1\"/><w:r><w:rPr><w:b/>"
        ),
        (
            "<p><a href=\"#x\">内</a></p><table><tbody><tr id=\"x\"><td>語</td></tr></tbody></table>",
            "<w:bookmarkEnd w:id=\"1\"/><w:r><w:t xml:space=\"preserve\">語<"
        ),
        (
            "<p><a href=\"#x\">内</a></p><p>前<span id=\"x\">語</span></p>",
            "前</w:t></w:r><w:bookmarkStart w:id=\"1\" w:name=\"_Ref100001\"/>"
        ),
        ("<p><a href=\"#x\">内</a></p><figure id=\"x\"></figure>", "<w:bookmarkStart w:id=\"1\""),
        ("<p><a href=\"#x\">内</a></p><p class=\"screen-only\" id=\"x\">画面</p>", "<w:t xml:space=\"preserve\">内<"),
        (
            "<h2><ruby>漢<rt>かん</rt></ruby></h2>",
            "<w:hps w:val=\"16\"/><w:hpsRaise w:val=\"30\"/><w:hpsBaseText w:val=\"32\"/>"
        ),
        ("<p><small><ruby>漢<rt>かん</rt></ruby></small></p>", "<w:hps w:val=\"10\"/>"),
        (
            "<table><tbody><tr><td><ruby>漢<rt>かん</rt></ruby></td></tr></tbody></table>",
            "<w:hpsBaseText w:val=\"21\"/>"
        ),
        ("<section class=\"chapter\"><h2>章</h2></section>", "<w:pStyle w:val=\"Heading1\"/><w:pageBreakBefore/>"),
        (
            "<p><a class=\"paged\" data-label=\"（#ページ）\" href=\"#x\">内</a></p><h2 id=\"x\">丁</h2>",
            "</w:hyperlink><w:r><w:t xml:space=\"preserve\">（</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/>"
                + "</w:r><w:r><w:instrText xml:space=\"preserve\"> PAGEREF _Ref100001 \\h </w:instrText>"
        ),
        ("<p class=\"screen-only\">画面</p><p>紙</p>", "紙"),
        (
            "<p>町<span class=\"unbroken lot\">9-10-2F</span></p>",
            "9</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">10</w:t><w:noBreakHyphen/><w:t xml:space=\"preserve\">2F<"
        ),
        ("<p>a/<wbr/>b</p>", "a/</w:t></w:r><w:r><w:t xml:space=\"preserve\">b<"),
        (
            "<table><tbody><tr><td>a/<wbr/>b</td></tr></tbody></table>",
            "a/</w:t></w:r><w:r><w:t xml:space=\"preserve\">\u{200B}<"
        ),
    ]

    @Test(
        "The language of a document is the page's, and no line before a break is spread",
        arguments: [("", "ja-JP"), ("en", "en")])
    func language(lang: String, written: String) {
        let markup = "<html\(lang.isEmpty ? "" : " lang=\"\(lang)\"")><body><main><p>甲<br/>乙</p></main></body></html>"
        let bytes = WordWriter.write(ParsedMarkup(markup).document, title: "題")
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("<dc:language>\(written)</dc:language>"))
        #expect(text.contains("<w:compat><w:doNotExpandShiftReturn/>"))
    }

    @Test(
        "A digit ends no line, so that Word keeps a number with its unit; Word takes fifty such characters, and a hundred of the others"
    )
    func lineBreaks() throws {
        let bytes = WordWriter.write(ParsedMarkup("<body><main><p>１０人</p></main></body>").document, title: "題")
        let text = String(decoding: bytes, as: UTF8.self)
        let after = try #require(text.firstMatch(of: /<w:noLineBreaksAfter w:lang="ja-JP" w:val="([^"]*)"\/>/)).1
        let before = try #require(text.firstMatch(of: /<w:noLineBreaksBefore w:lang="ja-JP" w:val="([^"]*)"\/>/)).1
        #expect("（「0９和".allSatisfy(after.contains) && "）。ーっ".allSatisfy(before.contains))
        #expect(after.count <= 50 && before.count <= 100)
    }

    @Test(
        "The running head says the chapter, with its number where Word counts it",
        arguments: [
            ("<span class=\"marker\" data-marker=\"1\" data-start=\"1\">1</span> ", ["STYLEREF 1 \\n", "STYLEREF 1"]),
            ("<span class=\"marker\" data-marker=\"Ⅰ\" data-start=\"1\">Ⅰ</span> ", ["STYLEREF 1"]),
        ])
    func runningHead(mark: String, fields: [String]) {
        func header(_ kind: String) -> [String] {
            let bytes = WordWriter.write(
                ParsedMarkup("<body><main><section\(kind)><h2>\(mark)章</h2></section></main></body>").document,
                title: "題")
            return String(decoding: bytes, as: UTF8.self).matches(of: /w:instr=" (STYLEREF[^"]*) "/).map {
                String($0.1)
            }
        }
        #expect(header(" class=\"chapter\"") == fields && header("").isEmpty)
    }

    @Test("What is to be kept together is not parted by the end of a page")
    func kept() {
        #expect(
            word("<div class=\"keep\"><p>甲</p><p>乙</p><p>丙</p></div><p>丁</p>").matches(of: /<w:keepNext\/>/).count == 2)
        #expect(!word("<div><p>甲</p><p>乙</p></div>").contains("<w:keepNext/>"))
    }

    @Test("The text is in the typeface that the house style says, headings in ゴシック")
    func typefaces() throws {
        let parsed = ParsedMarkup("<body><main><h1>題</h1><p>本文</p></main></body>")
        for (fonts, text) in [(WordFonts.mincho, "游明朝"), (.gothic, "游ゴシック")] {
            let bytes = WordWriter.write(parsed.document, title: "題", fonts: fonts)
            let styles = String(decoding: bytes, as: UTF8.self).firstMatch(of: /<w:docDefaults>.*?<\/w:docDefaults>/)
            #expect(try #require(styles).0.contains("w:eastAsia=\"\(text)\""))
        }
    }

    @Test("Each element is what Word has for it", arguments: elements)
    func element(_ markup: String, _ piece: String) {
        let body = word(markup)
        #expect(body.contains(piece), "\(body)")
        #expect(!body.contains("画面"))
    }

    @Test("Cells over several rows and columns keep the table whole; its head repeats")
    func table() {
        let body = word(
            """
            <table><thead><tr><th>一</th><th>二</th><th>三</th></tr></thead><tbody>\
            <tr><td rowspan="2">甲</td><td colspan="2">乙</td></tr><tr><td>丙</td><td>丁</td></tr></tbody></table>
            """)
        #expect(
            body.contains("<w:tblHeader/>") && body.contains("<w:vMerge w:val=\"restart\"/>")
                && body.contains("<w:gridSpan w:val=\"2\"/>"))
        let rows = body.components(separatedBy: "<w:tr>").dropFirst()
        // In each row the cells take three columns together.
        for row in rows {
            let spans = row.components(separatedBy: "<w:tc>").dropFirst().map {
                $0.contains("<w:gridSpan w:val=\"2\"/>") ? 2 : 1
            }
            #expect(spans.reduce(0, +) == 3)
        }
        #expect(rows.last?.contains("<w:vMerge/>") ?? false)
    }

    @Test("Behind each reference stands its page, so that none is said twice in a row")
    func severalPages() {
        let body = word(
            "<p><span class=\"paged\" data-label=\"（#ページ）\"><a href=\"#x\">甲</a>及び<a href=\"#y\">乙</a></span>。</p>"
                + "<h2 id=\"x\">甲</h2><h2 id=\"y\">乙</h2>")
        let paragraph = body.components(separatedBy: "</w:p>")[0]
        let runs = paragraph.matches(of: /<w:t [^>]*>([^<]*)<|<w:instrText [^>]*>([^<]*)</).map {
            String($0.1 ?? $0.2 ?? "")
        }
        #expect(
            runs.filter { !$0.isEmpty } == [
                "甲", "（", " PAGEREF _Ref100001 \\h ", "ページ）", "及び", "乙", "（", " PAGEREF _Ref100002 \\h ", "ページ）", "。",
            ])
    }

    /// Cells beside one another, and the least that each column takes in twips: what no line may part, with the margins.
    private static let columns: [([String], [Int])] = [
        (["オンラインを活用した児童生徒への支援事業", "７，８９２千円", "年間の運営に要する経費"], [0, 1670, 0]),
        (["1", "12,345", "0797-87-1718", "兵庫県宝塚市小浜一丁目二番一号宝塚市役所教育委員会事務局"], [330, 980, 1760, 0]),
        (
            ["項目を説明する長い文が入る欄", "１２３，４５６千円", "１２３，４５６千円", "１２３，４５６千円", "長い説明の文が入る欄"],
            [0, 2090, 2090, 2090, 0]
        ),
        (["長い説明の文が入る欄", "https://<wbr/>www.<wbr/>city.<wbr/>takarazuka.<wbr/>hyogo.<wbr/>jp/"], [0, 1630]),
    ]

    @Test("A column is as wide as what in it no line may part, and the sheet is filled", arguments: columns)
    func columnWidths(_ cells: [String], _ least: [Int]) {
        let long = String(repeating: "長い文", count: 30)
        let row = cells.map { "<td>\($0)</td>" }.joined()
        let others = least.map { "<td>\($0 == 0 ? long : "")</td>" }.joined()
        let table = word("<table><tbody><tr>\(row)</tr><tr>\(others)</tr></tbody></table>")
        let widths = table.matches(of: /<w:gridCol w:w="(\d+)"/).compactMap { Int($0.1) }
        #expect(widths.count == cells.count && zip(widths, least).allSatisfy { $0 >= $1 }, "\(widths)")
        #expect((9500...9638).contains(widths.reduce(0, +)))
    }

    @Test(
        "A line ends before what no line may part, where a cell is too narrow for it there",
        arguments: [
            ("<span class=\"digits\">６６５－０８６５</span>", "郵便番号：", true),
            ("<span class=\"digits\">４年</span>", "小学校", false),
            ("<span class=\"unbroken lot\">9番10-2号</span>", "兵庫県宝塚市寿町", true),
            ("<span class=\"unbroken lot\">9-10-2F</span>", "兵庫県宝塚市寿町", false), ("<time>2月14日</time>", "令和七年の早い", true),
            ("番号", "兵庫県宝塚市寿町一", false),
        ])
    func cellLines(kept: String, before: String, breaks: Bool) {
        // Cells of eleven kanji.
        let cells =
            String(repeating: "<td>\(before)\(kept)</td>", count: 1)
            + String(repeating: "<td>長い文が続く欄の中の文</td>", count: 3)
        let table = word("<table><tbody><tr>\(cells)</tr></tbody></table>")
        #expect(table.contains("\(before)</w:t></w:r><w:r><w:br/></w:r>") == breaks, "\(table)")
    }

    @Test("A date in the title of a table is not parted by the end of its line")
    func captionLines() {
        func table(_ words: String) -> String {
            word("<table><caption>\(words)<time>令和7年2月14日</time>現在</caption><tbody><tr><td>甲</td></tr></tbody></table>")
        }
        let filled = String(repeating: "長い題名", count: 10)
        #expect(table(filled).contains("\(filled)</w:t></w:r><w:r><w:br/></w:r>"))
        #expect(!table("題名").contains("<w:br/>"))
    }

    @Test("In a form values stand under one another, and what is wide goes to the margin; lines to write on, too")
    func formRows() {
        func form(_ rows: String) -> String { word("<form>\(rows)</form>") }
        let tab = "<w:r><w:tab/></w:r>"
        let stops =
            "<w:tab w:val=\"left\" w:pos=\"2100\"/><w:tab w:val=\"right\" w:leader=\"underscore\" w:pos=\"9638\"/>"
        let name = form("<p class=\"form-row\"><label for=\"a\">氏名　</label><input id=\"a\" size=\"36\"/></p>")
        #expect(name.contains(stops) && name.contains("氏名</w:t></w:r>\(tab)<w:sdt>"), "\(name)")
        #expect(name.contains("<w:sdtContent>\(tab)</w:sdtContent>") && !name.contains("＿"), "\(name)")
        // A short blank has its length; one that is filled in, its text.
        let short = form(
            "<p class=\"form-row\"><label for=\"a\">番号　</label><input id=\"a\" size=\"8\"/><span>号</span></p>")
        #expect(short.contains("番号</w:t></w:r>\(tab)<w:sdt>") && short.contains(">＿＿＿＿<"), "\(short)")
        let filled = form(
            "<p class=\"form-row\"><span class=\"form-label\">氏名　</span><span class=\"form-value\">山田</span></p>")
        #expect(filled.contains("氏名</w:t></w:r>\(tab)<w:r><w:t xml:space=\"preserve\">山田<"), "\(filled)")
        // A label wider than its column, and what stands on the right, stay as they are.
        let long = form(
            "<p class=\"form-row\"><label for=\"a\">利用を始める日（必須）　</label><input id=\"a\" size=\"36\"/></p>")
        #expect(!long.contains(tab) && long.contains("　</w:t>"), "\(long)")
        let right = form("<p class=\"right\"><label for=\"a\">氏名　</label><input id=\"a\" size=\"36\"/></p>")
        #expect(!right.contains(tab) && right.contains("<w:jc w:val=\"right\"/>"), "\(right)")
        // An answer of one line stands behind its label, one of several has as many lines.
        let place = form(
            "<div class=\"form-row\"><label for=\"a\">所在地　</label><textarea id=\"a\" rows=\"1\"></textarea></div>")
        #expect(place.contains("所在地</w:t></w:r>\(tab)<w:sdt>") && place.components(separatedBy: "<w:p>").count == 2)
        let reason = form("<div><textarea aria-label=\"理由\" rows=\"3\"></textarea></div>")
        #expect(reason.components(separatedBy: tab).count == 4 && reason.contains("w:leader=\"underscore\""))
    }

    @Test("Columns that do not fit are narrower from the widest on; a template's shares hold")
    func crowded() {
        func widths(_ cells: String) -> [Int] {
            word("<table><tbody><tr>\(cells)</tr></tbody></table>").matches(of: /<w:gridCol w:w="(\d+)"/).compactMap {
                Int($0.1)
            }
        }
        let crowded = widths(String(repeating: "<td>１２３，４５６，７８９千円</td>", count: 8))
        #expect(Set(crowded).count == 1 && crowded[0] * 8 <= 9638)
        // A long piece of an address gives way to a telephone number.
        let address = "<td>https://<wbr/>\(String(repeating: "a", count: 60))</td>"
        let list = widths("<td>０７９７－８７－１７１８</td><td>６６５－０８２７</td>" + address + "<td>長い説明の文が入る欄</td>")
        #expect(list[0] >= 2720 && list[1] >= 1880 && list[3] >= 1250 && list.reduce(0, +) <= 9638, "\(list)")
        #expect(
            widths("<td data-width=\"20%\">長い説明の文が入る欄</td><td data-width=\"80%\">長い説明の文が入る欄</td>") == [1927, 7710])
    }

    @Test("The title of an item stays with its text; the end of a document with who has published it")
    func together() {
        func kept(_ markup: String) -> [String] {
            word(markup).components(separatedBy: "</w:p>").filter { $0.contains("<w:keepNext/>") }.map {
                texts($0).joined()
            }
        }
        let mark = "<span class=\"marker\">ア</span> "
        #expect(kept("<ol><li>\(mark)<p>題</p><p>文</p></li><li>\(mark)<p>独</p></li></ol>") == ["ア題"])
        #expect(kept("<ol><li>\(mark)題<ul><li>\(mark)中</li></ul></li></ol>") == ["ア題"])
        let rows = (1...8).map { "<tr><td>\($0)</td></tr>" }.joined()
        let colophon = "<div class=\"colophon\"><p>奥付</p></div>"
        #expect(
            kept("<section><p>前</p><table><tbody>\(rows)</tbody></table></section>\(colophon)") == ["8", ""])
        #expect(kept("<section><p>前</p><ul><li>甲</li><li><p>乙</p></li></ul></section>\(colophon)") == ["乙"])
        let contact = "<section id=\"contact\"><h2>先</h2><dl><dt>所</dt><dd>地</dd><dt>電</dt><dd>話</dd></dl></section>"
        #expect(
            kept("<section><p>前</p><table><tbody>\(rows)</tbody></table></section>\(contact)") == [
                "8", "", "先", "所", "地", "電",
            ])
    }

    /// What is written, and the texts that Word gets, a stroke between the runs.
    private static let spaces = [
        ("<p>一\n  <em> 二</em> 三</p>", "一| 二| 三"), ("<p>a\n  b</p>", "a b"),
        ("<ul><li><span class=\"marker\">・</span> 項目</li></ul>", "・|項目"),
        ("<p>A <ruby>漢<rt>かん</rt></ruby>B</p>", "A| |かん|漢|B"),
        ("<form><p>あり <input type=\"checkbox\"/>はい</p></form>", "あり| |□|はい"),
        ("<table><tbody><tr><td><textarea rows=\"1\"></textarea></td></tr></tbody></table>", "　　　　"),
    ]

    @Test("White space is folded as on the page", arguments: spaces)
    func space(_ markup: String, _ texts: String) {
        let found = word(markup).matches(of: /<w:t(?: [^>]*)?>([^<]*)</).map { String($0.1) }
        #expect(found.joined(separator: "|") == texts)
    }

    @Test("A mark that has no paragraph of its own is never lost")
    func loneMark() {
        let mark = { (text: String) in "<span class=\"marker\">\(text)</span> " }
        let nested = "<ol><li>\(mark("①"))<ul><li>\(mark("・"))甲</li><li>\(mark("・"))乙</li></ul></li></ol>"
        #expect(texts(word(nested)) == ["①", "・", "甲", "・", "乙"])
        // The outer mark stands where the outer list begins, the inner one a tab further.
        #expect(
            word(nested).contains(
                "<w:tab w:val=\"left\" w:pos=\"360\"/></w:tabs><w:ind w:left=\"720\" w:hanging=\"720\"/>"))
        let table = "<ol><li>\(mark("①"))<table><tbody><tr><td>丙</td></tr></tbody></table></li></ol>"
        #expect(texts(word(table)) == ["①", "丙"])
        #expect(texts(word("<ol><li>\(mark("①"))<dl><dt>丁</dt><dd>戊</dd></dl></li></ol>")) == ["①", "丁", "戊"])
    }

    @Test("A form has the margins of a sheet, and its tables small letters; a booklet with one has not")
    func sheet() {
        let form = "<form><table><tbody><tr><td>欄</td></tr></tbody></table></form>"
        #expect(word(form).contains("w:top=\"794\"") && word(form).contains("<w:pStyle w:val=\"FormCell\"/>"))
        #expect(!word(form).contains("w:type=\"first\""))
        let booklet = word("<section>\(form)</section>")
        #expect(booklet.contains("w:top=\"1134\"") && booklet.contains("w:type=\"first\""))
    }

    @Test("A section with a wide table is on paper turned; what follows it is not, and numbers go on")
    func turned() {
        let table = "<table class=\"wide\"><tbody><tr><td>幅</td></tr></tbody></table>"
        let cover = "<header class=\"cover\"><h1>題</h1></header>"
        let booklet = word(
            "\(cover)<section><h2>前</h2></section><section>\(table)</section><section><h2>後</h2></section>")
        let papers = booklet.matches(of: /<w:pgSz w:w="(\d+)" w:h="(\d+)"/).map { "\($0.1)x\($0.2)" }
        #expect(papers == ["11906x16838", "16838x11906", "11906x16838"])
        // One head for all, none on the cover.
        #expect(booklet.matches(of: /headerReference|footerReference/).count == 2)
        #expect(booklet.contains("w:pgNumType") == false)
        // A list by itself is turned as a whole.
        let list = word("<h1>題</h1><section>\(table)</section><section><h2>後</h2></section>")
        #expect(list.matches(of: /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/).count == 1)
        #expect(list.matches(of: /<w:sectPr>/).count == 1)
    }

    @Test("What follows the contents begins a page, and a chapter behind a short one stays on it")
    func pages() {
        let contents = "<section class=\"chapter\"><h2>目</h2><nav class=\"contents\"></nav></section>"
        let body = word("\(contents)<section><h2>断</h2></section><section class=\"chapter\"><h2>初</h2></section>")
        let starts = body.components(separatedBy: "<w:p>").filter { $0.contains("<w:pageBreakBefore/>") }
        #expect(starts.map { texts($0).joined() } == ["目", "断"])
    }

    private func texts(_ body: String) -> [String] {
        body.matches(of: /<w:t(?: [^>]*)?>([^<]*)</).map { String($0.1) }.filter { !$0.isEmpty }
    }
}
