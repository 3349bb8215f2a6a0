import Diagnostics
import Documents
import Foundation
import TestSupport
import Testing

/// One datum, many forms: papers for each facility, the fragment, CSV, JSON and JSON-LD.
@Suite struct OpenDataTests {
    /// Facilities whose texts are hard on each form.
    static let facilities = """
        as_of: 令和7年2月14日
        listed: {from: 令和2年度, to: 令和6年度}
        private:
          - id: a
            name: "甲\\"乙<&>,丙</script>"
            furigana: こう おつ ゔぁ
            kind: commuting
            postal_code: 664-0873
            address: 兵庫県伊丹市野間2丁目7-41 3F
            telephone: 072-764-6335
            note: "=1+1"
          - {id: b, name: "@乙", kind: online, postal_code: 530-0012, address: 大阪府大阪市北区芝田2-7-18, telephone: 0120-025-215}

        """

    static func render(_ template: String, formats: String, headingLevel: Int = 2) throws -> [String: String] {
        let board = Rendering.notices.replacingOccurrences(
            of: "{id: notice,", with: "{id: notice, formats: \(formats),")
        let (files, diagnostics) = try Rendering.render(
            board: "test", data: ["Data/test/board.yaml": board, "Data/test/facilities.yaml": facilities],
            templates: ["Templates/notice.html": template], headingLevel: headingLevel)
        #expect(!diagnostics.containsErrors, "\(diagnostics.map(\.summary.en))")
        return Dictionary(uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    static let page = """
        <html lang="ja"><head><title>題</title></head><body><main id="main"><h1>題</h1>\
        <p><a href="#part">部</a></p><section id="part" class="a b"><h2>部</h2><ul><li>項目</li></ul></section>\
        <structured-data/></main></body></html>
        """

    @Test("CSV has a byte order mark, CRLF, quotes where they are needed and no formulas")
    func csv() throws {
        let csv = try #require(try Self.render(Self.page, formats: "[csv]")["notice.csv"])
        let lines = csv.components(separatedBy: "\r\n")
        #expect(csv.unicodeScalars.first == "\u{FEFF}")
        #expect(lines.count == 4 && lines[3].isEmpty)
        #expect(
            lines[1]
                == "282146,a,兵庫県宝塚市,\"甲\"\"乙<&>,丙</script>\",コウ オツ ヴァ,282073,兵庫県伊丹市野間2丁目7-41 3F,兵庫県,伊丹市,野間2丁目,7-41,3F,072-764-6335,664-0873,,,,'=1+1"
        )
        #expect(lines[2].contains(",'@乙,"))
    }

    @Test("A combining mark behind a sign does not save it from being escaped", arguments: ["\u{301}", "\u{20DD}"])
    func combining(mark: String) throws {
        let board = Rendering.notices.replacingOccurrences(
            of: "{id: notice, title: お知らせ,",
            with: "{id: notice, formats: [html, csv], title: '一覧\"\(mark); } } body { x: y } \\\(mark)<\(mark)',")
        let data = Self.facilities.replacingOccurrences(of: "note: \"=1+1\"", with: "note: 'あ\"\(mark),=1+1'")
        let (files, _) = try Rendering.render(
            board: "test", data: ["Data/test/board.yaml": board, "Data/test/facilities.yaml": data],
            templates: ["Templates/notice.html": Self.page])
        let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
        #expect(
            texts["notice.csv"]?.utf8.split(separator: 0x0A)[1].ends(with: ",\"あ\"\"\(mark),=1+1\"\r".utf8) ?? false)
        let html = try #require(texts["notice.html"])
        let rule = try #require(html.utf8.split(separator: 0x0A).first { $0.starts(with: "@page { @top".utf8) })
        #expect(
            String(rule)
                == "@page { @top-right { content: \"一覧\\22 \(mark); } } body { x: y } \\5c \(mark)\\3c \(mark)\"; } }")
    }

    @Test("JSON says what is known, and nothing that is not")
    func json() throws {
        let text = try #require(try Self.render(Self.page, formats: "[json]")["notice.json"])
        let root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let entries = try #require(root["facilities"] as? [[String: Any]])
        #expect(root["version"] as? Int == 1 && root["as_of"] as? String == "2025-02-14")
        #expect(entries[0]["name"] as? String == "甲\"乙<&>,丙</script>")
        #expect(entries[0]["town"] as? String == "野間2丁目" && entries[0]["building"] as? String == "3F")
        #expect(entries[1]["kind"] as? String == "online" && entries[1]["web"] == nil)
    }

    @Test("No name stands twice in JSON: where a facility is, and the building of its address, are two")
    func names() throws {
        let data = Self.facilities.replacing("    note: \"=1+1\"", with: "    building: 市民会館の2階\n    note: \"=1+1\"")
        let board = Rendering.notices.replacing("{id: notice,", with: "{id: notice, formats: [json],")
        let (files, _) = try Rendering.render(
            board: "test", data: ["Data/test/board.yaml": board, "Data/test/facilities.yaml": data],
            templates: ["Templates/notice.html": Self.page])
        let text = String(decoding: try #require(files.first { $0.name == "notice.json" }).bytes, as: UTF8.self)
        #expect(text.components(separatedBy: "\"building\": ").count == 2)
        #expect(text.contains("\"building\": \"3F\"") && text.contains("\"building_field\": \"市民会館の2階\""))
    }

    @Test("JSON-LD stands in the page, and no name can end its element")
    func structuredData() throws {
        let html = try #require(try Self.render(Self.page, formats: "[html]")["notice.html"])
        let start = try #require(html.range(of: "<script type=\"application/ld+json\">"))
        let end = try #require(html.range(of: "</script>", range: start.upperBound..<html.endIndex))
        let data = Data(html[start.upperBound..<end.lowerBound].utf8)
        let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let items = try #require(root["itemListElement"] as? [[String: Any]])
        #expect((items[0]["item"] as? [String: Any])?["name"] as? String == "甲\"乙<&>,丙</script>")
        #expect(html.components(separatedBy: "</script>").count == 2)
    }

    @Test("What is known beside name and address has schema.org's properties, and the data sets' columns")
    func facts() throws {
        let facts = """
                introduction: 少人数です。
                school_years: 小1～中3
                days: 月曜日から金曜日まで（祝日を除く。）
                hours: 午前10時から午後3時半まで
                fees: [{kind: monthly, amount: "2万円", covers: 教材費を含む。}, {kind: other, covers: 実費}]
                email: a@kou.jp
                sns: [https://sns.jp/a, https://sns.jp/b]
                fax: 072-764-6336
                operator: 甲の会
                capacity: 20
                established: 平成30年4月
                certified_by: 認証
                certified_until: 令和9年3月31日
                latitude: "34.799700"
                longitude: "135.360100"
                note: "=1+1"
            """
        let data = Self.facilities.replacing("    note: \"=1+1\"", with: facts)
        let board = Rendering.notices.replacing("{id: notice,", with: "{id: notice, formats: [html, csv],")
        let (files, diagnostics) = try Rendering.render(
            board: "test", data: ["Data/test/board.yaml": board, "Data/test/facilities.yaml": data],
            templates: ["Templates/notice.html": Self.page])
        #expect(!diagnostics.containsErrors, "\(diagnostics.map(\.summary.en))")
        let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
        let html = try #require(texts["notice.html"])
        for text in [
            #""description":"少人数です。""#, #""faxNumber":"072-764-6336""#, #""email":"a@kou.jp""#,
            #""geo":{"@type":"GeoCoordinates","latitude":"34.799700","longitude":"135.360100"}"#,
            #""sameAs":["https://sns.jp/a","https://sns.jp/b"]"#, #""foundingDate":"2018-04""#,
            #""parentOrganization":{"@type":"Organization","name":"甲の会"}"#, #""maximumAttendeeCapacity":20"#,
            #""hasCertification":{"@type":"Certification","name":"認証","expires":"2027-03-31"}"#,
            #""makesOffer":[{"@type":"Offer","name":"月額","description":"教材費を含む。","price":"20000","priceCurrency":"JPY"},{"@type":"Offer","name":"その他","description":"実費"}]"#,
        ] { #expect(html.replacing(/\s*\n\s*/, with: "").replacing("\": ", with: "\":").contains(text), "\(text)") }
        let rows = try #require(texts["notice.csv"]).components(separatedBy: "\r\n")
        for title in ["所在地_全国地方公共団体コード", "利用可能曜日,開始時間,終了時間,説明", "料金(詳細),連絡先メールアドレス", "収容定員"] {
            #expect(rows[0].contains("," + title + ","), "\(rows[0])")
        }
        #expect(rows[1].contains(",月火水木金,10:00,15:30,"), "\(rows[1])")
    }

    @Test("A fragment has no head, headings from the level asked for, and names of its own", arguments: 1...4)
    func fragment(level: Int) throws {
        let html = try #require(
            try Self.render(Self.page, formats: "[fragment]", headingLevel: level)["notice.fragment.html"])
        #expect(html.contains("<h\(level)>題</h\(level)>") && html.contains("<h\(level + 1)>部</h\(level + 1)>"))
        #expect(html.contains("<section id=\"shirube-part\" class=\"shirube-a shirube-b\">"))
        #expect(html.contains("<a href=\"#shirube-part\">"))
        #expect(!html.contains("<head") && !html.contains("<script") && !html.contains("<style"))
        #expect(html.hasPrefix("<div class=\"shirube-document\" lang=\"ja\">") && html.hasSuffix("</div>\n"))
    }

    @Test("What has been changed in the list is told at its end")
    func updates() throws {
        let data = String(decoding: try Project.bytes("Data/takarazuka/facilities.yaml"), as: UTF8.self)
            .replacingOccurrences(
                of: "\nprivate:", with: "\nupdates:\n  - {date: 令和7年1月6日, text: 2施設を加えました。}\nprivate:")
        let (files, diagnostics) = try Rendering.render(
            board: "takarazuka", data: ["Data/takarazuka/facilities.yaml": data])
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.summary.en))")
        let list = try #require(files.first { $0.name == "facility-list.txt" })
        #expect(String(decoding: list.bytes, as: UTF8.self).contains("令和7年1月6日\n    2施設を加えました。"))
    }

    @Test("A paper for each facility leads back to the board's folder, and nobody's request is published")
    func perFacility() throws {
        let template = """
            <html lang="ja"><head><title>題</title></head><body><h1>題</h1>\
            <p>{{#facility}}{{name}}{{/facility}}{{^facility}}{{#board.request.facility_name}}{{board.request.facility_name}}{{/board.request.facility_name}}{{/facility}}\
            <a href="index.html">一覧</a></p><p>{{#board.request.guardian}}{{board.request.guardian}}{{/board.request.guardian}}</p>\
            </body></html>
            """
        let board =
            Rendering.notices.replacingOccurrences(of: "{id: notice,", with: "{id: notice, per_facility: true,")
            + "request: {facility_name: 丁, guardian: 山田花子}\n"
        let (files, _) = try Rendering.render(
            board: "test", data: ["Data/test/board.yaml": board, "Data/test/facilities.yaml": Self.facilities],
            templates: ["Templates/notice.html": template])
        let pages = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0) })
        func text(_ name: String) -> String { String(decoding: pages[name]?.bytes ?? [], as: UTF8.self) }
        #expect(!text("notice.html").contains("丁") && !text("notice.html").contains("山田花子"))
        #expect(text("notice.html").contains("href=\"index.html\""))
        #expect(text("notice/b.html").contains("@乙") && text("notice/b.html").contains("href=\"../index.html\""))
        #expect(!text("notice/b.html").contains("山田花子") && !text("notice/b.html").contains("丁"))
        #expect(pages["notice/a.txt"] != nil)
    }
}

extension Substring.UTF8View {
    fileprivate func ends(with other: String.UTF8View) -> Bool { suffix(other.count).elementsEqual(other) }
}
