import Diagnostics
import Files
import JSON
import Publishing

/// Copies of the documents that reload by themselves, for whoever writes while `watch` runs.
///
/// They lie beside the documents, which stay as they are: a script in each copy reads a file beside it twice a second, over no
/// network, and nothing of it is left when the command ends.
final class Preview {
    private let output: String
    private var scratch: ScratchFolder
    /// Another one than that of the run before, whose page may still be open.
    private var version = UInt32.random(in: 0...UInt32.max)
    /// What is wrong, by what it is wrong with.
    private var findings: [String: [String]] = [:]

    var folder: String { scratch.path }

    private static func folder(in output: String) -> String { "\(output)/.shirube-watch" }

    init(of output: String) throws(FileError) {
        self.output = output
        scratch = try ScratchFolder(Self.folder(in: output))
    }

    /// Removes what a command has left that was killed.
    static func discard(in output: String) throws(FileError) { try ScratchFolder.discard(folder(in: output)) }

    /// Takes over what is published of a board already, or a page that waits for it.
    func begin(_ board: String) throws(FileError) {
        try copy(published(board))
        guard try !scratch.has("\(board)/index.html") else { return }
        let page =
            "<!DOCTYPE html>\n<html lang=\"ja\"><meta charset=\"utf-8\"/><title>shirube</title><body></body></html>\n"
        try scratch.write(Self.watching(Array(page.utf8), depth: 1), to: "\(board)/index.html")
    }

    /// Makes the copies anew where somebody has taken them away, as with all of the output.
    func restore(_ boards: [String]) throws(FileError) {
        guard !scratch.isInPlace else { return }
        scratch = try ScratchFolder(folder)
        for board in boards { try begin(board) }
    }

    /// The paths of a board's published files.
    private func published(_ folder: String) throws(FileError) -> [String] {
        guard try FileSystem.isFolder("\(output)/\(folder)") else { return [] }
        var paths: [String] = []
        for name in try FileSystem.names(in: "\(output)/\(folder)") where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            paths += try FileSystem.isFolder("\(output)/\(path)") ? published(path) : [path]
        }
        return paths
    }

    /// Takes over what has been published.
    func update(_ paths: [String]) throws(FileError) {
        try copy(paths)
        if !paths.isEmpty { version &+= 1 }
    }

    private func copy(_ paths: [String]) throws(FileError) {
        for path in paths {
            guard let source = try? SourceFile.read("\(output)/\(path)") else { continue }
            let isPage = path.hasSuffix(".html") && !path.hasSuffix(".fragment.html")
            let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
            try scratch.write(isPage ? Self.watching(source.bytes, depth: depth) : source.bytes, to: path)
        }
    }

    /// Tells the pages that are open to reload if they are older, and what is wrong.
    /// - Parameter subject: a board, or what else it is wrong with; what was told of it before is told no longer.
    func tell(_ lines: [String], of subject: String) throws(FileError) {
        findings[subject] = lines
        let all = findings.sorted { $0.key < $1.key }.flatMap(\.value)
        let state = JSONValue.array([.number(Int(version)), .array(all.map { .string($0) })])
        let text = state.text.split(separator: "\n").joined()
        try scratch.write(Array("shirubeState(\(text))\n".utf8), to: "state.js")
    }

    func remove() throws(FileError) { try scratch.remove() }

    private static func watching(_ page: [UInt8], depth: Int) -> [UInt8] {
        let end = Array("</body>".utf8)
        let script = Array(script.replacing("ROOT", with: String(repeating: "../", count: depth)).utf8)
        var place = page.count - end.count
        while place > 0, page[place..<place + end.count] != end[...] { place -= 1 }
        return place > 0 ? page[..<place] + script + page[place...] : page + script
    }

    private static let script = """
        <script>
        (function () {
          var first = null;
          window.shirubeState = function (state) {
            if (first === null) { first = state[0]; } else if (first !== state[0]) { location.reload(); return; }
            var box = document.getElementById("shirube-findings");
            if (state[1].length === 0) { if (box) { box.remove(); } return; }
            if (!box) {
              box = document.createElement("pre");
              box.id = "shirube-findings";
              box.style.cssText = "position:sticky;top:0;z-index:9;margin:0;padding:1em;max-height:40vh;overflow:auto;" +
                "background:#fff4f4;color:#7a0000;border-bottom:2px solid #b00;white-space:pre-wrap;font-size:14px";
              document.body.prepend(box);
            }
            box.textContent = state[1].join("\\n");
          };
          setInterval(function () {
            var script = document.createElement("script");
            script.src = "ROOTstate.js?" + Date.now();
            script.onload = script.onerror = function () { script.remove(); };
            document.head.append(script);
          }, 500);
        })();
        </script>

        """
}
