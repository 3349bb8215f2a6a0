import Diagnostics
import Files
import Records

/// `shirube todo BOARD`: what is still to be filled in or decided, each with its file and line.
enum TodoCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let name = try arguments.onlyOperand("BOARD")
        let loaded = try LoadedBoard.load(name, in: arguments.folder(.data, "Data"))
        guard let board = loaded.board else {
            terminal.report(loaded.diagnostics)
            return .wrongInput
        }
        try asFile { () throws(FileError) in
            try print(board, arguments.folder(.templates, "Templates"), terminal)
        }
        return .done
    }

    /// Prints what is left in a board's files; what else is wrong with them is for `check` to say.
    static func print(
        _ board: String, in data: String, _ templates: String, _ terminal: Terminal
    ) throws(CommandError) {
        guard let board = try LoadedBoard.load(board, in: data).board else { return }
        try asFile { () throws(FileError) in try print(board, templates, terminal) }
    }

    /// Each with its line, where what it names is to be read, and how many there are.
    private static func print(_ board: Board, _ templates: String, _ terminal: Terminal) throws(FileError) {
        let findings = LeftoverCheck.findings(in: board)
        let documents = board.record?.records(BoardRecord.documents).compactMap { $0.text(DocumentEntry.id) } ?? []
        for finding in findings {
            guard let place = finding.place else { continue }
            let line = place.source.text(LineTable(place.source).line(at: place.range.lowerBound)).drop { $0 == " " }
            try terminal.print(DiagnosticFormatter.printable("\(place.fileAndLine)  \(line)") + "\n")
            guard let block = BlockText.name(in: String(line)) else { continue }
            for text in try BlockText.find(block, in: templates, of: board.id, documents: documents) {
                let label = Phrase(ja: "文面", en: "text")[terminal.language]
                try terminal.print(
                    DiagnosticFormatter.printable("    \(label): \(text.place.fileAndLine)  \(text.text)") + "\n")
            }
        }
        try terminal.print(
            findings.isEmpty
                ? Phrase(ja: "埋めるところは残っていません", en: "nothing is left to be filled in")
                : Phrase(ja: "埋めるところ: \(findings.count)", en: "to be filled in: \(findings.count)"))
    }
}
