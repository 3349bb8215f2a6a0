/// The paths that a group's last run published, one a line.
struct Manifest: Equatable {
    let paths: [TargetPath]

    init(paths: [TargetPath]) {
        self.paths = paths.sorted()
    }

    init(_ bytes: [UInt8]) {
        self.init(
            paths: bytes.split(separator: UInt8(ascii: "\n")).map {
                TargetPath(Substring(decoding: $0, as: UTF8.self))
            })
    }

    private static let suffix = ".manifest"

    /// Where a group's manifest lies in the state folder.
    static func path(of group: String) -> TargetPath { TargetPath(group + suffix) }

    /// Whether a path in the state folder is a manifest's.
    static func isName(_ path: TargetPath) -> Bool { path.parent == nil && path.isSafe && group(path.name) != nil }

    /// The group whose manifest a file in the state folder is; nil where it is none.
    static func group(_ name: String) -> String? {
        guard Publication.ends(name, with: suffix) else { return nil }
        return String(decoding: name.utf8.dropLast(suffix.utf8.count), as: UTF8.self)
    }

    var bytes: [UInt8] { paths.flatMap { Array($0.text.utf8) + [UInt8(ascii: "\n")] } }
}
