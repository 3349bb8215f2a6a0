public import Diagnostics
public import Files
import StrictYAML

/// A board: the data files of one folder.
public final class Board: Sendable {
    /// The folder's name.
    public let id: String
    public let files: [DataFileKind: DataFile]
    /// What its files may hold.
    public let schema: Schema

    /// Where what made files say comes from.
    let origins: [(made: DataFile, origins: MadeOrigins)]

    init(
        id: String, schema: Schema, files: [DataFileKind: DataFile],
        origins: [(made: DataFile, origins: MadeOrigins)] = []
    ) {
        (self.id, self.schema, self.files, self.origins) = (id, schema, files, origins)
    }

    /// Its files, in the order in which they are read.
    public var filesInOrder: [DataFile] { schema.kinds.filter { !$0.isMade }.compactMap { files[$0] } }

    /// What is worked out and read as a file is.
    public var madeFiles: [DataFile] { DataFileKind.made.compactMap { files[$0] } }

    /// Its files with those that it shares with other boards, and a form's entries.
    public var allFiles: [DataFile] {
        filesInOrder.flatMap { [$0, $0.base].compactMap(\.self) } + [files[.request]].compactMap(\.self)
    }

    /// The folder of the files that all boards may share, beside the boards' own.
    public static let sharedFolder = "shared"

    /// `board.yaml`'s record.
    public var record: RecordView? { files[.board]?.root }

    /// What a form is filled in with: a row of a roster, which is no file of the board's.
    public var request: RecordView? { files[.request]?.root }

    /// The same board with a form's entries.
    public func filled(with request: RecordView) -> Board {
        Board(id: id, schema: schema, files: files.merging([.request: request.file]) { $1 }, origins: origins)
    }

    /// Reads the data files that a folder holds.
    ///
    /// - Parameter read: reads a file of the folder, nil where there is none of that name.
    /// - Parameter unfinished: told, where the data is not fit to go on with, what could be read all the same.
    /// - Returns: nil where the data is not fit to go on with: a file is not YAML, or there is no `board.yaml`.
    public static func load(
        id: String, folder: String, reference: ReferenceData? = nil, diagnostics: inout [Diagnostic],
        unfinished: (_ schema: Schema, _ sources: [SourceFile]) -> Void = { _, _ in },
        read: (_ path: String) throws(FileError) -> SourceFile?
    ) throws(FileError) -> Board? {
        var loader = Loader(folder: folder, reference: reference)
        try loader.load(.board, read)
        for kind in loader.schema.kinds where kind != .board { try loader.load(kind, read) }
        loader.reportMissingTables()
        loader.reportNothingShared()
        diagnostics += loader.diagnostics
        if !loader.isWhole { unfinished(loader.schema, loader.files.values.map(\.source)) }
        return loader.isWhole ? Board(id: id, schema: loader.schema, files: loader.files) : nil
    }

    /// Reads what all boards may share, to be checked by itself: a slip in it is one, whether a board shares it yet or not.
    ///
    /// - Returns: nil where nothing is shared, or a file is not YAML.
    public static func loadShared(
        folder: String, reference: ReferenceData? = nil, diagnostics: inout [Diagnostic],
        read: (_ path: String) throws(FileError) -> SourceFile?
    ) throws(FileError) -> Board? {
        var loader = Loader(folder: folder, reference: reference)
        for kind in loader.schema.kinds { try loader.loadShared(kind, read) }
        diagnostics += loader.diagnostics
        return loader.isWhole && !loader.files.isEmpty
            ? Board(id: sharedFolder, schema: loader.schema, files: loader.files) : nil
    }

    /// Reads the files one by one; board.yaml says what the others may hold.
    private struct Loader {
        let folder: String
        let reference: ReferenceData?
        private(set) var schema = Schema.builtIn
        private(set) var files: [DataFileKind: DataFile] = [:]
        private(set) var diagnostics: [Diagnostic] = []
        private(set) var isWhole = true
        private var sharesFiles = false

        init(folder: String, reference: ReferenceData?) { (self.folder, self.reference) = (folder, reference) }

        mutating func load(
            _ kind: DataFileKind, _ read: (_ path: String) throws(FileError) -> SourceFile?
        ) throws(FileError) {
            let path = "\(folder)/\(kind.fileName)"
            let source = try read(path)
            guard let tree = source.flatMap({ parse($0) }) else {
                if source == nil { try readShared(in: kind, path, read) }
                return
            }
            if kind == .board { readSchema(tree) }
            let base = try sharesFiles ? shared(kind, read) : nil
            files[kind] = RecordDecoder.decode(
                tree, as: kind, of: schema, reference: reference, base: base, diagnostics: &diagnostics)
        }

        /// A file that the board does not have: all boards' own stands for it, if this one shares it.
        private mutating func readShared(
            in kind: DataFileKind, _ path: String, _ read: (_ path: String) throws(FileError) -> SourceFile?
        ) throws(FileError) {
            if kind == .board {
                reportMissing(path)
            } else if sharesFiles {
                files[kind] = try shared(kind, read)
            }
        }

        mutating func loadShared(
            _ kind: DataFileKind, _ read: (_ path: String) throws(FileError) -> SourceFile?
        ) throws(FileError) { files[kind] = try shared(kind, read) }

        private mutating func shared(
            _ kind: DataFileKind, _ read: (_ path: String) throws(FileError) -> SourceFile?
        ) throws(FileError) -> DataFile? {
            let parent = folder.lastIndex(of: "/").map { folder[...$0] } ?? ""
            guard let source = try read(parent + "\(Board.sharedFolder)/\(kind.fileName)"), let tree = parse(source)
            else {
                return nil
            }
            return RecordDecoder.decode(
                tree, as: kind, of: schema, reference: reference, isShared: true, diagnostics: &diagnostics)
        }

        private mutating func parse(_ source: SourceFile) -> YAMLTree? {
            do {
                return try YAMLParser.parse(source, folding: .japanese)
            } catch {
                diagnostics.append(error.diagnostic)
                isWhole = false
                return nil
            }
        }

        /// What is wrong with the rest of board.yaml is told when it is read with what it declares.
        private mutating func readSchema(_ tree: YAMLTree) {
            var other: [Diagnostic] = []
            let board = RecordDecoder.decode(tree, as: .board, diagnostics: &other).root
            schema = .declared(in: board, diagnostics: &diagnostics)
            sharesFiles = board[BoardRecord.extends] != nil
        }

        /// What a board says that it shares is there.
        mutating func reportNothingShared() {
            guard sharesFiles, isWhole,
                !files.values.contains(where: { $0.base != nil || $0.source.path.contains("/\(Board.sharedFolder)/") })
            else { return }
            diagnostics.append(
                Diagnostic(
                    .missingFile, at: files[.board]?.root.place(BoardRecord.extends),
                    Phrase(
                        ja: "「extends: shared」とありますが、共有するファイルがDataの\(Board.sharedFolder)フォルダーにありません",
                        en: "there are no files to be shared in the folder \(Board.sharedFolder) of the data"),
                    help: Phrase(
                        ja: "Data/sharedのフォルダーを元に戻すか、この行を消してください", en: "restore Data/shared, or delete the line")))
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
