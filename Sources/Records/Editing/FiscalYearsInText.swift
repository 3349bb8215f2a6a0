import Bytes
import Japanese

/// The fiscal years that a text names, by their eras or in the Western way: 令和５年度の…, 2023年度
enum FiscalYearsInText {
    /// - Returns: each with its place in scalars.
    static func find(in text: [Unicode.Scalar]) -> [(year: FiscalYear, range: Range<Int>)] {
        var found: [(year: FiscalYear, range: Range<Int>)] = []
        for start in text.indices where start >= found.last?.range.upperBound ?? 0 {
            guard let mark = text[start...].prefix(8).firstIndex(of: "度") else { continue }
            let name = WidthFolding.ascii(String(scalars: text[start...mark]))
            let isEra = Era.allCases.contains { name.hasPrefix($0.name) }
            let western = name.hasSuffix("年度") ? Int(name.dropLast(2)) : nil
            let isWestern = western.map { (1873...2199).contains($0) } ?? false
            guard isEra || isWestern else { continue }
            let year = isWestern ? western.map { FiscalYear(year: $0) } : try? CalendarParser.fiscalYear(name)
            if let year { found.append((year, start..<mark + 1)) }
        }
        return found
    }

    /// The text with each of them a year later, in digits as wide as they were; nil where it names none.
    static func movedOn(_ text: String) -> String? {
        let scalars = Array(text.unicodeScalars)
        let found = find(in: scalars)
        guard !found.isEmpty else { return nil }
        var (moved, position) = ([UInt8](), 0)
        for (year, range) in found {
            moved += Array(String(scalars: scalars[position..<range.lowerBound]).utf8)
            let next = FiscalYear(year: year.year + 1)
            let isWestern = WidthFolding.ascii(scalars[range.lowerBound]).properties.numericType != nil
            let written = Array((isWestern ? next.western : next.long).utf8)
            if scalars[range].contains(where: { ("０"..."９").contains($0) }) {
                WidthFolding.appendFullwidthDigits(written.span, to: &moved)
            } else {
                moved += written
            }
            position = range.upperBound
        }
        return String(
            decoding: moved + Array(String(scalars: scalars[position...]).utf8), as: UTF8.self)
    }
}

/// Whether a text says anything of a year, in whichever way: 令和六年, R6年度, 2024年3月.
enum YearsInText {
    static func names(a text: String) -> Bool {
        let scalars = Array(WidthFolding.ascii(text).unicodeScalars)
        return scalars.indices.dropFirst().contains { place in
            let before = scalars[place - 1]
            switch scalars[place] {
            case "年":
                return before.properties.numericType == .decimal || before.isKanjiNumeral || before == "〇"
                    || before == "元"
            // R6, H31.
            case "0"..."9":
                return "RHrh".unicodeScalars.contains(before)
                    && (place < 2 || !scalars[place - 2].properties.isAlphabetic)
            default: return false
            }
        }
    }

    static func fiscalYears(in text: String) -> [Int] {
        FiscalYearsInText.find(in: Array(text.unicodeScalars)).map(\.year.year)
    }
}
