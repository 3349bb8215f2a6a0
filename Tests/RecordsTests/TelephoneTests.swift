import Diagnostics
import Foundation
import Records
import TestSupport
import Testing

/// Telephone numbers by the plan of numbers, the table of area codes, and the address beside them.
@Suite struct TelephoneTests {
    /// - Parameter operators: of the first facilities, as far as they are named.
    func findings(
        _ telephones: [(telephone: String, address: String)], operators: [String] = []
    ) throws -> [Diagnostic] {
        let lines = telephones.enumerated().map { index, facility in
            let named = operators.dropFirst(index).first.map { "operator: \($0), " } ?? ""
            return """
                id: f-\(index), name: 施設\(index)号, \(named)postal_code: 665-0865, address: "\(facility.address)", \
                telephone: "\(facility.telephone)"
                """
        }
        let (board, diagnostics) = try TinyBoard.load(TinyBoard.facilities(lines))
        let found = Checks.run(board, reference: try AddressTests.reference.get())
        return diagnostics
            + found.filter { [.telephoneElsewhere, .unassignedTelephone, .sharedTelephone].contains($0.code) }
    }

    @Test("A number of every row of the table is known, beside an address of its prefecture")
    func everyArea() throws {
        let table = String(decoding: try Project.bytes("Data/reference/area-codes.tsv"), as: UTF8.self)
        let rows = table.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(rows.count > 1423)
        let telephones = rows.enumerated().map { index, row in
            // The rest of its ten digits, of which no two are alike.
            let digits = row[0] + String(repeating: "2", count: 6 - row[0].count) + String(format: "%04d", index)
            return (
                telephone: "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(4))",
                address: "\(row[1])ひかり市1-2"
            )
        }
        let findings = try findings(telephones)
        #expect(findings.isEmpty, "\(findings.prefix(5).map(\.summary.ja))")
    }

    @Test(
        "Numbers that are nobody's place",
        arguments: [
            "090-1234-5678", "080-1234-5678", "070-1234-5678", "060-1234-5678", "050-1234-5678", "0120-025-215",
            "0800-123-4567",
            "0570-012-345", "0990-512-345", "0180-99-1234", "020-1234-5678", "189", "110", "#8000",
            "0797-77-2024（内線2345）",
            "0797-77-2024、189", "06-6123-4567", "0422-12-3456", "048-312-3456",
        ])
    func right(telephone: String) throws {
        let address = telephone.hasPrefix("04") ? "東京都ひかり市1-2" : "兵庫県宝塚市寿町9-10"
        let findings = try findings([(telephone, address)])
        #expect(findings.isEmpty, "\(findings.map(\.summary.ja))")
    }

    @Test(
        "A number that begins as none does",
        arguments: [
            "08-1234-5678", "090-0234-5678", "080-0234-567", "050-0123-4567", "070-0234-5678", "0100-12-3456",
            "0091-23-4567",
            "0512-34-5678", "0711-23-4567", "0913-12-3456", "0797-77-2024、08-1234-5678", "08-1234-5678（内線12）",
        ])
    func unassigned(telephone: String) throws {
        // 080-0 is 0800, of eleven digits in groups of its own.
        let codes = try findings([(telephone, "兵庫県宝塚市寿町9-10")]).map(\.code)
        #expect(codes == [telephone == "080-0234-567" ? .telephoneForm : .unassignedTelephone])
    }

    @Test("Each number of a field is compared", arguments: ["0797-77-2024、011-200-1234", "011-200-1234（内線12）"])
    func far(telephone: String) throws {
        #expect(try findings([(telephone, "兵庫県宝塚市寿町9-10")]).map(\.code) == [.telephoneElsewhere])
    }

    @Test("Numbers shared by two are found in whichever order; those of everybody are not")
    func shared() throws {
        let (here, there) = ("兵庫県宝塚市寿町9-10", "兵庫県伊丹市野間2丁目7-41")
        let codes = { (first: String, second: String) in
            try findings([(first, here), (second, there)]).map(\.code)
        }
        #expect(try codes("0797-77-2024（内線1）、06-6123-4567", "06-6123-4567、0797-77-9999") == [.sharedTelephone])
        #expect(try codes("189", "189").isEmpty)
        #expect(try codes("#8000、0797-77-2024", "#8000、0797-77-2025").isEmpty)
    }

    @Test(
        "Another operator is told of only where both are named",
        arguments: [([], false), (["甲法人"], false), (["甲法人", "乙法人"], true)] as [([String], Bool)])
    func operators(operators: [String], isTold: Bool) throws {
        let places = [("0797-77-2024", "兵庫県宝塚市寿町9-10"), ("0797-77-2024", "兵庫県伊丹市野間2丁目7-41")]
        let found = try findings(places, operators: operators)
        #expect(found.map(\.code) == [.sharedTelephone])
        #expect(found.first?.summary.ja.contains("運営者") == isTold)
        #expect(found.first?.help?.ja.contains("operator") == !isTold)
    }
}
