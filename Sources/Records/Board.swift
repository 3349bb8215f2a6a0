public import Diagnostics
import StrictYAML

/// A board: the data files of one folder.
public final class Board: Sendable {
    /// The folder's name.
    public let id: String
    public let files: [DataFileKind: DataFile]
    /// What its files may hold.
    public let schema: Schema

    init(id: String, schema: Schema, files: [DataFileKind: DataFile]) {
        (self.id, self.schema, self.files) = (id, schema, files)
    }

    /// Its files, in the order in which they are read.
    public var filesInOrder: [DataFile] { schema.kinds.compactMap { files[$0] } }

    /// `board.yaml`'s record.
    public var record: RecordView? { files[.board]?.root }

    /// Reads the data files that a folder holds.
    ///
    /// - Parameter read: reads a file of the folder, nil where there is none of that name.
    /// - Returns: nil where the data is not fit to go on with: a file is not YAML, or there is no `board.yaml`.
    public static func load(
        id: String, folder: String, reference: ReferenceData? = nil, diagnostics: inout [Diagnostic],
        read: (_ path: String) throws(FileError) -> SourceFile?
    ) throws(FileError) -> Board? {
        var loader = Loader(folder: folder, reference: reference)
        try loader.load(.board, read)
        for kind in loader.schema.kinds where kind != .board { try loader.load(kind, read) }
        loader.reportMissingTables()
        diagnostics += loader.diagnostics
        return loader.isWhole ? Board(id: id, schema: loader.schema, files: loader.files) : nil
    }

    /// Reads the files one by one; board.yaml says what the others may hold.
    private struct Loader {
        let folder: String
        let reference: ReferenceData?
        private(set) var schema = Schema.builtIn
        private(set) var files: [DataFileKind: DataFile] = [:]
        private(set) var diagnostics: [Diagnostic] = []
        private(set) var isWhole = true

        init(folder: String, reference: ReferenceData?) { (self.folder, self.reference) = (folder, reference) }

        mutating func load(
            _ kind: DataFileKind, _ read: (_ path: String) throws(FileError) -> SourceFile?
        ) throws(FileError) {
            let path = "\(folder)/\(kind.fileName)"
            guard let source = try read(path) else {
                if kind == .board { reportMissing(path) }
                return
            }
            do {
                let tree = try YAMLParser.parse(source, folding: .japanese)
                if kind == .board { readSchema(tree) }
                files[kind] = RecordDecoder.decode(
                    tree, as: kind, of: schema, reference: reference, diagnostics: &diagnostics)
            } catch {
                diagnostics.append(error.diagnostic)
                isWhole = false
            }
        }

        /// What is wrong with the rest of board.yaml is told when it is read with what it declares.
        private mutating func readSchema(_ tree: YAMLTree) {
            var other: [Diagnostic] = []
            let board = RecordDecoder.decode(tree, as: .board, diagnostics: &other).root
            schema = .declared(in: board, diagnostics: &diagnostics)
        }

        /// A table that is declared has its file.
        mutating func reportMissingTables() {
            for entry in files[.board]?.root.records(BoardRecord.tables) ?? [] {
                guard let name = entry[TableEntry.id], let kind = schema.kind(named: name), files[kind] == nil, isWhole
                else { continue }
                diagnostics.append(
                    Diagnostic(
                        .missingFile, at: entry.place(TableEntry.id),
                        Phrase(
                            ja: "表「\(name)」のファイル「\(folder)/\(kind.fileName)」がありません",
                            en: "the table \"\(name)\" has no file \(folder)/\(kind.fileName)"),
                        help: Phrase(
                            ja: "「- 」から始まるひとまとまりを1行分として、ファイルを作ってください。まだ載せるものがなければ「[]」とだけ書きます",
                            en: "make it, an item (\"- \") for each row; where there are none yet, write [] alone")))
            }
        }

        private mutating func reportMissing(_ path: String) {
            diagnostics.append(
                Diagnostic(
                    .missingFile, at: nil,
                    Phrase(ja: "「\(path)」がありません", en: "there is no \(path)"),
                    help: Phrase(
                        ja: "教育委員会の名称と作成する文書を書いたファイルを作ってください",
                        en: "make a file that names the board and its documents")))
            isWhole = false
        }
    }
}
