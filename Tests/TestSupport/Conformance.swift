public import Foundation

/// The published test suites, which are not part of the project: see `Tests/README.md`.
public enum Conformance {
    /// The folder that `SHIRUBE_CONFORMANCE` names, else the one beside the project; nil where there is none.
    public static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["SHIRUBE_CONFORMANCE"].map { URL(fileURLWithPath: $0) }
        let candidates = [named, Project.root.appending(path: "../shared/conformance")].compactMap { $0 }
        return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    /// Whether a skipped suite counts as a failure, as it does in continuous integration.
    public static let isRequired = ProcessInfo.processInfo.environment["SHIRUBE_CONFORMANCE_REQUIRED"] == "1"

    public static let hint: String =
        "get mustache-spec.json (github.com/mustache/spec) and yaml-test-suite.json (github.com/yaml/yaml-test-suite) "
        + "as Tests/README.md says, and name their folder in SHIRUBE_CONFORMANCE"

    /// The bytes of one suite, nil where it is not there.
    public static func suite(_ name: String) -> Data? {
        folder.flatMap { try? Data(contentsOf: $0.appending(path: name)) }
    }
}

/// Where the project's own files are.
public enum Project {
    public static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    public static func isFolder(_ path: String) -> Bool {
        (try? root.appending(path: path).resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    }

    public static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: path)))
    }
}
