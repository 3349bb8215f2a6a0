import Diagnostics
import Foundation
import ShirubeCommand
import TestSupport
import Testing

@Suite struct FindingRegistryTests {
    @Test("Every kind of finding is explained in both languages", arguments: FindingRegistry.shirube.codes)
    func explanation(code: DiagnosticCode) {
        let explanation = code.explanation
        for phrase in [explanation.meaning, explanation.reason] {
            #expect(!phrase.ja.isEmpty && !phrase.en.isEmpty)
            // Windows terminals in Japanese offices show CP932.
            #expect(phrase.ja.data(using: .shiftJIS) != nil)
        }
        #expect(!explanation.wrong.isEmpty && !explanation.right.isEmpty)
        #expect(code.id.wholeMatch(of: #/[A-Z]0[0-9][0-9]/#) != nil)
    }

    /// What the sources call the kinds of findings, by their codes.
    static let declared: [String: String] = {
        let sources = FileManager.default.enumerator(
            at: Project.root.appending(path: "Sources"), includingPropertiesForKeys: nil)
        let files = (sources?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
        return files.reduce(into: [:]) { names, file in
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            for match in text.matches(of: #/static let (\w+) = DiagnosticCode\(\s*"(\w+)"/#) {
                names[String(match.2)] = String(match.1)
            }
        }
    }()

    @Test("Every kind that the sources declare is in the list of its module")
    func registered() { #expect(Set(Self.declared.keys) == Set(FindingRegistry.shirube.codes.map(\.id))) }

    @Test("The committed lists of findings are the declared ones", arguments: Language.allCases)
    func reference(language: Language) throws {
        let name = language == .ja ? "findings.ja.md" : "findings.md"
        let committed = String(decoding: try Project.bytes("Documentation/\(name)"), as: UTF8.self)
        let reference = FindingsReference(.shirube)
        #expect(reference.markdown(language) == committed)
        for code in FindingRegistry.shirube.codes { #expect(reference.list(language).contains(code.id)) }
    }
}
