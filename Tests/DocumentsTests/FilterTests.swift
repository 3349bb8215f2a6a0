import Documents
import Foundation
import TestSupport
import Testing

/// The groups of choices above the facility list: one for each attribute whose values differ.
@Suite struct FilterTests {
    /// The facility list's page, of the sample with fields added to some facilities.
    static func list(adding fields: [String: String]) throws -> String {
        let path = "Data/takarazuka/facilities.yaml"
        var facilities = String(decoding: try Project.bytes(path), as: UTF8.self)
        for (id, field) in fields {
            facilities = facilities.replacing("  - id: \(id)\n", with: "  - id: \(id)\n    \(field)\n")
        }
        let (files, diagnostics) = try Rendering.render(board: "takarazuka", data: [path: facilities])
        #expect(diagnostics.isEmpty)
        let page = try #require(files.first { $0.name == "facility-list.html" })
        return String(decoding: page.bytes, as: UTF8.self)
    }

    @Test("What no facility says is neither a label nor a choice")
    func absent() throws {
        let html = try Self.list(adding: [:])
        #expect(html.contains("<legend>都道府県で絞り込む</legend>"))
        #expect(!html.contains("利用の方法で絞り込む") && !html.contains("class=\"kind\""))
        #expect(!html.contains("該当する施設はありません。"))
    }

    @Test("Two kinds are choices beside the prefectures, and a line stands in for pairs without a row")
    func kinds() throws {
        let html = try Self.list(adding: ["rakusho": "kind: commuting", "n-net": "kind: online"])
        #expect(html.contains("<legend>利用の方法で絞り込む</legend>"))
        for choice in ["すべて（12）", "通所（1）", "オンライン（1）"] { #expect(html.contains(choice)) }
        #expect(html.contains("楽笑 フリースクール</span><br><small class=\"kind\">（通所）</small>"))
        #expect(html.contains("該当する施設はありません。"))
    }

    @Test("Two filters of a thousand values each cost as much as their rows, not as the pairs of them")
    func manyValues() throws {
        let rows = (0..<1_000).map { "<tr data-prefecture=\"p\($0)\" data-kind=\"k\($0)\"><td>値</td></tr>" }.joined()
        let page = """
            <html lang="ja"><body><h1>題</h1><filter of="t" by="data-prefecture" label="甲"/><filter of="t" by="data-kind" label="乙"/>\
            <table id="t"><caption>表</caption><thead><tr><th scope="col">列</th></tr></thead><tbody>\(rows)</tbody></table></body></html>
            """
        let board = String(decoding: try Project.bytes("Data/takarazuka/board.yaml"), as: UTF8.self)
            .replacing("\ndocuments:\n", with: "\ndocuments:\n  - {id: line, title: 題}\n")
        let (files, _) = try Rendering.render(
            board: "takarazuka", data: ["Data/takarazuka/board.yaml": board],
            templates: ["Templates/takarazuka/line.html": page], only: ["line"])
        let size = try #require(files.first { $0.name == "line.html" }).bytes.count
        #expect(size < 2_000_000)
    }
}
