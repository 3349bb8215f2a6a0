import Diagnostics
import Files
import Proofreading
import Records
import StrictYAML
import Testing

/// Checks of a whole board, on boards in a few lines: what is wrong is told once, what is right stays silent.
@Suite struct BoardChecksTests {
    private func codes(
        edition: (year: String, issued: String), asOf: String? = nil, listedTo: String = "令和6年度",
        survey: (year: String, published: String)? = nil, publisher: String = "文部科学省", date: String? = nil,
        plan: String? = nil
    ) throws -> [String] {
        var files = [
            "board": """
            municipality_code: 282146
            prefecture: 兵庫県
            municipality: 宝塚市
            name: 宝塚市教育委員会
            edition: {fiscal_year: \(edition.year), issued: \(edition.issued)}
            documents:
              - {id: report, title: 報告\(date.map { ", date: \($0)" } ?? "")}

            """
        ]
        files["facilities"] = asOf.map {
            "as_of: \($0)\nlisted: {from: 令和元年度, to: \(listedTo)}\nprivate: []\n"
        }
        files["statistics"] = survey.map {
            """
            survey: {name: 調査, publisher: \(publisher), fiscal_year: \($0.year), published: \($0.published)}
            national: {series: [{fiscal_year: \($0.year), count: 346482}]}

            """
        }
        files["programs"] = plan.map {
            """
            project:
              name: 事業
              partner: 相手方
              agreement: {from: 令和4年度, to: 令和4年度}
              desk: 窓口
              years: [{fiscal_year: 令和4年度, target: 対象, support: 支援, participants: 3}]
              plan:
                fiscal_year: \($0)
                full_operation: 令和9年度
                room: {capacity: 10}
                experience: {capacity: 10}
                operator_selection: 公募
                budget: 10千円
                schedule: []

            """
        }
        return try TinyBoard.findings(files).map { "\($0.code.id) \($0.place?.source.path ?? "")" }
    }

    // MARK: The edition

    @Test("Values that the edition has left behind, each by itself")
    func stale() throws {
        let edition = (year: "令和7年度", issued: "令和8年3月")
        #expect(try codes(edition: edition, asOf: "令和7年2月14日") == ["D025 b/facilities.yaml"])
        #expect(try codes(edition: edition, asOf: "令和8年2月14日", listedTo: "令和5年度") == ["D025 b/facilities.yaml"])
        #expect(try codes(edition: edition, survey: ("令和5年度", "令和6年10月")) == ["D025 b/statistics.yaml"])
        #expect(try codes(edition: edition, survey: ("令和5年度", "令和7年10月")) == ["D025 b/statistics.yaml"])
        #expect(try codes(edition: edition, date: "令和7年2月6日") == ["D025 b/board.yaml"])
        #expect(try codes(edition: edition, plan: "令和6年度") == ["D025 b/programs.yaml"])
    }

    @Test("Several that have stayed behind are one finding, at the edition")
    func staleTogether() throws {
        let edition = (year: "令和7年度", issued: "令和8年3月")
        #expect(
            try codes(edition: edition, asOf: "令和7年2月14日", survey: ("令和5年度", "令和6年10月")) == ["D025 b/board.yaml"])
        #expect(
            try codes(edition: edition, asOf: "令和7年2月14日", date: "令和7年2月6日", plan: "令和6年度") == ["D025 b/board.yaml"])
    }

    @Test(
        "Editions that are in order",
        arguments: [
            ("令和6年度", "令和7年3月", "令和7年2月14日", "令和6年度", "令和5年度", "令和6年10月"),
            // Early in the year, with the last year's list.
            ("令和7年度", "令和7年4月", "令和7年3月31日", "令和6年度", "令和5年度", "令和6年10月"),
            ("令和7年度", "令和7年6月", "令和7年2月14日", "令和6年度", "令和5年度", "令和6年10月"),
            ("令和7年度", "令和7年9月", "令和7年3月31日", "令和6年度", "令和5年度", "令和6年10月"),
            // The survey that has only just come out need not be in it yet.
            ("令和7年度", "令和7年12月", "令和7年10月1日", "令和6年度", "令和5年度", "令和6年10月"),
            ("令和7年度", "令和7年12月", "令和7年10月1日", "令和6年度", "令和6年度", "令和7年10月"),
            ("令和7年度", "令和8年3月", "令和7年5月1日", "令和7年度", "令和6年度", "令和7年10月"),
            ("令和7年度", "令和8年3月", "令和8年2月13日", "令和7年度", "令和6年度", "令和8年1月"),
        ])
    func inOrder(
        year: String, issued: String, asOf: String, to: String, survey: String, published: String
    ) throws {
        let found = try codes(
            edition: (year, issued), asOf: asOf, listedTo: asOf.hasPrefix("令和7年5月") ? "令和6年度" : to,
            survey: (survey, published), date: issued == "令和7年4月" ? "令和7年4月1日" : nil, plan: "令和7年度")
        #expect(found.isEmpty)
    }

    @Test("Another publisher's survey has its own rhythm")
    func otherSurvey() throws {
        #expect(
            try codes(edition: ("令和7年度", "令和8年3月"), survey: ("令和4年度", "令和5年10月"), publisher: "宝塚市").isEmpty)
    }

    @Test("A period that begins before a short series of figures is in order")
    func periodBeforeSeries() throws {
        #expect(
            try codes(edition: ("令和6年度", "令和7年3月"), asOf: "令和7年2月14日", survey: ("令和5年度", "令和6年10月")).isEmpty)
        let short = ["令和3", "令和4", "令和5"].map { "{fiscal_year: \($0)年度, count: 5}" }.joined(separator: ", ")
        let files = [
            "board": "municipality_code: 282146\n",
            "facilities": "as_of: 令和7年2月14日\nlisted: {from: 令和元年度, to: 令和6年度}\nprivate: []\n",
            "statistics": """
            survey: {name: 調査, publisher: 市, fiscal_year: 令和5年度, published: 令和6年10月}
            national: {series: [\(short)]}

            """,
        ]
        #expect(try TinyBoard.findings(files).filter { $0.code == .periodOrder }.isEmpty)
    }

    // MARK: Trends

    private func trend(_ counts: [Int], rate: String? = nil) throws -> [String] {
        let rows = counts.enumerated().map { index, count in
            let isLast = index == counts.count - 1
            let rate = isLast ? rate.map { ", enrolment: 10000, rate: \($0)" } ?? "" : ""
            return "    - {fiscal_year: 平成\(18 + index)年度, count: \(count)\(rate)}"
        }
        let files = [
            "statistics": """
            survey: {name: 調査, publisher: 市, fiscal_year: 平成\(17 + counts.count)年度, published: 令和6年10月}
            national:
              series:
            \(rows.joined(separator: "\n"))

            """
        ]
        return try TinyBoard.findings(files).map {
            let text = $0.place.map { $0.source.text($0.range) } ?? ""
            return "\($0.code.id) \($0.severity.rawValue) \(text)"
        }
    }

    @Test(
        "A figure that is that of the year before is told, a small one is not",
        arguments: [([1000, 1100, 1100], true), ([1000, 1100, 1101], false), ([20, 21, 21], false)])
    func copied(counts: [Int], isTold: Bool) throws {
        #expect(try trend(counts).contains { $0.hasPrefix("D031 warning \(counts[2])") } == isTold)
    }

    @Test("A sharp turn of a long trend, at its figure")
    func turns() throws {
        let rising = [100_000, 110_000, 120_000, 130_000, 140_000, 150_000]
        #expect(try trend(rising + [105_000]) == ["D026 warning 105000"])
        #expect(try trend(rising + [105_000, 170_000]) == ["D026 warning 105000"])
        // One that leapt ahead is the one to look at, not the one that is back.
        #expect(try trend(rising + [250_000, 170_000, 180_000]) == ["D026 warning 250000"])
        #expect(try trend(rising.reversed() + [130_000]) == ["D026 warning 130000"])
        #expect(try trend([300, 340, 380, 420, 460, 512, 358]) == ["D026 warning 358"])
        // The rate says the same once more.
        #expect(try trend([300, 340, 380, 420, 460, 512, 358], rate: "5.9%") == ["D026 error 358"])
    }

    @Test(
        "Gentle turns, short trends and the chance of small numbers",
        arguments: [
            [100_000, 110_000, 120_000, 130_000, 140_000, 150_000, 138_000],
            [100_000, 110_000, 120_000, 130_000, 140_000, 150_000, 149_000, 147_000],
            [100_000, 110_000, 120_000, 85_000], [3, 5, 7, 9, 12, 6], [12, 9, 7, 4, 2, 0, 5], [20, 24, 30, 36, 45, 30],
            [60, 66, 74, 80, 95, 70], [0, 0, 0, 0, 0, 0], [5], [150, 165, 180, 200, 210, 168],
            // A leap on the way that stays is another matter: growth.
            [100_000, 110_000, 120_000, 130_000, 140_000, 190_000, 200_000],
        ])
    func noTurns(counts: [Int]) throws {
        #expect(try trend(counts).isEmpty)
    }

    // MARK: Formats

    @Test(
        "A format without facilities is told once: at the format, or where the facilities cannot be read",
        arguments: [
            (nil, [.documentForm]), ("[]", [.documentForm]), ("x", [.wrongShape]), ("\"\"", [.emptyValue]),
        ] as [(String?, [DiagnosticCode])])
    func formats(facilities: String?, expected: [DiagnosticCode]) throws {
        var files = [
            "board": """
            municipality_code: 282146
            prefecture: 兵庫県
            municipality: 宝塚市
            name: 宝塚市教育委員会
            edition: {fiscal_year: 令和6年度, issued: 令和7年3月}
            documents:
              - {id: facility-list, title: 一覧, formats: [html, csv]}

            """
        ]
        files["facilities"] = facilities.map {
            "as_of: 令和7年2月14日\nlisted: {from: 令和元年度, to: 令和6年度}\nprivate: \($0)\n"
        }
        #expect(try TinyBoard.findings(files).map(\.code) == expected)
    }
}
