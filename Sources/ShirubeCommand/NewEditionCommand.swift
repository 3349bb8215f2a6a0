import Diagnostics
import Documents
import Files
import Japanese
import Publishing
import Records

/// `shirube new-edition BOARD`: the present edition kept, and the data moved on to the next year.
///
/// The edition is kept first and board.yaml is moved on last: a run that was stopped is finished by the next.
struct NewEditionCommand {
    private let terminal: Terminal
    private let data: String
    private let templates: String
    private let name: String
    private let output: String
    /// Whether the user has said where the documents are published.
    private let isOutputNamed: Bool
    private let headingLevel: Int
    private let reference: ReferenceData?

    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let data = arguments.folder(.data, "Data")
        return try NewEditionCommand(
            terminal: terminal, data: data, templates: arguments.folder(.templates, "Templates"),
            name: arguments.onlyOperand("BOARD"), output: arguments.folder(.output, "Output"),
            isOutputNamed: arguments.value(.output) != nil,
            headingLevel: arguments.headingLevel(),
            reference: ReferenceTables.find(arguments.value(.reference), data: data)
        ).run(isDryRun: arguments.has(.dryRun))
    }

    private func run(isDryRun: Bool) throws(CommandError) -> ExitStatus {
        let present = try LoadedBoard.load(name, in: data)
        guard let board = present.board, let year = board.record?[BoardRecord.edition]?[Edition.fiscalYear] else {
            terminal.report(present.diagnostics)
            return .wrongInput
        }
        let kept = try asFile { () throws(FileError) in try KeptEdition(of: name, year, in: data) }
        let isKept = try asFile { () throws(FileError) in try kept.isPresent }
        let last = try isKept ? LoadedBoard.load(kept.name, in: kept.data) : nil
        let isPublished = try asFile { () throws(FileError) in try FileSystem.isFolder("\(output)/\(name)") }
        let steps = try asFile { () throws(FileError) in
            if let last { try finishing(board, last, kept) } else { try beginning(board) }
        }
        guard let steps else { return .wrongInput }
        let isDone = try asFile { () throws(FileError) in
            for (_, file, _) in steps.files { try terminal.print(file.diff) }
            if isDryRun { return true }
            return try carryOut(steps, kept)
        }
        guard isDone, !isDryRun else { return isDone ? .done : .wrongInput }
        try asFile { () throws(FileError) in
            try terminal.print(
                Phrase(
                    ja:
                        "\(year.long)の版を「\(DiagnosticFormatter.printable(kept.data))」に残しました。「shirube build \(name) --edition \(year.long)」で、公開した文書をそのまま取り出せます\n",
                    en:
                        "kept the edition of \(year.long) in \(DiagnosticFormatter.printable(kept.data)); shirube build \(name) --edition \(year.long) hands its documents out as they were\n"
                ))
        }
        if steps.keeping != nil, !isPublished { reportUnpublished(year, kept) }
        try TodoCommand.print(name, in: data, templates, terminal)
        return .done
    }

    /// Says that what was kept is made of today's data: nothing is published where this run has looked.
    private func reportUnpublished(_ year: FiscalYear, _ kept: KeptEdition) {
        let folder = "\(output)/\(name)"
        terminal.report(
            Phrase(
                ja: "「\(folder)」に公開した文書がないので、今のデータから作ったものを残しました",
                en: "nothing is published in \(folder), so what was kept is what today's data make"),
            help: Phrase(
                ja:
                    "--outputで別の所に公開しているなら、「\(data)/\(name)」のファイルを「\(kept.data)/\(kept.name)」にあるものに戻し、「\(kept.data)」を消してから、--outputを付けてやり直してください",
                en:
                    "if it is published elsewhere with --output, put back the files of \(data)/\(name) from \(kept.data)/\(kept.name), remove \(kept.data), then run it again with --output"
            ))
    }

    /// - Returns: false where a file was changed meanwhile, which has been told.
    private func carryOut(_ steps: Steps, _ kept: KeptEdition) throws(FileError) -> Bool {
        if let keeping = steps.keeping { try FileSystem.makeFolder(kept.data, holding: keeping) }
        for (path, file, known) in steps.files
        where try !FileSystem.replace(path, with: file.source.bytes, ifStill: known) {
            let path = DiagnosticFormatter.printable(path)
            terminal.report(
                Phrase(
                    ja: "版を進めている間に「\(path)」が書き換えられたため、そのままにしました",
                    en: "\(path) was changed meanwhile, so it was left as it is"),
                help: Phrase(
                    ja: "書き換えた内容を確かめて、もう一度実行してください。残した版と違うファイルがあれば、そのとき示します",
                    en: "look at what was changed, then run it again; it says which files are unlike the edition kept"))
            return false
        }
        return true
    }

    /// What a run does.
    private struct Steps {
        /// The files of the edition to be kept, by their paths in its folder; nil where it is kept already.
        let keeping: [(path: String, bytes: [UInt8])]?
        /// Those that are moved on: where they are, what becomes of them, and what they hold now.
        let files: [(path: String, file: NextEdition.File, known: [UInt8])]
    }

    /// - Returns: nil where the present edition is not fit to be kept, which has been told.
    private func beginning(_ board: Board) throws(FileError) -> Steps? {
        guard let outcome = try checked(board), let next = next(of: board), let documents = try documents(outcome)
        else { return nil }
        let known = Dictionary(
            board.filesInOrder.map { (PathKey($0.source.path), $0.source.bytes) },
            uniquingKeysWith: { first, _ in first })
        return Steps(
            keeping: try contents(of: board, outcome) + KeptDocuments.contents(documents),
            files: next.map { ($0.source.path, $0, known[PathKey($0.source.path)] ?? []) })
    }

    /// What is left to do of a run that was stopped.
    ///
    /// An edition that is kept is never written again: what cannot be finished is told.
    private func finishing(_ present: Board, _ loaded: LoadedBoard, _ kept: KeptEdition) throws(FileError) -> Steps? {
        guard let last = loaded.board else {
            terminal.report(loaded.diagnostics)
            return nil
        }
        guard let next = next(of: last) else { return nil }
        let moved = next.map { (path: place(of: $0.source, in: kept), file: $0) }
        switch progress(present, last, moved, in: kept) {
        case .other: return nil
        case .kept:
            // What is published now has to be what is kept: the templates may have been changed since.
            guard let outcome = try checked(present) else { return nil }
            var others: [String] = []
            for (path, bytes) in try contents(of: present, outcome) {
                // The board may have been called otherwise.
                let isOwn = path.utf8.starts(with: "\(name)/".utf8)
                let place = "\(kept.data)/" + (isOwn ? kept.name + path.dropFirst(name.count) : path)
                let known = try FileSystem.isPresent(place) ? SourceFile.read(place).bytes : nil
                if known != bytes { others.append(path) }
            }
            guard others.isEmpty else {
                report(others, unlike: kept, isMoving: false)
                return nil
            }
        case .moving: break
        }
        let now = { (path: String) in present.allFiles.first { PathKey($0.source.path) == PathKey(path) }?.source.bytes
        }
        return Steps(
            keeping: nil,
            files: moved.compactMap { path, file in
                guard let known = now(path), known != file.source.bytes else { return nil }
                return (path, file, known)
            })
    }

    /// The files of the next edition; nil where one cannot be edited, which has been told.
    private func next(of board: Board) -> [NextEdition.File]? {
        do throws(ParseError) {
            return try NextEdition.files(of: board)
        } catch {
            terminal.report([error.diagnostic])
            return nil
        }
    }

    /// The path of a file in a folder.
    private static func path(_ source: SourceFile, in folder: String) -> String {
        String(decoding: source.path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)
    }

    /// Where the present data has what is in a file of the edition that is kept.
    private func place(of source: SourceFile, in kept: KeptEdition) -> String {
        let path = Self.path(source, in: kept.data)
        return path.utf8.starts(with: "\(kept.name)/".utf8)
            ? "\(data)/\(name)\(path.dropFirst(kept.name.count))" : "\(data)/\(path)"
    }

    // MARK: The present edition

    /// What came of the present edition, if it is fit to be kept: its documents can be made, and are no drafts.
    private func checked(_ board: Board) throws(FileError) -> BoardBuilder.Outcome? {
        guard !board.isDraft else {
            terminal.report(
                Phrase(ja: "今の版は、まだ全てが案（draft: true）です", en: "the present edition is still a draft"),
                help: Phrase(
                    ja: "今の版を公開してから、次の版に進めてください", en: "publish it before you move on to the next"))
            return nil
        }
        let outcome = try examined()
        let findings = Allowance.apply(to: outcome.diagnostics, sources: outcome.sources, of: .shirube, isWhole: false)
        guard findings.containsErrors else { return outcome }
        terminal.report(findings.filter { $0.severity == .error }.withoutRepetitions())
        terminal.report(
            Phrase(
                ja: "今の版に誤りがあるため、何も書き込みませんでした", en: "the present edition has errors, so nothing was written"),
            help: Phrase(
                ja: "「shirube build \(name)」で今の版を作れるようにしてから、次の版に進めてください",
                en: "mend them until shirube build \(name) makes it, then move on"))
        return nil
    }

    private func examined() throws(FileError) -> BoardBuilder.Outcome {
        let realTemplates = try RealFolder(templates)
        var options = RenderOptions()
        options.reference = reference?.mismatch == nil ? reference : nil
        options.headingLevel = headingLevel
        let builder = BoardBuilder(
            data: data, templates: BoardBuilder.templateStore(templates, within: realTemplates, words: reference),
            realData: try RealFolder(data), options: options, destination: .memory, mended: [:], hasOthers: false,
            wasPublished: false)
        let outcome = builder.build(name)
        if let failure = outcome.failure { throw failure }
        return outcome
    }

    /// What the documents are made of, by the paths in the folder of the edition that is kept.
    private func contents(
        of board: Board, _ outcome: BoardBuilder.Outcome
    ) throws(FileError) -> [(path: String, bytes: [UInt8])] {
        var files = (board.allFiles.map(\.source) + outcome.rolledUp).map { source in
            (path: Self.path(source, in: data), bytes: source.bytes)
        }
        for source in outcome.usedTemplates where try !FileSystem.isFolder(source.path) {
            // As it is on the disk: a text of a board's own has been made a template in memory.
            let bytes = try SourceFile.read(source.path).bytes
            files.append(
                (path: "\(KeptEdition.templatesFolder)/\(Self.path(source, in: templates))", bytes: bytes))
        }
        return files.sorted { $0.path < $1.path }
    }

    /// The documents as they are published, with the PDFs of their pages; nil where what is in the output is something else, which
    /// is told.
    private func documents(_ outcome: BoardBuilder.Outcome) throws(FileError) -> [(path: String, bytes: [UInt8])]? {
        let isPublished = try FileSystem.isFolder("\(output)/\(name)")
        if isOutputNamed, !isPublished, try !FileSystem.isFolder(output) {
            throw FileError(path: output, code: FileError.missing)
        }
        var documents: [(path: String, bytes: [UInt8])] = []
        var others: [String] = []
        for file in outcome.files ?? [] {
            guard case .bytes(let bytes) = file.content else { continue }
            let path = String(file.path.dropFirst(name.count + 1))
            documents.append((path, bytes))
            guard isPublished else { continue }
            if try published(path) != bytes { others.append(path) }
            if let paper = OutputPaper.path(of: file.path).map({ String($0.dropFirst(name.count + 1)) }),
                let bytes = try published(paper)
            {
                documents.append((paper, bytes))
            }
        }
        guard !others.isEmpty else { return documents }
        let names = others.map { DiagnosticFormatter.printable($0) }
        let folder = DiagnosticFormatter.printable("\(output)/\(name)")
        terminal.report(
            Phrase(
                ja: "「\(folder)」の文書が、今のデータとひな形から作るものと違います: \(names.joined(separator: "、"))",
                en:
                    "in \(folder) these are not what the present data and templates make: \(names.joined(separator: ", "))"
            ),
            help: Phrase(
                ja:
                    "残すのは、公開した文書です。「shirube build \(name)」で作り直し、公開しているものと替えてから、次の版に進めてください（--outputや--heading-levelを付けて公開したなら、new-editionにも同じものを付けます）",
                en:
                    "what is kept is what was published: run shirube build \(name), publish that, then move on (where it is published with --output or --heading-level, give new-edition the same)"
            ))
        return nil
    }

    /// What is published at a path of the board's; nil where nothing is.
    private func published(_ path: String) throws(FileError) -> [UInt8]? {
        let path = "\(output)/\(name)/\(path)"
        return try FileSystem.isPresent(path) ? SourceFile.read(path).bytes : nil
    }

    // MARK: A run that was stopped

    /// How far a run has come that was stopped.
    private enum Progress {
        /// No file has been moved on.
        case kept
        case moving
        /// The data is neither the edition kept nor the next.
        case other
    }

    private func progress(
        _ present: Board, _ last: Board, _ moved: [(path: String, file: NextEdition.File)], in kept: KeptEdition
    ) -> Progress {
        let moved = Dictionary(uniqueKeysWithValues: moved.map { ($0.path, $0.file.source.bytes) })
        var (others, isMoving) = ([String](), false)
        for file in last.filesInOrder where file.source.path.utf8.starts(with: "\(kept.data)/\(kept.name)/".utf8) {
            let path = place(of: file.source, in: kept)
            let now = present.files[file.kind]?.source.bytes
            if now == file.source.bytes { continue }
            if now == moved[path] { isMoving = true } else { others.append(path) }
        }
        if others.isEmpty { return isMoving ? .moving : .kept }
        report(others, unlike: kept, isMoving: isMoving)
        return .other
    }

    private func report(_ files: [String], unlike kept: KeptEdition, isMoving: Bool) {
        let names = files.map { DiagnosticFormatter.printable($0) }
        terminal.report(
            Phrase(
                ja:
                    "\(kept.year.long)の版は、既に「\(kept.data)」に残してあります。次のファイルが、残した版とも次の版とも違います: \(names.joined(separator: "、"))",
                en:
                    "the edition of \(kept.year.long) is kept in \(kept.data) already, and these are neither that nor the next: \(names.joined(separator: ", "))"
            ),
            help: isMoving
                ? Phrase(
                    ja: "版を進める途中で止まっています。挙げたファイルを「\(kept.data)/\(kept.name)」にあるものに戻して、もう一度実行してください",
                    en:
                        "a run was stopped on its way: put back those files from \(kept.data)/\(kept.name), then run it again"
                )
                : Phrase(
                    ja: "board.yamlの発行の年度を確かめてください。残した版を作り直すなら、そのフォルダーを別の場所に移してください",
                    en: "check the edition's year in board.yaml; to keep it anew, move that folder elsewhere first"))
    }
}
