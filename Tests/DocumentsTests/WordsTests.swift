import Diagnostics
import Documents
import Files
import Foundation
import TestSupport
import Templates
import Testing

/// The words that the program puts into pages, in the page's language (`Templates/words/`).
@Suite struct WordsTests {
    private static let main = """
        <h1>題</h1><contents/><p><ref to="a b" form="page"/> <ref to="c"/> <ref to="i"/></p>
        <section id="c"><h2 class="unnumbered">C</h2></section><section id="a"><h2>A</h2></section>
        <section id="b"><h2>B</h2><ol><li id="i">x</li></ol></section>
        <p id="h"><span class="limit"/></p><div><textarea maxlength="1200" aria-label="甲" aria-describedby="h"></textarea></div>
        <p>{{board.contact.telephone}} <a href="https://example.jp/">web</a></p>
        <figure class="chart"><figcaption>F</figcaption><table><caption>T</caption><thead><tr><th scope="col">Y</th><th scope="col">N</th></tr></thead>
        <tbody><tr><th scope="row">2024</th><td>7</td></tr><tr><th scope="row">2025</th><td>5</td></tr></tbody></table></figure>
        <ol class="flow"><li data-from="P Q R" data-to="S" data-label="ask">ask</li></ol>
        """

    private func render(
        _ language: String, main: String = main, files: [String: String] = [:]
    ) throws -> (html: String, text: String, diagnostics: [Diagnostic]) {
        let board = Rendering.notices.replacing("documents:", with: "style: {digits: fullwidth}\ndocuments:")
        let page =
            "<html lang=\"\(language)\"><head><title>題</title></head><body data-headings=\"Ⅰ 1\" data-lists=\"(1)\"><main>\(main)</main></body></html>"
        let data = ["Data/test/board.yaml": board]
        let templates = ["Templates/notice.html": page].merging(files) { $1 }
        let (made, diagnostics) = try Rendering.render(board: "test", data: data, templates: templates)
        func text(_ name: String) -> String {
            made.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        }
        return (text("notice.html"), text("notice.txt"), diagnostics.filter { $0.code != .unusedField })
    }

    @Test("A page in Japanese has them in Japanese, and full-width digits where the house style has them")
    func japanese() throws {
        let (html, text, diagnostics) = try render("ja")
        #expect(diagnostics.isEmpty)
        for words in [
            "aria-label=\"もくじ\"", "「Ⅰ A」</a>及び<a", "「C」", "Ⅱの(1)", "１，２００</span>字まで。",
            "Nは、２０２４が７、２０２５が５です。最も多いのは２０２４の７です。", "P、Q及びRからSへask。", "手続の流れ",
        ] { #expect(html.contains(words), "\(words)") }
        #expect(text.contains("web（https://example.jp/）") && text.contains("０７９７"))
    }

    @Test("A page in English has them in English, whatever the house style says of digits", arguments: ["en", "en-GB"])
    func english(_ language: String) throws {
        let (html, text, diagnostics) = try render(language)
        #expect(diagnostics.isEmpty)
        for words in [
            "aria-label=\"Contents\"", "“Ⅰ A”</a> and <a", "“C”", "Ⅱ.(1)", "1,200 letters at most. ",
            "N: 7 in 2024, 5 in 2025. The greatest is 7 in 2024. ", "P, Q and R to S: ask. ", "The procedure",
            "\" (pages \" attr(data-page) \")\"",
        ] { #expect(html.contains(words), "\(words)") }
        #expect(text.contains("web (https://example.jp/)") && text.contains("0797"))
        let body = html.split(separator: "<main>").last.map(String.init) ?? ""
        #expect(!body.contains { "、「」（）及び字まで章ページ０".contains($0) })
    }

    @Test("A board's own file has what it wants to be different alone")
    func own() throws {
        let files = ["Templates/test/words/ja.txt": "# 目次と書く。\ncontents: 目次\nnumber-in: \"{outer} {inner}\"\n"]
        let html = try render("ja", files: files).html
        #expect(html.contains("aria-label=\"目次\"") && html.contains("Ⅱ (1)") && html.contains("手続の流れ"))
    }

    @Test("A language that has no words is an error where they are needed, once for each")
    func missing() throws {
        let found = try render("fr").diagnostics
        #expect(Set(found.map(\.code)) == [.missingTemplate], "\(found.map(\.summary.en))")
        #expect(Set(found.map(\.summary)).count == found.count)
        let finding = try #require(found.first { $0.summary.en.contains("\"contents\"") })
        #expect(finding.severity == .error && finding.summary.en.contains("words/fr.txt"))
        #expect(finding.place?.source.path == "Templates/notice.html")
        #expect(try render("fr", main: "<h1>t</h1><p>mot</p>").diagnostics.isEmpty)
    }

    @Test(
        "What is wrong in a file of words is told at its line",
        arguments: [
            ("contnts: もくじ", DiagnosticCode.unknownName, "did you mean \"contents\"?"),
            ("limit: {cuont}字", .unknownName, "did you mean \"count\"?"),
            ("contents: {x}", .unknownName, "delete the braces"),
            ("contents もくじ", .malformedMarkup, "contents: Contents"),
            ("contents:", .malformedMarkup, "contents: Contents"),
            ("limit: {count字", .malformedMarkup, "contents: Contents"),
            ("limit: ｛count｝字", .malformedMarkup, "contents: Contents"),
            ("contents: \"もくじ", .malformedMarkup, "contents: Contents"),
            ("reference:", .malformedMarkup, "contents: Contents"),
            ("reference: \" \"", .malformedMarkup, "contents: Contents"),
            ("reference: 「{title}」", .malformedMarkup, "write {number} once"),
            ("limit: {count}字（{count}）", .malformedMarkup, "write {count} once"),
            ("contents: も\u{FFFD}じ", .malformedMarkup, "contents: Contents"),
            ("flow: 甲\nflow: 乙", .duplicateAnchor, "delete one"),
        ])
    func faults(_ text: String, _ code: DiagnosticCode, _ help: String) throws {
        let found = try render("ja", files: ["Templates/test/words/ja.txt": text]).diagnostics
        let finding = try #require(found.first)
        #expect(found.count == 1 && finding.code == code && finding.help?.en.contains(help) == true)
        #expect(finding.place?.source.path == "Templates/test/words/ja.txt" && finding.severity == .error)
    }

    @Test("Words that are wrong in the file that all share are told there alone, and not where a page needs them")
    func sharedFault() throws {
        let words = String(decoding: try Project.bytes("Templates/words/ja.txt"), as: UTF8.self)
        let faulty = words.replacing("reference: 「{number} {title}」", with: "reference: \"\"")
        let found = try render("ja", files: ["Templates/words/ja.txt": faulty]).diagnostics
        #expect(found.map(\.code) == [.malformedMarkup], "\(found.map(\.summary.en))")
        #expect(found.first?.place?.source.path == "Templates/words/ja.txt")
    }

    @Test(
        "A file of words whose name is no language's is told, with the name that is meant",
        arguments: [
            ("Templates/words/jp.txt", "rename it ja.txt"), ("Templates/test/words/jpn.txt", "rename it ja.txt"),
            ("Templates/test/words/zh-Hans.txt", "rename it zh.txt"),
            ("Templates/test/words/ja.text", "rename it ja.txt"),
            ("Templates/test/words/xx.txt", "ja.txt, en.txt"), ("Templates/test/words/fil.txt", nil),
            ("Templates/words/ko.txt", nil),
        ] as [(String, String?)])
    func misnamed(_ path: String, _ help: String?) throws {
        let found = try render("ja", files: [path: "contents: もくじ\n"]).diagnostics
        #expect(found.map(\.code) == (help == nil ? [] : [.unknownName]), "\(found.map(\.summary.en))")
        if let help { #expect(found.first?.help?.en.contains(help) ?? false) }
        if help != nil { #expect(found.first?.place?.source.path == path) }
    }

    @Test(
        "Values are in the words of the page's language",
        arguments: [
            ("ja", "はい いいえ 毎月 年9回 週1回"), ("en", "Yes No every month 9 times a year once a week"),
        ])
    func values(_ language: String, _ text: String) throws {
        func measure(_ id: String, _ frequency: String) -> String {
            "{id: \(id), name: 会議\(id), description: 話し合います。, frequency: \(frequency)}"
        }
        let measures = [measure("a", "毎月"), measure("b", "年9回"), measure("c", "週1回")].joined(separator: ", ")
        let values =
            "{{document.draft}} {{document.per_facility}} {{#programs.board_measures.first.measures}}{{frequency}} {{/programs.board_measures.first.measures}}"
        let page =
            "<html lang=\"\(language)\"><head><title>題</title></head><body><main><h1>題</h1><p>\(values)</p></main></body></html>"
        let (made, diagnostics) = try Rendering.render(
            board: "test",
            data: [
                "Data/test/board.yaml": Rendering.notices.replacing(
                    "{id: notice,", with: "{id: notice, draft: true, per_facility: false, formats: [text],"),
                "Data/test/programs.yaml": "board_measures:\n  - {id: x, title: 取組, measures: [\(measures)]}\n",
            ], templates: ["Templates/notice.html": page])
        #expect(diagnostics.allSatisfy { $0.severity != .error }, "\(diagnostics.map(\.summary.en))")
        let written = made.first { $0.name == "notice.txt" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        #expect(
            written.split { $0 == "\n" || $0 == " " || $0 == "　" }.joined(separator: " ").contains(text), "\(written)")
    }

    @Test(
        "A value in words that its language does not have is told where the first is printed, and not where none is printed",
        arguments: [
            ("{{document.draft}}", ["yes"]), ("{{document.per_facility}} {{document.draft}}", ["no", "yes"]),
            ("{{#document.draft}}a{{/document.draft}}", []),
            (
                "{{#programs.board_measures.first.measures}}{{frequency}} {{/programs.board_measures.first.measures}}",
                ["every", "once", "period-month", "period-week", "period-year", "times"]
            ),
        ])
    func missingValues(_ text: String, _ names: [String]) throws {
        let measures = ["毎月", "年9回", "週1回"].enumerated().map {
            "{id: m\($0), name: 会議\($0), description: 話し合います。, frequency: \($1)}"
        }.joined(separator: ", ")
        let page =
            "<html lang=\"fr\"><head><title>t</title></head><body><main><h1>t</h1><p>\(text)</p></main></body></html>"
        let (_, diagnostics) = try Rendering.render(
            board: "test",
            data: [
                "Data/test/board.yaml": Rendering.notices.replacing(
                    "{id: notice,", with: "{id: notice, draft: true, per_facility: false, formats: [text],"),
                "Data/test/programs.yaml": "board_measures:\n  - {id: x, title: 取組, measures: [\(measures)]}\n",
            ],
            templates: ["Templates/notice.html": page, "Templates/words/fr.txt": "draft: \"{title} (projet)\"\n"])
        let found = diagnostics.filter { $0.code == .missingTemplate }
        #expect(found.allSatisfy { $0.severity == .error && $0.place?.source.path == "Templates/notice.html" })
        let told = found.map { $0.summary.en.split(separator: "\"").dropFirst().first.map(String.init) ?? "" }
        #expect(told.sorted() == names, "\(found.map(\.summary.en))")
    }

    @Test("The languages that there are have the same words")
    func languages() throws {
        func names(_ language: String) throws -> [String] {
            String(decoding: try Project.bytes("Templates/words/\(language).txt"), as: UTF8.self).split(separator: "\n")
                .filter { !$0.hasPrefix("#") }.map { String($0.prefix { $0 != ":" }) }
        }
        #expect(try names("ja") == names("en") && names("ja").count == Set(names("ja")).count)
    }
}
