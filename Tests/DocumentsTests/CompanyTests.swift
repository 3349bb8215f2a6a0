import Diagnostics
import Documents
import Files
import Templates
import Testing

/// What stands side by side in a template, and does not go together.
@Suite struct CompanyTests {
    /// The findings of a few kinds in a page, as their code and the text that they are told at.
    private func found(_ body: String, _ codes: Set<DiagnosticCode> = [.labelMismatch]) throws -> [String] {
        let page = "<html lang=\"ja\"><body data-headings=\"Ⅰ 1\" data-lists=\"(1)\"><h1>題</h1>\(body)</body></html>"
        return try Rendering.notice(page, facilities: Rendering.facilities).diagnostics.filter {
            codes.contains($0.code)
        }
        .compactMap(\.place).map { $0.source.text($0.range) }
    }

    // MARK: Sections

    @Test(
        "A section that asks for one value and prints another",
        arguments: [
            ("{{#telephone}}<br/>{{fax}}{{/telephone}}", ["{{fax}}"]),
            ("{{#note}}※{{web}}{{/note}}", ["{{web}}"]),
            ("{{#operator}}{{name}}{{/operator}}", ["{{name}}"]),
            ("{{^note}}{{note}}{{/note}}", ["{{note}}"]),
            ("{{#note}}記載なし{{/note}}{{^note}}{{note}}{{/note}}", ["{{note}}"]),
            // The value itself, in any form, or in words of the section's own.
            ("{{#postal_code}}{{postal_code.mark}} {{/postal_code}}{{address}}", []),
            ("{{#telephone}}お電話は{{name}}まで{{/telephone}}", []),
            ("{{#note}}{{#web}}{{web}}{{/web}}{{/note}}", []),
            ("{{^telephone}}{{#no_telephone}}{{no_telephone}}{{/no_telephone}}{{/telephone}}", []),
            ("{{^note}}{{name}}{{/note}}", []),
        ])
    func guards(inside: String, told: [String]) throws {
        #expect(try found("{{#facilities.private}}<p>\(inside)</p>{{/facilities.private}}") == told)
    }

    @Test(
        "A section that asks for one list and goes through another; a title that counts another list than its rows",
        arguments: [
            (
                "{{#facilities.prefectural.first.name}}<ul>{{#facilities.private}}<li>{{name}}</li>{{/facilities.private}}</ul>{{/facilities.prefectural.first.name}}",
                ["{{#facilities.prefectural.first.name}}"]
            ),
            (
                "{{#facilities.private.first.name}}<ul>{{#facilities.private}}<li>{{name}}</li>{{/facilities.private}}</ul>{{/facilities.private.first.name}}",
                []
            ),
            (
                "<p>全{{facilities.prefectural.count}}施設</p><ul>{{#facilities.private}}<li>{{name}}</li>{{/facilities.private}}</ul>",
                ["{{facilities.prefectural.count}}"]
            ),
            ("<p>県の施設は{{facilities.prefectural.count}}施設</p>", []),
            (
                "<p>全{{facilities.private.count}}施設</p><ul>{{#facilities.private}}<li>{{name}}</li>{{/facilities.private}}</ul>",
                []
            ),
        ])
    func lists(body: String, told: [String]) throws { #expect(try found(body) == told) }

    // MARK: Sentences

    @Test(
        "Words behind an end of a period that speak of the other",
        arguments: [
            ("{{facilities.listed.from}}末をもって終える。", ["{{facilities.listed.from}}"]),
            ("<span>{{facilities.listed.from}}</span>までの間", ["{{facilities.listed.from}}"]),
            ("{{facilities.listed.to}}から始める。", ["{{facilities.listed.to}}"]),
            ("{{facilities.listed.from}}から{{facilities.listed.to}}まで", []),
            ("{{facilities.listed.from}}までに備える。", []), ("{{facilities.listed.to}}からは別の方法による。", []),
            ("{{facilities.listed.to.short}}末まで", []),
        ])
    func ends(sentence: String, told: [String]) throws { #expect(try found("<p>\(sentence)</p>") == told) }

    @Test(
        "Values side by side of two series, two notices, or one",
        arguments: [
            (
                "{{statistics.city.first.fiscal_year}}の{{statistics.national.first.count}}人",
                ["{{statistics.national.first.count}}"]
            ),
            (
                "{{statistics.city.first.fiscal_year}}の{{statistics.city.latest.count}}人",
                ["{{statistics.city.latest.count}}"]
            ),
            ("{{statistics.city.first.fiscal_year}}の{{statistics.city.first.count}}人", []),
            ("{{board.edition.fiscal_year}}版（{{board.edition.fiscal_year}}）", ["{{board.edition.fiscal_year}}"]),
            ("{{board.edition.fiscal_year}}版（{{board.edition.issued}}発行）", []),
            ("{{board.edition.fiscal_year}}版（{{board.edition.fiscal_year.western}}年度）", []),
            ("<time datetime=\"{{document.date.iso}}\">{{facilities.as_of}}</time>", ["{{facilities.as_of}}"]),
            ("<time datetime=\"{{document.date.iso}}\">{{document.date.short}}</time>", []),
        ])
    func joined(sentence: String, told: [String]) throws {
        let statistics = "{{#statistics.city}}<p>\(sentence)</p>{{/statistics.city}}"
        #expect(try found(sentence.contains("statistics") ? statistics : "<p>\(sentence)</p>") == told)
    }

    @Test(
        "One notice's date before another's number",
        arguments: [
            ("{{board.notices.first.date}}付け{{board.notices.second.number}}", ["{{board.notices.second.number}}"]),
            (
                "{{board.notices.first.number}}は、{{board.notices.second.date}}に、{{board.notices.first.title}}を改めた。",
                ["{{board.notices.second.date}}"]
            ),
            ("{{board.notices.first.date}}付け{{board.notices.first.number}}", []),
            ("「{{board.notices.first.title}}」（{{board.notices.first.number}}）及び「{{board.notices.second.title}}」", []),
        ])
    func notices(sentence: String, told: [String]) throws {
        let board = Rendering.notices + "  - {id: second, title: 依頼, number: 第2号, date: 2020-10-25}\n"
        let page = "<html lang=\"ja\"><body><h1>題</h1><p>\(sentence)</p></body></html>"
        let places = try Rendering.notice(page, board: board).diagnostics.filter { $0.code == .labelMismatch }
            .compactMap(\.place)
        #expect(places.map { $0.source.text($0.range) } == told)
    }

    @Test(
        "Words behind a value that go with another",
        arguments: [
            ("{{facilities.as_of}}現在", []), ("{{facilities.listed.to}}現在", ["{{facilities.listed.to}}"]),
            ("{{board.edition.fiscal_year}}発行", ["{{board.edition.fiscal_year}}"]), ("{{board.edition.issued}}発行", []),
            ("{{facilities.listed.from}}か年", ["{{facilities.listed.from}}"]), ("{{facilities.listed.years}}か年", []),
            ("{{facilities.private.count}}人", ["{{facilities.private.count}}"]), ("{{facilities.private.count}}施設", []),
            ("{{facilities.private.count}}か所", []),
            ("{{facilities.private.first.station_minutes}}人", ["{{facilities.private.first.station_minutes}}"]),
            ("{{facilities.private.first.station_minutes}}分", []), ("{{facilities.private.first.capacity}}名", []),
            ("{{facilities.private.first.capacity}}校", ["{{facilities.private.first.capacity}}"]),
            ("{{facilities.private.count}}の教育委員会", ["{{facilities.private.count}}"]),
        ])
    func units(sentence: String, told: [String]) throws { #expect(try found("<p>\(sentence)</p>") == told) }

    // MARK: Headings, tables

    @Test(
        "Titles that stand twice, whatever asks for them",
        arguments: [
            ("<section><h2>一</h2><p>文</p></section><section><h2>一</h2><p>文</p></section>", 1),
            (
                "{{#document.date}}<section><h2>一</h2><p>文</p></section>{{/document.date}}<section><h2>一</h2><p>文</p></section>",
                1
            ),
            (
                "{{#document.date}}<section><h2>一</h2><p>文</p></section>{{/document.date}}{{^document.date}}<section><h2>一</h2><p>文</p></section>{{/document.date}}",
                0
            ),
            ("<section><h2>一</h2><h3>対象</h3><p>文</p><h3>対象</h3><p>文</p></section>", 1),
            ("<section><h2>一</h2><h3>対象</h3><p>文</p></section><section><h2>二</h2><h3>対象</h3><p>文</p></section>", 0),
            (
                "<form aria-label=\"様式\"><fieldset><legend>組</legend><p>一</p></fieldset><fieldset><legend>組</legend><p>二</p></fieldset></form>",
                1
            ),
            ("<ol><li><p><strong>協議</strong></p><p>一</p></li><li><p><strong>協議</strong></p><p>二</p></li></ol>", 1),
            ("<ol><li><p><strong>協議</strong></p><p>一</p></li><li><p><strong>報告</strong></p><p>二</p></li></ol>", 0),
            ("<section><h2>一</h2><p>文</p></section><section><h3>二</h3><p>文</p></section>", 1),
        ])
    func titles(body: String, count: Int) throws { #expect(try found(body, [.repeatedTitle]).count == count) }

    @Test("The scope of a header cell, and a row whose first cell is none")
    func cells() throws {
        func table(_ head: String, _ rows: [String]) -> String {
            "<table><caption>表</caption><thead><tr><th scope=\"\(head)\">甲</th><th scope=\"col\">乙</th></tr></thead><tbody>\(rows.joined())</tbody></table>"
        }
        let row = "<tr><th scope=\"row\">{{board.name}}</th><td>一</td></tr>"
        #expect(try found(table("col", [row, row, row]), [.tableStructure]).isEmpty)
        #expect(try found(table("row", [row, row, row]), [.tableStructure]).count == 1)
        #expect(
            try found(
                table("col", [row, "<tr><td>{{board.municipality}}</td><td>二</td></tr>", row]), [.tableStructure]
            ).count == 1)
        // Where none has one, that is the table's way.
        let plain = "<tr><td>{{board.municipality}}</td><td>二</td></tr>"
        #expect(try found(table("col", [plain, plain, plain]), [.tableStructure]).isEmpty)
    }

    @Test("Rows that are headed alike, and a head that is another list's")
    func rows() throws {
        func table(_ rows: [String]) -> String {
            "<table><caption>表</caption><thead><tr><th scope=\"col\">項目</th><th scope=\"col\">訂正</th></tr></thead><tbody>"
                + rows.map {
                    "<tr><th scope=\"row\">\($0)</th><td><textarea rows=\"1\" aria-label=\"\($0)の訂正\"></textarea></td></tr>"
                }.joined()
                + "</tbody></table>"
        }
        #expect(try found(table(["名称", "所在地", "定員", "備考"])).isEmpty)
        #expect(try found(table(["名称", "所在地", "定員", "名称"])).count == 1)
        #expect(try found(table(["名称", "所在地", "定員", "備考"]).replacing("定員の訂正", with: "運営者の訂正")).count == 1)
        let numbered =
            "<table><caption>表</caption><thead><tr><th scope=\"col\">名</th><th scope=\"col\">番号</th></tr></thead><tbody>{{#facilities.private}}<tr><td>{{number}}</td><td>{{name}}</td></tr>{{/facilities.private}}</tbody></table>"
        #expect(try found(numbered).count == 1)
    }

    @Test(
        "Numbers typed before titles",
        arguments: [
            ("<figure><figcaption>図1　推移</figcaption><p>文</p></figure>", 1),
            ("<figure><figcaption>推移</figcaption><p>文</p></figure>", 0),
            ("<ol><li><fieldset><legend>3　期間</legend><p>文</p></fieldset></li></ol>", 1),
            ("<ol><li><fieldset><legend>3年間の期間</legend><p>文</p></fieldset></li></ol>", 0),
            ("<fieldset><legend>3　期間</legend><p>文</p></fieldset>", 0),
        ])
    func marks(body: String, count: Int) throws { #expect(try found(body, [.typedMark]).count == count) }

    // MARK: Links

    @Test(
        "Links whose words speak of another place",
        arguments: [
            ("{{#board.contact}}<a href=\"{{telephone.link}}\">地図</a>{{/board.contact}}", 1),
            ("{{#board.contact}}<a href=\"{{telephone.link}}\">電話</a>{{/board.contact}}", 0),
            ("<a href=\"form1.html\">様式2</a>", 1), ("<a href=\"form1.html\">様式１</a>", 0),
            ("<a href=\"index.html\">本文へ進む</a>", 1), ("<a href=\"index.html\">文書の一覧へ</a>", 0),
            ("{{#documents.notice}}<a href=\"notice.html\">お知らせ</a>{{/documents.notice}}", 1),
        ])
    func links(link: String, count: Int) throws { #expect(try found("<p>\(link)</p>").count == count) }

    // MARK: Blanks

    @Test(
        "Blanks that are called otherwise than they are for",
        arguments: [
            ("<input name=\"guardian\" aria-label=\"児童生徒氏名\"/>", 1),
            ("<input name=\"guardian\" aria-label=\"保護者氏名\"/>", 0),
            ("<input name=\"period_to\" aria-label=\"期間の初め\"/>", 1),
            ("<input name=\"period_to\" aria-label=\"期間の終わり\"/>", 0),
            ("<input name=\"pupil_school\" aria-label=\"学校名\"/>", 0),
            ("<input name=\"a\" aria-label=\"報告日\"/><input name=\"b\" aria-label=\"報告日\"/>", 1),
            ("<input name=\"a_month\" aria-label=\"報告日の月\"/><input name=\"a_day\" aria-label=\"報告日の日\"/>", 0),
            ("<span class=\"form-label\">報告日（※必須）　</span><input name=\"a_day\" aria-label=\"依頼日の日\"/>", 1),
            ("<span class=\"form-label\">報告日（※必須）　</span><input name=\"a_day\" aria-label=\"報告日の日\"/>", 0),
            ("<label for=\"a\">一</label><input id=\"a\" name=\"a\"/><label for=\"a\">二</label>", 1),
        ])
    func blanks(blanks: String, count: Int) throws {
        #expect(try found("<form aria-label=\"様式\"><p>\(blanks)</p></form>").count == count)
    }

    // MARK: Blocks

    /// What is told of how a page fills the blocks of a part.
    private func fillings(_ body: String, part: String, _ code: DiagnosticCode) throws -> [String] {
        let page = "<html lang=\"ja\"><body><h1>題</h1>\(body)</body></html>"
        return try Rendering.notice(page, parts: ["parts/part": part]).diagnostics.filter { $0.code == code }
            .compactMap(\.place).map { $0.source.text($0.range) }
    }

    @Test("A block that is filled twice, and the one of many that is filled otherwise")
    func blocks() throws {
        let part = "<p>{{$day}}1{{/day}}</p>"
        func use(_ text: String) -> String { "{{<parts/part}}{{$day}}\(text){{/day}}{{/parts/part}}" }
        #expect(
            try fillings("{{<parts/part}}{{$day}}一{{/day}}{{$day}}二{{/day}}{{/parts/part}}", part: part, .unusedBlock)
                .count == 1)
        let forms = ["form1", "form1", "form2", "form1"].map(use).joined()
        #expect(try fillings(forms, part: part, .labelMismatch) == ["{{$day}}"])
        #expect(
            try fillings(["form1", "form1", "form2", "form2"].map(use).joined(), part: part, .labelMismatch).isEmpty)
    }

    @Test(
        "Numbers in a row, in one column or in two",
        arguments: [
            ([1, 2, 3, 4, 5, 6, 7], 0), ([1, 2, 3, 5, 5, 6, 7], 1), ([1, 11, 2, 12, 3, 13, 4, 14, 5, 15], 0),
            ([1, 11, 2, 12, 3, 12, 4, 14, 5, 15], 1), ([1, 11, 2, 12, 3, 13, 4, 14, 5, 16], 1),
            ([3, 9, 27, 2, 8, 40], 0),
        ])
    func days(numbers: [Int], count: Int) throws {
        let uses = numbers.map { "{{<parts/part}}{{$day}}\($0){{/day}}{{/parts/part}}" }.joined()
        #expect(try fillings(uses, part: "<p>{{$day}}1{{/day}}</p>", .labelMismatch).count == count)
    }

    // MARK: Templates that no board uses

    @Test("What all boards share is looked at as it stands, though no board uses it, or each fills its blocks")
    func shared() throws {
        let table =
            "<table><caption>表</caption><thead><tr><th scope=\"col\">掲載施設数</th><th scope=\"col\">教育委員会</th></tr></thead><tbody>{{#roll_up.boards}}<tr><td>{{name}}</td><td>{{count}}</td></tr>{{/roll_up.boards}}</tbody></table>"
        func page(_ body: String) -> String { "<html lang=\"ja\"><body><h1>題</h1>\(body)</body></html>" }
        let found = try Rendering.notice(page("<p>文。</p>"), parts: ["other": page(table)]).diagnostics
        #expect(found.map(\.code) == [.labelMismatch])
        #expect(found.first?.place?.source.path == "Templates/other.html")
        // A block that the board's own template fills.
        let own = "{{<notice}}{{$body}}<p>文。</p>{{/body}}{{/notice}}"
        let block = page("{{$body}}{{#facilities.private}}<p>電話番号：{{address}}</p>{{/facilities.private}}{{/body}}")
        #expect(try Rendering.notice(block, parts: ["test/notice": own]).diagnostics.map(\.code) == [.labelMismatch])
    }
}
