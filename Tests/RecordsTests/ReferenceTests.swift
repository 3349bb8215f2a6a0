import Diagnostics
import Foundation
import Records
import TestSupport
import Testing

@Suite struct ReferenceTests {
    @Test(
        "Kanji numerals in addresses compare as digits, in runs of any length",
        arguments: [
            ("北十条西", "北10条西"), ("二十三番地", "23-"), (String(repeating: "九", count: 40), String(repeating: "9", count: 40)),
        ])
    func numerals(address: String, normalized: String) {
        #expect(FoldedAddress(address).text == normalized)
    }

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

    @Test("A table of postal codes with control characters is refused", arguments: ["\r\r", "\u{0}", "\u{1B}[2J"])
    func controlCharacters(text: String) {
        let source = SourceFile(path: "table", text: "6650865\t28214\t兵庫県\t宝塚市\t寿町\tarea\(text)\n")
        #expect(throws: ParseError.self) { try PostalTableBuilder.build(from: source, offices: nil, title: "") }
    }
}
