import Diagnostics
import Records
import Testing

/// Offices, schools and places that a board's data name in two ways (issue 16, points 6 and 7).
@Suite struct NamedTwiceTests {
    private func codes(_ files: [String: String]) throws -> [DiagnosticCode] {
        try TinyBoard.findings(files).map(\.code)
    }

    private func measure(name: String = "支援", _ description: String) -> String {
        """
        settings:
          - id: a
            title: 場
            measures:
              - {id: b, name: \(name), description: \(description)}

        """
    }

    @Test(
        "An office under two names",
        arguments: [
            ("教育総合センターの窓口と、総合教育センターの相談室で話します。", true),
            ("教育総合センターの窓口と、県総合教育センターの相談室で話します。", false),
            ("文教常任委員会に報告し、文教委員会の意見を聴きます。", true), ("文教常任委員会に報告し、文教常置委員会の意見を聴きます。", true),
            ("文教常任委員会に報告し、文教特別委員会の意見を聴きます。", false), ("文教常任委員会に報告し、教育委員会の意見を聴きます。", false),
            ("教育常任委員会に報告し、教育委員会の意見を聴きます。", false), ("総務常任委員会と財務常任委員会に報告します。", false),
            ("教育支援課に相談し、教育支援科の職員が訪ねます。", true), ("教育支援課に相談し、小児科の医師が訪ねます。", false),
        ])
    func offices(text: String, isSlip: Bool) throws {
        #expect(try codes(["programs": measure(text)]).contains(.nearName) == isSlip)
    }

    @Test("A section that ends in 科", arguments: [("教育支援科", true), ("教育支援課", false), ("看護科", false)])
    func sections(name: String, isSlip: Bool) throws {
        let record = TinyBoard.record.replacing("edition:", with: "section: \(name)\nedition:")
        #expect(try codes(["board": record]).contains(.nearName) == isSlip)
    }

    @Test(
        "Where a measure takes place",
        arguments: [
            ("公民館の学習支援", "地域の児童館で、学習を支えます。", true), ("児童館の学習支援", "地域の児童館で、学習を支えます。", false),
            ("公民館の学習支援", "図書室を開き、学習を支えます。", false), ("公民館の学習支援", "公民館や児童館で、学習を支えます。", false),
            ("教育支援センターの相談", "センターで、相談に応じます。", false),
        ])
    func places(name: String, text: String, isSlip: Bool) throws {
        #expect(try codes(["programs": measure(name: name, text)]).contains(.nearName) == isSlip)
    }

    @Test(
        "A title beside another, and beside the project's name",
        arguments: [
            ("不登校児童生徒を支援する民間施設一覧", false), ("不登校生徒を支援する民間施設一覧", true), ("不登校児童を支援する民間施設一覧", true),
            ("不登校児童生徒に関わる民間施設一覧", false),
            ("オンラインを活用した児童・制度への支援事業委託について", true), ("オンラインを活用した児童・生徒への支援事業委託について", false),
            ("オンラインを活用した支援事業について", false),
        ])
    func titles(title: String, isSlip: Bool) throws {
        let documents = """
            documents:
              - {id: guideline, title: 不登校児童生徒を支援する民間施設に関する指針}
              - {id: report, title: \(title)}
            """
        let project = """
            project:
              name: オンラインを活用した児童・生徒への支援事業
              partner: 相手方
              agreement: {from: 令和6年度, to: 令和6年度}
              years: [{fiscal_year: 令和6年度, participants: 3}]

            """
        let files = ["board": TinyBoard.record.replacing("documents: []", with: documents), "programs": project]
        #expect(try codes(files).contains(.nearName) == isSlip)
    }
}
