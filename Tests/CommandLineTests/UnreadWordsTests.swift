import Foundation
import TestSupport
import Testing

/// Words that are to carry a reading and have none: many are one finding, and `todo` lists them.
@Suite struct UnreadWordsTests {
    private func outcome(_ ruby: String) throws -> (findings: [String], todo: String) {
        let setting = MutationTests.Mutation(
            "Data/takarazuka/board.yaml", "  digits: halfwidth", "  ruby: \(ruby)\n  digits: halfwidth", "")
        return try MutationTests.withSample(setting) { folder in
            let tests = try CommandLineTests()
            let check = try tests.run([
                "check", "takarazuka", "--data", folder.appending(path: "Data").path, "--templates",
                folder.appending(path: "Templates").path, "--output", folder.appending(path: "Output").path,
                "--reference", Project.root.appending(path: "Data/reference").path, "--language", "en",
            ])
            let todo = try tests.run([
                "todo", "takarazuka", "--data", folder.appending(path: "Data").path, "--templates",
                folder.appending(path: "Templates").path, "--language", "en",
            ])
            return (check.errors.split(separator: "\n").filter { $0.contains("[J026]") }.map(String.init), todo.output)
        }
    }

    @Test("Hundreds are told as one, with their number, and listed as readings of board.yaml")
    func many() throws {
        let (findings, todo) = try outcome("all")
        #expect(findings.count == 1)
        let count = try #require(findings.first?.firstMatch(of: /(\d+) words have no reading/).flatMap { Int($0.1) })
        #expect(count > 100)
        let words = todo.matches(of: /- word: (.+)\n {4}furigana: (.+)\n/)
        #expect(words.count >= count && Set(words.map { String($0.1) }).count == words.count)
        #expect(words.contains { $0.1 == "保護" && $0.2 == "ほご" })
        #expect(todo.contains("words without a reading: \(words.count) ("))
    }

    @Test("Without a setting that asks for readings there are none to list")
    func none() throws {
        let (findings, todo) = try outcome("none")
        #expect(findings.isEmpty && todo == "nothing is left to be filled in\n")
    }
}
