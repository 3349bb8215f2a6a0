import Foundation
import TestSupport
import Testing

/// The modules as Package.swift declares them, held against what their files import and what README.md says of them.
@Suite struct PackageTests {
    /// The modules in their order, each with those that it declares.
    static func modules() throws -> [(name: String, dependencies: Set<String>)] {
        let package = String(decoding: try Project.bytes("Package.swift"), as: UTF8.self)
        return package.matches(of: #/\bmodule\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?/#).map { match in
            let names = (match.2 ?? "").matches(of: #/"(\w+)"/#).map { String($0.1) }
            return (String(match.1), Set(names))
        }
    }

    static func imports(of module: String) throws -> Set<String> {
        try sources(of: module).reduce(into: []) { names, text in
            names.formUnion(text.matches(of: #/(?m)^(?:\w+ )?import (\w+)/#).map { String($0.1) })
        }
    }

    /// The texts of a module's files.
    static func sources(of module: String) throws -> [String] {
        let folder = Project.root.appending(path: "Sources/\(module)")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let swift = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
        #expect(!swift.isEmpty, "\(module)")
        return try swift.map { try String(contentsOf: $0, encoding: .utf8) }
    }

    @Test("A module imports what it declares, and declares only modules before it")
    func declared() throws {
        var before: Set<String> = ["CLibXML2", "CSystem"]
        let system: Set<String> = ["Glibc", "Synchronization"]
        for (name, dependencies) in try Self.modules() {
            #expect(try Self.imports(of: name).subtracting(system) == dependencies, "\(name)")
            #expect(dependencies.isSubset(of: before), "\(name)")
            before.insert(name)
        }
        #expect(before.count > 10)
    }

    @Test("CONTRIBUTING names the modules that have unsafe code, and no other")
    func unsafeCode() throws {
        let manual = String(decoding: try Project.bytes("CONTRIBUTING.md"), as: UTF8.self)
        let item = try #require(manual.firstMatch(of: #/(?s)each use of an unsafe construct is marked\.(.*?)\n- /#)).1
        let named = Set(item.matches(of: #/`(\w+)[\w\/]*`/#).map { String($0.1) })
        let marked = try Self.modules().map(\.name).filter { module in
            try Self.sources(of: module).contains { $0.contains(#/(?m)^(?! *\/\/).*\bunsafe\b/#) }
        }
        #expect(named == Set(marked))
    }

    @Test("README names every module, in their order")
    func readme() throws {
        let readme = String(decoding: try Project.bytes("README.md"), as: UTF8.self)
        let table = try #require(readme.firstMatch(of: #/\| module \| does \|\n(?:\|.*\n)+/#)).0
        let named = table.matches(of: #/(?m)^\| `(\w+)`/#).map { String($0.1) }
        #expect(named == (try Self.modules().map(\.name)))
    }
}
