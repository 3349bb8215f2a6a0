import Diagnostics
import Documents
import Files
import Publishing
import Records
import Templates

/// Reads, checks and renders one board by itself, so that several can be worked on side by side.
struct BoardBuilder: Sendable {
    let data: String
    let templates: TemplateStore
    /// What links in the data may not lead out of.
    let realData: RealFolder
    let options: RenderOptions
    let destination: Destination
    /// Data files that are read in place of those of their paths.
    let mended: [PathKey: SourceFile]
    /// Whether the run has other boards to compare this one with.
    let hasOthers: Bool
    /// Whether its documents have been published as they are: what may be allowed was allowed then.
    let wasPublished: Bool

    /// Where the bytes of documents go.
    enum Destination: Sendable {
        /// Nobody will publish them: they are looked at for what is wrong with them, and dropped.
        case nowhere
        /// Large files are taken as they are made.
        case output(Drafts)
        case memory
    }

    /// What came of a board.
    struct Outcome: Sendable {
        let board: String
        var diagnostics: [Diagnostic] = []
        var sources: [SourceFile] = []
        /// The names of the data files that it may have.
        var dataFiles = DataFileKind.builtIn.map(\.fileName)
        /// The titles of its documents by their identifiers.
        var titles: [String: String] = [:]
        /// nil where nothing of it may be published.
        var files: [PublishedFile]?
        /// The paths of all files that it asks for.
        var wanted: [String] = []
        var usedTemplates: [SourceFile] = []
        /// What it is compared by with the other boards.
        var ownValues: SharedValuesCheck.OwnValues?
        /// Its facilities, which others may list, too.
        var listed: NeighbouringListsCheck.Listed?
        /// The files of other boards that its documents print.
        var rolledUp: [SourceFile] = []
        var listedBeside: [NeighbouringListsCheck.Listed] = []
        /// What ends the run.
        var failure: FileError?
    }

    func build(_ id: String) -> Outcome {
        var outcome = Outcome(board: id)
        do {
            let loaded = try Board.load(
                id: id, folder: "\(data)/\(id)", reference: options.reference, diagnostics: &outcome.diagnostics,
                unfinished: { schema, sources in
                    (outcome.dataFiles, outcome.sources) = (schema.kinds.map(\.fileName), sources)
                }, read: read)
            if let loaded, let board = try loaded.rollsUp ? rolledUp(loaded, &outcome) : loaded {
                build(board, &outcome)
            }
            if wasPublished { outcome.diagnostics = outcome.diagnostics.map(\.asNoteIfAllowed) }
        } catch {
            outcome.failure = error
        }
        return outcome
    }

    /// A board with the facilities of all others; nil where one of those cannot be read, which is told.
    private func rolledUp(_ board: Board, _ outcome: inout Outcome) throws(FileError) -> Board? {
        let found = try BoardFolders.rolledUp(board, in: data, options.reference, read: read)
        (outcome.rolledUp, outcome.listedBeside) = (found.sources, found.listed)
        outcome.diagnostics += found.diagnostics
        return found.board
    }

    /// Reads a file of the data, or what stands for it.
    private func read(_ path: String) throws(FileError) -> SourceFile? {
        if let file = mended[PathKey(path)] { return file }
        return try Self.read(path, within: realData)
    }

    /// What is found in the files that all boards may share, with the files that it was found in.
    func checkShared() throws(FileError) -> (diagnostics: [Diagnostic], sources: [SourceFile]) {
        var diagnostics: [Diagnostic] = []
        let shared = try Board.loadShared(
            folder: "\(data)/\(Board.sharedFolder)", reference: options.reference, diagnostics: &diagnostics,
            read: read)
        guard let shared else { return (diagnostics, []) }
        diagnostics += Checks.run(shared, reference: options.reference) + DataProse.findings(shared)
        return (diagnostics.oneForEachCause, shared.allFiles.map(\.source))
    }

    private func build(_ board: Board, _ outcome: inout Outcome) {
        for document in board.record?.records(BoardRecord.documents) ?? [] {
            guard let name = document.text(DocumentEntry.id) else { continue }
            outcome.titles[name] = document.text(DocumentEntry.title) ?? ""
        }
        outcome.dataFiles = board.schema.kinds.map(\.fileName)
        outcome.sources = board.allFiles.map(\.source)
        if hasOthers {
            outcome.ownValues = SharedValuesCheck.values(of: board, reference: options.reference)
            outcome.listed = NeighbouringListsCheck.values(of: board)
        }
        // Reading is about this share of the work that a large document is.
        options.progress?(max(outcome.titles.count, 1), 0, 0.15)
        // Where values could not be read, the documents would say so once more.
        let isReadable = isSound(outcome)
        let folder = TemplateFolder(templates, board: board.id)
        var findings: [Diagnostic] = []
        var rendering = options
        switch destination {
        case .nowhere: rendering.overflow = { _ in { _ in } }
        case .output(let drafts):
            rendering.overflow = { [id = board.id] name in
                { piece in drafts.append(piece, to: "\(id)/\(name)") }
            }
        case .memory: break
        }
        let rendered =
            isReadable
            ? DocumentRenderer.render(board, templates: folder, options: rendering, diagnostics: &findings)
            : DocumentRenderer.Rendering()
        outcome.diagnostics += Checks.run(board, reference: options.reference)
        // What the data says may be wrong; what the templates make of it is told all the same, but not published.
        outcome.files = isSound(outcome) ? rendered.files.map { published($0, of: board.id) } : nil
        outcome.wanted = rendered.wanted.map { "\(board.id)/\($0)" }
        outcome.diagnostics = (outcome.diagnostics + findings).oneForEachCause
        outcome.usedTemplates = Array(folder.used.values)
        // What says nothing is not kept until all boards are done.
        if outcome.diagnostics.isEmpty { outcome.sources.removeAll { !Allowance.isAny(in: $0) } }
        outcome.failure = folder.failure
    }

    private func published(_ file: OutputFile, of board: String) -> PublishedFile {
        let path = "\(board)/\(file.name)"
        return switch destination {
        case .nowhere: PublishedFile(path: path, .bytes([]))
        case .output(let drafts): PublishedFile(path: path, drafts.finish(path, file.bytes))
        case .memory: PublishedFile(path: path, .bytes(file.bytes))
        }
    }

    /// Whether there are no errors but those that are allowed.
    private func isSound(_ outcome: Outcome) -> Bool {
        if wasPublished { return !outcome.diagnostics.containsErrorsThatCannotBeAllowed }
        return !outcome.diagnostics.containsErrors
            || !Allowance.apply(to: outcome.diagnostics, sources: outcome.sources, of: .shirube, isWhole: false)
                .containsErrors
    }

    /// The templates of a folder, read where they are on the disk.
    /// - Parameter words: the tables by which they are proof-read; nil where they are not.
    static func templateStore(_ path: String, within folder: RealFolder, words: ReferenceData?) -> TemplateStore {
        TemplateStore(
            path: path, isFolder: { (path) throws(FileError) in try FileSystem.isFolder(path) },
            names: { (path) throws(FileError) in try FileSystem.names(in: path) }, words: words?.words
        ) { (path) throws(FileError) in
            try read(path, within: folder, limit: Limits.templateSize)
        }
    }

    /// Reads a file, nil where there is none of that name.
    static func read(
        _ path: String, within folder: RealFolder, limit: Int = Limits.fileSize
    ) throws(FileError) -> SourceFile? {
        do {
            return try SourceFile.read(path, within: folder, limit: limit)
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }
}
