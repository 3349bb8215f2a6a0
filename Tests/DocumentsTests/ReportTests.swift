import Diagnostics
import Documents
import Proofreading
import Records
import Testing

/// Reports of projects: which one a document reports, years side by side, and what is left out where it is not there.
@Suite struct ReportTests {
    private func report(
        _ programs: String, document: String = "", templates: [String: String] = [:]
    ) throws -> (text: String, diagnostics: [Diagnostic]) {
        let board = Rendering.notices.replacing(
            "{id: notice, title: お知らせ, date: 令和7年2月14日}", with: "{id: report, title: 事業の報告, date: 令和7年2月14日\(document)}"
        )
        let data = ["Data/test/board.yaml": board, "Data/test/programs.yaml": programs]
        let (files, diagnostics) = try Rendering.render(board: "test", data: data, templates: templates)
        let text = files.first { $0.name == "report.txt" }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        return (text, diagnostics + (try Rendering.checks(board: "test", data: data)))
    }

    private static let two = """
        projects:
          - id: a
            name: 甲事業
            purpose: 甲事業の状況を報告する。
            partners: [乙法人, 丙法人]
            agreement: {from: 令和5年度, to: 令和6年度}
            years:
              - {fiscal_year: 令和5年度, participants: 12, results: [{name: 利用日数, value: "1,234", unit: 日, goal: "1,000"}]}
              - {fiscal_year: 令和6年度, capacity: 20, participants: 18, as_of: 令和7年1月31日, results: [{name: 満足度, rate: 91.5%}]}
            effects: [利用者が増えた。]
            plan: {fiscal_year: 令和7年度, activities: [{name: 分室の開設, frequency: 週2回, capacity: 10}]}
          - {id: b, name: 乙事業}

        """

    @Test("The shared report says what there is, years side by side, and leaves out the rest")
    func neutral() throws {
        let (text, diagnostics) = try report(Self.two, document: ", project: a")
        #expect(!diagnostics.containsErrors, "\(diagnostics.map(\.summary.en))")
        for part in [
            "甲事業の状況を報告する。", "乙法人、丙法人との協定（令和5年度から令和6年度まで）", "│令和5年度", "│令和6年度", "利用日数　1,234日（目標", "満足度　91.5%",
            "（令和7年1月31日現在）", "①　利用者が増えた。", "分室の開設（週2回、各回の定員10人）",
        ] {
            #expect(text.replacing("\n", with: "").contains(part) || text.contains(part), "\(part)\n\(text)")
        }
        for part in ["課題", "予算", "日程", "事業者の選定", "世田谷", "ほっと"] { #expect(!text.contains(part), "\(part)") }
        let (other, _) = try report(Self.two, document: ", project: b")
        #expect(other.contains("乙事業") && !other.contains("甲事業") && !other.contains("実施状況\n"))
    }

    @Test(
        "A project that there is not, or one of several without its identifier",
        arguments: [
            (two, ", project: c", DiagnosticCode.unknownChoice), (two, "", .missingKey),
            ("projects: [{id: a, name: 甲}, {name: 乙}]\n", ", project: a", .missingKey),
            (
                "projects: [{id: a, name: 甲, years: [{fiscal_year: 令和6年度, as_of: 令和7年1月31日, results: [{name: 利用者, value: 12, capacity: 10}]}]}]\n",
                "", .capacityExceeded
            ),
        ])
    func wrong(programs: String, document: String, code: DiagnosticCode) throws {
        #expect(try report(programs, document: document).diagnostics.map(\.code).contains(code))
    }

    @Test(
        "Series of their own titles",
        arguments: [
            (
                "{id: a, title: 利用者, unit: 人, series: [{fiscal_year: 令和4年度, count: 18}, {fiscal_year: 令和5年度, count: 22}]}",
                []
            ),
            ("{id: a, title: 割合, series: [{fiscal_year: 令和5年度, rate: 5.1%}]}", []),
            ("{id: a, title: 割合, series: [{fiscal_year: 令和5年度}]}", [DiagnosticCode.missingKey]),
            (
                "{id: a, title: 計, parts: [b], series: [{fiscal_year: 令和5年度, count: 3}]}, {id: b, title: 内, series: [{fiscal_year: 令和5年度, count: 2}]}",
                [.partsTotal]
            ),
            (
                "{id: a, title: 計, parts: [b], series: [{fiscal_year: 令和5年度, count: 3}]}, {id: b, title: 内, parts: [a], series: [{fiscal_year: 令和5年度, count: 3}]}",
                [.partsTotal, .partsTotal]
            ),
            ("{id: a, title: 計, parts: [a], series: [{fiscal_year: 令和5年度, count: 3}]}", [.partsTotal]),
            ("{id: a, title: 計, parts: [x], series: [{fiscal_year: 令和5年度, count: 3}]}", [.unknownChoice]),
            (
                "{id: a, title: 計, series: [{fiscal_year: 令和3年度, count: 100}, {fiscal_year: 令和4年度, count: 110}, {fiscal_year: 令和5年度, count: 1200}]}",
                [.seriesJump]
            ),
        ])
    func series(series: String, codes: [DiagnosticCode]) throws {
        let statistics = """
            survey: {name: 調査, publisher: 県, fiscal_year: 令和5年度, published: 令和6年10月}
            national: {series: [{fiscal_year: 令和5年度, count: 346482}]}
            series: [\(series)]

            """
        let data = ["Data/test/board.yaml": Rendering.notices, "Data/test/statistics.yaml": statistics]
        #expect(try Rendering.checks(board: "test", data: data).map(\.code) == codes)
    }
}
