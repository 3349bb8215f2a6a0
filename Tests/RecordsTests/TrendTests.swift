import Diagnostics
import Japanese
import Records
import StrictYAML
import Testing

/// What is worked out from a series says what its figures say.
@Suite struct TrendTests {
    /// Counts by fiscal year, and the values that follow from them; those that are not named must be absent.
    struct Series: CustomTestStringConvertible, Sendable {
        let rows: [(year: Int, count: Int)]
        let values: [String: String]

        init(_ rows: [(Int, Int)], _ values: [String: String]) {
            self.rows = rows.map { (year: $0.0, count: $0.1) }
            self.values = values
        }

        var testDescription: String { rows.map { "\($0.year): \($0.count)" }.joined(separator: ", ") }
    }

    private static let names = [
        "increase", "decrease", "unchanged", "rising_years", "rising_since", "falling_years", "falling_since", "times",
        "total_increase", "total_decrease", "total_unchanged",
    ]

    @Test(
        "Risen, fallen, unchanged, or nothing to compare with",
        arguments: [
            Series([(2023, 5)], [:]),
            Series(
                [(2021, 100), (2022, 150), (2023, 200)],
                [
                    "increase": "50", "rising_years": "2", "rising_since": "2022", "times": "2.0",
                    "total_increase": "100",
                ]),
            Series(
                [(2021, 200), (2022, 150), (2023, 100)],
                [
                    "decrease": "50", "falling_years": "2", "falling_since": "2022", "times": "0.5",
                    "total_decrease": "100",
                ]),
            // Once is no row of years.
            Series([(2021, 300), (2022, 280), (2023, 299)], ["increase": "19", "total_decrease": "1"]),
            Series([(2021, 346), (2022, 348), (2023, 342)], ["decrease": "6", "total_decrease": "4"]),
            // Some 1.0 times says nothing; the difference does.
            Series([(2022, 1000), (2023, 1049)], ["increase": "49", "total_increase": "49"]),
            Series([(2022, 1000), (2023, 1050)], ["increase": "50", "total_increase": "50", "times": "1.1"]),
            Series(
                [(2021, 7), (2022, 9), (2023, 9)], ["unchanged": "true", "times": "1.3", "total_increase": "2"]),
            Series([(2022, 9), (2023, 9)], ["unchanged": "true", "total_unchanged": "true"]),
            // From none, and to none.
            Series([(2022, 0), (2023, 4)], ["increase": "4", "total_increase": "4"]),
            Series([(2022, 4), (2023, 0)], ["decrease": "4", "total_decrease": "4"]),
            Series([(2022, 0), (2023, 0)], ["unchanged": "true", "total_unchanged": "true"]),
            // A few chosen years: none is the year before another.
            Series([(2018, 292), (2023, 512)], ["times": "1.8", "total_increase": "220"]),
            // A gap ends the row of years.
            Series(
                [(2018, 1), (2019, 2), (2021, 3), (2022, 4), (2023, 5)],
                [
                    "increase": "1", "rising_years": "2", "rising_since": "2022", "times": "5.0",
                    "total_increase": "4",
                ]),
        ])
    func values(_ series: Series) throws {
        let rows = series.rows.map { "    - {fiscal_year: \(FiscalYear(year: $0.year).long), count: \($0.count)}" }
        let text = """
            survey: {name: 調査, publisher: 文部科学省, fiscal_year: 令和5年度, published: 令和6年10月}
            national:
              series:
            \(rows.joined(separator: "\n"))

            """
        let (board, _) = try TinyBoard.load(["statistics": text])
        let national = try #require(board.files[.statistics]?.root[Statistics.national])
        for name in Self.names {
            let slot = try #require(national.type.slot(of: name))
            #expect(Self.text(national[slot: slot]) == series.values[name], "\(name)")
        }
        #expect((national[Records.Series.previous] == nil) == (series.values.keys.allSatisfy { $0.hasPrefix("t") }))
    }

    private static func text(_ value: Value) -> String? {
        switch value.content {
        case .integer(let number): String(number)
        case .decimal(let mantissa, let scale): FixedPoint(mantissa, scale: scale).text
        case .boolean(let value): String(value)
        case .fiscalYear(let year): String(year.year)
        default: nil
        }
    }
}
