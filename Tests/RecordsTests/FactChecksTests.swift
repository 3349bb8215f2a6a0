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
            ("年6回", "隔月で集まります。", false), ("年3回", "隔月で集まります。", true),
            ("月2回", "隔週で集まります。", false),
            ("年9回", "毎週木曜日を除き、訪ねます。", false),
        ])
    func frequency(frequency: String, text: String, isSlip: Bool) throws {
        #expect(try codes(measure(frequency, text)).contains(.frequencyInText) == isSlip)
    }

    @Test("A name that ends as a sentence does", arguments: [("施設を訪ねて情報を集めます。", true), ("施設への訪問", false)])
    func sentenceForName(name: String, isTold: Bool) throws {
        let files = measure("毎月", "学びます。", name: name)
        let found = try TinyBoard.findings(files, reference: AddressTests.reference.get())
        #expect(found.contains { $0.code.id == "J020" } == isTold)
    }

    @Test("One row of a project's in another style", arguments: [("行いました。", true), ("行った。", false)])
    func rowStyle(end: String, isTold: Bool) throws {
        let ends = ["行った。", "続けた。", end].enumerated().map { index, end in
            "      - {fiscal_year: 令和\(index + 3)年度, participants: 3, support: 学習の支援を\(end)}\n"
        }.joined()
        let text = """
            project:
              name: 事業
              partner: 相手方
              agreement: {from: 令和3年度, to: 令和5年度}
              years:
            \(ends)
            """
        let found = try TinyBoard.findings(["programs": text], reference: AddressTests.reference.get())
        #expect(found.contains { $0.code.id == "J019" } == isTold)
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
            ("委託料6,950千円及び事務費842千円の計", .partsTotal), ("委託料6,950千円及び事務費942千円の計", nil),
            ("委託料6,950千円、事務費942千円、計7,892千円", nil), ("委託料6,950千円などの計", nil),
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
        arguments: [
            ("委員会への報告（2025年2月）", true), ("委員会への報告（2025年4月）", false), ("委員会への報告（令和7年4月3日（木曜日））", false),
            ("委員会への報告（令和8年4月3日（金曜日））", true), ("令和6年3月に定めた計画の見直し", false), ("契約及び5月からの事業の開始", true),
            ("契約及び4月からの事業の開始", false), ("9月までの実績の整理", false),
        ])
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
        "How many a list's title says that it has",
        arguments: [("民間施設一覧（2施設）", true), ("民間施設一覧（1施設）", false), ("民間施設一覧", false), ("2施設の見学について", false)])
    func titleCounts(title: String, isSlip: Bool) throws {
        var files = TinyBoard.facilities(["id: a, " + facility("甲の家", "telephone: 0797-86-2321")])
        files["board"] = TinyBoard.record.replacing(
            "documents: []", with: "documents:\n  - {id: facility-list, title: \(title)}")
        #expect(try codes(files).contains(.partsTotal) == isSlip)
    }

    @Test(
        "The nation's figures, as they were published",
        arguments: [
            ([244_940, 299_048, 346_482], []), ([244_940, 299_048, 346_842], ["346,482"]),
            // Another series, and one figure of it that is nearly the published one.
            ([163_000, 193_000, 216_000], []), ([346_842], ["346,482"]),
        ] as [([Int], [String])])
    func published(counts: [Int], right: [String]) throws {
        let rows = counts.enumerated().map { index, count in
            "  - {fiscal_year: 令和\(6 - counts.count + index)年度, count: \(count)}\n"
        }.joined()
        let statistics =
            "survey: {name: 調査, publisher: 文部科学省, fiscal_year: 令和5年度, published: 令和6年10月}\nnational:\n  series:\n\(rows)"
        let found = try TinyBoard.findings(["statistics": statistics], reference: AddressTests.reference.get())
        #expect(found.filter { $0.code == .publishedFigure }.flatMap(\.fixIts).map(\.replacement) == right)
    }

    @Test(
        "A number that is nearly the same operator's other one",
        arguments: [
            ("学び舎ひだまり 乙校", "0120-919-493", true), ("学び舎ひだまり 乙校", "0120-919-438", true),
            ("学び舎ひだまり 乙校", "0797-86-2321", false), ("別の家", "0120-919-493", false),
        ])
    func nearTelephones(name: String, telephone: String, isSlip: Bool) throws {
        let found = try codes(
            TinyBoard.facilities([
                "id: a, " + facility("学び舎ひだまり 甲校", "telephone: 0120-919-439"),
                "id: b, " + facility(name, "telephone: \(telephone)"),
            ]))
        #expect(found.contains(.sharedTelephone) == isSlip)
    }

    @Test("Lines of branches that are numbered through")
    func branchLines() throws {
        func found(_ telephone: String) throws -> Bool {
            try codes(
                TinyBoard.facilities([
                    "id: a, " + facility("学び舎ひだまり 甲校", "telephone: 06-6343-1137"),
                    "id: b, " + facility("学び舎ひだまり 乙校", "telephone: \(telephone)"),
                ])
            ).contains(.sharedTelephone)
        }
        #expect(try !found("06-6343-1138"))
        #expect(try found("06-6343-1173"))
    }

    @Test(
        "A fixed number and the area codes of its municipality",
        arguments: [
            ("兵庫県伊丹市野間2丁目7-41", "664-0873", "072-764-6335", nil),
            ("兵庫県伊丹市野間2丁目7-41", "664-0873", "078-764-6335", .telephoneElsewhere),
            ("千葉県柏市旭町1丁目2-3", "277-0852", "04-7100-0032", nil),
            ("千葉県柏市旭町1丁目2-3", "277-0852", "047-100-0032", .telephoneGrouping),
            // An office in the city beside it.
            ("千葉県柏市旭町1丁目2-3", "277-0852", "047-300-0032", nil),
            ("兵庫県宝塚市寿町9-10", "665-0865", "0789-38-7686", .telephoneGrouping),
            ("兵庫県宝塚市寿町9-10", "665-0865", "06-6938-7686", nil),
            ("兵庫県宝塚市寿町9-10", "665-0865", "0120-919-439", nil),
        ] as [(String, String, String, DiagnosticCode?)])
    func localNumbers(address: String, code: String, telephone: String, told: DiagnosticCode?) throws {
        let line = "id: a, name: 甲の家, postal_code: \(code), address: \(address), telephone: \(telephone)"
        let found = try TinyBoard.findings(TinyBoard.facilities([line]), reference: AddressTests.reference.get())
        #expect(
            found.map(\.code).filter { [.telephoneElsewhere, .telephoneGrouping].contains($0) }
                == [told].compactMap(\.self))
    }

    @Test(
        "Figures said of a year's results",
        arguments: [
            ("延べの人数が定員の150%となった。", true), ("延べの人数が定員の108%となった。", false), ("定員40人を超えた。", false),
            ("定員30人を超えた。", true), ("定員を3人上回った。", false), ("定員を5人上回った。", true), ("定員の1.1倍に当たる。", false),
            ("定員の2倍に当たる。", true), ("定員の9割を超えた。", false), ("定員を50人に増やした。", false),
        ])
    func resultsInText(note: String, isSlip: Bool) throws {
        let year = ", capacity: 40, note: \(note)"
        var files = project(plan: "    budget: 500千円", year: year)
        files["programs"] = files["programs"]?.replacing("participants: 3,", with: "participants: 43,")
        #expect(try codes(files).contains(.frequencyInText) == isSlip)
    }

    @Test("An agreement that ends after what follows it has begun", arguments: [("令和6年度", false), ("令和7年度", true)])
    func overlappingAgreement(to: String, isTold: Bool) throws {
        var files = project(plan: "    budget: 500千円")
        files["programs"] = files["programs"]?.replacing("to: 令和6年度", with: "to: \(to)")
        let found = try TinyBoard.findings(files).filter { $0.code == .agreementYears && $0.severity == .note }
        #expect(found.count == (isTold ? 1 : 0))
    }

    @Test("A start before the plan's year", arguments: [("令和7年4月", false), ("令和7年3月", true)])
    func earlyStart(month: String, isSlip: Bool) throws {
        let plan = "    schedule:\n      - {month: \(month), event: モデル事業の開始}"
        #expect(try codes(project(plan: plan)).contains(.scheduleOrder) == isSlip)
    }

    /// Of two values that do not agree either may be the slip: both places are given.
    @Test("The other place of a contradiction")
    func otherPlaces() throws {
        func lines(_ files: [String: String], _ code: DiagnosticCode) throws -> [String] {
            try TinyBoard.findings(files).filter { $0.code == code }.flatMap(\.notes).map {
                $0.place.source.text($0.place.range)
            }
        }
        let year = ", session: {frequency: 週1回, minutes_from: 90, minutes_to: 60}"
        #expect(try lines(project(plan: "    budget: 500千円", year: year), .sessionMinutes) == ["90"])
        let issued = TinyBoard.record.replacing("令和6年度", with: "令和5年度")
        #expect(try lines(["board": issued], .dateOrder) == ["令和5年度"])
        let rate = "  - {fiscal_year: 令和5年度, count: 4095, enrolment: 132100, rate: 3.71%}\n"
        let statistics =
            "survey: {name: 調査, publisher: 文部科学省, fiscal_year: 令和5年度, published: 令和6年10月}\ncity:\n  series:\n\(rate)"
        #expect(try lines(["statistics": statistics], .rateMismatch) == ["4095", "132100"])
    }

    @Test(
        "A fee of thousands of 千円",
        arguments: [("月謝は30,000円", false), ("月謝は30,000千円", true), ("施設の整備に30,000千円", false)])
    func fees(note: String, isSlip: Bool) throws {
        let files = TinyBoard.facilities(["id: a, " + facility("甲の家", "telephone: 0797-86-2321, note: \"\(note)\"")])
        #expect(try codes(files).contains(.smallAmount) == isSlip)
    }
}
