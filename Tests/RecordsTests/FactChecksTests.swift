import Diagnostics
import Files
import Proofreading
import Records
import Testing

/// Figures, names and terms of a board's data that contradict one another (issue 16, point 7).
@Suite struct FactChecksTests {
    private func codes(_ files: [String: String]) throws -> [DiagnosticCode] {
        try TinyBoard.findings(files).map(\.code)
    }

    private func measure(_ frequency: String, _ description: String, name: String = "会議") -> [String: String] {
        [
            "programs": """
            settings:
              - id: a
                title: 場
                measures:
                  - {id: b, name: \(name), frequency: \(frequency), description: \(description)}

            """
        ]
    }

    @Test(
        "How often a sentence says, and the frequency",
        arguments: [
            ("毎月", "学期ごとに状況を把握します。", true), ("学期1回", "学期ごとに状況を把握します。", false),
            ("毎月", "各校の担当者が隔月で集まります。", true), ("毎月", "各学校から、毎週、報告を受けます。", true),
            ("毎月", "毎週の記録を基に、話し合います。", false), ("年3回", "毎年、学校に集まります。", false), ("年3回", "毎月、学校に集まります。", true),
            ("学期2回", "学期に1回、集まります。", true), ("年9回", "数カ月ごとに各学校を訪ねます。", false), ("年9回", "年間4回、訪ねます。", true),
            ("年9回", "毎週木曜日を除き、訪ねます。", false),
        ])
    func frequency(frequency: String, text: String, isSlip: Bool) throws {
        #expect(try codes(measure(frequency, text)).contains(.frequencyInText) == isSlip)
    }

    @Test("How often a name says")
    func frequencyInName() throws {
        #expect(try codes(measure("年1回", "学びます。", name: "研修会（年2回）")).contains(.frequencyInText))
        #expect(try !codes(measure("年1回", "学びます。", name: "研修会（年1回）")).contains(.frequencyInText))
    }

    private func project(_ title: String = "報告", plan: String, year: String = "") -> [String: String] {
        [
            "board": TinyBoard.record.replacing("documents: []", with: "documents:\n  - {id: report, title: \(title)}"),
            "programs": """
            project:
              name: 事業
              partner: 相手方
              agreement: {from: 令和6年度, to: 令和6年度}
              years: [{fiscal_year: 令和6年度, participants: 3\(year)}]
              plan:
                fiscal_year: 令和7年度
            \(plan)

            """,
        ]
    }

    @Test(
        "The year in a paper's title",
        arguments: [
            ("令和7年度支援事業の委託について", false), ("令和6年度支援事業の委託について", true), ("令和6年度支援事業の実績について", false),
            ("令和7年支援事業の委託について", true), ("令和7年能登半島地震に伴う支援について", false), ("令和7年3月の報告", false),
        ])
    func titles(title: String, isSlip: Bool) throws {
        #expect(try codes(project(title, plan: "    budget: 500千円")).contains(.staleValue) == isSlip)
    }

    @Test(
        "Amounts beside a budget",
        arguments: [
            ("運営に要する経費", nil), ("運営に要する経費（7,892円）", DiagnosticCode.partsTotal), ("運営費7,982千円", .partsTotal),
            ("うち委託料7,000千円", nil),
        ] as [(String, DiagnosticCode?)])
    func amounts(note: String, code: DiagnosticCode?) throws {
        let found = try codes(project(plan: "    budget: 7,892千円\n    budget_note: \"\(note)\""))
        #expect(found.contains(.partsTotal) == (code != nil))
    }

    @Test("A budget of thousands of millions, and a line in yen among 千円")
    func units() throws {
        #expect(try codes(project(plan: "    budget: 12,345,000千円")).contains(.smallAmount))
        #expect(try !codes(project(plan: "    budget: 12,345千円")).contains(.smallAmount))
        func found(_ amount: String) throws -> [String] {
            let lines =
                "    budget: 700千円\n    budget_lines:\n      - {name: 甲, amount: \(amount)}\n      - {name: 乙, amount: 100千円}"
            return try TinyBoard.findings(project(plan: lines)).filter { $0.code == .partsTotal }.compactMap(\.place)
                .map {
                    $0.source.text($0.range)
                }
        }
        #expect(try found("600千円").isEmpty)
        #expect(try found("600円") == ["600円"])
        #expect(try found("500千円") == ["700千円"])
    }

    @Test("A session that takes all day", arguments: [("60", false), ("600", true)])
    func sessions(minutes: String, isSlip: Bool) throws {
        let year = ", session: {frequency: 週1回, minutes_from: 30, minutes_to: \(minutes)}"
        #expect(try codes(project(plan: "    budget: 500千円", year: year)).contains(.sessionMinutes) == isSlip)
    }

    @Test(
        "A month in an event",
        arguments: [("契約及び5月からの事業の開始", true), ("契約及び4月からの事業の開始", false), ("9月までの実績の整理", false)])
    func events(event: String, isSlip: Bool) throws {
        let plan = "    schedule:\n      - {month: 令和7年4月, event: \(event)}"
        #expect(try codes(project(plan: plan)).contains(.scheduleOrder) == isSlip)
    }

    private func series(_ counts: [Int]) -> [String: String] {
        let rows = counts.enumerated().map { "  - {fiscal_year: 平成\($0.offset + 21)年度, count: \($0.element)}\n" }
            .joined()
        return [
            "statistics":
                "survey: {name: 調査, publisher: 文部科学省, fiscal_year: 平成\(counts.count + 20)年度, published: 平成\(counts.count + 21)年10月}\nnational:\n  series:\n\(rows)"
        ]
    }

    @Test(
        "One figure out of line",
        arguments: [
            ([110_000, 112_000, 114_100, 119_000, 118_000, 120_100], true),
            ([110_000, 112_000, 114_100, 116_000, 118_000, 120_100], false),
            ([110_000, 112_000, 141_000, 116_000, 118_000, 120_100], true),
            ([110_000, 113_000, 125_000, 140_000, 151_000, 160_000], false),
            ([61, 58, 69, 77, 70, 84], false),
        ])
    func offLine(counts: [Int], isSlip: Bool) throws {
        // A twentieth off is told, less is not.
        let isTold = isSlip && counts != [110_000, 112_000, 114_100, 119_000, 118_000, 120_100]
        #expect(try codes(series(counts)).contains(.trendBreak) == isTold)
    }

    @Test("A part of a total that is that of the year before")
    func copiedPart() throws {
        func found(_ part: Int) throws -> [String] {
            let rows =
                "  - {fiscal_year: 令和5年度, count: 900, primary: 300, lower_secondary: 600}\n  - {fiscal_year: 令和6年度, count: 950, primary: 330, lower_secondary: \(part)}\n"
            let text =
                "survey: {name: 調査, publisher: 文部科学省, fiscal_year: 令和6年度, published: 令和7年10月}\nnational:\n  series:\n\(rows)"
            return try TinyBoard.findings(["statistics": text]).filter { $0.code == .partsTotal }.compactMap(\.place)
                .map {
                    $0.source.text($0.range)
                }
        }
        #expect(try found(620).isEmpty)
        #expect(try found(600) == ["600"])
        #expect(try found(610) == ["950"])
    }

    private func facility(_ name: String, _ rest: String) -> String {
        "name: \(name), postal_code: 665-0865, address: 兵庫県宝塚市寿町9-10, \(rest)"
    }

    @Test("One house under two spellings")
    func spellings() throws {
        func found(_ name: String, telephone: String = "0120-919-439") throws -> Bool {
            try codes(
                TinyBoard.facilities([
                    "id: a, " + facility("トライ学習室 函館校", "telephone: 0120-919-439"),
                    "id: b, " + facility(name, "telephone: \(telephone)"),
                ])
            ).contains(.nearName)
        }
        #expect(try found("トライ学習塾 帯広校"))
        #expect(try !found("トライ学習室 帯広校"))
        #expect(try !found("トライ学習塾 帯広校", telephone: "0120-025-215"))
        // Only the branch differs.
        #expect(try !found("トライ学習室 池館校"))
    }

    @Test("One operator under two spellings")
    func operators() throws {
        func found(_ name: String, number: String) throws -> [String] {
            try TinyBoard.findings(
                TinyBoard.facilities([
                    "id: a, " + facility("甲の家", "telephone: 0797-86-2321, operator: 特定非営利活動法人ひだまりの丘"),
                    "id: b, " + facility("乙の家", "telephone: \(number), operator: \(name)"),
                ])
            ).filter { $0.code == .nearName }.compactMap(\.place).map { $0.source.text($0.range) }
        }
        #expect(try found("特定非営利活動法人ひだまりの岡", number: "0797-86-2321") == ["特定非営利活動法人ひだまりの岡"])
        #expect(try found("特定非営利活動法人ひだまりの丘", number: "0797-86-2321").isEmpty)
        #expect(try found("特定非営利活動法人ひだまりの岡", number: "0797-87-1718").isEmpty)
    }

    @Test("Pages of one operator, and www")
    func domains() throws {
        func found(_ web: String) throws -> Bool {
            try codes(
                TinyBoard.facilities([
                    "id: a, "
                        + facility("甲の家", "telephone: 0797-86-2321, operator: 会社甲, web: https://hidamarinooka.jp"),
                    "id: b, " + facility("乙の家", "telephone: 0797-86-2322, operator: 会社甲, web: \(web)"),
                ])
            ).contains(.nearDomain)
        }
        #expect(try found("https://hidamarinokoa.jp"))
        #expect(try found("https://ww.kande-gakuen.jp"))
        #expect(try !found("https://hidamarinooka.jp/b"))
        #expect(try !found("https://otonoha-no-ie.jp"))
    }

    @Test(
        "How many the latest change says that a list has",
        arguments: [("1施設を加え、2施設としました。", true), ("1施設を加えました。", false), ("全1施設です。", false), ("全3施設です。", true)])
    func counts(text: String, isSlip: Bool) throws {
        var files = TinyBoard.facilities(["id: a, " + facility("甲の家", "telephone: 0797-86-2321")])
        files["facilities", default: ""] += "updates: [{date: 令和7年2月14日, text: \(text)}]\n"
        #expect(try codes(files).contains(.partsTotal) == isSlip)
    }

    @Test(
        "A fee of thousands of 千円",
        arguments: [("月謝は30,000円", false), ("月謝は30,000千円", true), ("施設の整備に30,000千円", false)])
    func fees(note: String, isSlip: Bool) throws {
        let files = TinyBoard.facilities(["id: a, " + facility("甲の家", "telephone: 0797-86-2321, note: \"\(note)\"")])
        #expect(try codes(files).contains(.smallAmount) == isSlip)
    }
}
