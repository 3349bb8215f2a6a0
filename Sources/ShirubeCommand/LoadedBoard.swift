import Diagnostics
import Files
import Publishing
import Records

/// A board that a command other than `build` and `check` looks into.
struct LoadedBoard {
    /// nil where its files cannot be read.
    let board: Board?
    let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - edited: a file that is read in place of the one of its path.
    ///   - isWhole: whether one that publishes what all boards list gets that, too.
    /// - Throws: where there is no such board, or a file cannot be read.
    static func load(
        _ name: String, in data: String, reference: ReferenceData? = nil, edited: SourceFile? = nil,
        isWhole: Bool = false
    ) throws(CommandError) -> LoadedBoard {
        let folder = "\(data)/\(name)"
        let present: [String]
        do throws(FileError) {
            present = try FileSystem.isFolder(data) ? FileSystem.names(in: data) : []
        } catch {
            throw .file(error)
        }
        guard present.contains(where: { PathKey($0) == PathKey(name) }) else {
            throw .usage(
                UsageError(
                    message: Phrase(
                        ja: "「\(data)」に教育委員会「\(name)」のデータがありません",
                        en: "there is no data for the board \(name) in \(data)"),
                    help: NearestName.find(name, among: present).map {
                        Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?")
                    }))
        }
        do throws(FileError) {
            let real = try RealFolder(data)
            var diagnostics: [Diagnostic] = []
            let read = { (path: String) throws(FileError) -> SourceFile? in
                if let edited, edited.path == path { return edited }
                return try BoardBuilder.read(path, within: real)
            }
            let board = try Board.load(
                id: name, folder: folder, reference: reference, diagnostics: &diagnostics, read: read)
            guard isWhole, let board, board.rollsUp else { return LoadedBoard(board: board, diagnostics: diagnostics) }
            let whole = try BoardFolders.rolledUp(board, in: data, reference, read: read)
            return LoadedBoard(board: whole.board, diagnostics: diagnostics + whole.diagnostics)
        } catch {
            throw .file(error)
        }
    }
}
