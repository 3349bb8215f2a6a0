import Diagnostics
public import Files
import Japanese
import Tables

/// The years of primary school in which kanji are taught (学年別漢字配当表 of 小学校学習指導要領, in force from 2020).
public struct KanjiGrades: Sendable {
    private let grades: [Unicode.Scalar: Int]

    public static let name = "kanji-grades.tsv"

    /// Reads the table of a folder.
    public init(folder: String) throws(FileError) {
        let rows = try SortedTable(path: "\(folder)/\(Self.name)").rows(beginningWith: [])
        grades = Dictionary(
            rows.compactMap { row in
                guard row.count == 2, let kanji = row[0].unicodeScalars.first, let grade = Int(row[1]) else {
                    return nil
                }
                return (kanji, grade)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The year in which a kanji is taught, 1 to 6; nil where primary schools do not teach it.
    public subscript(kanji: Unicode.Scalar) -> Int? { grades[kanji] }

    /// How many kanji are taught in a year.
    public func count(of grade: Int) -> Int { grades.values.count { $0 == grade } }

    /// Whether a text has a kanji that is not taught up to a year; 0 for any kanji.
    public func hasKanji(_ text: some Sequence<Unicode.Scalar>, above grade: Int) -> Bool {
        text.contains { isKanji($0, above: grade) }
    }

    /// Whether it is a kanji that is not taught up to a year. 々 stands for the one before it.
    public func isKanji(_ scalar: Unicode.Scalar, above grade: Int) -> Bool {
        scalar.isKanji && scalar != "々" && (grades[scalar] ?? .max) > grade
    }
}
