import Testing

/// Numbers in full-width digits, which browsers part like kanji.
@Suite struct DigitsTests {
    private func page(_ main: String, digits: String = "fullwidth") throws -> String {
        let page =
            "<html lang=\"ja\"><head><title>題</title><link rel=\"stylesheet\" href=\"style/furigana.css\"/></head><body><main><h1>題</h1>\(main)</main></body></html>"
        let board =
            Rendering.notices.replacing("documents:", with: "style: {digits: \(digits), ruby: grade-2}\ndocuments:")
                + """

                readings:
                  - word: 平成
                    furigana: へいせい
                  - word: 人
                    furigana: にん

                """
        let html = try Rendering.notice(page, board: board).html
        let body = html.split(separator: "</h1>", maxSplits: 1).last.map(String.init) ?? ""
        return (body.split(separator: "</main>", maxSplits: 1).first.map(String.init) ?? "")
            .replacing("<rp>（</rp>", with: "").replacing("<rp>）</rp>", with: "").replacing("\n", with: "")
            .replacing("<ruby>平成<rt>へいせい</rt></ruby>", with: "平成")
    }

    @Test(
        "A number stays with its unit wherever it stands, and so does the era before it",
        arguments: [
            ("<p>平成２８年法</p>", "<p>[平成２８年]法</p>"), ("<p>１０人、２０人</p>", "<p>[１０人]、[２０人]</p>"),
            ("<p><strong>１０人</strong>と３年</p>", "<p><strong>[１０人]</strong>と[３年]</p>"),
            ("<p><span class=\"unbroken\">平成７年２月</span></p>", "<p><span class=\"unbroken\">[平成７年][２月]</span></p>"),
            ("<ul><li>第１２条</li></ul>", "<ul><li><menu hidden></menu>[第１２条]</li></ul>"),
            // What stands in one with ruby, or begins with it.
            (
                "<p><ruby>約<rt>やく</rt></ruby>２０<ruby>年<rt>ねん</rt></ruby>間</p>",
                "<p><ruby>約<rt>やく</rt></ruby>[２０<ruby>年<rt>ねん</rt></ruby>間]</p>"
            ),
            ("<p><ruby>平成<rt>へいせい</rt></ruby>２０年</p>", "<p>[平成２０年]</p>"),
            ("<p>元号は<ruby>平成<rt>へいせい</rt></ruby>２０年、<ruby>平成<rt>へいせい</rt></ruby>３０年</p>", "<p>元号は[平成２０年]、[平成３０年]</p>"),
            // Neither attributes nor what is typed into a form.
            (
                "<div><textarea aria-label=\"１０人\">１０人</textarea><input type=\"text\" aria-label=\"欄\" value=\"１０人\"/></div>",
                "<div><textarea aria-label=\"１０人\">１０人</textarea><input type=\"text\" aria-label=\"欄\" value=\"１０人\"></div>"
            ),
        ])
    func kept(main: String, expected: String) throws {
        #expect(
            try page(main)
                == expected.replacing("[", with: "<span class=\"digits\">").replacing("]", with: "</span>"))
    }

    @Test(
        "Where the house style has half-width digits, a number stays with what counts it in the narrow lines of cells alone",
        arguments: [
            ("小学3年生から6年生まで", "小学[3年]生から[6年]生まで"), ("90日以上の児童", "[90日]以上の児童"),
            ("<span class=\"postal\">〒665-0827</span>", "<span class=\"postal\">〒665-0827</span>"),
            ("0797-87-1718", "0797-87-1718"),
            ("<span class=\"unbroken\">12施設</span>", "<span class=\"unbroken\">12施設</span>"),
            ("<strong>第2</strong>ビル5階", "<strong>[第2]</strong>ビル[5階]"),
        ])
    func halfwidth(cell: String, expected: String) throws {
        let kept = expected.replacing("[", with: "<span class=\"unbroken\">").replacing("]", with: "</span>")
        let table = { (cell: String) in
            "<table><caption>表</caption><thead><tr><th scope=\"col\">列</th></tr></thead><tbody><tr><td>\(cell)</td></tr></tbody></table>"
        }
        let made = try page(table(cell) + "<p>10人</p>", digits: "halfwidth")
        #expect(made.contains("<td class=\"cell\">\(kept)</td>"), "\(made)")
        #expect(made.contains("<p>10人</p>"))
    }
}
