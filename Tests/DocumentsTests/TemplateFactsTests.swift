import Diagnostics
import Documents
import TestSupport
import Testing

/// What a template says of the data that its tags print, and of its own parts (issue 16, points 7 and 8).
@Suite struct TemplateFactsTests {
    /// - Parameter declared: what is added to the board's board.yaml.
    private func codes(
        _ markup: String, board: String = "setagaya", declared: String = ""
    ) throws -> [DiagnosticCode] {
        let page = "<html lang=\"ja\"><body><h1>題</h1>\(markup)</body></html>"
        let (name, path) = (board == "setagaya" ? "report" : "guideline", "Data/\(board)/board.yaml")
        return try Rendering.render(
            board: board, data: [path: String(decoding: try Project.bytes(path), as: UTF8.self) + declared],
            templates: ["Templates/\(board)/\(name).html": page], only: [name]
        ).diagnostics.map(\.code)
    }

    private func project(_ markup: String) -> String { "{{#programs.project}}\(markup)</p>{{/programs.project}}" }

    @Test(
        "What stands behind a tag goes with what it prints",
        arguments: [
            ("<p>定員は{{plan.room.capacity}}人とする。", true), ("<p>定員は{{plan.room.capacity}}回とする。", false),
            ("<p>{{agreement.years}}か年にわたる。", true), ("<p>{{agreement.years}}回にわたる。", false),
            ("<p>{{agreement.to}}末に終わる。", true), ("<p>{{agreement.to.year}}末に終わる。", false),
            ("<p>{{agreement.to.year}}度末に終わる。", true), ("<p>予算は{{plan.budget}}とする。", true),
            ("<p>予算は{{plan.budget}}人とする。", false), ("<p>{{plan.budget}}分を積む。", true),
        ])
    func units(markup: String, isRight: Bool) throws {
        #expect(try codes(project(markup)).contains(.labelMismatch) != isRight)
    }

    @Test(
        "What a board's own field counts is the unit that it declares",
        arguments: [("冊", true), ("人", false)])
    func declaredUnit(unit: String, isRight: Bool) throws {
        let field = "fields: [{record: project, key: books, label: 教材, type: integer, unit: 冊}]\n"
        let markup = project("<p>教材は{{books}}\(unit)とする。")
        #expect(try codes(markup, declared: field).contains(.labelMismatch) != isRight)
    }

    @Test(
        "Sides and editions in a sentence of two columns",
        arguments: [
            ("左が新、右が旧です。", true), ("右が新、右が旧です。", false), ("新旧は、左が先です。", true), ("左は新、右は旧です。", true),
        ])
    func sides(text: String, isRight: Bool) throws {
        #expect(try codes("<p>\(text)</p>").contains(.labelMismatch) != isRight)
    }

    @Test(
        "Two matters are not at one place",
        arguments: [
            ("甲を<ref to=\"a\"/>に、乙を<ref to=\"b\"/>にまとめました。", true),
            ("甲を<ref to=\"a\"/>に、乙を<ref to=\"a\"/>にまとめました。", false),
            ("甲は<ref to=\"a\"/>を、乙は<ref to=\"a\"/>を見てください。", true),
        ])
    func targets(text: String, isRight: Bool) throws {
        let page = "<p>\(text)</p><section id=\"a\"><h2>甲</h2></section><section id=\"b\"><h2>乙</h2></section>"
        #expect(try codes(page).contains(.labelMismatch) != isRight)
    }

    @Test(
        "The boxes of one cell have names of their own",
        arguments: [("通所", "訪問", true), ("通所", "通所", false)])
    func boxes(first: String, second: String, isRight: Bool) throws {
        let boxes = [first, second].map {
            "<label><input type=\"checkbox\" aria-label=\"方法：\($0)\"/>\($0.prefix(1))</label>"
        }
        #expect(
            try codes(
                "<table><caption>表</caption><tbody><tr><th scope=\"row\">1日</th><td>\(boxes.joined())</td></tr></tbody></table>"
            ).contains(.labelMismatch) != isRight)
    }

    @Test("A legend is of its blank", arguments: [("学校長の意見", true), ("保護者の意見", false), ("意見", true)])
    func legends(legend: String, isRight: Bool) throws {
        let blank =
            "<p><label for=\"x-opinion\">意見及びその理由</label></p><textarea id=\"x-opinion\" name=\"opinion\"></textarea>"
        let page = "<form><fieldset><legend>\(legend)</legend>\(blank)</fieldset></form>"
        #expect(try codes(page).contains(.labelMismatch) != isRight)
    }

    @Test("Minutes are no hours")
    func minutes() throws {
        func page(_ unit: String) -> String {
            "{{#programs.project.years}}{{#session}}<p>各回{{minutes_from}}\(unit)から</p>{{/session}}{{/programs.project.years}}"
        }
        #expect(try !codes(page("分")).contains(.labelMismatch))
        #expect(try codes(page("時間")).contains(.labelMismatch))
    }

    @Test(
        "A value is not printed twice in a row",
        arguments: [
            ("<p>{{board.edition.issued}}</p><p>{{board.name}}</p>", true),
            ("<p>{{board.edition.issued}}</p><p>{{board.edition.issued}}</p>", false),
            ("<p>{{board.name}}　{{board.name}}</p>", false), ("<p>{{board.name}}は、{{board.name}}の取組を行う。</p>", false),
            ("<p>{{board.name}}は、施設と{{board.name}}の取組を行う。</p>", true),
            ("<ul><li>学校と連絡を取り合っていること。</li><li>学校と連絡を取り合っていること。</li></ul>", false),
            ("<ul><li>はい</li><li>はい</li></ul>", true),
        ])
    func twice(markup: String, isRight: Bool) throws {
        #expect(try codes(markup).contains(.printedTwice) != isRight)
    }

    @Test(
        "Marks that are put before items by themselves",
        arguments: [
            ("<ol><li>甲とする。</li><li>(2) 乙とする。</li></ol>", false), ("<ol><li>甲とする。</li><li>ア）乙とする。</li></ol>", false),
            ("<ul><li>・甲</li><li>・乙</li></ul>", false), ("<ul><li>① 甲</li><li>② 乙</li></ul>", true),
            ("<ul><li>甲</li><li>② 乙</li></ul>", false), ("<ol><li>3年間の取組</li><li>①の場合</li></ol>", true),
            ("<ul><li>ア行の言葉</li><li>1人1台端末</li></ul>", true),
        ])
    func marks(markup: String, isRight: Bool) throws {
        #expect(try codes(markup).contains(.typedMark) != isRight)
    }

    private func table(_ rows: String, caption: String = "表題") -> String {
        "{{#programs.project}}<table><caption>\(caption)</caption><tbody>\(rows)</tbody></table>{{/programs.project}}"
    }

    @Test(
        "A row's head speaks of its cells",
        arguments: [
            ("定員", "{{#capacity}}{{capacity}}人{{/capacity}}", true), ("定員", "{{participants}}人", false),
            ("参加人数", "{{#capacity}}{{capacity}}人{{/capacity}}", false), ("実績", "{{participants}}人", true),
            ("定員", "{{#session}}{{frequency}}{{/session}}", false),
            ("実施回数", "{{#session}}{{frequency}}{{/session}}", true),
            ("支援内容", "{{target}}", false), ("対象", "{{target}}", true),
        ])
    func rowHeads(head: String, cell: String, isRight: Bool) throws {
        let page = table("<tr><th scope=\"row\">\(head)</th>{{#years}}<td>\(cell)</td>{{/years}}</tr>")
        #expect(try codes(page).contains(.labelMismatch) != isRight)
    }

    @Test("A board's own field in a record hides nothing of what stands at the others")
    func declaredBeside() throws {
        let cell = "{{#years}}<td>{{#session}}{{frequency}}{{/session}}</td>{{/years}}"
        let page = table("<tr><th scope=\"row\">定員</th>\(cell)</tr>")
        let field = "fields: [{record: session, key: room, label: 部屋}]\n"
        #expect(try codes(page, declared: field).contains(.labelMismatch))
    }

    @Test("A cell that is a row's head is a header cell")
    func plainRowHead() throws {
        let row = "<tr><th scope=\"row\">甲</th><td>乙</td></tr>"
        #expect(try !codes(table(row + row)).contains(.tableStructure))
        #expect(try codes(table(row + "<tr><td>丙</td><td>丁</td></tr>")).contains(.tableStructure))
    }

    @Test("A typed number before one table's title", arguments: [("表1　実績", false), ("実績", true), ("表現の例", true)])
    func caption(title: String, isRight: Bool) throws {
        let row = "<tr><th scope=\"row\">甲</th><td>乙</td></tr>"
        #expect(try codes(table(row, caption: title)).contains(.typedMark) != isRight)
    }

    @Test(
        "Headings in a section are one level below its own",
        arguments: [("h3", true), ("h2", false), ("h3", true)])
    func levels(inner: String, isRight: Bool) throws {
        let page = "<section><h2>章</h2><p>文</p><section><\(inner)>節</\(inner)><p>文</p></section></section>"
        #expect(try codes(page).contains(.repeatedTitle) != isRight)
    }

    @Test(
        "Days and months in any form",
        arguments: [
            ("この一覧は、R7.2.14現在のものです。", false), ("この一覧は、令7.2.14現在のものです。", false),
            ("この一覧は、2025年2月14日現在の内容です。", false), ("この一覧は、2025/2/14現在のものです。", false),
            ("この一覧は、令和7年2月現在のものです。", false), ("2024年4月1日に始めました。", true), ("電話は06-6343-1179です。", true),
            ("令和6年12月1日現在の人口", true),
            ("令和元年10月15日付け{{board.notices.attendance-notice.number}}通知", false),
            ("{{board.notices.attendance-notice.date}}付け{{board.notices.attendance-notice.number}}通知", true),
        ])
    func dates(text: String, isRight: Bool) throws {
        #expect(try codes("<p>\(text)</p>", board: "takarazuka").contains(.typedFigure) != isRight)
    }

    @Test(
        "Counts that the data have otherwise",
        arguments: [
            ("全13施設", false), ("全12施設", false), ("次の11施設を掲載しています。", false), ("全{{facilities.private.count}}施設", true),
            ("市内の3施設を訪ねます。", true),
            ("県の4施設を紹介します。", false), ("県の3施設を紹介します。", true), ("県及び市の6施設のうち", false), ("県及び市の5施設のうち", true),
            ("{{statistics.national.rising_since}}から10年連続で増えています。", false), ("10年連続で開いている行事です。", true),
        ])
    func counts(text: String, isRight: Bool) throws {
        #expect(try codes("<p>\(text)</p>", board: "takarazuka").contains(.typedFigure) != isRight)
    }

    @Test(
        "The years of an agreement",
        arguments: [("三か年", false), ("4か年", false), ("二か年", true), ("{{agreement.years}}か年", true)])
    func agreement(years: String, isRight: Bool) throws {
        let page = project("<p>{{agreement.from}}から{{agreement.to}}までの\(years)にわたり、支援した。")
        #expect(try codes(page).contains(.typedFigure) != isRight)
    }

    @Test(
        "A link says what it leads to",
        arguments: [
            ("<a href=\"{{telephone.link}}\">{{telephone}}</a>", true),
            ("<a href=\"{{telephone.link}}\">{{address}}</a>", false),
            ("<a href=\"{{address.map}}\">地図</a>", true), ("<a href=\"{{address.map}}\">電話番号</a>", false),
        ])
    func links(link: String, isRight: Bool) throws {
        let page = "<ul>{{#facilities.private}}<li>\(link)</li>{{/facilities.private}}</ul>"
        #expect(try codes(page, board: "takarazuka").contains(.labelMismatch) != isRight)
    }

    @Test("The city's figures are not the prefecture's")
    func scope() throws {
        func page(_ owner: String) -> String { "<p>\(owner)の不登校児童生徒は{{statistics.city.latest.count}}人です。</p>" }
        #expect(try !codes(page("{{board.municipality}}"), board: "takarazuka").contains(.labelMismatch))
        #expect(
            try !codes(page("{{board.prefecture}}{{board.municipality}}"), board: "takarazuka").contains(.labelMismatch)
        )
        #expect(try codes(page("{{board.prefecture}}"), board: "takarazuka").contains(.labelMismatch))
    }

    @Test("A typed number of a heading that exists")
    func heading() throws {
        let page = "<section data-headings=\"Ⅰ 1\"><h2>章</h2><p>\("第1章に示す。")</p></section>"
        #expect(try codes(page).contains(.citedHeading))
    }

    @Test("An attachment that a text sends its reader to", arguments: [("別紙2により報告する。", false), ("通知の別紙2による。", true)])
    func attachment(text: String, isRight: Bool) throws {
        #expect(try codes("<p>\(text)</p>").contains(.citedHeading) != isRight)
    }
}
