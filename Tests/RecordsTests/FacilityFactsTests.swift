import Diagnostics
import Records
import Testing

/// For whom facilities are, where they stand, and on which day a paper is handed in (issue 16, points 6 and 7).
@Suite struct FacilityFactsTests {
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

    private func centre(division: String, audience: String) -> String {
        """
        as_of: 令和7年2月14日
        listed: {from: 令和2年度, to: 令和6年度}
        private: []
        municipal:
          - {id: pal, name: パル, division: \(division), audience: \(audience), postal_code: 665-0827, address: 兵庫県宝塚市小浜1丁目2番1号, telephone: 0797-87-1718}

        """
    }

    @Test(
        "A division and for whom it is",
        arguments: [
            ("中学部", "中学1年生から3年生まで", false), ("高等部", "中学1年生から3年生まで", true), ("小学部", "中学1年生から3年生まで", true),
            ("若者部", "中学校を卒業した人", false), ("高等部", "中学校を卒業した人", false),
        ])
    func divisions(division: String, audience: String, isSlip: Bool) throws {
        let files = ["facilities": centre(division: division, audience: audience)]
        #expect(try codes(files).contains { $0.id == "D035" } == isSlip)
    }

    @Test(
        "For whom a sentence says that a facility is",
        arguments: [
            ("中学生を対象とする「パル」を開きます。", false), ("小学生を対象とする「パル」を開きます。", true),
            ("小学生及び中学生を対象とする「パル」を開きます。", false), ("中学部「パル」で応じます。", false), ("中等部「パル」で応じます。", true),
            ("小学生の保護者は、「パル」で相談できます。", false), ("高校生のための「パル」があります。", true),
        ])
    func audiences(text: String, isSlip: Bool) throws {
        let files = [
            "facilities": centre(division: "中学部", audience: "中学1年生から3年生まで"), "programs": measure(text),
        ]
        #expect(try codes(files).contains { $0.id == "D035" } == isSlip)
    }

    @Test(
        "A paper is dated on a day of work",
        arguments: [
            ("令和5年2月6日", false), ("令和5年2月5日", true), ("令和5年2月4日", true), ("令和4年12月29日", true), ("令和5年1月4日", false),
        ])
    func officeDays(date: String, isTold: Bool) throws {
        func found(_ addressee: String) throws -> Bool {
            let document = "documents:\n  - {id: report, title: 報告, date: \(date)\(addressee)}"
            let record = TinyBoard.record.replacing("documents: []", with: document)
                .replacing("令和6年度, issued: 令和7年3月", with: "令和4年度, issued: 令和5年2月")
            return try codes(["board": record]).contains(.closedDay)
        }
        #expect(try found(", addressee: 文教常任委員会") == isTold)
        #expect(try !found(""))
    }

    @Test(
        "A floor that no building has",
        arguments: [("健隆ビル117階", true), ("健隆ビルII7階", false), ("森タワー52階", false), ("第2ビル 1階", false)])
    func floors(building: String, isSlip: Bool) throws {
        let files = TinyBoard.facilities([
            "id: a, name: 施設, postal_code: 650-0024, address: 兵庫県神戸市中央区海岸通6 \(building), telephone: 0120-025-215"
        ])
        #expect(try codes(files).contains(.townMismatch) == isSlip)
    }
}
