import Diagnostics
import Documents
import Files
import Proofreading
import Templates
import Testing

/// Blocks of templates written as plain text, in the habit of official papers.
@Suite struct ProseBlockTests {
    private func render(
        _ text: String, file: String = "closing.txt", html: String? = nil
    ) throws -> (text: String, diagnostics: [Diagnostic]) {
        let page = """
            <html lang="ja"><body><h1>題</h1><main>{{$opening}}<p>共通の始め</p>{{/opening}}
            {{$closing}}<p>共通の結び</p>{{/closing}}</main></body></html>
            """
        var templates = ["Templates/notice.html": page, "Templates/test/notice/\(file)": text]
        if let html { templates["Templates/test/notice.html"] = html }
        let (files, diagnostics) = try Rendering.render(
            board: "test",
            data: ["Data/test/board.yaml": Rendering.notices, "Data/test/facilities.yaml": Rendering.facilities],
            templates: templates)
        return (
            files.first { $0.name == "notice.txt" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "", diagnostics
        )
    }

    @Test("A paragraph a line, ladders of marks, and signs of markup as they read")
    func ladders() throws {
        let (text, diagnostics) = try render(
            """
            　この冊子は、{{board.name}}が作った。A < B & C
            １　相談する。
            　（１）学校に相談する。
            　（２）教育委員会に相談する。
            　　ア　電話
            　　イ　窓口
            ２　見学する。

            　以上
            """)
        #expect(!diagnostics.containsErrors)
        #expect(
            text.hasSuffix(
                """
                　共通の始め
                　この冊子は、宝塚市教育委員会が作った。A < B & C

                １　相談する。
                    （１）学校に相談する。
                    （２）教育委員会に相談する。
                          ア　電話
                          イ　窓口
                ２　見学する。

                　以上

                """), "\(text)")
    }

    @Test("Sections round items and paragraphs")
    func sections() throws {
        let (text, diagnostics) = try render(
            """
            {{#facilities.private}}
            ・{{name}}
            {{/facilities.private}}
            ・その他
            {{#board.contact}}
            　電話は{{telephone}}である。
            {{/board.contact}}
            {{^board.section}}
            １　担当はない。
            {{/board.section}}
            """)
        #expect(!diagnostics.containsErrors, "\(diagnostics.map(\.summary.en))")
        #expect(text.contains("・甲<&>\n・乙\n・その他\n"), "\(text)")
        #expect(text.contains("　電話は0797-77-2024である。") && text.contains("１　担当はない。"))
    }

    @Test("What is wrong is told at its line of the text; a text of no block is told")
    func faults() throws {
        let misspelt = try render("一行目。\n\n　{{board.nam}}")
        #expect(misspelt.diagnostics.map(\.code) == [.unknownName])
        #expect(misspelt.diagnostics.first?.place?.source.path == "Templates/test/notice/closing.txt")
        #expect(
            misspelt.diagnostics.first?.place.map { LineTable($0.source).location(at: $0.range.lowerBound).line } == 3)
        #expect(try render("結び。", file: "closin.txt").diagnostics.map(\.code) == [.unusedBlock])
        #expect(try render("児童生と＝と、、").diagnostics.map(\.code).contains(.doubledParticle))
    }

    @Test("A board's own template keeps its other blocks")
    func besideMarkup() throws {
        let (text, _) = try render(
            "　文章の結び",
            html: "{{<notice}}{{$opening}}<p>自分の始め</p>{{/opening}}{{$closing}}<p>自分の結び</p>{{/closing}}{{/notice}}")
        #expect(text.contains("自分の始め") && text.contains("文章の結び") && !text.contains("自分の結び"))
    }
}
