import Diagnostics
import Files
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
        var tables = try ReferenceTables.find(arguments.value(.reference), data: data)
        var boards = try wanted()
        return try asFile { () throws(FileError) in
            // What is saved while the first documents are made counts, too.
            let watch = try FolderWatch(
                [data, templates], passingOver: { $0 == KeptEdition.editionsFolder || $0 == "schema" })
            let preview = try Preview(of: output)
            defer { try? preview.remove() }
            for board in boards { try preview.begin(board) }
            try make(boards, tables, preview, isFirst: true)
            try welcome(boards, preview)
            while let changed = try watch.changes(until: { end.isThere }) {
                if changed.contains(where: { $0 == data || $0.utf8.starts(with: "\(data)/reference".utf8) }) {
                    tables = (try? ReferenceTables.find(arguments.value(.reference), data: data)) ?? tables
                }
                // A board may have come, or gone; a folder that is being written may hold none for a moment.
                let present = (try? wanted()) ?? boards
                let added = present.filter { !boards.contains($0) }
                let gone = boards.filter { !present.contains($0) }
                boards = present
                try preview.restore(boards)
                for board in added { try preview.begin(board) }
                for board in gone { try leave(board, preview) }
                let concerned = boards.filter { board in
                    added.contains(board) || changed.contains { concerns($0, board, among: boards) }
                }
                try make(concerned, tables, preview, isFirst: false)
                if !added.isEmpty { try welcome(added, preview) }
            }
            try terminal.print(Phrase(ja: "終わりました", en: "ended"))
            return .done
        }
    }

    /// Builds boards together, and one by one where one of them keeps back the others.
    private func make(
        _ boards: [String], _ tables: ReferenceData?, _ preview: Preview, isFirst: Bool
    ) throws(FileError) {
        guard !boards.isEmpty else { return }
        do throws(CommandError) {
            let isBuilt = try build(boards, tables, preview, isFirst: isFirst)
            if isBuilt || boards.count == 1 { return }
        } catch {
            try tell(error, of: boards, preview)
            if boards.count == 1 { return }
        }
        for board in boards { try make([board], tables, preview, isFirst: isFirst) }
    }

    /// The boards that are watched: those named, or all that there are.
    private func wanted() throws(CommandError) -> [String] {
        arguments.operands.isEmpty ? try present() : arguments.operands
    }

    /// The boards that there are.
    private func present() throws(CommandError) -> [String] {
        try asFile { () throws(FileError) in try BoardFolders.names(in: data) }
    }

    /// Whether a board publishes what others list; as far as its file can be read.
    private func rollsUp(_ board: String) -> Bool {
        (try? LoadedBoard.load(board, in: data).board?.rollsUp) ?? false
    }

    /// Whether a changed file is for a board: one of its own, or one that is no board's own.
    private func concerns(_ path: String, _ board: String, among boards: [String]) -> Bool {
        // Those that are not watched have files of their own, too.
        let others = (try? BoardFolders.names(in: data)) ?? boards
        for root in [data, templates] where path.utf8.starts(with: "\(root)/".utf8) {
            let name = path.dropFirst(root.count + 1).prefix { $0 != "/" }
            return name == board || !others.contains(String(name)) || root == data && rollsUp(board)
        }
        return true
    }

    private func build(
        _ boards: [String], _ tables: ReferenceData?, _ preview: Preview, isFirst: Bool
    ) throws(CommandError) -> Bool {
        let start = ContinuousClock.now
        let build = try arguments.forBuild(of: boards)
        let outcome = try BuildCommand(build, terminal).outcome(publishes: true, tables: tables)
        let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        let names = boards.joined(separator: "、")
        let isBuilt = outcome.status == .done
        return try asFile { () throws(FileError) in
            try preview.update(outcome.changes.filter { isFirst || $0.change != .unchanged }.map(\.path))
            let errors = outcome.diagnostics.filter { $0.severity == .error }.prefix(20).map { line(of: $0) }
            // Of several it is not known yet which are wrong.
            if isBuilt || boards.count == 1 {
                for board in boards { try preview.tell(isBuilt ? [] : errors, of: board) }
            }
            let updated = outcome.changes.filter { $0.change != .unchanged }.count
            try terminal.print(
                isBuilt
                    ? Phrase(
                        ja: "\(names): 作り直しました（\(updated)件を更新、\(Int(milliseconds))ミリ秒）",
                        en: "\(names): built, \(updated) updated (\(Int(milliseconds)) ms)")
                    : Phrase(ja: "\(names): 前の文書のままです", en: "\(names): the last documents stay"))
            return isBuilt
        }
    }

    /// What is wrong with a board that is no longer there is told no longer.
    private func leave(_ board: String, _ preview: Preview) throws(FileError) {
        try preview.tell([], of: board)
        let name = DiagnosticFormatter.printable(board)
        try terminal.print(
            Phrase(
                ja: "\(name): データがなくなったので、見るのをやめました（公開した文書は残っています）",
                en: "\(name): its data is gone, so it is watched no longer (what it published stays)"))
    }

    /// A finding on one line, for the page.
    private func line(of finding: Diagnostic) -> String {
        let place = finding.place.map { $0.fileAndLine + ": " }
        return DiagnosticFormatter.printable("\(place ?? "")\(finding.summary[terminal.language])")
    }

    /// What keeps one build from being made does not end the watch: the folder may be in the middle of being written.
    private func tell(_ error: CommandError, of boards: [String], _ preview: Preview) throws(FileError) {
        let line: String
        switch error {
        case .usage(let error):
            terminal.report(error.message, help: error.help)
            line = error.message[terminal.language]
        case .file(let error):
            terminal.report(error)
            line = "\(error.path): \(error.reason[terminal.language])"
        }
        if boards.count == 1 { try preview.tell([line], of: boards[0]) }
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
