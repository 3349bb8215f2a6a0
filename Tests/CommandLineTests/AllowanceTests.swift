import Diagnostics
import Files
import Foundation
import Records
import ShirubeCommand
import TestSupport
import Testing

/// What becomes of a finding that somebody allows: it is published as it stands, or the allowance is refused.
@Suite struct AllowanceTests {
    /// One seeded fault a code.
    static let faults = Dictionary(grouping: MutationTests.mutations, by: \.code).values.compactMap(\.first)
        .filter { !$0.code.hasPrefix("A") }.sorted { $0.code < $1.code }

    private struct Finding: Decodable {
        let code: String
        let file: String?
        let line: Int?
    }

    private struct Report: Decodable {
        let findings: [Finding]
    }

    @Test("An allowed fault is published, or refused at its place; no published document is lost", arguments: faults)
    func allowedOrRefused(fault: MutationTests.Mutation) throws {
        try MutationTests.withSample(fault) { folder in
            let output = folder.appending(path: "Output")
            try FileManager.default.copyItem(at: Project.root.appending(path: "Output"), to: output)
            let program = try CommandLineTests()
            let options = ["-d", folder.appending(path: "Data").path, "-t", folder.appending(path: "Templates").path]
            let checked = try program.run(["check", "--report", "json"] + options)
            let finding = try #require(
                try JSONDecoder().decode(Report.self, from: Data(checked.output.utf8)).findings.first)
            try allow(finding)
            let before = try Self.files(below: output)
            let built = try program.run(["build", "--strict", "-l", "en", "-o", output.path] + options)
            let after = try Self.files(below: output)
            #expect(before.keys.allSatisfy { after[$0] != nil }, "a published document was removed")
            if try #require(FindingRegistry.shirube[fault.code]).canBeAllowed {
                #expect(built.status == 0, "\(built.errors)")
            } else {
                #expect(built.status == 1)
                #expect(before == after, "nothing is written beside an error")
                // A file that cannot be read to its end has no comments to tell of.
                #expect(built.errors.contains("[\(fault.code)]"))
                if !"YM".contains(fault.code.prefix(1)) { #expect(built.errors.contains("[A003]"), "\(built.errors)") }
            }
        }
    }

    @Test(
        "What is officially printed in an unusual form is printed so, and left so by --fix",
        arguments: [
            MutationTests.Mutation(
                "Data/takarazuka/facilities.yaml", "telephone: 0797-86-2321", "telephone: 0797862321", "R023"),
            MutationTests.Mutation(
                "Data/takarazuka/facilities.yaml", "telephone: 0120-919-439", "telephone: 0120-9194-39", "R023"),
            MutationTests.Mutation("Data/takarazuka/programs.yaml", "frequency: 年9回", "frequency: 各校で学期末", "R027"),
        ])
    func officialForms(fault: MutationTests.Mutation) throws {
        let key = try #require(fault.wrong.split(separator: ":").first)
        let value = try #require(fault.wrong.split(separator: " ").last)
        let comment = "# shirube: allow \(fault.code) 公表されているとおり"
        let allowed = MutationTests.Mutation(
            fault.file, fault.right, fault.wrong + "  " + comment, fault.code)
        try MutationTests.withSample(allowed) { folder in
            let program = try CommandLineTests()
            let options = ["-d", folder.appending(path: "Data").path, "-t", folder.appending(path: "Templates").path]
            let output = folder.appending(path: "Output")
            let built = try program.run(["build", "--strict", "-o", output.path] + options)
            #expect(built.status == 0, "\(key): \(built.errors)")
            let page = try String(contentsOf: output.appending(path: "takarazuka/guideline.txt"), encoding: .utf8)
            #expect(page.replacing("\n", with: "").contains(value))
            let data = folder.appending(path: fault.file)
            let before = try Data(contentsOf: data)
            #expect(try program.run(["check", "--fix"] + options).status == 0)
            #expect(try Data(contentsOf: data) == before)
        }
    }

    @Test("An allowed error leaves useless allowances elsewhere to be told")
    func uselessBesideAllowed() throws {
        let allowed = MutationTests.Mutation(
            "Data/takarazuka/facilities.yaml", "postal_code: 564-0051",
            "postal_code: 651-0086 # shirube: allow P004 私書箱のため", "A002")
        try MutationTests.withSample(allowed) { folder in
            let board = folder.appending(path: "Data/setagaya/board.yaml")
            let text = try String(contentsOf: board, encoding: .utf8)
            try Data((text + "# shirube: allow P004 要らない\n").utf8).write(to: board)
            #expect(try MutationTests.codes(in: folder) == ["A002"])
        }
    }

    @Test(
        "Signs and the next allowance are no reason",
        arguments: [
            "# shirube: allow D017", "# shirube: allow D017 #", "# shirube: allow D017 ……", "# shirube: allow D017　。",
            "# shirube: allow D017 # shirube: allow R023 理由",
            "# {{! shirube: allow D017 }}{{! shirube: allow R023 理由 }}",
        ])
    func noReason(comment: String) {
        let source = SourceFile(path: "a.yaml", text: comment + "\nweb: x\n")
        let finding = Diagnostic(
            .insecureAddress, .note, at: Diagnostic.Place(source, source.bytes.count - 2..<source.bytes.count - 1),
            Phrase(ja: "", en: ""))
        let rest = Allowance.apply(to: [finding], sources: [source], of: .shirube, isWhole: true)
        #expect(rest.filter { $0.code == .allowanceWithoutReason }.count == 1)
    }

    @Test("Many allowances in a row all speak of the line behind them")
    func manyAllowances() {
        let comments = String(repeating: "# shirube: allow D017 理由\n", count: 50_000)
        let source = SourceFile(path: "a.yaml", text: comments + "web: x\n")
        let finding = Diagnostic(
            .insecureAddress, .note, at: Diagnostic.Place(source, source.bytes.count - 2..<source.bytes.count - 1),
            Phrase(ja: "", en: ""))
        #expect(Allowance.apply(to: [finding], sources: [source], of: .shirube, isWhole: true).isEmpty)
    }

    /// Writes an allowance above the line of a finding.
    private func allow(_ finding: Finding) throws {
        guard let file = finding.file, let line = finding.line else { return }
        var lines = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "\n")
        let indent = lines[line - 1].prefix { $0 == " " }
        let comment = "shirube: allow \(finding.code) 確かめた"
        lines.insert(file.hasSuffix(".html") ? "{{! \(comment) }}" : "\(indent)# \(comment)", at: line - 1)
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(filePath: file))
    }

    private static func files(below folder: URL) throws -> [String: Data] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                FileManager.default.contents(atPath: folder.appending(path: name).path).map { (name, $0) }
            })
    }
}
