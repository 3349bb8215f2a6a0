package import Diagnostics
import Files
import Publishing
import Records

extension DiagnosticCode {
    package static let unreadFile = DiagnosticCode(
        "F007", canBeAllowed: false,
        meaning: (
            ja: "教育委員会のフォルダーに、データのように見えるのに読まれないファイルがあります。",
            en: "A board's folder holds a file that looks like data and is not read."
        ),
        reason: (
            ja: """
            読むのはboard.yaml、facilities.yaml、programs.yaml及びstatistics.yamlだけです。写しや名前の違うファイルを\
            直しても、文書は変わりません。
            """,
            en: """
            Only board.yaml, facilities.yaml, programs.yaml and statistics.yaml are read. Whoever mends a copy, or a \
            file with another name, changes nothing in the documents.
            """
        ),
        wrong: "Data/takarazuka/facilities - コピー.yaml",
        right: "Data/takarazuka/facilities.yaml")
}

/// Files that look like data and that nobody reads: copies, other names, other formats.
enum UnreadFiles {
    /// Folders of the data folder that are no boards'.
    private static let shared: Set<String> = ["reference", "schema", Board.sharedFolder]

    /// What lies in boards' folders beside their data files, and in the data folder beside the boards.
    ///
    /// - Parameters:
    ///   - data: the data folder.
    ///   - boards: the names of all boards in it.
    ///   - checked: those whose folders are looked into, with the files that each of them reads.
    ///   - isWhole: whether to look at what is beside the boards, too.
    static func findings(
        in data: String, boards: [String], checked: [(board: String, files: [String])], isWhole: Bool
    ) throws(FileError) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for (board, files) in checked { findings += try unread(in: "\(data)/\(board)", besides: files) }
        guard isWhole else { return findings }
        for name in try FileSystem.names(in: data) where !name.hasPrefix(".") && !shared.contains(name) {
            let path = "\(data)/\(name)"
            if try FileSystem.isFolder(path) {
                if !boards.contains(where: { PathKey($0) == PathKey(name) }) { findings += try unreadFolder(path) }
            } else if looksLikeData(name) {
                findings.append(
                    finding(
                        path, Phrase(ja: "このファイルは読まれません", en: "this file is not read"),
                        help: Phrase(
                            ja: "教育委員会のフォルダー（\(data)/教育委員会の名前/）に入れるか、別の場所に移してください",
                            en: "put it into a board's folder, \(data)/BOARD/, or move it elsewhere")))
            }
        }
        return findings
    }

    /// - Parameter names: those of the files that are read.
    private static func unread(in folder: String, besides names: [String]) throws(FileError) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for name in try FileSystem.names(in: folder) where !names.contains(name) && looksLikeData(name) {
            if try FileSystem.isFolder("\(folder)/\(name)") { continue }
            // facilities - コピー.yaml is a copy of facilities.yaml, facilites.yaml a slip for it.
            let stem = name.lowercased().prefix { $0.isLetter && $0.isASCII }
            let meant =
                names.first { $0.hasPrefix(stem + ".") }
                ?? NearestName.find(name.lowercased(), among: names)
            findings.append(
                finding(
                    "\(folder)/\(name)",
                    Phrase(ja: "このファイルは読まれません", en: "this file is not read"),
                    help: meant.map {
                        Phrase(
                            ja: "読むのは「\($0)」です。内容が新しければ「\($0)」に移し、要らなければ別の場所に移すか、消してください",
                            en:
                                "\($0) is what is read: put what is newer there, and move this file elsewhere or delete it"
                        )
                    }
                        ?? Phrase(
                            ja:
                                "読むのは\(names.joined(separator: "、"))です。名前を直すか、別の場所に移してください。新しい表なら、board.yamlのtablesに書いてください",
                            en:
                                "what is read is \(names.joined(separator: ", ")); rename it, or move it elsewhere; a table of one's own is declared under tables: in board.yaml"
                        )))
        }
        return findings
    }

    /// A folder of data without any file that is read.
    private static func unreadFolder(_ path: String) throws(FileError) -> [Diagnostic] {
        guard try FileSystem.names(in: path).contains(where: looksLikeData) else { return [] }
        return [
            finding(
                path, Phrase(ja: "このフォルダーのデータは読まれません", en: "the data in this folder is not read"),
                help: Phrase(
                    ja: "教育委員会のデータなら、「\(path)/board.yaml」を作ってください。ほかのファイルの名前も確かめてください",
                    en: "if it is a board's, make \(path)/board.yaml, and check the other files' names"))
        ]
    }

    private static func finding(_ path: String, _ summary: Phrase, help: Phrase) -> Diagnostic {
        Diagnostic(
            .unreadFile, .warning, at: Diagnostic.Place(SourceFile(path: path, bytes: []), 0..<0), summary, help: help)
    }

    /// Whether a name is that of a spreadsheet or a data file, or begins as one's. Hidden files and locks are programs' own.
    private static func looksLikeData(_ name: String) -> Bool {
        guard !name.hasPrefix("."), !name.hasPrefix("~") else { return false }
        let lowercase = name.lowercased()
        return [".yaml", ".yml", ".csv", ".tsv", ".xlsx", ".xls", ".xlsm", ".ods"].contains(where: lowercase.hasSuffix)
            || DataFileKind.builtIn.contains { lowercase.hasPrefix($0.fileName) }
    }
}
