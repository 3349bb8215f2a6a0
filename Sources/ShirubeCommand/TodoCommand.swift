import Diagnostics
import Records

/// `shirube todo BOARD`: what is still to be filled in or decided, each with its file and line.
enum TodoCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let board = try arguments.onlyOperand("BOARD")
        let loaded = try LoadedBoard.load(board, in: arguments.value(.data) ?? "Data")
        guard let board = loaded.board else {
            terminal.report(loaded.diagnostics)
            return .wrongInput
        }
        let findings = LeftoverCheck.findings(in: board)
        do throws(FileError) {
            try print(findings, terminal)
            return .done
        } catch {
            throw .file(error)
        }
    }

    /// What is left in a board's files; what else is wrong with them is for `check` to say.
    static func findings(of board: String, in data: String) throws(CommandError) -> [Diagnostic] {
        try LoadedBoard.load(board, in: data).board.map { LeftoverCheck.findings(in: $0) } ?? []
    }

    /// Each with its line, and how many there are.
    static func print(_ findings: [Diagnostic], _ terminal: Terminal) throws(FileError) {
        for finding in findings {
            guard let place = finding.place else { continue }
            let line = place.source.text(LineTable(place.source).line(at: place.range.lowerBound)).drop { $0 == " " }
            try terminal.print(DiagnosticFormatter.printable("\(place.fileAndLine)  \(line)") + "\n")
        }
        try terminal.print(
            findings.isEmpty
                ? Phrase(ja: "埋めるところは残っていません", en: "nothing is left to be filled in")
                : Phrase(ja: "埋めるところ: \(findings.count)", en: "to be filled in: \(findings.count)"))
    }
}
