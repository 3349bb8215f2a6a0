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

    var bytes: [UInt8] { paths.flatMap { Array($0.text.utf8) + [UInt8(ascii: "\n")] } }
}
