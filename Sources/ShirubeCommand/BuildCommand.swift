import Diagnostics
import Documents
import Publishing
import Records

/// `shirube build` and `shirube check`.
struct BuildCommand {
    private let terminal: Terminal
    private let data: String
    private let templates: String
    private let output: String
    private let boards: [String]
    private let only: Set<String>?
    private let isQuiet: Bool

    init(_ arguments: Arguments, _ terminal: Terminal) {
        self.terminal = terminal
        func folder(_ option: Option, _ standard: String) -> String {
            var path = arguments.value(option) ?? standard
            while path.count > 1, path.hasSuffix("/") { path.removeLast() }
            return path
        }
        data = folder(.data, "Data")
        templates = folder(.templates, "Templates")
        output = folder(.output, "Output")
        var seen: Set<String> = []
        boards = arguments.operands.filter { seen.insert($0).inserted }
        only = arguments.value(.only).map { Set($0.split(separator: ",").map(String.init)) }
        isQuiet = arguments.has(.quiet)
    }

    func run(publishes: Bool) throws(CommandError) -> ExitStatus {
        let wanted = try wantedBoards()
        guard FileSystem.isFolder(templates) else {
            throw .file(missingFolder(templates))
        }
        var diagnostics: [Diagnostic] = []
        var groups: [Publisher.Group] = []
        var titles: [String: String] = [:]
        var unknownDocuments = only ?? []
        var documentNames: Set<String> = []
        for id in wanted {
            guard let board = try load(id, &diagnostics) else { continue }
            let documents = board.record?.records(BoardSchema.documents) ?? []
            for document in documents {
                guard let name = document.text(BoardSchema.documentID) else { continue }
                documentNames.insert(name)
                unknownDocuments.remove(name)
                titles["\(id)/\(name)"] = document.text(BoardSchema.documentTitle)
            }
            if diagnostics.containsErrors { continue }
            let files = try render(board, &diagnostics)
            groups.append(
                Publisher.Group(
                    name: id,
                    files: files.map {
                        PublishedFile(path: "\(id)/\($0.name)", bytes: $0.bytes, isPrivate: $0.isPersonal)
                    },
                    isComplete: only == nil))
        }
        if let unknown = unknownDocuments.min(), !diagnostics.containsErrors {
            throw .usage(unknownDocument(unknown, among: documentNames))
        }
        terminal.report(diagnostics)
        if diagnostics.containsErrors {
            if publishes { terminal.report(Phrase(ja: "問題があるため、何も書き出しませんでした", en: "nothing was written")) }
            return .wrongInput
        }
        do {
            if !publishes {
                if !isQuiet, diagnostics.isEmpty {
                    try terminal.print(Phrase(ja: "問題はありませんでした", en: "nothing is wrong"))
                }
                return .done
            }
            return try publish(groups, titles)
        } catch {
            throw .file(error)
        }
    }

    // MARK: Steps

    /// The boards named, or all of them: the folders of the data folder that hold data files.
    private func wantedBoards() throws(CommandError) -> [String] {
        guard FileSystem.isFolder(data) else { throw .file(missingFolder(data)) }
        let names: [String]
        do {
            names = try FileSystem.names(in: data)
        } catch {
            throw .file(error)
        }
        let present = names.filter { name in
            !name.hasPrefix(".")
                && DataFileKind.allCases.contains { FileSystem.exists("\(data)/\(name)/\($0.fileName)") }
        }
        for board in boards where !present.contains(board) {
            let nearest = NearestName.find(board, among: present)
            throw .usage(
                UsageError(
                    message: Phrase(
                        ja: "「\(data)」に教育委員会「\(board)」のデータがありません",
                        en: "there is no data for the board \(board) in \(data)"),
                    help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }
                        ?? Phrase(
                            ja: "あるもの: \(present.joined(separator: "、"))",
                            en: "there is \(present.joined(separator: ", "))")))
        }
        if present.isEmpty {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "「\(data)」に教育委員会のデータがありません", en: "there is no board's data in \(data)"),
                    help: Phrase(
                        ja: "「\(data)/教育委員会の名前/board.yaml」を作ってください", en: "make \(data)/BOARD/board.yaml")))
        }
        return boards.isEmpty ? present : boards
    }

    private func load(_ id: String, _ diagnostics: inout [Diagnostic]) throws(CommandError) -> Board? {
        do {
            return try Board.load(id: id, folder: "\(data)/\(id)", diagnostics: &diagnostics, read: Self.read)
        } catch {
            throw .file(error)
        }
    }

    private func render(_ board: Board, _ diagnostics: inout [Diagnostic]) throws(CommandError) -> [OutputFile] {
        let folder = TemplateFolder(path: templates, board: board.id, read: Self.read)
        let files = DocumentRenderer.render(board, templates: folder, only: only, diagnostics: &diagnostics)
        if let failure = folder.failure { throw .file(failure) }
        return files
    }

    private func publish(
        _ groups: [Publisher.Group], _ titles: [String: String]
    ) throws(FileError) -> ExitStatus {
        let publisher = Publisher(root: output)
        do {
            // A full run drops what boards published that are no longer there.
            let gone =
                boards.isEmpty && only == nil
                ? try publisher.groups().filter { name in
                    !groups.contains { $0.name == name }
                } : []
            let changes = try publisher.publish(
                groups + gone.map { Publisher.Group(name: $0, files: [], isComplete: true) })
            if !isQuiet { try report(changes, titles) }
            return .done
        } catch let error as PublishingError {
            switch error {
            case .file(let error):
                terminal.report(error)
                return .environmentFailed
            case .unsafePath(let path):
                terminal.report(
                    Phrase(
                        ja: "「\(path)」は「\(output)」の外を指すので、書き出せません",
                        en: "\(path) leads out of \(output) and is not written"))
                return .environmentFailed
            case .foreignFile(let path):
                terminal.report(
                    Phrase(
                        ja: "「\(path)」は、shirubeが作ったものではないので上書きしません",
                        en: "\(path) was not written by shirube and is not replaced"),
                    help: Phrase(ja: "別の場所に移すか、消してから、もう一度実行してください", en: "move or delete it, and run again"))
                return .environmentFailed
            }
        } catch let error as FileError {
            throw error
        } catch {
            return .environmentFailed
        }
    }

    /// What was written, a document a line.
    private func report(_ changes: [(path: String, change: PublishedChange)], _ titles: [String: String])
        throws(FileError)
    {
        for (path, change) in changes {
            let name: Phrase =
                switch change {
                case .created: Phrase(ja: "作成    ", en: "created  ")
                case .updated: Phrase(ja: "更新    ", en: "updated  ")
                case .unchanged: Phrase(ja: "変更なし", en: "unchanged")
                case .removed: Phrase(ja: "削除    ", en: "removed  ")
                }
            let title = titles[String(path.prefix { $0 != "." })]
            try terminal.print("\(name[terminal.language])  \(output)/\(path)\(title.map { "  \($0)" } ?? "")\n")
        }
    }

    // MARK: Errors

    /// Reads a file, nil where there is none of that name.
    private static func read(_ path: String) throws(FileError) -> SourceFile? {
        do {
            return try SourceFile.read(path)
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }

    private func missingFolder(_ path: String) -> FileError {
        FileError(path: path, code: FileError.missing)
    }

    private func unknownDocument(_ name: String, among names: Set<String>) -> UsageError {
        let nearest = NearestName.find(name, among: names.sorted())
        return UsageError(
            message: Phrase(ja: "文書「\(name)」はありません", en: "there is no document \(name)"),
            help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }
                ?? Phrase(
                    ja: "あるもの: \(names.sorted().joined(separator: "、"))",
                    en: "there is \(names.sorted().joined(separator: ", "))"))
    }
}
