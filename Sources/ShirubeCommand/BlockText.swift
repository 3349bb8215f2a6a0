import Bytes
import Diagnostics
import Files
import Publishing

/// Where the text of a template's block stands: what a memo in the data names, to be read there.
struct BlockText {
    let place: Diagnostic.Place
    /// How it begins, without tags.
    let text: String

    /// The block that a memo ends with: criterion of 「…施設である（criterion）」.
    static func name(in memo: String) -> String? {
        guard let open = memo.lastIndex(of: "（"), memo.hasSuffix("）") else { return nil }
        let name = memo[memo.index(after: open)...].dropLast()
        let isName = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
        }
        return name.isEmpty || !isName ? nil : String(name)
    }

    /// The texts of a block in the templates of a board's documents: the board's own where it has written one.
    static func find(
        _ name: String, in templates: String, of board: String, documents: [String]
    ) throws(FileError) -> [BlockText] {
        guard try FileSystem.isFolder(templates) else { return [] }
        var found: [BlockText] = []
        let parts = "\(templates)/parts"
        let shared = try FileSystem.isFolder(parts) ? FileSystem.names(in: parts).map { "parts/\($0)" } : []
        for template in documents.map({ "\($0).html" }) + shared where template.hasSuffix(".html") {
            let own = "\(templates)/\(board)/\(template)"
            let file = "\(own.dropLast(".html".utf8.count))/\(name).txt"
            if try FileSystem.exists(file) {
                let source = try SourceFile.read(file)
                found.append(BlockText(source, 0..<source.bytes.count))
                continue
            }
            for path in [own, "\(templates)/\(template)"] where try FileSystem.exists(path) {
                guard let block = block(name, of: try SourceFile.read(path)) else { continue }
                found.append(block)
                break
            }
        }
        return found
    }

    private static func block(_ name: String, of source: SourceFile) -> BlockText? {
        let (open, close) = (Array("{{$\(name)}}".utf8), Array("{{/\(name)}}".utf8))
        let bytes = source.bytes
        guard let start = bytes.span.firstIndex(of: open.span) else { return nil }
        let end = bytes.span.firstIndex(of: close.span, from: start) ?? bytes.count
        return BlockText(source, start + open.count..<end)
    }

    private init(_ source: SourceFile, _ range: Range<Int>) {
        let start = source.bytes[range].firstIndex { ![0x0A, 0x0D, 0x20].contains($0) } ?? range.lowerBound
        place = Diagnostic.Place(source, start..<range.upperBound)
        var text = String(decoding: source.bytes[start..<range.upperBound], as: UTF8.self)
        while let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
            text.removeSubrange(open...close)
        }
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.text = line.count > Self.length ? line.prefix(Self.length) + "…" : line
    }

    /// How many characters of it are shown.
    private static let length = 40
}
