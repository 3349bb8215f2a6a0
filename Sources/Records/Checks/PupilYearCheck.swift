import Diagnostics
import Japanese
import Proofreading

/// A pupil's year is one that the school has (学校教育法 第32条, 第47条, 第49条の5, 第56条, 第65条).
public enum PupilYearCheck: Check {
    static func check(_ board: Board, _ reference: ReferenceData?) -> [Diagnostic] {
        guard let request = board.request, let text = request.text(FormRequest.pupilYear),
            let school = request.text(FormRequest.pupilSchool) ?? request.text(FormRequest.school),
            let kind = kind(of: school), let year = year(text, kind), !kind.years.contains(year)
        else { return [] }
        return [
            request.report(
                .schoolYear, FormRequest.pupilYear, severity: .warning,
                Phrase(ja: "\(kind.name)に、その学年はありません", en: "there is no such year in \(kind.name)"),
                help: Phrase(ja: "学年か、学校名を直してください", en: "mend the year, or the school's name"))
        ]
    }

    private struct Kind {
        let name: String
        /// How schools of the kind are called, and how the kind is written before a year.
        let words, prefixes: [String]
        let years: Set<Int>

        init(_ name: String, _ words: [String], _ prefixes: [String], _ years: Set<Int>) {
            (self.name, self.words, self.prefixes, self.years) = (name, words, prefixes, years)
        }
    }

    /// What ends as another's name does comes before that. Where schools of nine years are in use, year 7 is the first of 中学校;
    /// an evening's 高等学校 takes three years or more.
    private static let kinds = [
        Kind(
            "義務教育学校", ["義務教育学校", "小中学校", "小・中学校", "小学校中学校", "小学校・中学校", "小中一貫"], [], Set(1...9)),
        Kind(
            "中等教育学校", ["中等教育学校", "中学校高等学校", "中学校・高等学校", "中学高等学校", "中学・高等学校"], [], Set(1...6)),
        Kind("小学校", ["小学校", "小学部"], ["小学校", "小学部", "小学", "小"], Set(1...6)),
        Kind("中学校", ["中学校", "中学部"], ["中学校", "中学部", "中学", "中"], Set(1...3).union(7...9)),
        Kind("高等学校", ["高等学校", "高校", "高等部"], ["高等学校", "高等部", "高校", "高"], Set(1...4)),
    ]

    /// How a name ends decides: 小中野小学校 is a 小学校, 第一小学校北分校 has what it is within.
    private static func kind(of school: String) -> Kind? {
        kinds.first { kind in kind.words.contains { school.hasSuffix($0) } }
            ?? kinds.first { kind in kind.words.contains { school.contains($0) } }
            // 宝塚小, 第一中; 粟島小中 is of both.
            ?? (["小中", "小・中"].contains { school.hasSuffix($0) } ? kinds[0] : nil)
            ?? kinds.first { kind in kind.prefixes.last.map { school.hasSuffix($0) && school != $0 } ?? false }
    }

    /// What says no more before a year than the school's name does, the longer before the shorter: 小学校, 小学, 小. All of them where
    /// the school is of several kinds, or of none that is known.
    public static func prefixes(of school: String) -> [String] {
        let own = kind(of: school)?.prefixes ?? []
        return own.isEmpty ? kinds.flatMap(\.prefixes) : own
    }

    /// The number of a year, 0 of one that is another school's; nil where it is no year.
    private static func year(_ text: String, _ kind: Kind) -> Int? {
        var rest = Substring(WidthFolding.ascii(text)).drop { $0 == " " }
        for other in kinds {
            guard let prefix = other.prefixes.first(where: { rest.hasPrefix($0) }) else { continue }
            if other.name != kind.name, !kind.prefixes.isEmpty { return 0 }
            rest = rest.dropFirst(prefix.count)
            break
        }
        if rest.hasPrefix("第") { rest = rest.dropFirst() }
        for word in ["年生", "学年", "年"] where rest.hasSuffix(word) {
            rest = rest.dropLast(word.count)
            break
        }
        if let scalar = rest.unicodeScalars.first, rest.unicodeScalars.count == 1,
            let value = KanjiNumeral.value(scalar)
        {
            return value
        }
        return Int(rest)
    }
}
