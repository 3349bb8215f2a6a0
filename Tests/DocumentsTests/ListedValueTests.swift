import Diagnostics
import Documents
import Foundation
import Testing

/// What a facility's entry says beside its name and address is in every form of the list, declared by the board or built in.
@Suite struct ListedValueTests {
    private static let declarations = """
        fields:
          - {record: private_facility, key: lunch, label: 給食, type: choice, choices: [{key: yes, label: あり}, {key: no, label: なし}]}
          - {record: private_facility, key: mobile, label: 携帯電話, type: telephone, formats: [page]}
          - {record: private_facility, key: memo, label: 控え, formats: [csv]}
          - {record: private_facility, key: seats, label: 席, type: integer, unit: 席}
        tables:
          - {id: visits, title: 見学会, fields: [{key: date, label: 期日, type: date}, {key: place, label: 場所}]}

        """

    private static let facilities = """
        as_of: 令和7年2月14日
        listed: {from: 令和2年度, to: 令和6年度}
        private:
          - id: a
            name: 甲
            kind: [commuting, online]
            postal_code: 664-0873
            address: 兵庫県伊丹市野間2丁目7-41 3F
            telephone: 072-764-6335
            school_years: 小4～中3
            fees:
              - {kind: entrance, amount: "10,000円"}
              - {kind: monthly, amount: "20,000円", covers: 教材費を含む。}
            email: kou@example.com
            latitude: 34.799700
            longitude: 135.360100
            lunch: yes
            mobile: 090-1234-5678
            memo: 内部
            seats: 1,200
          - {id: b, name: 乙, kind: online, postal_code: 530-0012, address: 大阪府大阪市北区芝田2-7-18, telephone: 0120-025-215, lunch: no}

        """

    private func render(
        _ body: String, board: String = "", declarations: String = Self.declarations,
        facilities: String = Self.facilities, formats: String = "[html, text, csv, json]"
    ) throws -> [String: String] {
        let text = Rendering.notices.replacingOccurrences(of: "{id: notice,", with: "{id: notice, formats: \(formats),")
        let (files, diagnostics) = try Rendering.render(
            board: "test",
            data: [
                "Data/test/board.yaml": text + declarations + board, "Data/test/facilities.yaml": facilities,
                "Data/test/visits.yaml": "- {date: 令和7年3月1日, place: 市役所}\n- {date: 令和7年4月1日, place: 公民館}\n",
            ],
            templates: [
                "Templates/notice.html":
                    "<html lang=\"ja\"><head><title>題</title></head><body><h1>題</h1>\(body)</body></html>"
            ])
        #expect(!diagnostics.containsErrors, "\(diagnostics.map(\.summary.en))")
        return Dictionary(uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
    }

    @Test("All values that are there, with their labels, units and links")
    func details() throws {
        let text = try render(
            """
            {{#facilities.private}}<p>{{name}}</p><ul>{{#details}}<li>{{number}} {{key}} {{label}}：{{value}}{{#link}}→{{link}}{{/link}}</li>{{/details}}</ul>
            {{/facilities.private}}
            """)["notice.txt"]
        let expected = [
            "1 school_years 対象学年：小学校4年生から中学校3年生まで", "2 fees 費用：入会金 10,000円、月額 20,000円（教材費を含む。）",
            "3 email メールアドレス：kou@example.com→mailto:kou@example.com", "4 lunch 給食：あり",
            "5 mobile 携帯電話：090-1234-5678→tel:09012345678", "6 seats 席：1,200席", "1 lunch 給食：なし",
        ]
        let lines = (text ?? "").replacing("\n  ", with: "").split(separator: "\n").map(String.init)
        for line in expected { #expect(lines.contains { $0.hasSuffix(line) }, "\(line)") }
        #expect(text?.contains("控え") == false)
    }

    @Test("A text of several lines keeps them among the listed values, in every format")
    func lines() throws {
        let facilities = Self.facilities.replacing(
            "school_years:", with: "introduction: |\n      一行目。\n\n      二行目。\n    school_years:", maxReplacements: 1)
        #expect(facilities != Self.facilities)
        let made = try render(
            "<ul>{{#facilities.private}}{{#details}}<li title=\"{{value}}\">{{label}}：{{value}}</li>{{/details}}{{/facilities.private}}</ul>",
            facilities: facilities, formats: "[html, text, docx]")
        #expect(
            made["notice.html"]?.contains("<li title=\"一行目。 二行目。\"><menu hidden></menu>紹介：一行目。<br>二行目。</li>") == true)
        #expect(made["notice.txt"]?.contains("紹介：一行目。\n二行目。") == true)
        #expect(made["notice.docx"]?.contains("一行目。</w:t></w:r><w:r><w:br/></w:r>") == true)
    }

    @Test("Columns in the order that the board has chosen, and what is no column among the details")
    func columns() throws {
        let text = try render(
            """
            <p>{{#facilities.private.columns}}［{{label}}］{{/facilities.private.columns}}</p>
            {{#facilities.private}}<p>{{#columns}}［{{#value}}{{value}}{{/value}}］{{/columns}}</p><p>{{#details}}〔{{label}}〕{{/details}}</p>{{/facilities.private}}
            """, board: "columns: [telephone, lunch, fees]\n")["notice.txt"]
        #expect(text?.contains("［電話番号］［給食］［費用］") == true)
        #expect(text?.contains("［072-764-6335］［あり］［入会金") == true)
        #expect(text?.contains("［0120-025-215］［なし］［］") == true)
        #expect(text?.contains("〔対象学年〕〔メールアドレス〕〔携帯電話〕〔席〕") == true)
    }

    @Test(
        "The postal code stands with the address that has a column, unless it has one itself",
        arguments: [
            ("address", "［〒664-0873 兵庫県", false), ("telephone", "［072-764-6335］", true),
            ("address, postal_code", "［兵庫県伊丹市", false),
        ])
    func postalCode(chosen: String, address: String, isLeft: Bool) throws {
        let text = try render(
            """
            {{#facilities.private}}<p>{{#columns}}［{{#postal_code}}{{postal_code.mark}} {{/postal_code}}{{#value}}{{value}}{{/value}}］{{/columns}}</p><p>{{#rest}}〔{{label}}〕{{/rest}}</p>{{/facilities.private}}
            """, board: "columns: [\(chosen)]\n")["notice.txt"]
        #expect(text?.contains(address) == true, "\(text ?? "")")
        #expect(text?.contains("〔郵便番号〕") == isLeft)
    }

    /// The facilities, the second of which says why it gives no numbers.
    private static let withReasons = facilities.replacing(
        "postal_code: 530-0012, address: 大阪府大阪市北区芝田2-7-18, telephone: 0120-025-215",
        with: "no_postal_code: 来所不可, address: 大阪府大阪市北区芝田2-7-18, no_telephone: 非公開")

    /// The text that a shared document publishes.
    private func text(_ name: String, of document: String, _ settings: String = "", board: String) throws -> String {
        let entry = "{id: \(document), title: 題, \(settings)"
        let (files, diagnostics) = try Rendering.render(
            board: "test",
            data: [
                "Data/test/board.yaml": Rendering.notices.replacing("{id: notice, title: お知らせ,", with: entry)
                    + Self.declarations + board,
                "Data/test/facilities.yaml": Self.withReasons, "Data/test/visits.yaml": "[]\n",
            ])
        #expect(!diagnostics.containsErrors, "\(diagnostics.map(\.summary.en))")
        // The reasons are printed, by what lists the values.
        #expect(!diagnostics.contains { $0.code == .unusedField && $0.summary.en.contains("no_") })
        let file = try #require(files.first { $0.name == name })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    @Test(
        "Why a facility gives no number stands where the number would",
        arguments: [
            ("telephone, lunch", "［非公開］［なし］"), ("lunch, postal_code", "［なし］［来所不可］"),
            ("lunch", "［なし］〔郵便番号：来所不可〕"),
        ])
    func reasons(chosen: String, expected: String) throws {
        let made = try render(
            """
            {{#facilities.private}}<p>{{#columns}}［{{#link}}→{{/link}}{{value}}］{{/columns}}{{#rest}}〔{{label}}：{{value}}〕{{/rest}}</p>{{/facilities.private}}
            """, board: "columns: [\(chosen)]\n", facilities: Self.withReasons)["notice.txt"]?.replacing("\n", with: "")
        #expect(made?.contains(expected) == true, "\(made ?? "")")
        #expect(made?.contains("〔電話番号：非公開〕") == !chosen.contains("telephone"), "\(made ?? "")")
        // In the list once, with its label only where there is no column.
        let text = try text("facility-list.txt", of: "facility-list", board: "columns: [\(chosen)]\n")
        #expect(text.ranges(of: "非公開").count == 1, "\(text)")
        #expect(text.contains("電話番号：非公開") == !chosen.contains("telephone"), "\(text)")
    }

    @Test(
        "Form 6 has a row for every value that the list can show, whichever columns the board chooses",
        arguments: ["", "columns: [school_years, lunch, telephone]\n", "columns: [address, mobile]\n"])
    func confirmation(board: String) throws {
        let labels = [
            "法人の種類", "郵便番号", "所在地", "電話番号", "ウェブページ", "紹介", "対象学年", "費用", "FAX番号", "備考", "給食", "携帯電話", "席",
        ]
        let given = ["郵便番号", "所在地", "電話番号", "給食"]
        let blank = try text("form6.html", of: "form6", board: board)
        let filled = try text("form6/b.html", of: "form6", "per_facility: true, ", board: board)
        func row(_ label: String, _ value: String) -> String {
            " scope=\"row\">\(label)</th><td class=\"cell\">\(value)</td>"
        }
        for label in labels {
            #expect(blank.ranges(of: row(label, "")).count == 1, "\(label)")
            #expect(filled.ranges(of: row(label, "")).count == (given.contains(label) ? 0 : 1), "\(label)")
        }
        for (label, value) in [("電話番号", "非公開"), ("郵便番号", "来所不可"), ("給食", "なし")] {
            #expect(filled.ranges(of: row(label, value)).count == 1, "\(label)")
        }
        #expect(!blank.contains("控え"))
        let places = [row("給食", "なし"), row("紹介", "")].map { filled.firstRange(of: $0)?.lowerBound }
        #expect(try #require(places[0]) < #require(places[1]), "what is there comes first")
    }

    @Test(
        "What is no column of its own is told, and the list is printed without it",
        arguments: ["prefecture", "id", "memos"])
    func noColumn(key: String) throws {
        let data = [
            "Data/test/board.yaml": Rendering.notices + Self.declarations + "columns: [\(key), seats]\n",
            "Data/test/facilities.yaml": Self.facilities, "Data/test/visits.yaml": "[]\n",
        ]
        #expect(try Rendering.checks(board: "test", data: data).contains { $0.severity == .error && $0.place != nil })
        let (files, _) = try Rendering.render(
            board: "test", data: data,
            templates: [
                "Templates/notice.html":
                    "<html lang=\"ja\"><body><h1>題</h1>{{#facilities.private}}<p>{{name}}{{#columns}}［{{#value}}{{value}}{{/value}}］{{/columns}}</p>{{/facilities.private}}</body></html>"
            ])
        let text = files.first { $0.name == "notice.txt" }.map { String(decoding: $0.bytes, as: UTF8.self) }
        #expect(text?.contains("甲［1,200席］") ?? true)
    }

    @Test("CSV and JSON have a column for what some facility has")
    func openData() throws {
        let files = try render("<p>本文</p>")
        let lines = try #require(files["notice.csv"]).components(separatedBy: "\r\n")
        #expect(lines[0].hasSuffix("備考,緯度,経度,対象学年,料金(詳細),連絡先メールアドレス,給食,控え,席（席）"))
        #expect(
            lines[1].hasSuffix(
                "34.799700,135.360100,小学校4年生から中学校3年生まで,\"入会金 10,000円、月額 20,000円（教材費を含む。）\",kou@example.com,あり,内部,\"1,200\""
            ))
        let object = try JSONSerialization.jsonObject(with: Data(try #require(files["notice.json"]).utf8))
        let list = try #require((object as? [String: Any])?["facilities"] as? [[String: Any]])
        #expect(list[0]["seats"] as? Int == 1200)
        #expect(list[0]["kinds"] as? [String] == ["commuting", "online"])
        #expect(list[0]["memo"] == nil)
        #expect(list[1]["lunch"] as? String == "なし")
    }

    @Test("A field that is called as a column of the data sets has a title of its own")
    func csvTitles() throws {
        let files = try render("<p>本文</p>", declarations: Self.declarations.replacing("label: 控え", with: "label: 団体名"))
        let titles = try #require(files["notice.csv"]).components(separatedBy: "\r\n")[0].split(separator: ",")
        #expect(titles.contains("団体名") && titles.contains("団体名（memo）"))
        #expect(Set(titles).count == titles.count)
    }

    @Test("The rows of a table, and its values without naming a field")
    func table() throws {
        let text = try render(
            "{{#visits}}<p>{{date.short}}に{{place}}で</p><p>{{#details}}{{label}}は{{value}}。{{/details}}</p>{{/visits}}"
        )["notice.txt"]
        #expect(text?.contains("R7.3.1に市役所で") == true)
        #expect(text?.contains("期日は令和7年4月1日。場所は公民館。") == true)
    }

    @Test("A filter for each choice that some facility has, and of several values each")
    func filters() throws {
        let html = try #require(
            try render(
                """
                <filter of="t" by="data-kind" label="方法"/>
                {{#facilities.private.choices}}<filter of="t" by="data-choices" key="{{key}}" label="{{label}}"/>{{/facilities.private.choices}}
                <table id="t"><caption>施設</caption><thead><tr><th scope="col">名称</th></tr></thead><tbody>
                {{#facilities.private}}<tr data-kind="{{kind}}" data-choices="{{#choices}}{{key}}={{value}};{{/choices}}"><td>{{name}}</td></tr>{{/facilities.private}}
                </tbody></table>
                """)["notice.html"])
        #expect(html.contains("<legend>給食</legend>"))
        #expect(html.contains(">オンライン（2）</label>"))
        #expect(html.contains("tr:not([data-kind=\"通所、オンライン\"], [data-kind=\"オンライン\"])"))
        #expect(html.contains("tr:not([data-choices=\"lunch=あり;\"])"))
    }

    @Test("A document that sends its readers to a board without a telephone, an e-mail address or a page")
    func nowhereToAsk() throws {
        let (_, diagnostics) = try Rendering.render(
            board: "test",
            data: [
                "Data/test/board.yaml": Rendering.notices.replacing("contact: {telephone: 0797-77-2024}\n", with: "")
            ],
            templates: ["Templates/notice.html": "<html lang=\"ja\"><body><h1>題</h1><p>お問合せはこちらへ。</p></body></html>"])
        #expect(diagnostics.map(\.code).contains(.nowhereToAsk))
    }
}
