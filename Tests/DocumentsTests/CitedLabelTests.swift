import Diagnostics
import Documents
import Files
import Testing

/// Labels of notes, forms and attachments that a document cites.
@Suite struct CitedLabelTests {
    /// The texts at which something is found in a document that bears 様式1 and ※1.
    func found(_ text: String, title: String = "出席扱いの依頼書（様式1）") throws -> [String] {
        let page = """
            <html lang="ja"><body><h1>題</h1><h2>\(title)</h2><p>依頼は、様式1による（※1）。\(text)</p><p>※1　注</p></body></html>
            """
        return try Rendering.notice(page).diagnostics.filter { $0.code == .citedHeading }.compactMap(\.place).map {
            $0.source.text($0.range)
        }
    }

    @Test(
        "Labels that nothing bears",
        arguments: [("様式2により届け出る。", "様式2"), ("依頼書（様式2）を出す。", "様式2"), ("出す（※2）。", "※2"), ("次の様式３による。", "様式３")])
    func strangers(text: String, label: String) throws {
        #expect(try found(text) == [label])
    }

    @Test(
        "Labels of other papers",
        arguments: [
            "転学届（様式5）を出す。", "転学届（様式5、両面）を出す。", "教育委員会規則第3号様式による。", "学校教育法施行規則別表第1による。", "管理規則の様式2による。",
            "「手引」の様式3による。", "{{document.title}}の様式4による。", "通知（令和元年）の別紙2による。", "要綱様式第5号による。", "市立学校管理規則（平成12年規則第1号）の様式2",
        ])
    func others(text: String) throws {
        #expect(try found(text).isEmpty)
    }

    @Test(
        "Pages that are pointed to by their numbers",
        arguments: [
            ("手続は12ページを参照してください。", "12ページ"), ("要件は５頁のとおりです。", "５頁"), ("一覧は8ページにあります。", "8ページ"),
            ("手続（p.3）により行う。", "p.3"),
            ("流れ図（→P12）を見る。", "P12"), ("3ページの「手続」を読む。", "3ページ"),
        ])
    func pages(text: String, cited: String) throws {
        #expect(try found(text) == [cited])
    }

    @Test(
        "Pages that are counted, or another paper's",
        arguments: [
            "報告は2ページ以内とする。", "冊子は16ページです。", "「生徒指導提要」の12ページを参照する。", "『手引』（p.3）を読む。", "1ページに1人ずつ書く。", "全8ページの冊子を配る。",
            "mp.3は使わない。",
        ])
    func countedPages(text: String) throws {
        #expect(try found(text).isEmpty)
    }

    @Test("A heading that is cited by another number is the one that is wrong")
    func heading() throws {
        #expect(try found("様式1を使う。", title: "出席扱いの依頼書（様式2）") == ["様式2"])
    }

    @Test("A heading is not blamed where two others are cited: each citation is told")
    func severalStrangers() throws {
        let page = """
            <html lang="ja"><body><h1>題</h1><h2>出席扱いの依頼書（様式1）</h2><p>依頼は様式2、届は様式3による。</p></body></html>
            """
        let found = try Rendering.notice(page).diagnostics.filter { $0.code == .citedHeading }.compactMap(\.place)
        #expect(found.map { $0.source.text($0.range) } == ["様式2", "様式3"])
    }

    @Test("The advice says that it can be allowed")
    func advice() throws {
        let page = "<html lang=\"ja\"><body><h1>題</h1><h2>依頼書（様式1）</h2><p>依頼書は様式1、届書は様式2による。</p></body></html>"
        let diagnostics = try Rendering.notice(page).diagnostics
        #expect(diagnostics.first?.help?.ja.contains("認める") == true)
    }
}
