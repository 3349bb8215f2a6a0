import Foundation
import Proofreading
import TestSupport
import Testing

@Suite struct KanjiGradesTests {
    @Test(
        "The kanji of each school year are as many as the Course of Study has",
        arguments: [(1, 80), (2, 160), (3, 200), (4, 202), (5, 193), (6, 191)])
    func kanjiGrades(grade: Int, count: Int) throws {
        let grades = try KanjiGrades(folder: Project.root.appending(path: "Data/reference").path)
        #expect(grades.count(of: grade) == count)
        // The kanji of prefectures' names are taught in year 4 since 2020, and 賞 in year 5.
        #expect("茨媛岡潟岐熊香佐埼崎滋鹿縄井沖栃奈梨阪阜".unicodeScalars.allSatisfy { grades[$0] == 4 })
        #expect(grades["賞"] == 5 && grades["恩"] == 6 && grades["塾"] == nil)
    }
}
