import Japanese
import MarkupSupport
import Testing

@testable import Markup

@Suite struct TextWriterTests {
    func text(
        _ markup: String, columns: Int = 40, ambiguous: DisplayWidth.Ambiguous = .wide,
        tables: TextStyle.Tables = .rules, hasMark: Bool = false
    ) -> String {
        let parsed = ParsedMarkup("<body>\(markup)</body>")
        #expect(parsed.findings.isEmpty)
        let style = TextStyle(
            columns: columns, breaker: LineBreaker(width: DisplayWidth(ambiguous: ambiguous)), tables: tables,
            hasMark: hasMark)
        return String(decoding: TextWriter.write(parsed.document, style: style), as: UTF8.self)
    }

    @Test("Any element may be the outermost", arguments: ElementName.allCases)
    func outermost(name: ElementName) {
        var builder = MarkupBuilder()
        builder.element(name)
        let document = builder.finish()
        #expect(String(decoding: HTMLWriter.write(document), as: UTF8.self).contains("<\(name.rawValue)"))
        let text = TextWriter.write(document, style: TextStyle())
        #expect(text.isEmpty || text.last == 0x0A)
    }

    @Test("A document finds its elements by name, whatever has been added to it or become another")
    func elements() {
        #expect(ElementName.allCases.indices.allSatisfy { ElementName.allCases[$0].ordinal == $0 })
        var document = ParsedMarkup("<body><ref to=\"a\"/><a>1</a><ref to=\"b\"/></body>").document
        let references = document.elements(.ref)
        document.replace(references[1], by: .a, [])
        document.append(.ref, to: document.root)
        #expect(document.elements(.a).count == 2 && document.elements(.a) == document.elements(.a).sorted())
        #expect(document.elements(.ref) == [references[0], 5])
        document.replace(references[0], by: .a, [])
        #expect(document.elements(.a).first == references[0])
    }

    @Test(
        "The last line of a paragraph has three letters where it would have one or two",
        arguments: [
            ("掲げるものを備えていること。", "掲げるものを備えてい\nること。\n"), ("掲げるものを備えている。", "掲げるものを備えて\nいる。\n"),
            ("掲げるものを備えた<br/>人。", "掲げるものを備えた\n人。\n"), ("掲げるものを備える", "掲げるものを備える\n"),
            ("数は一二三1234567890人。", "数は一二三\n1234567890人。\n"),
        ])
    func lastLines(paragraph: String, expected: String) {
        #expect(text("<p class=\"right\">\(paragraph)</p>", columns: 20).replacing(/(?m)^ +/, with: "") == expected)
    }

    @Test("Paragraphs begin with an ideographic space and follow one another")
    func paragraphs() {
        #expect(
            text("<h1>題</h1><p>一つ目の段落は行の終わりで折り返します。</p><p>二つ目。</p>", columns: 20) == """
                題

                　一つ目の段落は行の
                終わりで折り返します。
                　二つ目。

                """)
    }

    @Test("A text may begin with a byte order mark")
    func mark() { #expect(text("<p>本文</p>", hasMark: true) == "\u{FEFF}　本文\n") }

    @Test("Tables as they are read aloud, where the house style wants that")
    func readAloud() {
        let table = """
            <table><thead><tr><th>名称</th><th>電話番号</th></tr></thead><tbody>\
            <tr><th scope="row">甲</th><td>1</td></tr><tr><th scope="row">乙</th><td>2</td></tr></tbody></table>\
            <table><tbody><tr><th scope="row">対象</th><td>小学生</td></tr></tbody></table>
            """
        #expect(text(table).contains("│甲"))
        #expect(
            text(table, tables: .records) == """
                名称    ：甲
                電話番号：1

                名称    ：乙
                電話番号：2

                対象：小学生

                """)
    }

    @Test("For the ear there are no frames, and no stop stands beyond the end of a line", arguments: [false, true])
    func framesForEar(isForEar: Bool) {
        let mark = { (text: String) in "<span class=\"marker\">\(text)</span> " }
        let steps = "<ol class=\"flow\"><li>\(mark("①"))依頼</li><li>\(mark("②"))報告</li></ol>"
        let written = text(steps + "<div class=\"box\"><p>囲み</p></div>", tables: isForEar ? .records : .rules)
        if isForEar {
            #expect(written == "①　依頼\n②　報告\n\n　囲み\n")
        } else {
            #expect(written.contains("│ ①　依頼") && written.contains("↓") && written.contains("│ 　囲み"))
        }
        let lines = text("<p>あいうえおかきくけ。さしすせ</p>", columns: 20, tables: isForEar ? .records : .rules)
            .split(separator: "\n").map { DisplayWidth().columns(String($0)) }
        #expect(lines.max().map { $0 <= 20 } == isForEar)
    }

    @Test("Alignment")
    func alignment() {
        #expect(
            text("<p class=\"right\">右</p><p class=\"center\">中</p>", columns: 10) == """
                        右
                    中

                """)
    }

    @Test("Lists hang behind their marks, however deep")
    func lists() {
        let item = { (mark: String, content: String) in "<li><span class=\"marker\">\(mark)</span> \(content)</li>" }
        let inner = "<ul>\(item("・", "内側の項目も折り返します"))</ul>"
        #expect(
            text("<ol>\(item("(1)", "外側の項目は折り返します" + inner))\(item("(10)", "次"))</ol>", columns: 20) == """
                (1)  外側の項目は折
                     り返します
                     ・内側の項目も
                       折り返します
                (10) 次

                """)
    }

    @Test("Each numbered heading below the first sets what follows a character deeper")
    func ladder() {
        let heading = { (level: Int, mark: String) in "<h\(level)><span class=\"marker\">\(mark)</span> 見出し</h\(level)>"
        }
        #expect(
            text(
                "<section>\(heading(2, "１"))<section>\(heading(3, "（１）"))<p>本文です。</p></section></section><p>外です。</p>"
            ) == """
                １　見出し

                  （１）見出し

                  　本文です。
                　外です。

                """)
    }

    @Test("Tables have rules whose corners meet, and cells that wrap")
    func table() {
        let table = """
            <table><caption>表</caption><thead><tr><th scope="col">名称</th><th scope="col">電話</th></tr></thead>
            <tbody><tr><th scope="row">とても長い名前の施設</th><td class="figure">12</td></tr></tbody></table>
            """
        #expect(
            text(table, columns: 24) == """
                表
                ┌───────┬──┐
                │名称          │電話│
                ├───────┼──┤
                │とても長い名前│  12│
                │の施設        │    │
                └───────┴──┘

                """)
        let narrow = text(table, columns: 24, ambiguous: .narrow).split(separator: "\n").dropFirst()
        #expect(Set(narrow.map { DisplayWidth(ambiguous: .narrow).columns(String($0)) }).count == 1)
    }

    @Test("Every line of a table is as wide as the others", arguments: [24, 30, 37, 40, 61, 80])
    func tableWidths(columns: Int) {
        let cells = ["楽笑 フリースクール", "〒665-0865 兵庫県宝塚市寿町9-10-2F①※", "0797-86-2321、ABC defg"]
        let row = "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
        let lines = text("<table><tbody>\(row)\(row)</tbody></table>", columns: columns).split(separator: "\n")
        let widths = Set(lines.map { DisplayWidth().columns(String($0)) })
        #expect(lines.allSatisfy { DisplayWidth().columns(String($0)) <= columns })
        if lines[0].hasPrefix("┌") { #expect(widths.count == 1) }
    }

    @Test("A blank is as long as what is written on it; for the ear it is short", arguments: [false, true])
    func blanks(isForEar: Bool) {
        let form = "<p>氏名　<input name=\"a\" size=\"20\"/></p><textarea name=\"b\" rows=\"2\"></textarea>"
        let long = String(repeating: "＿", count: 20)
        #expect(
            text(form, tables: isForEar ? .records : .rules)
                == (isForEar ? "　氏名　＿＿＿\n＿＿＿\n" : "　氏名　\(String(repeating: "＿", count: 10))\n\(long)\n\(long)\n"))
    }

    @Test("A table too wide for the page is set as labelled records")
    func records() {
        let head = "<thead><tr><th scope=\"col\">名称</th><th scope=\"col\">電話</th></tr></thead>"
        let row = { (name: String) in "<tr><td>\(name)</td><td>0797-86-2321</td></tr>" }
        #expect(
            text("<table>\(head)<tbody>\(row("甲"))\(row("乙"))</tbody></table>", columns: 20) == """
                名称：甲
                電話：0797-86-2321

                名称：乙
                電話：0797-86-2321

                """)
    }

    /// What a table's empty cells become in records: of data nothing, of a form a blank; where some hold fields, those alone.
    @Test(
        "An empty cell that is to be written in is a labelled blank",
        arguments: [
            ("div", "<td></td><td></td>", "項目：名称\n"),
            ("form", "<td>甲</td><td></td>", "項目：名称\n現在：甲\n訂正：＿＿＿＿＿\n"),
            ("form", "<td></td><td><textarea rows=\"1\"></textarea></td>", "項目：名称\n訂正：＿＿＿＿＿\n"),
            ("form", "<td></td><td><input size=\"4\"/></td>", "項目：名称\n訂正：＿＿＿＿＿\n"),
            ("form", "<td></td><td><input size=\"4\"/>日</td>", "項目：名称\n訂正：＿＿日\n"),
        ])
    func blankCells(block: String, cells: String, expected: String) {
        let head = ["項目", "現在", "訂正"].map { "<th scope=\"col\" data-width=\"33%\">\($0)</th>" }.joined()
        let row = "<tr><th scope=\"row\">名称</th>\(cells)</tr>"
        let table = "<table><thead><tr>\(head)</tr></thead><tbody>\(row)</tbody></table>"
        #expect(text("<\(block)>\(table)</\(block)>", columns: 16) == expected)
    }

    @Test("A cell with a blank alone is an empty box between rules")
    func boxes() {
        let table = "<table><tbody><tr><th>甲</th><td><input size=\"20\"/></td></tr></tbody></table>"
        #expect(
            text("<form>\(table)</form>") == text("<form>\(table.replacing("<input size=\"20\"/>", with: ""))</form>"))
    }

    @Test("Where the head says its titles again, the records go down the first part before the next")
    func parts() {
        let head =
            "<thead><tr>\(String(repeating: "<th scope=\"col\">日</th><th scope=\"col\">出席</th>", count: 2))</tr></thead>"
        let rows = [
            "<tr><th>1</th><td></td><th>3</th><td></td></tr>", "<tr><th>2</th><td></td><td colspan=\"2\">※</td></tr>",
        ]
        #expect(
            text("<table>\(head)<tbody>\(rows.joined())</tbody></table>", tables: .records)
                == "日  ：1\n\n日  ：2\n\n日  ：3\n\n日・出席：\n  ※\n")
    }

    @Test(
        "Inline elements",
        arguments: [
            ("<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>", "漢字（かんじ）"), ("<ruby>漢字<rt>かんじ</rt></ruby>", "漢字（かんじ）"),
            ("<a href=\"https://a.jp/\">頁</a>", "頁（https://a.jp/）"),
            ("<a href=\"https://a.jp/\">https://a.jp/</a>", "https://a.jp/"), ("<a href=\"#x\">Ⅰの2</a>", "Ⅰの2"),
            ("<a href=\"tel:0797862321\">0797-86-2321</a>", "0797-86-2321"), ("a<br/>b", "a\nb"), ("a  \n b", "a b"),
            ("<label for=\"x\">氏名</label><input id=\"x\" size=\"8\"/>", "氏名＿＿＿＿"),
            ("<input size=\"8\" value=\"山田\"/>", "山田"), ("<input type=\"checkbox\"/>同意", "□同意"),
            ("<input type=\"checkbox\" checked=\"checked\"/>同意", "☑同意"), ("<input type=\"radio\"/>同意", "□同意"),
            ("<input type=\"radio\" checked=\"checked\"/>同意", "☑同意"),
            ("<span class=\"screen-only\">画面</span>紙", "紙"),
        ])
    func inline(markup: String, expected: String) {
        #expect(text("<div>\(markup)</div>") == expected + "\n")
    }

    @Test("Writing lines for a text area, or what is in it")
    func textArea() {
        #expect(text("<textarea rows=\"2\"></textarea>", columns: 10) == "＿＿＿＿＿\n＿＿＿＿＿\n")
        #expect(text("<textarea rows=\"2\">理由</textarea>", columns: 10) == "理由\n")
    }

    @Test("A flow is drawn as boxes joined by arrows")
    func flow() {
        let step = { (mark: String) in "<li><span class=\"marker\">\(mark)</span> <p>手続です</p></li>" }
        #expect(
            text("<ol class=\"flow\">\(step("①"))\(step("②"))</ol>", columns: 20) == """
                ┌────────┐
                │ ①　手続です   │
                └────────┘
                         ↓
                ┌────────┐
                │ ②　手続です   │
                └────────┘

                """)
    }

    @Test("An item without words keeps its number")
    func emptyItem() {
        let item = { (mark: String, content: String) in "<li><span class=\"marker\">\(mark)</span> \(content)</li>" }
        #expect(text("<ol>\(item("(1)", "a"))\(item("(2)", ""))\(item("(3)", "b"))</ol>") == "(1) a\n(2)\n(3) b\n")
    }

    @Test(
        "Nothing that a template says of sizes breaks the page",
        arguments: [
            "<textarea rows=\"-1\"></textarea>", "<textarea rows=\"x\"></textarea>", "<p><input size=\"-5\"/></p>",
            String(repeating: "<blockquote>", count: 9) + "<hr/><p>あ</p>"
                + String(repeating: "</blockquote>", count: 9),
            "<ol class=\"flow\"><li><table><tbody><tr><td>あいうえおかきくけこ</td><td>abc</td></tr></tbody></table></li></ol>",
        ])
    func sizes(markup: String) {
        #expect(text(markup, columns: 10).hasSuffix("\n"))
    }

    @Test("Lines end in no space, the text in one line feed", arguments: [20, 40, 80])
    func ends(columns: Int) {
        let result = text("<h1>題　</h1><p>あ　</p><ul><li>い </li></ul><p>う<br/> <br/>え</p>", columns: columns)
        #expect(result.hasSuffix("え\n"))
        #expect(result.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") && !$0.hasSuffix("　") })
    }
}
