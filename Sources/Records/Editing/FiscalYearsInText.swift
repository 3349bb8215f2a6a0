import Bytes
import Japanese

/// The fiscal years that a text names by their eras: 令和５年度の…
enum FiscalYearsInText {
    /// - Returns: each with its place in scalars.
    static func find(in text: [Unicode.Scalar]) -> [(year: FiscalYear, range: Range<Int>)] {
        text.indices.compactMap { start in
            guard let mark = text[start...].prefix(8).firstIndex(of: "度") else { return nil }
            let name = WidthFolding.ascii(String(String.UnicodeScalarView(text[start...mark])))
            guard Era.allCases.contains(where: { name.hasPrefix($0.name) }) else { return nil }
            return (try? CalendarParser.fiscalYear(name)).map { ($0, start..<mark + 1) }
        }
    }

    /// The text with each of them a year later, in digits as wide as they were; nil where it names none.
    static func movedOn(_ text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        let found = find(in: scalars)
        guard !found.isEmpty else { return nil }
        var (moved, position) = ([UInt8](), 0)
        for (year, range) in found {
            moved += Array(String(String.UnicodeScalarView(scalars[position..<range.lowerBound])).utf8)
            let next = Array(FiscalYear(year: year.year + 1).long.utf8)
            if scalars[range].contains(where: { ("０"..."９").contains($0) }) {
                WidthFolding.appendFullwidthDigits(next.span, to: &moved)
            } else {
                moved += next
            }
            position = range.upperBound
        }
        return String(
            decoding: moved + Array(String(String.UnicodeScalarView(scalars[position...])).utf8), as: UTF8.self)
    }
}
