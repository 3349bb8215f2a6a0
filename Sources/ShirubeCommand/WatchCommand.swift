import Diagnostics
import Publishing
import Records

/// `shirube watch [BOARD…]`: builds the boards that a file is for whenever it is saved, until it is told to end.
struct WatchCommand {
    private let terminal: Terminal
    private let arguments: Arguments
    private let data: String
    private let templates: String
    private let output: String

    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let command = WatchCommand(
            terminal: terminal, arguments: arguments, data: arguments.folder(.data, "Data"),
            templates: arguments.folder(.templates, "Templates"), output: arguments.folder(.output, "Output"))
        return try command.watch()
    }

    private func watch() throws(CommandError) -> ExitStatus {
        let end = EndRequest()
        let all = try present()
        let boards = arguments.operands.isEmpty ? all : arguments.operands
        var tables = try ReferenceTables.find(arguments.value(.reference), data: data)
        do throws(FileError) {
            // What is saved while the first documents are made counts, too.
            let watch = try FolderWatch(
                [data, templates], passingOver: { $0 == KeptEdition.editionsFolder || $0 == "schema" })
            let preview = try Preview(of: output)
            defer { try? preview.remove() }
            var wanted = boards
            // Those whose last build was refused: one that is wrong keeps back the others of its run.
            var pending: Set<String> = []
            var isFirst = true
            while true {
                let start = ContinuousClock.now
                do throws(CommandError) {
                    let isBuilt = try build(wanted, tables, preview, isFirst: isFirst, since: start)
                    if isBuilt { pending.subtract(wanted) } else { pending.formUnion(wanted) }
                } catch {
                    try tell(error, preview)
                }
                if isFirst { try welcome(boards, preview) }
                isFirst = false
                repeat {
                    guard let changed = try watch.changes(until: { end.isThere }) else {
                        try terminal.print(Phrase(ja: "終わりました", en: "ended"))
                        return .done
                    }
                    if changed.contains(where: { $0.hasPrefix("\(data)/reference") }) {
                        tables = (try? ReferenceTables.find(arguments.value(.reference), data: data)) ?? tables
                    }
                    let concerned = boards.filter { board in
                        changed.contains { concerns($0, board, among: all + boards) }
                    }
                    wanted = concerned.isEmpty ? [] : boards.filter { concerned.contains($0) || pending.contains($0) }
                } while wanted.isEmpty
            }
        } catch {
            throw .file(error)
        }
    }

    /// The boards that there are.
    private func present() throws(CommandError) -> [String] {
        do throws(FileError) {
            return try BoardFolders.names(in: data)
        } catch {
            throw .file(error)
        }
    }

    /// Whether a board publishes what others list; as far as its file can be read.
    private func rollsUp(_ board: String) -> Bool {
        (try? LoadedBoard.load(board, in: data).board?.rollsUp) ?? false
    }

    /// Whether a changed file is for a board: one of its own, or one that is no board's own.
    private func concerns(_ path: String, _ board: String, among boards: [String]) -> Bool {
        for root in [data, templates] where path.utf8.starts(with: "\(root)/".utf8) {
            let name = path.dropFirst(root.count + 1).prefix { $0 != "/" }
            return name == board || !boards.contains(String(name)) || root == data && rollsUp(board)
        }
        return true
    }

    private func build(
        _ boards: [String], _ tables: ReferenceData?, _ preview: Preview, isFirst: Bool,
        since start: ContinuousClock.Instant
    ) throws(CommandError) -> Bool {
        guard !boards.isEmpty else { return true }
        var words = ["--quiet", "--data", data, "--templates", templates, "--output", output]
        if let reference = arguments.value(.reference) { words += ["--reference", reference] }
        let build: Arguments
        do {
            build = try Arguments(words + ["--"] + boards, options: Command.build.options)
        } catch {
            throw .usage(error)
        }
        let outcome = try BuildCommand(build, terminal).outcome(publishes: true, tables: tables)
        let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        let names = boards.joined(separator: "、")
        do throws(FileError) {
            let changed = outcome.changes.filter { isFirst || $0.change != .unchanged }.map(\.path)
            try preview.update(changed)
            try preview.tell(
                outcome.status == .done
                    ? [] : outcome.diagnostics.filter { $0.severity == .error }.prefix(20).map { line(of: $0) })
            let updated = outcome.changes.filter { $0.change != .unchanged }.count
            try terminal.print(
                outcome.status == .done
                    ? Phrase(
                        ja: "\(names): 作り直しました（\(updated)件を更新、\(Int(milliseconds))ミリ秒）",
                        en: "\(names): built, \(updated) updated (\(Int(milliseconds)) ms)")
                    : Phrase(ja: "\(names): 前の文書のままです", en: "\(names): the last documents stay"))
            return outcome.status == .done
        } catch {
            throw .file(error)
        }
    }

    /// A finding on one line, for the page.
    private func line(of finding: Diagnostic) -> String {
        let place = finding.place.map { $0.fileAndLine + ": " }
        return DiagnosticFormatter.printable("\(place ?? "")\(finding.summary[terminal.language])")
    }

    /// What keeps one build from being made does not end the watch: the folder may be in the middle of being written.
    private func tell(_ error: CommandError, _ preview: Preview) throws(FileError) {
        switch error {
        case .usage(let error):
            terminal.report(error.message, help: error.help)
            try preview.tell([error.message[terminal.language]])
        case .file(let error):
            terminal.report(error)
            try preview.tell(["\(error.path): \(error.reason[terminal.language])"])
        }
    }

    private func welcome(_ boards: [String], _ preview: Preview) throws(FileError) {
        for board in boards {
            let path = FileSystem.absolute("\(preview.folder)/\(board)/index.html")
            try terminal.print(
                Phrase(ja: "ブラウザーで開くページ: \(path)", en: "page for the browser: \(path)"))
        }
        try terminal.print(Phrase(ja: "保存するのを待っています（Ctrl+Cで終わります）", en: "waiting for a file to be saved; Ctrl+C ends"))
    }
}
