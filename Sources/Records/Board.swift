public import Diagnostics
import StrictYAML

/// A board: the data files of one folder.
public final class Board: Sendable {
    /// The folder's name.
    public let id: String
    public let files: [DataFileKind: DataFile]

    init(id: String, files: [DataFileKind: DataFile]) {
        self.id = id
        self.files = files
    }

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
        var files: [DataFileKind: DataFile] = [:]
        var isWhole = true
        for kind in DataFileKind.allCases {
            let path = "\(folder)/\(kind.fileName)"
            guard let source = try read(path) else {
                if kind == .board {
                    diagnostics.append(
                        Diagnostic(
                            .missingFile, at: nil,
                            Phrase(ja: "「\(path)」がありません", en: "there is no \(path)"),
                            help: Phrase(
                                ja: "教育委員会の名称と作成する文書を書いたファイルを作ってください",
                                en: "make a file that names the board and its documents")))
                    isWhole = false
                }
                continue
            }
            do {
                let tree = try YAMLParser.parse(source, folding: .japanese)
                files[kind] = RecordDecoder.decode(tree, as: kind, reference: reference, diagnostics: &diagnostics)
            } catch {
                diagnostics.append(error.diagnostic)
                isWhole = false
            }
        }
        return isWhole ? Board(id: id, files: files) : nil
    }
}
