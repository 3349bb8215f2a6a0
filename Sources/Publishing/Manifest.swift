/// The paths that a group's last run published, one a line.
struct Manifest: Equatable {
    let paths: [String]

    init(paths: [String]) {
        self.paths = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    init(_ bytes: [UInt8]) {
        self.init(paths: String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
    }

    var bytes: [UInt8] { paths.flatMap { Array($0.utf8) + [UInt8(ascii: "\n")] } }
}
