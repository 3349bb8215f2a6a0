import Files
import Japanese
import Tables

/// The nation's figures as the ministry published them, by fiscal year: every board copies them by hand.
struct NationalFigures: Sendable {
    static let name = "national-series.tsv"

    struct Row: Sendable {
        let count: Int
        let enrolment: Int
    }

    private let rows: [Int: Row]

    /// - Parameter path: of lines `fiscal year, pupils not attending, enrolment`, parted by tabs.
    init(path: String) throws(FileError) {
        let file = try MappedFile(path: path)
        let text = file.withBytes { bytes in String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) }
        let pairs = text.split(separator: "\n").compactMap { line -> (Int, Row)? in
            let numbers = line.split(separator: "\t").compactMap { Int($0) }
            return numbers.count == 3 ? (numbers[0], Row(count: numbers[1], enrolment: numbers[2])) : nil
        }
        rows = Dictionary(pairs) { first, _ in first }
    }

    subscript(year: FiscalYear) -> Row? { rows[year.year] }
}
