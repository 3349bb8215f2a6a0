import Diagnostics
import Files
import Japanese
import Records
import StrictYAML
import TestSupport
import Testing

@Suite struct RecordDecoderTests {
    func decode(_ text: String, as kind: DataFileKind) throws -> (file: DataFile, diagnostics: [Diagnostic]) {
        try decode(SourceFile(path: kind.fileName, text: text), as: kind)
    }

    func decode(_ source: SourceFile, as kind: DataFileKind) throws -> (file: DataFile, diagnostics: [Diagnostic]) {
        var diagnostics: [Diagnostic] = []
        let tree = try YAMLParser.parse(source)
        let file = RecordDecoder.decode(tree, as: kind, diagnostics: &diagnostics)
        return (file, diagnostics)
    }

    static let facilities = """
        as_of: 令和7年2月14日
        listed: {from: 令和2年度, to: 令和6年度}
        private:
          - id: a
            name: 楽笑
            postal_code: 665-0865
            address: 兵庫県宝塚市寿町9-10
            telephone: 0797-86-2321

        """

    @Test("A right file has nothing to report")
    func right() throws {
        let (file, diagnostics) = try decode(Self.facilities, as: .facilities)
        #expect(diagnostics.isEmpty)
        let list = file.root.records(FacilityLists.privateFacilities)
        #expect(list.map { $0[Facility.address] } == ["兵庫県宝塚市寿町9-10"])
    }

    @Test("The prefecture follows from the address")
    func prefecture() throws {
        let file = try decode(Self.facilities, as: .facilities).file
        #expect(file.root.records(FacilityLists.privateFacilities)[0][Facility.prefecture] == "兵庫県")
    }

    /// Each fault with its code and the text that it is shown at.
    @Test(
        "Faults of form, each at its place",
        arguments: [
            ("telephone: 0797-86-2321", "telephone: ①0797-86-232②", DiagnosticCode.telephoneForm),
            ("telephone: 0797-86-2321", "telephone: ①0120-0252-15②", .telephoneGrouping),
            ("postal_code: 665-0865", "postal_code: ①6650865②", .postalCodeForm),
            ("postal_code: 665-0865", "postal_code: ①〒665-0865②", .postalCodeForm),
            ("    name: 楽笑\n", "    ①nmae②: 楽笑\n    name: 楽笑\n", .unknownKey),
            ("    name: 楽笑\n", "    ①prefecture②: 兵庫県\n    name: 楽笑\n", .unknownKey),
            ("    name: 楽笑\n", "    ①name②:\n", .emptyValue), ("id: a", "id: ①楽笑②", .identifierForm),
            ("as_of: 令和7年2月14日", "as_of: ①令和7年2月30日②", .nonexistentDate),
            ("as_of: 令和7年2月14日", "as_of: ①平成37年2月14日②", .dateOutsideEra),
            ("as_of: 令和7年2月14日", "as_of: ①令和7年2月14日（木）②", .wrongWeekday),
            ("as_of: 令和7年2月14日", "as_of: ①2025/2/14②", .dateForm),
            ("from: 令和2年度", "from: ①令和2年②", .fiscalYearForm), ("name: 楽笑", "name: ①[楽笑]②", .wrongShape),
            ("name: 楽笑", "name: ①\"楽\\n笑\"②", .wrongShape), ("name: 楽笑", "name: ①\"楽\\a笑\"②", .controlCharacter),
            ("    name: 楽笑\n", "    name: 楽笑\n    web: ①example.jp②\n", .webAddressForm),
            ("    name: 楽笑\n", "    name: 楽笑\n    web: ①https://例え.jp②\n", .webAddressForm),
        ])
    func faults(right: String, wrong: String, code: DiagnosticCode) throws {
        let source = MarkedSource(Self.facilities.replacing(right, with: wrong, maxReplacements: 1))
        let diagnostics = try decode(source.source, as: .facilities).diagnostics
        #expect(diagnostics.map(\.code) == [code])
        #expect(diagnostics.first?.place?.range == source.range)
    }

    @Test(
        "Values too large to reckon with are refused",
        arguments: [
            "count: 999999999999999999999", "count: 9223372036854775807", "rate: 0.0000001%", "rate: 99999999999%",
        ])
    func tooLarge(line: String) throws {
        let count = line.hasPrefix("count") ? "" : "count: 1, "
        let text = """
            survey: {name: 調査, publisher: 文部科学省, fiscal_year: 令和5年度, published: 令和6年10月}
            national: {series: [{fiscal_year: 平成23年度, \(count)\(line)}]}

            """
        #expect(try decode(text, as: .statistics).diagnostics.count == 1)
    }

    @Test("An empty file says so", arguments: ["", "# 注釈だけ\n"])
    func emptyFile(text: String) throws {
        let diagnostics = try decode(text, as: .facilities).diagnostics
        #expect(diagnostics.map(\.code) == [.emptyValue])
    }

    @Test("The line break that ends a block scalar is no part of the text")
    func blockScalar() throws {
        let file = try decode(Self.facilities.replacing("name: 楽笑", with: "name: |\n      楽笑"), as: .facilities).file
        #expect(file.root.records(FacilityLists.privateFacilities)[0][Facility.name] == "楽笑")
    }

    @Test("Spaces alone are no value", arguments: ["\"　\"", "' '"])
    func blankValue(value: String) throws {
        let diagnostics = try decode(Self.facilities.replacing("name: 楽笑", with: "name: \(value)"), as: .facilities)
            .diagnostics
        #expect(diagnostics.map(\.code) == [.emptyValue])
    }

    @Test("All faults of a file are reported in one run")
    func collected() throws {
        let text = """
            as_of: 今日
            private:
              - {id: a, name: 甲, postal_code: 665-0865, adress: 宝塚市, telephone: 0797-86-2321}
              - {id: a, name: 乙, postal_code: 1, address: 宝塚市, telephone: x}

            """
        let codes = try decode(text, as: .facilities).diagnostics.map(\.code)
        #expect(
            codes.sorted { $0.id < $1.id } == [
                .unknownKey, .missingKey, .duplicateID, .dateForm, .postalCodeForm, .telephoneForm,
            ])
    }

    @Test("An unknown key is answered with the nearest known one")
    func nearest() throws {
        let text = Self.facilities.replacing("telephone:", with: "telphone:")
        let unknown = try #require(try decode(text, as: .facilities).diagnostics.first { $0.code == .unknownKey })
        #expect(unknown.help?.ja.contains("telephone") == true)
        #expect(unknown.fixIts.first?.replacement == "telephone")
    }

    @Test("Figures worked out from a series")
    func derived() throws {
        let text = """
            survey: {name: 調査, publisher: 文部科学省, fiscal_year: 令和5年度, published: 令和6年10月}
            national:
              series:
                - {fiscal_year: 平成23年度, count: "117,458"}
                - {fiscal_year: 平成24年度, count: "112,689"}
                - {fiscal_year: 平成25年度, count: "119,617"}
                - {fiscal_year: 平成26年度, count: "122,897", rate: 3.70%}
            city:
              series:
                - {fiscal_year: 平成30年度, count: 292}
                - {fiscal_year: 令和5年度, count: 512}

            """
        let (file, diagnostics) = try decode(text, as: .statistics)
        #expect(diagnostics.isEmpty)
        let national = try #require(file.root[Statistics.national])
        let city = try #require(file.root[Statistics.city])
        #expect(national[Series.risingYears] == 2)
        #expect(city[Series.times]?.text == "1.8")
        #expect(national[Series.risingSince]?.year == 2013)
    }

    @Test("A number cut by its comma inside braces is told as such")
    func commaInBraces() throws {
        let text = """
            survey: {name: 調査, publisher: 文部科学省, fiscal_year: 令和5年度, published: 令和6年10月}
            national: {series: [{fiscal_year: 平成23年度, count: 117,458}]}

            """
        let diagnostics = try decode(text, as: .statistics).diagnostics
        #expect(diagnostics.map(\.code) == [.unknownKey])
        #expect(diagnostics.first?.help?.ja.contains("\"117,458\"") == true)
    }

    @Test(
        "Numbers, rates, amounts and frequencies",
        arguments: [
            ("count: 117,458", true), ("count: 117458", true), ("count: 1,17458", false), ("count: １１７", false),
            ("count: -1", false), ("count: 12.5", false), ("rate: 3.7%", true), ("rate: 3.7％", false),
            ("rate: 37", false),
        ])
    func numbers(line: String, isRight: Bool) throws {
        let count = line.hasPrefix("count") ? "" : "count: 1, "
        // In a flow mapping a comma would end the value, so numbers with separators are quoted there.
        let item = line.replacing(/: (.*)$/) { ": \"\($0.1)\"" }
        let text = """
            survey: {name: 調査, publisher: 文部科学省, fiscal_year: 令和5年度, published: 令和6年10月}
            national: {series: [{fiscal_year: 平成23年度, \(count)\(item)}]}

            """
        #expect(try decode(text, as: .statistics).diagnostics.isEmpty == isRight)
    }

    @Test("The list as it was printed: what its form alone tells")
    func printedList() throws {
        let source = SourceFile(
            path: "facilities.yaml", bytes: try Project.bytes("Tests/Fixtures/printed-list/facilities.yaml"))
        let diagnostics = try decode(source, as: .facilities).diagnostics
        #expect(diagnostics.map(\.code) == [.telephoneGrouping, .telephoneGrouping, .telephoneGrouping])
        #expect(diagnostics.allSatisfy { $0.fixIts.first?.replacement == "0120-025-215" })
    }
}
