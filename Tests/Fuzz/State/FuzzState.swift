import Foundation
import Glibc
import Publishing

/// Any bytes may stand in the journal and in a manifest: a run ends, nothing outside the output folder is touched, and
/// nothing but manifests is left in the state folder.
///
/// The input is a journal and, behind a NUL, a manifest. In the output folder lie links that lead out of it, under names that
/// both may use: `l`, `a` with U+0600, which to Swift's strings swallows the slash behind it, and one right in the board's folder.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzState(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    let parts = input.split(
        separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let site = Site()
    write(parts[0], to: site.output + "/.shirube/journal")
    if parts.count > 1 { write(parts[1], to: site.output + "/.shirube/b.manifest") }
    write("planted".utf8, to: site.output + "/.shirube/0.staged")
    unsafe mkdir(site.output + "/.shirube/1.staged", 0o755)
    write("planted".utf8, to: site.output + "/.shirube/1.staged/x")
    try? Publisher(root: site.output).recover()
    let file = PublishedFile(path: "b/x", .bytes(Array("mine".utf8)))
    _ = try? Publisher(root: site.output).publish([Publisher.Group(name: "b", files: [file], isComplete: true)])
    site.check()
    return 0
}

private func write(_ bytes: some Sequence<UInt8>, to path: String) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let bytes = Array(bytes)
    let written = unsafe Glibc.write(descriptor, bytes, bytes.count)
    precondition(written == bytes.count, "\(path) cannot be written")
    close(descriptor)
}

private struct Site {
    static let base = NSTemporaryDirectory() + "fuzz-state-\(getpid())"
    let output = Site.base + "/Output"
    let outside = Site.base + "/outside"
    static let links = ["l", "a\u{0600}", "b/l"]

    init() {
        try? FileManager.default.removeItem(atPath: Self.base)
        for folder in [Self.base, output, outside, output + "/.shirube", output + "/b", output + "/o"] {
            unsafe mkdir(folder, 0o755)
        }
        write("outside".utf8, to: outside + "/x")
        write("other".utf8, to: output + "/o/other")
        for link in Self.links { unsafe symlink(outside, output + "/" + link) }
    }

    func check() {
        let manager = FileManager.default
        precondition(
            (try? manager.contentsOfDirectory(atPath: Self.base).sorted()) == ["Output", "outside"], "beside it")
        precondition((try? manager.contentsOfDirectory(atPath: outside)) == ["x"], "something outside is made or gone")
        precondition(manager.contents(atPath: outside + "/x") == Data("outside".utf8), "a file outside is changed")
        let state = (try? manager.contentsOfDirectory(atPath: output + "/.shirube")) ?? []
        precondition(state.allSatisfy { $0.hasSuffix(".manifest") }, "left in the state folder: \(state)")
    }
}
