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

    @Test("Every kind that the sources declare is in the list of its module")
    func registered() throws {
        let sources = Project.root.appending(path: "Sources")
        var declared: Set<String> = []
        for case let file as URL in try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        where file.pathExtension == "swift" {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            declared.formUnion(text.matches(of: #/static let \w+ = DiagnosticCode\(\s*"(\w+)"/#).map { String($0.1) })
        }
        #expect(declared == Set(FindingRegistry.shirube.codes.map(\.id)))
    }

    @Test("The committed lists of findings are the declared ones", arguments: Language.allCases)
    func reference(language: Language) throws {
        let name = language == .ja ? "findings.ja.md" : "findings.md"
        let committed = String(decoding: try Project.bytes("Documentation/\(name)"), as: UTF8.self)
        let reference = FindingsReference(.shirube)
        #expect(reference.markdown(language) == committed)
        for code in FindingRegistry.shirube.codes { #expect(reference.list(language).contains(code.id)) }
    }
}
