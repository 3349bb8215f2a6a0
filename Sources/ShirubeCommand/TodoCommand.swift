import Diagnostics
import Records

/// `shirube todo BOARD`: what is still to be filled in or decided, each with its file and line.
enum TodoCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let board = try arguments.onlyOperand("BOARD")
        let findings = try findings(of: board, in: arguments.value(.data) ?? "Data")
        do throws(FileError) {
            try print(findings, terminal)
            return .done
        } catch {
            throw .file(error)
        }
    }

    /// What is left in a board's files; what else is wrong with them is for `check` to say.
    static func findings(of board: String, in data: String) throws(CommandError) -> [Diagnostic] {
        let loaded = try LoadedBoard.load(board, in: data)
        guard let board = loaded.board else { return loaded.diagnostics }
        return LeftoverCheck.findings(in: board)
    }

    /// Each with its line, and how many there are.
    static func print(_ findings: [Diagnostic], _ terminal: Terminal) throws(FileError) {
        for finding in findings {
            guard let place = finding.place else { continue }
            let table = LineTable(place.source)
            let position = table.location(at: place.range.lowerBound)
            let line = place.source.text(table.line(at: place.range.lowerBound)).drop { $0 == " " }
            let path = DiagnosticFormatter.printable(place.source.path)
            try terminal.print("\(path):\(position.line)  \(DiagnosticFormatter.printable(String(line)))\n")
        }
        try terminal.print(
            findings.isEmpty
                ? Phrase(ja: "埋めるところは残っていません", en: "nothing is left to be filled in")
                : Phrase(ja: "埋めるところ: \(findings.count)", en: "to be filled in: \(findings.count)"))
    }
}
