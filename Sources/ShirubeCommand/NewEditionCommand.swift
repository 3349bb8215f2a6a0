import Diagnostics
import Documents
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
    private let reference: ReferenceData?

    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let data = arguments.folder(.data, "Data")
        return try NewEditionCommand(
            terminal: terminal, data: data, templates: arguments.folder(.templates, "Templates"),
            name: arguments.onlyOperand("BOARD"),
            reference: ReferenceTables.find(arguments.value(.reference), data: data)
        ).run(isDryRun: arguments.has(.dryRun))
    }

    private func run(isDryRun: Bool) throws(CommandError) -> ExitStatus {
        let present = try LoadedBoard.load(name, in: data)
        guard let board = present.board, let year = board.record?[BoardRecord.edition]?[Edition.fiscalYear] else {
            terminal.report(present.diagnostics)
            return .wrongInput
        }
        let kept = KeptEdition(of: name, year, in: data)
        do {
            var (source, folder) = (board, data)
            if try kept.isPresent {
                guard let last = try LoadedBoard.load(name, in: kept.data).board else { return .wrongInput }
                let next = try NextEdition.files(of: last).map {
                    (path: "\(data)/\(Self.path($0.source, in: kept.data))", bytes: $0.source.bytes)
                }
                switch progress(board, last, next, in: kept) {
                case .other: return .wrongInput
                case .moving: (source, folder) = (last, kept.data)
                case .kept: break
                }
            }
            let outcome = try folder == data ? checked(board) : nil
            if folder == data, outcome == nil { return .wrongInput }
            let next = try NextEdition.files(of: source).map { file in
                (path: "\(data)/\(Self.path(file.source, in: folder))", file: file)
            }
            for (_, file) in next { try terminal.print(file.diff) }
            if isDryRun { return .done }
            if let outcome {
                // Of one that is there already the templates may have been changed since, and published.
                try FileSystem.removeFolder(kept.data)
                try keep(source, outcome, in: kept)
            }
            for (path, file) in next { try FileSystem.replace(path, with: file.source.bytes) }
            return try conclude(kept, from: year)
        } catch let error as ParseError {
            terminal.report([error.diagnostic])
            return .wrongInput
        } catch let error as FileError {
            throw .file(error)
        } catch let error as CommandError {
            throw error
        } catch {
            return .environmentFailed
        }
    }

    private func conclude(_ kept: KeptEdition, from year: FiscalYear) throws -> ExitStatus {
        let path = DiagnosticFormatter.printable(kept.data)
        try terminal.print(
            Phrase(
                ja: "\(year.long)の版を「\(path)」に残しました。「shirube build \(name) --edition \(year.long)」で、同じ文書を作れます\n",
                en:
                    "kept the edition of \(year.long) in \(path); shirube build \(name) --edition \(year.long) makes it again\n"
            ))
        try TodoCommand.print(TodoCommand.findings(of: name, in: data), terminal)
        return .done
    }

    /// The path of a file in a folder.
    private static func path(_ source: SourceFile, in folder: String) -> String {
        String(decoding: source.path.utf8.dropFirst(folder.utf8.count + 1), as: UTF8.self)
    }

    // MARK: The present edition

    /// What came of the present edition, if it is fit to be kept: its documents can be made, and are no drafts.
    private func checked(_ board: Board) throws(CommandError) -> BoardBuilder.Outcome? {
        guard !board.isDraft else {
            terminal.report(
                Phrase(ja: "今の版は、まだ全てが案（draft: true）です", en: "the present edition is still a draft"),
                help: Phrase(
                    ja: "今の版を公開してから、次の版に進めてください", en: "publish it before you move on to the next"))
            return nil
        }
        let outcome = try examined()
        let findings = Allowance.apply(to: outcome.diagnostics, sources: outcome.sources, isWhole: false)
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

    private func examined() throws(CommandError) -> BoardBuilder.Outcome {
        do throws(FileError) {
            let realTemplates = try RealFolder(templates)
            var options = RenderOptions()
            options.reference = reference
            let builder = BoardBuilder(
                data: data, templates: BoardBuilder.templateStore(templates, within: realTemplates, words: reference),
                realData: try RealFolder(data), options: options, drafts: nil, mended: [:], hasOthers: false,
                wasPublished: false)
            let outcome = builder.build(name)
            if let failure = outcome.failure { throw failure }
            return outcome
        } catch {
            throw .file(error)
        }
    }

    /// Copies what the documents are made of.
    private func keep(_ board: Board, _ outcome: BoardBuilder.Outcome, in kept: KeptEdition) throws {
        var files = (board.allFiles.map(\.source) + outcome.rolledUp).map { source in
            (path: Self.path(source, in: data), bytes: source.bytes)
        }
        for source in outcome.usedTemplates where try !FileSystem.isFolder(source.path) {
            // As it is on the disk: a text of a board's own has been made a template in memory.
            let bytes = try SourceFile.read(source.path).bytes
            files.append(
                (path: "\(KeptEdition.templatesFolder)/\(Self.path(source, in: templates))", bytes: bytes))
        }
        try FileSystem.makeFolder(kept.data, holding: files.sorted { $0.path < $1.path })
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
        _ present: Board, _ source: Board, _ next: [(path: String, bytes: [UInt8])], in kept: KeptEdition
    ) -> Progress {
        let moved = Dictionary(uniqueKeysWithValues: next.map { ($0.path, $0.bytes) })
        var (others, isMoving) = ([String](), false)
        for file in source.filesInOrder where file.source.path.utf8.starts(with: "\(kept.data)/\(name)/".utf8) {
            let path = "\(data)/\(Self.path(file.source, in: kept.data))"
            let now = present.files[file.kind]?.source.bytes
            if now == file.source.bytes { continue }
            if now == moved[path] { isMoving = true } else { others.append(path) }
        }
        if others.isEmpty { return isMoving ? .moving : .kept }
        let names = others.map { DiagnosticFormatter.printable($0) }
        terminal.report(
            Phrase(
                ja:
                    "\(kept.year.long)の版は、既に「\(kept.data)」に残してあります。次のファイルが、残した版とも次の版とも違います: \(names.joined(separator: "、"))",
                en:
                    "the edition of \(kept.year.long) is kept in \(kept.data) already, and these are neither that nor the next: \(names.joined(separator: ", "))"
            ),
            help: isMoving
                ? Phrase(
                    ja: "版を進める途中で止まっています。挙げたファイルを「\(kept.data)/\(name)」にあるものに戻して、もう一度実行してください",
                    en:
                        "a run was stopped on its way: put back those files from \(kept.data)/\(name), then run it again"
                )
                : Phrase(
                    ja: "board.yamlの発行の年度を確かめてください。残した版を作り直すなら、そのフォルダーを別の場所に移してください",
                    en: "check the edition's year in board.yaml; to keep it anew, move that folder elsewhere first"))
        return .other
    }
}
