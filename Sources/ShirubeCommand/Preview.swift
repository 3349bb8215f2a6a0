import Diagnostics
import Publishing

/// Copies of the documents that reload by themselves, for whoever writes while `watch` runs.
///
/// They lie beside the documents, which stay as they are: a script in each copy reads a file beside it twice a second, over no
/// network, and nothing of it is left when the command ends.
final class Preview {
    private let output: String
    let folder: String
    /// Another one than that of the run before, whose page may still be open.
    private var version = UInt32.random(in: 0...UInt32.max)

    init(of output: String) throws(FileError) {
        (self.output, folder) = (output, "\(output)/.shirube-watch")
        try FileSystem.removeFolder(folder)
    }

    /// Takes over what has been published of boards.
    func update(_ paths: [String]) throws(FileError) {
        for path in paths {
            guard let source = try? SourceFile.read("\(output)/\(path)") else { continue }
            let isPage = path.hasSuffix(".html") && !path.hasSuffix(".fragment.html")
            let bytes =
                isPage ? Self.watching(source.bytes, depth: path.utf8.count { $0 == UInt8(ascii: "/") }) : source.bytes
            try FileSystem.replace("\(folder)/\(path)", with: bytes, waits: false)
        }
        if !paths.isEmpty { version &+= 1 }
    }

    /// Tells the pages that are open to reload if they are older, and what is wrong.
    func tell(_ findings: [String]) throws(FileError) {
        let state = JSONValue.array([.number(Int(version)), .array(findings.map { .string($0) })])
        let text = state.text.split(separator: "\n").joined()
        try FileSystem.replace("\(folder)/state.js", with: Array("shirubeState(\(text))\n".utf8), waits: false)
    }

    func remove() throws(FileError) { try FileSystem.removeFolder(folder) }

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
