import Foundation
@testable import Records
import TestSupport
import Testing

/// What is written by hand, held against what the sources declare.
@Suite struct CheckRegistryTests {
    @Test("Every check that the sources declare is run, and once")
    func registered() throws {
        let sources = try #require(
            FileManager.default.enumerator(
                at: Project.root.appending(path: "Sources/Records"), includingPropertiesForKeys: nil))
        var declared: Set<String> = []
        for case let file as URL in sources where file.pathExtension == "swift" {
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            declared.formUnion(
                text.matches(of: #/(?:enum|struct|class|extension) (\w+): (?:\w+, )*Check\b/#).map { String($0.1) })
        }
        for list in [Checks.all, Checks.ofRequest] {
            #expect(Set(list.map { ObjectIdentifier($0) }).count == list.count)
        }
        #expect(Set((Checks.all + Checks.ofRequest).map { String(describing: $0) }) == declared)
    }
}
