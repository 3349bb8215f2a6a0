import Diagnostics
import Files
import OpenPackaging
import Publishing

/// The documents of an edition as they were published, kept beside its data: by another program, or with other reference
/// tables, the same data would make others.
///
///     Data/takarazuka/editions/2024/published/guideline.html …
///     Data/takarazuka/editions/2024/published.tsv
///
/// The list has the number of files, then checksum, size and path of each: what was changed by an editor, or by a program that turns line ends, is not what
/// was published.
struct KeptDocuments {
    /// By their paths in the board's folder of the output.
    let files: [(path: String, bytes: [UInt8])]
    /// The paths of those that are gone or changed.
    let damaged: [String]

    static let folderName = "published"
    private static let listName = "published.tsv"

    /// - Returns: nil where the edition was kept without them.
    init?(of edition: KeptEdition) throws(FileError) {
        let (list, folder) = ("\(edition.data)/\(Self.listName)", "\(edition.data)/\(Self.folderName)")
        let isThere = (list: try FileSystem.isPresent(list), folder: try FileSystem.isPresent(folder))
        guard isThere.list || isThere.folder else { return nil }
        let real = try RealFolder(edition.data)
        let paths = isThere.list ? Self.paths(try SourceFile.read(list, within: real).bytes) : nil
        guard let paths else {
            (files, damaged) = ([], [Self.listName])
            return
        }
        var files: [(path: String, bytes: [UInt8])] = []
        var damaged: [String] = []
        for (path, line) in paths {
            let bytes = try BoardBuilder.read("\(folder)/\(path)", within: real, limit: Limits.fileSize)?.bytes
            if let bytes, Self.line(path, bytes) == line { files.append((path, bytes)) } else { damaged.append(path) }
        }
        (self.files, self.damaged) = (files, damaged)
    }

    /// The paths that a list has, each with its line; nil where it is not as it was written.
    private static func paths(_ list: [UInt8]) -> [(path: String, line: String)]? {
        let text = String(decoding: list, as: UTF8.self)
        var lines = text.split(whereSeparator: \.isNewline).map(String.init)
        guard let head = lines.first, head == Self.head(lines.count - 1) else { return nil }
        lines.removeFirst()
        let paths = lines.map { ($0.split(separator: "\t").last.map(String.init) ?? "", $0) }
        let isPlain = paths.allSatisfy { path, _ in
            path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
        }
        return isPlain ? paths : nil
    }

    /// What is kept of documents, by the paths in the edition's folder.
    static func contents(_ files: [(path: String, bytes: [UInt8])]) -> [(path: String, bytes: [UInt8])] {
        let list = ([head(files.count)] + files.map { line($0.path, $0.bytes) }).map { $0 + "\n" }.joined()
        return [(listName, Array(list.utf8))] + files.map { ("\(folderName)/\($0.path)", $0.bytes) }
    }

    /// So that a list that was cut off is no shorter one.
    private static func head(_ count: Int) -> String { "CRC-32\t\(count)" }

    private static func line(_ path: String, _ bytes: [UInt8]) -> String {
        let checksum = String(CRC32.of(bytes), radix: 16)
        return String(repeating: "0", count: 8 - checksum.count) + checksum + "\t\(bytes.count)\t\(path)"
    }
}
