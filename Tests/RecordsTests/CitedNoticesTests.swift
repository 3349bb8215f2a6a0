import Diagnostics
import Records
import Testing

/// What a board cites, against the registers of notices, guides and articles (issue 16, point 5).
@Suite struct CitedNoticesTests {
    /// The severities of what is said of one entry of the list.
    private func severities(_ entry: String) throws -> [Diagnostic.Severity] {
        let record = TinyBoard.record + "notices:\n  - {id: a, \(entry)}\n"
        return try TinyBoard.findings(["board": record], reference: AddressTests.reference.get())
            .filter { $0.code.id == "J023" }.map(\.severity)
    }

    @Test(
        "A guide of a month in which no edition came out, or a title that there is none of",
        arguments: [
            ("title: 生徒指導提要, month: 令和4年12月", []), ("title: 生徒指導提要, month: 平成22年3月", []),
            ("title: 生徒指導提要, month: 令和2年12月", [.warning]), ("title: 生徒指導提要, month: 令和9年12月", [.note]),
            ("title: 生徒指導要領, month: 令和4年12月", [.warning]), ("title: 生徒指導の手引, month: 令和4年12月", []),
            ("title: 生徒指導要領, month: 平成9年12月", []),
        ] as [(String, [Diagnostic.Severity])])
    func guides(entry: String, expected: [Diagnostic.Severity]) throws {
        #expect(try severities("\(entry), issuer: 文部科学省") == expected)
    }

    @Test(
        "Who issued a notice that is cited without its number",
        arguments: [("文部省", []), ("厚生省", [.warning])] as [(String, [Diagnostic.Severity])])
    func issuers(issuer: String, expected: [Diagnostic.Severity]) throws {
        let title = "登校拒否児童生徒が学校外の公的機関等に通所する場合の通学定期乗車券制度の適用について"
        #expect(try severities("title: \(title), month: 平成5年3月, issuer: \(issuer)") == expected)
    }

    @Test(
        "What the annexes of a notice are called",
        arguments: [("別記1及び別記2", []), ("別紙1及び別紙2", [.warning]), ("別添", [.warning]), ("別記3", [.warning])]
            as [(String, [Diagnostic.Severity])])
    func annexes(detail: String, expected: [Diagnostic.Severity]) throws {
        let entry = "title: 不登校児童生徒への支援の在り方について（通知）, number: 元文科初第698号, date: 令和元年10月25日, issuer: 文部科学省初等中等教育局長"
        #expect(try severities("\(entry), detail: \(detail)") == expected)
    }
}
