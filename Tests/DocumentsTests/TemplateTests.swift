import Diagnostics
import Documents
import Files
import Mustache
import Proofreading
import Records
import Templates
import TestSupport
import Testing

@Suite struct TemplateTests {
    @Test("A new document needs a template and a line in board.yaml")
    func newDocument() throws {
        let (html, text, diagnostics) = try Rendering.notice(
            """
            {{<parts/page}}{{$main}}<h1>{{document.title}}</h1>
            <p>{{board.name}}は、{{document.date}}（{{document.date.weekday}}）に次の施設を確かめました。</p>
            <ol>{{#facilities.private}}<li>{{name}}（{{prefecture}}、{{telephone}}）</li>{{/facilities.private}}</ol>
            {{/main}}{{/parts/page}}
            """, facilities: Rendering.facilities)
        #expect(diagnostics.isEmpty)
        #expect(
            html.contains(
                "<li><menu hidden></menu><span class=\"marker\">(1)</span> 甲&lt;&amp;&gt;（兵庫県、0797-86-2321）</li>"))
        #expect(
            text == """
                お知らせ

                　宝塚市教育委員会は、令和7年2月14日（金）に次の施設を確かめました。

                (1) 甲<&>（兵庫県、0797-86-2321）
                (2) 乙（大阪府、0120-025-215）

                """)
    }

    /// What stands before the body of a notice; its heading is left out of the text.
    func head(_ body: String) -> String {
        let heading = body.contains("<h1") ? "" : "<h1 class=\"screen-only\">題</h1>"
        return "<html lang=\"ja\"><body data-headings=\"Ⅰ 1\" data-lists=\"(1)\">\(heading)"
    }

    /// The body of a notice, with the rest of a page round it.
    func render(_ body: String, board: String = Rendering.notices) throws -> (text: String, diagnostics: [Diagnostic]) {
        let (_, text, diagnostics) = try Rendering.notice(
            "\(head(body))\(body)</body></html>", board: board, facilities: Rendering.facilities)
        return (text, diagnostics)
    }

    @Test("A numbered chapter stands in its running head; another section does not")
    func runningHead() throws {
        let (html, _, _) = try Rendering.notice(
            """
            {{<parts/page}}{{$main}}<h1>題</h1><div data-headings="Ⅰ 1">
            <section id="a" class="chapter"><h2>初め</h2><p>文。</p></section>
            <section id="b"><h2>次</h2><p>文。</p></section>
            <section id="c" class="chapter"><h2 class="unnumbered">様式</h2><p>文。</p></section></div>
            {{/main}}{{/parts/page}}
            """, facilities: Rendering.facilities)
        #expect(html.contains("@page chapter-1 { @top-right { content: \"お知らせ　Ⅰ 初め\"; } }"))
        #expect(
            html.contains("@media print { :where(#a, #a ~ :not(.chapter, #a ~ .chapter ~ *)) { page: chapter-1; } }"))
        #expect(!html.contains("chapter-2"))
        #expect(!html.contains("@page wide-1"))
    }

    @Test(
        "The running head has digits as wide as the title on the page has, on paper and in Word",
        arguments: [("halfwidth", "令和5年度のお知らせ"), ("fullwidth", "令和５年度のお知らせ")])
    func runningHeadDigits(digits: String, title: String) throws {
        let board = Rendering.notices.replacing("お知らせ", with: "令和5年度のお知らせ")
            .replacing("documents:", with: "style: {digits: \(digits)}\ndocuments:")
            .replacing("id: notice,", with: "id: notice, formats: [html, docx],")
        let page = "{{<parts/page}}{{$main}}<h1>{{document.title}}</h1><p>文。</p>{{/main}}{{/parts/page}}"
        let made = try Rendering.render(
            board: "test", data: ["Data/test/board.yaml": board], templates: ["Templates/notice.html": page]
        ).files
        func text(_ name: String) -> String {
            made.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        }
        #expect(text("notice.html").contains("@page { @top-right { content: \"\(title)\"; } }"))
        #expect(text("notice.docx").contains(">\(title)<"))
        #expect(!text("notice.docx").contains(title == "令和5年度のお知らせ" ? "令和５年度" : "令和5年度"))
    }

    @Test("Over a wide table the running head names its chapter, too")
    func wideRunningHead() throws {
        let table =
            "<table class=\"records wide\"><caption>表</caption><thead><tr><th scope=\"col\">項</th></tr></thead></table>"
        let (html, _, _) = try Rendering.notice(
            """
            {{<parts/page}}{{$main}}<h1>題</h1><div data-headings="Ⅰ 1">
            <section id="a" class="chapter"><h2>初め</h2><section id="b"><h3>中</h3>\(table)</section></section></div>
            {{/main}}{{/parts/page}}
            """)
        #expect(html.contains("@page wide-1 { size: A4 landscape;"))
        #expect(
            html.contains(
                "@top-right { content: \"お知らせ　Ⅰ 初め\"; } }\n@media print { #a:has(> table.wide), #a section:has"))
    }

    @Test("The numbers of an address stay together, wherever it is printed as text")
    func addressNumbers() throws {
        let facilities = Rendering.facilities.replacing("兵庫県宝塚市1,", with: "兵庫県宝塚市小浜1丁目2番1号,")
        let (html, text, diagnostics) = try Rendering.notice(
            """
            {{<parts/page}}{{$main}}<h1>題</h1>{{#facilities.private}}<p title="{{address}}">{{prefecture}}：{{address}}に<a href="{{address.map}}">地図</a></p>{{/facilities.private}}
            {{/main}}{{/parts/page}}
            """, facilities: facilities)
        #expect(diagnostics.isEmpty)
        #expect(
            html.contains(
                "<p title=\"兵庫県宝塚市小浜1丁目2番1号\">兵庫県：兵庫県宝塚市小浜<span class=\"unbroken lot\">1丁目2番1号</span>に<a href="))
        #expect(html.contains("大阪府：大阪府大阪市2に<a"))
        #expect(text.contains("兵庫県：兵庫県宝塚市小浜1丁目2番1号に地図"))
    }

    @Test("A hint says how many letters its blank takes, as the blank says", arguments: ["halfwidth", "fullwidth"])
    func letterLimits(_ digits: String) throws {
        let (html, _, diagnostics) = try Rendering.notice(
            """
            {{<parts/page}}{{$main}}<h1>題</h1><p id="h"><span class="limit"/>別紙でもよい。</p><p><span class="limit"/></p>
            <div><label for="a">甲</label><textarea id="a" maxlength="1200" aria-describedby="h"></textarea></div>{{/main}}{{/parts/page}}
            """, board: Rendering.notices + "style: {digits: \(digits)}\n")
        #expect(diagnostics.isEmpty)
        let number = digits == "halfwidth" ? "1,200" : "<span class=\"digits\">１，２００</span>"
        #expect(html.contains("<p id=\"h\"><span class=\"limit\">\(number)字まで。</span>別紙でもよい。</p>"), "\(html)")
        #expect(html.contains("<p><span class=\"limit\"></span></p>"))
    }

    @Test(
        "The house style, or a document's own, sets text on paper in 明朝",
        arguments: [("", "", false), ("mincho", "", true), ("mincho", "gothic", false), ("", "mincho", true)])
    func typeface(_ board: String, _ document: String, _ isMincho: Bool) throws {
        let own = document.isEmpty ? "" : "style: {typeface: \(document)}, "
        let data =
            Rendering.notices.replacing("title: お", with: own + "title: お")
            + (board.isEmpty ? "" : "style: {typeface: \(board)}\n")
        let (html, _, diagnostics) = try Rendering.notice(
            "{{<parts/page}}{{$main}}<h1>題</h1>{{/main}}{{/parts/page}}", board: data)
        #expect(diagnostics.isEmpty)
        #expect(html.contains("@media print { :root { --face: var(--mincho); } }") == isMincho)
    }

    @Test(
        "Values in their forms",
        arguments: [
            ("{{document.date}}", "令和7年2月14日"), ("{{document.date.short}}", "R7.2.14"),
            ("{{document.date.iso}}", "2025-02-14"),
            ("{{document.date.western}}", "2025年2月14日"), ("{{board.edition.issued.bare}}", "3月"),
            ("{{board.edition.fiscal_year.western}}", "2024年度"), ("{{board.edition.fiscal_year.year}}", "令和6年"),
            ("{{facilities.private.count}}", "2"), ("{{facilities.private.first.postal_code.mark}}", "〒665-0865"),
            ("{{facilities.private.last.name}}", "乙"), ("{{facilities.private.b.telephone}}", "0120-025-215"),
            ("{{facilities.private.first.telephone.link}}", "tel:0797862321"),
            // `first` is also the identifier of a notice: a list's own names come first.
            ("{{board.notices.first.title}}", "通知"),
            ("{{document.date.fullwidth}}", "令和７年２月１４日"),
            ("{{#facilities.private}}{{number}}{{/facilities.private}}", "12"),
            ("{{#document.draft}}案{{/document.draft}}{{^document.draft}}決定{{/document.draft}}", "決定"),
            ("{{documents.notice.title}}", "お知らせ"),
            ("{{board.edition.fiscal_year.bare}}", "6"), ("{{facilities.private.2.name}}", "乙"),
            ("{{#facilities.private.3.name}}三{{/facilities.private.3.name}}なし", "なし"),
            (
                "{{#facilities.private}}{{^is_first}}、{{/is_first}}{{name}}{{#is_last}}。{{/is_last}}{{/facilities.private}}",
                "甲<&>、乙。"
            ),
            ("{{document.date.year}}{{document.date.bare}}", "令和7年2月14日"), ("{{board.edition.issued.year}}", "令和7年"),
            (
                "{{#facilities.private}}{{#previous.name}}{{previous.name}}→{{/previous.name}}{{name}} {{/facilities.private}}",
                "甲<&> 甲<&>→乙"
            ),
            ("{{#facilities.private}}{{#next.name}}{{next.name}}{{/next.name}}{{/facilities.private}}", "乙"),
            (
                "{{#facilities.private}}{{#prefecture.equals.previous.prefecture}}同{{/prefecture.equals.previous.prefecture}}{{^prefecture.equals.previous.prefecture}}{{prefecture}}{{/prefecture.equals.previous.prefecture}}{{/facilities.private}}",
                "兵庫県大阪府"
            ),
            (
                "{{#board.edition.issued.year.equals.document.date.year}}同じ年{{/board.edition.issued.year.equals.document.date.year}}",
                "同じ年"
            ),
            (
                "{{#facilities.private.count.exceeds.board.notices.count}}多{{/facilities.private.count.exceeds.board.notices.count}}{{^facilities.private.count.exceeds.facilities.private.count}}同{{/facilities.private.count.exceeds.facilities.private.count}}",
                "多同"
            ),
            (
                "{{#facilities.private.3.name.equals.facilities.private.3.name}}空{{/facilities.private.3.name.equals.facilities.private.3.name}}無",
                "無"
            ),
        ])
    func forms(tag: String, expected: String) throws {
        let (text, diagnostics) = try render("<div>\(tag)</div>")
        #expect(diagnostics.isEmpty)
        #expect(text == expected + "\n")
    }

    @Test(
        "Numbering: a ladder for its part alone, marks of many kinds, lists that begin later or go on",
        arguments: [
            (
                "<h2>一</h2><section data-headings=\"A\"><h2>附則</h2><h2>附則二</h2></section><h2>二</h2>",
                ["Ⅰ　一", "A　附則", "B　附則二", "Ⅱ　二"]
            ),
            ("<ol data-marker=\"⑴\"><li>あ</li><li>い</li></ol>", ["⑴ あ", "⑵ い"]),
            ("<ol data-marker=\"（ｱ）\"><li>あ</li><li>い</li></ol>", ["（ｱ）", "（ｲ）"]),
            ("<ol data-marker=\"㋐\"><li>あ</li><li>い</li></ol>", ["㋐ あ", "㋑ い"]),
            ("<ol data-marker=\"ⅰ\"><li>あ</li><li>い</li></ol>", ["ⅰ あ", "ⅱ い"]),
            ("<ol data-marker=\"ａ\"><li>あ</li><li>い</li></ol>", ["ａ　あ", "ｂ　い"]),
            ("<ol data-start=\"3\"><li>あ</li><li>い</li></ol>", ["(3) あ", "(4) い"]),
            ("<ol><li>あ</li></ol><p>間</p><ol data-start=\"continue\"><li>い</li></ol>", ["(1) あ", "(2) い"]),
            ("<h2 id=\"x\" data-contents=\"短い題\">長い見出し</h2><contents/>", ["Ⅰ　短い題", "Ⅰ　長い見出し"]),
        ])
    func numbering(body: String, lines: [String]) throws {
        let (text, diagnostics) = try render("<h1>題</h1>" + body)
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.summary.en))")
        func folded(_ text: String) -> String { text.replacing("　", with: " ") }
        for line in lines { #expect(folded(text).contains(folded(line)), "\(line)\n\(text)") }
    }

    @Test(
        "A mark that does not count is told",
        arguments: [
            "<ol data-marker=\"い\"><li>あ</li></ol>", "<section data-headings=\"甲\"><h2>あ</h2></section>",
            "<ol data-start=\"x\"><li>あ</li></ol>",
        ])
    func unknownMarker(body: String) throws {
        #expect(try render("<h1>題</h1>" + body).diagnostics.map(\.code) == [.unknownMarker])
    }

    @Test(
        "A list printed whole inside the section that goes through its items is told", arguments: ["{{kind}}", "{{.}}"])
    func repeatedList(inside: String) throws {
        let path = "Data/takarazuka/board.yaml"
        let board = String(decoding: try Project.bytes(path), as: UTF8.self)
            .replacing("\ndocuments:\n", with: "\ndocuments:\n  - {id: line, title: 題}\n")
        let (_, diagnostics) = try Rendering.render(
            board: "takarazuka", data: [path: board],
            templates: [
                "Templates/takarazuka/line.html":
                    "<html lang=\"ja\"><body><h1>題</h1><ul>{{#facilities.private}}{{#kind}}<li>\(inside)</li>{{/kind}}{{/facilities.private}}</ul></body></html>"
            ], only: ["line"])
        #expect(diagnostics.map(\.code).contains(.repeatedList) == (inside == "{{kind}}"))
    }

    @Test(
        "A number typed in a heading that is numbered is told, one that its words are of is not",
        arguments: [
            ("1　はじめに", true), ("１．はじめに", true), ("(2) 手続", true), ("（２）手続", true), ("第3章 支援", true), ("第二　手続", true),
            ("①相談", true), ("Ⅱ　支援", true), ("3年間の取組", false), ("1.5倍に増えた", false), ("（１）の手続", false), ("第1回の報告", false),
            ("令和7年度", false), ("Ⅰ型の施設", false), ("2024年 報告", false), ("3 年生の支援", false),
        ])
    func typedMark(title: String, isTold: Bool) throws {
        let numbered = "<h1>題</h1><section data-headings=\"1\"><h2>\(title)</h2><p>本文</p></section>"
        #expect(try render(numbered).diagnostics.map(\.code).contains(.typedMark) == isTold)
        #expect(
            try !render("<h1>題</h1><h2 class=\"unnumbered\">\(title)</h2><p>本文</p>").diagnostics.map(\.code).contains(
                .typedMark))
    }

    @Test(
        "An entry of typed contents that is not what its heading says is told",
        arguments: [
            ("出席扱いの手続", false), ("2　出席扱いの手続……5", false), ("（２） 出席扱いの手続　5ページ", false),
            ("出席扱いの手順", true), ("出席の取扱い", true), ("2 出席あつかいの手続", true),
        ])
    func typedContents(entry: String, isTold: Bool) throws {
        let body = """
            <h1>題</h1><ul><li><a href="#a">はじめに</a></li><li><a href="#b">\(entry)</a></li></ul>
            <h2 id="a">はじめに</h2><p>本文</p><section id="b"><h2>出席扱いの手続</h2><p>本文</p></section>
            """
        #expect(try render(body).diagnostics.map(\.code).contains(.typedContents) == isTold)
    }

    @Test("A board's own style sheet goes into the HTML to paste with the names that it has there")
    func fragmentStyle() throws {
        let css = """
            /* .x */ @media print { .card, h2 > .card:not(.open, #a) { color: red; } }
            :root { --a: .5s; } body .card { &.wide { content: ".x{"; } } [data-x=".y"] a { color: #00f; }
            @font-face { font-family: "F.x"; }
            """
        let template = """
            {{<parts/page}}{{$head}}<link rel="stylesheet" href="style/own.css" data-fragment="true"/>{{/head}}
            {{$main}}<h1>題</h1><p class="card">本文</p>{{/main}}{{/parts/page}}
            """
        let (files, diagnostics) = try Rendering.render(
            board: "test",
            data: [
                "Data/test/board.yaml": Rendering.notices.replacing(
                    "id: notice,", with: "id: notice, formats: [html, fragment],")
            ],
            templates: ["Templates/notice.html": template, "Templates/style/own.css": css])
        func text(_ name: String) -> String {
            files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        }
        #expect(diagnostics.allSatisfy { $0.severity == .note })
        let scope = ".shirube-document"
        for rule in [
            "\(scope) .shirube-card, \(scope) h2 > .shirube-card:not(.shirube-open, #shirube-a)",
            "\(scope) { --a: .5s; }",
            "\(scope) .shirube-card {", "&.shirube-wide { content: \".x{\"; }",
            "\(scope) [data-x=\".y\"] a { color: #00f; }",
            "@media print {", "@font-face { font-family: \"F.x\"; }",
        ] {
            #expect(text("notice.fragment.html").contains(rule), "\(rule)")
        }
        #expect(text("notice.html").contains(css.replacing("/* .x */ ", with: "")))
    }

    @Test(
        "A page carries no comments of its style sheet, and what looks like one in a string or an address stays",
        arguments: [
            ("/* あ */\n\na { color: red; /* い */ }\n", "a { color: red;  }\n"),
            ("a {\n    color: red;\n}\n\n/* 終わり */\n", "a {\ncolor: red;\n}\n"),
            ("a::before { content: \"/* あ */\"; }", "a::before { content: \"/* あ */\"; }"),
            ("a::before { content: '\\'/* あ */'; }", "a::before { content: '\\'/* あ */'; }"),
            (
                "a { background: url(data:image/svg+xml,/*あ*/'); }/* い */",
                "a { background: url(data:image/svg+xml,/*あ*/'); }"
            ),
            // No descendant, which a space would make of it.
            ("a/* あ */.b { color: red; }", "a/**/.b { color: red; }"),
            ("a { color: red; } /* no end", "a { color: red; } "),
            ("a { content: \"\\\n  あ\"; }", "a { content: \"\\\n  あ\"; }"),
        ])
    func styleSheetComments(css: String, carried: String) throws {
        let template = """
            {{<parts/page}}{{$head}}<link rel="stylesheet" href="style/own.css"/>{{/head}}
            {{$main}}<h1>題</h1>{{/main}}{{/parts/page}}
            """
        let (files, _) = try Rendering.render(
            board: "test", data: ["Data/test/board.yaml": Rendering.notices],
            templates: ["Templates/notice.html": template, "Templates/style/own.css": css])
        let html = files.first { $0.name == "notice.html" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        #expect(html.contains("\n\(carried)\n}\n</style>"))
    }

    @Test("A table named by its heading, or by a caption for screen readers, has no title in text")
    func namedTables() throws {
        let rows = "<thead><tr><th scope=\"col\">名称</th></tr></thead><tbody><tr><td>甲</td></tr></tbody>"
        let (text, diagnostics) = try render(
            """
            <h1>題</h1><h2 id="list">一覧</h2><table aria-labelledby="list">\(rows)</table>
            <table><caption class="screen-reader">読み上げの題</caption>\(rows)</table>
            """)
        #expect(diagnostics.isEmpty)
        #expect(!text.contains("読み上げの題") && text.contains("一覧"))
    }

    @Test("Cells over several columns and rows, and columns of a width, are drawn in text as on the page")
    func spans() throws {
        let table = """
            <table><caption>表</caption><thead><tr><th scope="col" rowspan="2" data-width="20%">年度</th><th scope="colgroup" colspan="2">人数</th></tr>
            <tr><th scope="col">小学校</th><th scope="col">中学校</th></tr></thead>
            <tbody><tr><th scope="row">令和5年度</th><td class="figure" rowspan="2">10</td><td class="figure">1</td></tr>
            <tr><th scope="row">令和6年度</th><td class="figure">2</td></tr></tbody></table>
            """
        let (html, text, diagnostics) = try Rendering.notice("\(head(""))\(table)</body></html>")
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.summary.en))")
        #expect(html.contains("<th class=\"cell\" scope=\"col\" rowspan=\"2\" style=\"width: 20%\">年度</th>"))
        #expect(html.contains("<th class=\"cell\" scope=\"colgroup\" colspan=\"2\">人数</th>"))
        #expect(
            text == """
                表
                ┌───────┬───────┐
                │年度          │人数          │
                │              ├───┬───┤
                │              │小学校│中学校│
                ├───────┼───┼───┤
                │令和5年度     │    10│     1│
                ├───────┤      ├───┤
                │令和6年度     │      │     2│
                └───────┴───┴───┘

                """)
    }

    @Test(
        "Spans that do not fit their table are told",
        arguments: [
            "<tr><td colspan=\"0\">あ</td></tr>", "<tr><td colspan=\"x\">あ</td></tr>",
            "<tr><td colspan=\"101\">あ</td></tr>", "<tr><td>あ</td></tr>", "<tr><td rowspan=\"2\">あ</td><td>い</td></tr>",
            "<tr><td>あ</td><td rowspan=\"2\">い</td></tr><tr><td colspan=\"2\">う</td></tr>",
            "<tr><td data-width=\"20\">あ</td><td>い</td></tr>", "<tr><td data-width=\"0%\">あ</td><td>い</td></tr>",
            "<tr><td colspan=\"2\" data-width=\"20%\">あ</td></tr>",
        ])
    func wrongSpans(rows: String) throws {
        let head = "<thead><tr><th scope=\"col\">名称</th><th scope=\"col\">数</th></tr></thead>"
        let table = "<h1>題</h1><table><caption>表</caption>\(head)<tbody>\(rows)</tbody></table>"
        #expect(try render(table).diagnostics.map(\.code) == [.tableStructure])
    }

    @Test("A table of cells over several columns and rows that is too wide for text becomes records that say all of it")
    func spannedRecords() throws {
        let long = String(repeating: "長い説明", count: 120)
        let table = """
            <h1>題</h1><table class="records"><caption>表</caption><thead><tr><th scope="col" rowspan="2">地区</th><th scope="colgroup" colspan="2">施設</th></tr>
            <tr><th scope="col">名称</th><th scope="col">説明</th></tr></thead>
            <tbody><tr><th scope="row" rowspan="2">東</th><td>甲</td><td>\(long)</td></tr>
            <tr><td colspan="2">なし</td></tr></tbody></table>
            """
        let text = try render(table).text
        #expect(text.contains("地区     ：東\n施設 名称：甲\n施設 説明："))
        #expect(text.contains("地区     ：東\n施設 名称・施設 説明：\n  なし"))
    }

    @Test(
        "Labels that are another's, ranges that end where they begin, and titles that stand twice are told",
        arguments: [
            (
                "<table><caption>表</caption><thead><tr><th scope=\"col\">名称</th><th scope=\"col\">電話番号</th><th scope=\"col\">所在地</th></tr></thead><tbody>{{#facilities.private}}<tr><td>{{name}}</td><td>{{address}}</td><td>{{telephone}}</td></tr>{{/facilities.private}}</tbody></table>",
                [DiagnosticCode.labelMismatch]
            ),
            (
                "<table><caption>表</caption><thead><tr><th scope=\"col\">名称</th><th scope=\"col\">所在地</th><th scope=\"col\">電話番号</th></tr></thead><tbody>{{#facilities.private}}<tr><td>{{name}}</td><td>{{postal_code.mark}} {{address}}</td><td>{{telephone}}</td></tr>{{/facilities.private}}</tbody></table>",
                []
            ),
            (
                "<dl>{{#facilities.private}}<dt>電話番号</dt><dd>{{address}}</dd>{{/facilities.private}}</dl>",
                [.labelMismatch]
            ),
            ("<dl>{{#facilities.private}}<dt>連絡先</dt><dd>{{telephone}}</dd>{{/facilities.private}}</dl>", []),
            ("{{#facilities.private}}<p>ファクス番号：{{telephone}}</p>{{/facilities.private}}", [.labelMismatch]),
            ("{{#facilities.private}}<p>電話：{{telephone}}</p>{{/facilities.private}}", []),
            ("<p>{{facilities.listed.from}}から{{facilities.listed.from}}まで</p>", [.labelMismatch]),
            (
                "<p><span>{{facilities.listed.from}}</span>から<span>{{facilities.listed.from}}</span>まで</p>",
                [.labelMismatch]
            ),
            ("<p>{{facilities.listed.from}}から{{facilities.listed.to}}まで</p>", []),
            // Through inline elements.
            (
                "{{#facilities.private}}<p><span>所在地<small>（必須）</small>　</span><span>{{telephone}}</span></p>{{/facilities.private}}",
                [.labelMismatch]
            ),
            (
                "{{#facilities.private}}<p><strong>電話番号</strong>：<span><em>{{address}}</em></span></p>{{/facilities.private}}",
                [.labelMismatch]
            ),
            (
                "{{#facilities.private}}<p><span>名称　</span><span>{{address}}</span></p>{{/facilities.private}}",
                [.labelMismatch]
            ),
            (
                "{{#facilities.private}}<p><span>所在地　</span><span>{{postal_code.mark}}</span> <span>{{address}}</span></p>{{/facilities.private}}",
                []
            ),
            ("{{#facilities.private}}<p>問合せの電話番号は市役所へ　{{address}}</p>{{/facilities.private}}", []),
            ("{{#facilities.private}}<p>令和6年度　{{address}}</p>{{/facilities.private}}", []),
            (
                "{{#facilities.private}}<p><span>氏名　</span>{{name}}　<span>電話番号　</span><span>{{telephone}}</span></p>{{/facilities.private}}",
                []
            ),
            (
                "{{#facilities.private.first}}<p>名称　{{name}}</p>{{/facilities.private.first}}{{^facilities.private.first}}<p>名称　{{board.name}}</p>{{/facilities.private.first}}",
                []
            ),
            (
                "{{#board.request}}<p>施設名　{{facility_name}}</p>{{/board.request}}{{^board.request}}<p>施設名　{{board.section}}</p>{{/board.request}}",
                [.labelMismatch]
            ),
        ])
    func labels(body: String, codes: [DiagnosticCode]) throws {
        let found = try Rendering.notice("\(head(""))\(body)</body></html>", facilities: Rendering.facilities)
            .diagnostics
        #expect(found.map(\.code).filter { $0 == .labelMismatch } == codes)
    }

    @Test("A document tells templates whether it is a page, too, and which form it is")
    func documents() throws {
        let board = Rendering.notices.replacing(
            "documents:\n",
            with:
                "documents:\n  - {id: form12, title: 依頼, formats: [text]}\n  - {id: form, title: 案内, formats: [text, html]}\n"
        )
        let body =
            "{{#documents}}<p>{{title}}{{#form_number}} 様式{{form_number}}{{/form_number}}{{#page}} あり{{/page}}</p>{{/documents}}"
        let text = try Rendering.notice(
            "\(head(""))\(body)</body></html>", board: board,
            parts: [
                "form12": "\(head(""))<p>依頼</p></body></html>", "form": "\(head(""))<p>案内</p></body></html>",
            ]
        ).text
        #expect(text.contains("依頼 様式12\n　案内 あり\n　お知らせ あり"), "\(text)")
    }

    @Test(
        "What stands beside a value and in it is printed twice, whatever inline elements stand between them",
        arguments: [
            ("<p>{{board.edition.fiscal_year}}年度</p>", 1),
            ("<p><span>{{board.edition.fiscal_year}}</span>年度</p>", 1),
            ("<p><strong>{{board.edition.fiscal_year}}</strong><span>年度</span>の事業</p>", 1),
            ("<p><label for=\"a\">〒</label><input id=\"a\" value=\"{{board.contact.telephone}}\"/></p>", 0),
            ("<p>{{board.edition.fiscal_year}}<br/>年度</p>", 0),
            ("<p>{{board.edition.fiscal_year}}</p><p>年度</p>", 0),
            ("<p>{{board.edition.fiscal_year}}<input aria-label=\"空欄\"/>年度</p>", 0),
            ("<p><ruby>{{board.edition.fiscal_year}}<rp>（</rp><rt>年度</rt><rp>）</rp></ruby></p>", 0),
        ])
    func printedTwice(body: String, count: Int) throws {
        let found = try Rendering.notice("\(head(""))\(body)</body></html>").diagnostics
        #expect(found.count { $0.code == .printedTwice } == count, "\(found.map(\.summary.en))")
    }

    @Test(
        "A board that declares its style is told of sentences in the other one",
        arguments: [
            ("polite", "<p>施設を訪ねる。</p><p>「行かない。」と言いました。</p>", 1),
            ("polite", "<p>施設を訪ねます。</p><ul><li>次に該当すること。</li></ul>", 0),
            ("plain", "<p>施設を訪ねます。</p>", 1), ("plain", "<p>施設を訪ねる。</p>", 0),
        ])
    func declaredStyle(style: String, body: String, count: Int) throws {
        let board = Rendering.notices + "style: {sentences: \(style)}\n"
        let page = "\(head(""))<h1>題</h1>\(body)</body></html>"
        func codes(_ path: String) throws -> [DiagnosticCode] {
            try Rendering.render(
                board: "test", data: ["Data/test/board.yaml": board], templates: [path: page]
            ).diagnostics.map(\.code).filter { $0 == .mixedStyle }
        }
        #expect(try codes("Templates/test/notice.html").count == count)
        // What all boards share has a style of its own.
        #expect(try codes("Templates/notice.html").isEmpty)
    }

    @Test("Titles that stand twice, and headings side by side of unlike levels")
    func structure() throws {
        let row = "<thead><tr><th scope=\"col\">名</th></tr></thead><tbody><tr><td>甲</td></tr></tbody>"
        let twice = "<table><caption>表</caption>\(row)</table><table><caption>表</caption>\(row)</table>"
        #expect(try render("<h1>題</h1>" + twice).diagnostics.map(\.code) == [.repeatedTitle])
        let either =
            "{{#document.draft}}<table><caption>表</caption>\(row)</table>{{/document.draft}}{{^document.draft}}<table><caption>表</caption>\(row)</table>{{/document.draft}}"
        #expect(try render("<h1>題</h1>" + either).diagnostics.isEmpty)
        func sections(_ levels: [Int]) -> String {
            "<h1>題</h1><section><h2>章</h2><p>文</p>"
                + levels.enumerated().map { "<section><h\($1)>節\($0)</h\($1)><p>文</p></section>" }.joined()
                + "</section>"
        }
        #expect(try render(sections([3, 3, 3])).diagnostics.isEmpty)
        #expect(try render(sections([3, 4, 3])).diagnostics.map(\.code).contains(.repeatedTitle))
    }

    @Test("A box has a frame in text, and a drawing may stand behind what it is drawn from")
    func boxes() throws {
        let board = Rendering.notices + "style: {columns: 20}\n"
        let (text, diagnostics) = try render(
            "<div class=\"box\"><p>相談は、電話で受け付けます。</p></div>", board: board)
        #expect(diagnostics.isEmpty)
        #expect(text == "┌──────────────────┐\n│ 　相談は、電話で受け付けます。     │\n└──────────────────┘\n")
        let steps =
            "<ol class=\"flow\" data-drawing=\"after\"><li data-from=\"甲\" data-to=\"乙\" data-label=\"依頼\">頼む</li></ol>"
        let html = try Rendering.notice("\(head(""))\(steps)<p>後</p></body></html>").html
        let (list, drawing, behind) = (
            html.firstRange(of: "</ol>"), html.firstRange(of: "<svg"), html.firstRange(of: "<p>後")
        )
        #expect(try #require(list).lowerBound < #require(drawing).lowerBound)
        #expect(try #require(drawing).lowerBound < #require(behind).lowerBound)
        let wrong = steps.replacing("\"after\"", with: "\"below\"")
        #expect(try render("<h1>題</h1>" + wrong).diagnostics.map(\.code) == [.drawingData])
    }

    @Test(
        "A published text begins with a byte order mark, unless the house style leaves it out",
        arguments: [true, false])
    func byteOrderMark(_ isKept: Bool) throws {
        let board = Rendering.notices + (isKept ? "" : "style: {byte_order_mark: false}\n")
        let (files, _) = try Rendering.render(
            board: "test", data: ["Data/test/board.yaml": board],
            templates: ["Templates/notice.html": "\(head(""))<p>本文</p></body></html>"])
        let text = try #require(files.first { $0.name == "notice.txt" })
        #expect(text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) == isKept)
    }

    @Test("The house style decides the width of digits")
    func houseStyle() throws {
        let board = Rendering.notices + "style: {digits: fullwidth, columns: 20}\n"
        let (text, _) = try render(
            "<div>{{document.date}} {{facilities.private.first.address}} {{facilities.private.count}}人 {{document.date.halfwidth}}</div>",
            board: board)
        #expect(text == "令和７年２月１４日 兵庫県宝塚市１ ２人\n令和7年2月14日\n")
    }

    @Test("What all boards share is printed in a board's width of digits")
    func sharedDigits() throws {
        let main = """
            <div id="a1">様式1　A4判で2,000部　{{document.date}}<a href="https://example.jp/2">3ページ</a>&#49;</div>
            """
        let (text, diagnostics) = try render(main, board: Rendering.notices + "style: {digits: fullwidth}\n")
        #expect(diagnostics.isEmpty)
        #expect(text == "様式１　A4判で２，０００部　令和７年２月１４日３ページ（https://example.jp/2）1\n")
        let half = try render(main.replacing("様式1", with: "様式１")).text
        #expect(half.hasPrefix("様式1　A4判で2,000部"))
        let ladder =
            "{{<parts/page}}{{$headings}}１ （１）{{/headings}}{{$main}}<h1>題</h1><h2>目的</h2>{{/main}}{{/parts/page}}"
        #expect(try Rendering.notice(ladder).text.contains("１　目的"))
    }

    @Test(
        "Every tag is resolved before anything is made",
        arguments: [
            ("①{{document.titel}}②", DiagnosticCode.unknownName, "document.title"),
            ("①{{borad.name}}②", .unknownName, "board"),
            ("①{{#document.date.equals.document.title}}②x{{/document.date.equals.document.title}}", .unlikeValues, nil),
            (
                "①{{#document.title.exceeds.document.title}}②x{{/document.title.exceeds.document.title}}",
                .unlikeValues, nil
            ),
            ("①{{#document.date.equals.document.dat}}②x{{/document.date.equals.document.dat}}", .unknownName, "date"),
            ("①{{#facilities.private.1.previous.name}}②x{{/facilities.private.1.previous.name}}", .unknownName, nil),
            ("①{{document.date.lnog}}②", .unknownName, "long"), ("①{{document.title.long}}②", .unknownName, nil),
            ("{{#facilities.private}}①{{nmae}}②{{/facilities.private}}", .unknownName, "name"),
            ("{{#document.draft}}①{{titel}}②{{/document.draft}}", .unknownName, nil),
            ("①{{#facilities.pravite}}②{{x}}{{/facilities.pravite}}", .unknownName, "private"),
            ("①{{board.notices.frist.title}}②", .unknownName, "first"), ("①{{{document.title}}}②", .unescapedTag, nil),
            ("①{{&document.title}}②", .unescapedTag, nil), ("①{{board.edition}}②", .valueWithoutText, "issued"),
            ("①{{facilities.private}}②", .valueWithoutText, nil), ("①{{statistics.survey.name}}②", .missingFile, nil),
            ("①{{> parts/nothing}}②", .mustacheMissingPartial, nil),
            ("{{<parts/page}}①{{$mian}}②x{{/mian}}{{/parts/page}}", .unusedBlock, "main"),
            ("①{{> notice}}②", .mustacheRecursion, nil), ("①{{#board}}②", .mustacheUnclosedSection, nil),
            ("①{{/board}}②", .mustacheUnopenedSection, nil), ("①{{}}②", .mustacheEmptyTag, nil),
            ("①{{board.name②", .mustacheUnclosedTag, nil), ("①{{> *x}}②", .mustacheUnsupported, nil),
        ] as [(String, DiagnosticCode, String?)])
    func wrongTags(marked: String, code: DiagnosticCode, nearest: String?) throws {
        let source = MarkedSource(marked.hasPrefix("{{<") ? marked : "<p>\(marked)</p>")
        let diagnostics = try Rendering.notice(source.source.text, facilities: Rendering.facilities).diagnostics
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first?.place?.range == source.range)
        if let nearest { #expect(diagnostics.first?.help?.en.contains(nearest) == true) }
    }

    @Test(
        "What is wrong with markup is shown in the template",
        arguments: [
            ("<p>①<b>②x</b></p>", DiagnosticCode.unknownElement), ("<p>a①</div>②", .malformedMarkup),
            ("<p>①<ref to=\"nothing\"/>②</p>", .danglingReference), ("<p>①<ref to=\"\"/>②</p>", .danglingReference),
            ("<p id=\"b\">①<ref to=\"c nothing\"/>②<span>x</span></p><h2 id=\"c\">c</h2>", .danglingReference),
            ("<p>①<a href=\"#nothing\">②x</a></p>", .danglingReference),
            ("<p>①<a href=\"nothing.html\">②x</a></p>", .danglingReference),
            // What a table has that stands inside another is not the other's, nor is a second caption the table's.
            (
                """
                ①<table>②<tbody><tr><th scope="row">a</th><td>\
                <table><caption>b</caption><tbody><tr><th scope="row">c</th></tr></tbody></table></td></tr></tbody></table>
                """, .tableStructure
            ),
            (
                "<table>①<caption>②</caption><caption>a</caption><tbody><tr><th scope=\"row\">b</th></tr></tbody></table>",
                .tableStructure
            ),
            ("<h1>a</h1>①<h3>②b</h3>", .headingOrder), ("<p id=\"a\">x</p>①<p id=\"a\">②y</p>", .duplicateAnchor),
        ])
    func wrongMarkup(marked: String, code: DiagnosticCode) throws {
        let source = MarkedSource(marked)
        let diagnostics = try render(source.source.text).diagnostics
        #expect(diagnostics.map(\.code) == [code])
        let place = try #require(diagnostics.first?.place)
        let offset = head(marked).utf8.count
        #expect(place.range.lowerBound - offset == source.range.lowerBound)
    }

    @Test("A board's own template fills blocks of the shared one of the same name")
    func override() throws {
        let shared =
            "<html lang=\"ja\"><body><h1 class=\"screen-only\">題</h1><div>{{$a}}共通{{/a}}、{{$b}}既定{{/b}}</div></body></html>"
        let own = "{{<notice}}{{$b}}独自{{/b}}{{/notice}}"
        let text = try Rendering.notice(shared, parts: ["test/notice": own]).text
        #expect(text == "共通、独自\n")
    }

    @Test("Numbers, contents and references find themselves")
    func numbering() throws {
        let (text, diagnostics) = try render(
            """
            <h1>題</h1><section><h2 class="unnumbered unlisted">もくじ</h2><contents/></section>
            <section id="a"><h2>甲</h2><section id="b"><h3>乙</h3><p><ref to="d"/>、<ref to="c" form="number"/>、<ref to="i"/></p></section></section>
            <section id="c"><h2>丙</h2><section id="d"><h3>丁</h3><ol><li>x</li><li id="i">y</li></ol></section></section>
            """)
        #expect(diagnostics.isEmpty)
        #expect(
            text == """
                題

                もくじ

                Ⅰ　甲
                    1 乙
                Ⅱ　丙
                    1 丁

                Ⅰ　甲

                  1　乙

                  　「Ⅱの1 丁」、Ⅱ、Ⅱの1の(2)

                Ⅱ　丙

                  1　丁

                    (1) x
                    (2) y

                """)
    }

    @Test("Addresses of the web and of mail are divided behind their signs, in HTML alone")
    func addresses() throws {
        let (html, text, _) = try Rendering.notice(
            """
            <html lang="ja"><body><h1>題</h1><table><caption>表</caption><thead><tr><th scope="col">列</th></tr></thead><tbody>
            <tr><td><a href="https://a.example.jp/b-c">https://a.example.jp/b-c</a></td></tr></tbody></table>
            <p>kyoiku@example.jp</p><textarea aria-label="欄">https://a.jp/</textarea></body></html>
            """)
        #expect(
            html.contains("href=\"https://a.example.jp/b-c\">https://a.<wbr>example.<wbr>jp/<wbr>b-<wbr>c</a>"))
        #expect(html.contains("kyoiku@<wbr>example.<wbr>jp") && html.contains(">https://a.jp/</textarea>"))
        #expect(text.contains("https://a.example.jp/b-c"))
    }

    @Test(
        "A reference says marks as they are printed",
        arguments: [
            ("第1章 1 (1)", "「第2章 乙」、「第2章の1 丙」及び「第2章の1の(1) 丁」、第2章の①"), ("１ （１）", "「２ 乙」、「２の（１） 丙」及び「２の（１） 丁」、２の①"),
            ("1. ア", "「2 乙」、「2のア 丙」及び「2のア 丁」、2の①"), ("Ⅰ 1 ア", "「Ⅱ 乙」、「Ⅱの1 丙」及び「Ⅱの1のア 丁」、Ⅱの①"),
        ])
    func printedMarks(_ headings: String, _ text: String) throws {
        let (_, plain, diagnostics) = try Rendering.notice(
            """
            <html lang="ja"><body data-headings="\(headings)" data-lists="①"><h1>題</h1><p><ref to="a b c"/>、<ref to="i"/></p>
            <section><h2>甲</h2></section><section id="a"><h2>乙</h2><ol><li id="i">項</li></ol>
            <section id="b"><h3>丙</h3><section id="c"><h4>丁</h4></section></section></section></body></html>
            """)
        #expect(diagnostics.isEmpty)
        #expect(plain.contains("　\(text)\n"), "\(plain)")
    }

    @Test(
        "A reference to several places names each, and holds what their pages are found by",
        arguments: [
            ("<ref to=\"a b\"/>", "「Ⅰ 甲」及び「Ⅱ 乙」", nil),
            ("<ref to=\"a b i\" form=\"number\"/>", "Ⅰ、Ⅱ及びⅡの(1)", nil),
            ("<ref to=\"b a\" form=\"title\"/>", "乙及び甲", nil),
            (
                "<ref to=\"a b\" form=\"page\"/>", "「Ⅰ 甲」及び「Ⅱ 乙」",
                "<span class=\"paged\" data-targets=\"a b\"><a href=\"#a\">「Ⅰ 甲」</a>及び<a href=\"#b\">「Ⅱ 乙」</a></span>"
            ),
            (
                "<ref to=\" a \" form=\"page\"/>", "「Ⅰ 甲」",
                "<a class=\"paged\" href=\"#a\">「Ⅰ 甲」</a>"
            ),
        ])
    func severalTargets(_ reference: String, _ text: String, _ markup: String?) throws {
        let (html, plain, diagnostics) = try Rendering.notice(
            """
            <html lang="ja"><body data-headings="Ⅰ 1" data-lists="(1)"><h1>題</h1><p>\(reference)</p>
            <section id="a"><h2>甲</h2></section><section id="b"><h2>乙</h2><ol><li id="i">丙</li></ol></section></body></html>
            """)
        #expect(diagnostics.isEmpty)
        #expect(plain.contains("　\(text)\n"), "\(plain)")
        if let markup { #expect(html.contains("<p>\(markup)</p>"), "\(html)") }
    }

    @Test("A section may ask for an item that is not there, and its content may name it")
    func conditions() throws {
        let (text, diagnostics) = try render(
            "<div>{{#documents.other}}{{documents.other.title}}{{title}}{{/documents.other}}{{^documents.other}}なし{{/documents.other}}</div>"
        )
        #expect(diagnostics.isEmpty)
        #expect(text == "なし\n")
    }

    @Test(
        "A page whose outermost element is any other than html is written or refused",
        arguments: [
            "h1", "h2", "p", "ul", "ol", "li", "dl", "dt", "table", "tr", "td", "a", "span", "label", "input", "ruby",
            "section",
            "figure", "contents", "ref", "filter", "downloads", "structured-data",
        ])
    func outermost(name: String) throws {
        let page = try Rendering.notice("<\(name)/>")
        #expect(!page.html.isEmpty || !page.diagnostics.isEmpty)
    }

    @Test("A template that is missing is reported at the document's line")
    func missingTemplate() throws {
        let board = Rendering.notices.replacing("id: notice", with: "id: other")
        let diagnostics = try Rendering.notice("<html/>", board: board).diagnostics
        #expect(diagnostics.map(\.code) == [.missingTemplate])
        #expect(diagnostics.first?.place != nil)
    }

    @Test(
        "Parts and blocks that double at each level end in one finding",
        arguments: [
            { "{{> parts/p\($0 + 1)}}{{> parts/p\($0 + 1)}}" },
            { (level) in
                let block = "{{$b\(level)}}{{/b\(level)}}"
                return
                    "{{<parts/p\(level + 1)}}{{$b\(level + 1)}}\(block)\(block){{/b\(level + 1)}}{{/parts/p\(level + 1)}}"
            },
        ] as [@Sendable (Int) -> String])
    func doubling(part: @Sendable (Int) -> String) throws {
        var parts = ["parts/p40": "<p>{{$b40}}x{{/b40}}</p>"]
        for level in 0..<40 { parts["parts/p\(level)"] = part(level) }
        let diagnostics = try Rendering.notice("{{> parts/p0}}", parts: parts).diagnostics
        #expect(diagnostics.map(\.code) == [.mustacheRecursion])
    }

    @Test(
        "What data says is text, wherever it stands",
        arguments: [
            "<p title=\"{{facilities.private.first.name}}\">x</p>", "<p>{{facilities.private.first.name}}</p>",
            "<p><input aria-label=\"名称\" value=\"{{facilities.private.first.name}}\"/></p>",
        ])
    func escaping(body: String) throws {
        let diagnostics = try render(body).diagnostics
        #expect(diagnostics.isEmpty)
    }
}
