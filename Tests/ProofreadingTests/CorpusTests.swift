import Foundation
import TestSupport
import Testing

@testable import Proofreading

/// How many slips are found, and how many right sentences are doubted.
///
/// Both corpora were written without knowledge of the rules. Those of even places have been looked at when rules were made; those of odd
/// places judge them.
@Suite struct CorpusTests {
    static let tables = try? WordTables(folder: Project.root.appending(path: "Data/reference").path)

    static func rows(_ name: String) throws -> [[String]] {
        let text = try String(
            contentsOf: Project.root.appending(path: "Tests/Fixtures/proofreading/\(name).tsv"), encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// How many findings there are in a text.
    static func findings(_ text: String) throws -> Int {
        let scalars = Array(text.unicodeScalars)
        return Wording.findings(in: scalars, try #require(tables)).count + LeftoverRule.find(in: scalars).count
            + Proofreader.characters(scalars).count + Proofreader.words(scalars, genre: .prose).count
    }

    @Test(
        "Slips are found",
        arguments: [("slips", 0, 0.93), ("slips", 1, 0.88), ("judged", 0, 0.85), ("judged", 1, 0.85)])
    func slips(corpus: String, half: Int, share: Double) throws {
        let slips = try Self.rows(corpus).enumerated().filter { $0.offset % 2 == half && $0.element[3] == "yes" }
        let missed = try slips.filter { try Self.findings($0.element[2]) <= Self.findings($0.element[1]) }
        #expect(Double(slips.count - missed.count) >= share * Double(slips.count), "\(missed.map { $0.element[2] })")
    }

    @Test("Right sentences are left alone", arguments: ["right", "judged-right"], [0, 1])
    func right(corpus: String, half: Int) throws {
        let texts = try Self.rows(corpus).enumerated().filter { $0.offset % 2 == half }
        let doubted = try texts.filter { try Self.findings($0.element[1]) > 0 }
        #expect(doubted.count * 100 <= texts.count * 2, "\(doubted.map { $0.element[1] })")
    }
}
