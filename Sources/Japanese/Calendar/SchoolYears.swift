/// The school years that something is for: 小学校1年生から中学校3年生まで.
public struct SchoolYears: Hashable, Sendable {
    /// Years of school, counted from the first of primary school: 1 to 6, 7 to 9 in lower and 10 to 12 in upper secondary
    /// school.
    public let first, last: UInt8

    /// The schools in their order: how documents name them, how people write them, and their years.
    private static let schools: [(name: String, forms: [String], years: ClosedRange<UInt8>)] = [
        ("小学校", ["小学校", "小学", "小"], 1...6), ("中学校", ["中学校", "中学", "中"], 7...9),
        ("高等学校", ["高等学校", "高校", "高"], 10...12),
    ]

    public enum Problem: Error {
        /// It is no school year at all.
        case form
        /// The school has no such year: 中学4年生.
        case noSuchYear(school: String, year: Int, last: Int)
        /// The last comes before the first.
        case order
    }

    /// Reads 小学校1年生から中学校3年生まで, 小1～中3, 小学生, 小4以上, 小・中学生 and 全学年.
    public init(_ text: String) throws(Problem) {
        var text = WidthFolding.ascii(text)
        for (sign, plain) in [
            ("年生", ""), ("学生", "学"), ("校生", "校"), ("まで", ""), ("~", "から"), ("〜", "から"), ("–", "から"), ("-", "から"),
            ("・", "から"),
            (" ", ""),
        ] {
            text = text.replacing(sign, with: plain)
        }
        if ["全学年", "小から中学", "小学から中学", "小中学", "義務教育"].contains(text) {
            (first, last) = (1, 9)
            return
        }
        if text.hasSuffix("以上") {
            let from = try Self.years(of: text.dropLast(2), beside: nil)
            (first, last) = (from.lowerBound, from.lowerBound > 9 ? 12 : 9)
            return
        }
        let parts = text.split(separator: "から", omittingEmptySubsequences: false)
        guard let start = parts.first, parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { throw .form }
        let from = try Self.years(of: start, beside: nil)
        let to = parts.count == 2 ? try Self.years(of: parts[1], beside: from) : from
        guard from.lowerBound <= to.upperBound else { throw .order }
        (first, last) = (from.lowerBound, to.upperBound)
    }

    /// - Parameter before: what stands before it: 小4～6 leaves the school out.
    private static func years(of text: Substring, beside before: ClosedRange<UInt8>?) throws(Problem) -> ClosedRange<
        UInt8
    > {
        for school in schools {
            guard let form = school.forms.first(where: { text.hasPrefix($0) }) else { continue }
            return try years(of: text.dropFirst(form.count), in: school)
        }
        if let before, let school = schools.first(where: { $0.years.contains(before.lowerBound) }) {
            return try years(of: text, in: school)
        }
        throw .form
    }

    private static func years(
        of text: Substring, in school: (name: String, forms: [String], years: ClosedRange<UInt8>)
    ) throws(Problem) -> ClosedRange<UInt8> {
        let digits = text.hasSuffix("年") ? text.dropLast() : text
        if digits.isEmpty { return school.years }
        guard let year = Int(digits), year > 0 else { throw .form }
        let last = Int(school.years.count)
        guard year <= last else { throw .noSuchYear(school: school.name, year: year, last: last) }
        let number = school.years.lowerBound + UInt8(year - 1)
        return number...number
    }

    /// 小学校1年生から中学校3年生まで; 中学生 where it is for all of a school, 小学校6年生 for one year.
    public var long: String {
        if let school = Self.schools.first(where: { $0.years == first...last }) {
            return school.name == "高等学校" ? "高校生" : school.name.prefix(2) + "生"
        }
        return first == last ? Self.name(first) : "\(Self.name(first))から\(Self.name(last))まで"
    }

    /// 小1～中3
    public var short: String {
        func name(_ year: UInt8) -> String { Self.school(of: year).name.prefix(1) + String(Self.place(of: year)) }
        return first == last ? name(first) : "\(name(first))～\(name(last))"
    }

    private static func name(_ year: UInt8) -> String { "\(school(of: year).name)\(place(of: year))年生" }

    private static func school(of year: UInt8) -> (name: String, forms: [String], years: ClosedRange<UInt8>) {
        schools.first { $0.years.contains(year) } ?? schools[0]
    }

    private static func place(of year: UInt8) -> Int { Int(year - school(of: year).years.lowerBound) + 1 }
}
