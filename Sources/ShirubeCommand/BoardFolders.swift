import Diagnostics
import Files
import Publishing
import Records

/// The folders of boards in a folder of data.
enum BoardFolders {
    /// The names of those that hold data files.
    static func names(in data: String) throws(FileError) -> [String] {
        guard try FileSystem.isFolder(data) else { throw FileError(path: data, code: FileError.missing) }
        var names: [String] = []
        for name in try FileSystem.names(in: data) where !name.hasPrefix(".") {
            guard try isBoard(name, in: data) else { continue }
            // What it is called stands in addresses and messages.
            guard DiagnosticFormatter.printable(name).utf8.elementsEqual(name.utf8) else {
                throw FileError(path: "\(data)/\(name)", code: FileError.hiddenCharacter)
            }
            names.append(name)
        }
        return names
    }

    /// - Throws: where it cannot be looked into, or is a link that leads nowhere: that is not a board that is gone.
    private static func isBoard(_ name: String, in data: String) throws(FileError) -> Bool {
        let path = "\(data)/\(name)"
        guard try FileSystem.exists(path) else {
            // A byte that is no UTF-8 has been read as U+FFFD, and what is called so is not there.
            let isIllFormed = name.unicodeScalars.contains("\u{FFFD}")
            throw FileError(path: path, code: isIllFormed ? FileError.illFormedName : FileError.missing)
        }
        guard name != Board.sharedFolder, try FileSystem.isFolder(path) else { return false }
        for kind in DataFileKind.builtIn where try FileSystem.isPresent("\(path)/\(kind.fileName)") { return true }
        return false
    }

    /// What came of adding to a board what all boards list.
    struct RolledUp {
        /// nil where it cannot be added, which is told.
        let board: Board?
        /// The files of the other boards.
        let sources: [SourceFile]
        let diagnostics: [Diagnostic]
        /// What they list, to be compared.
        let listed: [NeighbouringListsCheck.Listed]
    }

    /// A board that publishes a list has one: without it the list of all would lack a board's facilities, and nobody would know.
    private static func missingList(of board: Board) -> Diagnostic? {
        let list = board.record?.records(BoardRecord.documents).first { $0.text(DocumentEntry.id) == "facility-list" }
        guard let list, board.files[.facilities] == nil else { return nil }
        let file = DataFileKind.facilities.fileName
        return Diagnostic(
            .missingFile, at: list.place(DocumentEntry.id),
            Phrase(
                ja: "民間施設一覧を公開する教育委員会に「\(file)」がありません", en: "this board publishes its list, and has no \(file)"),
            help: Phrase(
                ja: "\(file)を戻してください。一覧をやめたのなら、documentsから外してください",
                en: "put \(file) back, or take the list out of documents"))
    }

    /// A board with the facilities of all boards beside it.
    static func rolledUp(
        _ board: Board, in data: String, _ reference: ReferenceData?,
        read: (_ path: String) throws(FileError) -> SourceFile?
    ) throws(FileError) -> RolledUp {
        var boards: [Board] = []
        var found: [Diagnostic] = []
        for name in try names(in: data) {
            guard PathKey(name) != PathKey(board.id) else {
                boards.append(board)
                continue
            }
            let other = try Board.load(
                id: name, folder: "\(data)/\(name)", reference: reference, diagnostics: &found, read: read)
            // A draft is not published, and neither is what its own board could not publish.
            guard let other, !other.isDraft else { continue }
            boards.append(other)
            if let missing = missingList(of: other) { found.append(missing) }
            found += Allowance.apply(
                to: Checks.run(other, reference: reference), sources: other.allFiles.map(\.source), of: .shirube,
                isWhole: false)
        }
        let sources = boards.filter { $0 !== board }.flatMap { $0.allFiles.map(\.source) }
        let listed = boards.compactMap { NeighbouringListsCheck.values(of: $0) }
        // What is wrong with them is wrong here, too; what is only doubted is told there.
        let errors = found.filter { $0.severity == .error }
        func code(_ board: Board) -> String { board.record?.text(BoardRecord.municipalityCode) ?? "" }
        do {
            let whole = try board.with(RollUp(boards.sorted { (code($0), $0.id) < (code($1), $1.id) }))
            return RolledUp(board: whole, sources: sources, diagnostics: errors, listed: listed)
        } catch {
            return RolledUp(board: nil, sources: sources, diagnostics: errors + [error.diagnostic], listed: listed)
        }
    }
}
