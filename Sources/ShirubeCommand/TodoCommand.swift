import Diagnostics
import Documents
import Files
import Publishing
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
        let templates = arguments.folder(.templates, "Templates")
        try asFile { () throws(FileError) in try print(board, templates, terminal) }
        let reference = try ReferenceTables.find(nil, data: arguments.folder(.data, "Data"))
        try asFile { () throws(FileError) in try printReadings(board, templates, reference, terminal) }
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

    /// The words that are to carry a reading and have none, as board.yaml's readings has them.
    private static func printReadings(
        _ board: Board, _ path: String, _ reference: ReferenceData?, _ terminal: Terminal
    ) throws(FileError) {
        guard let record = board.record else { return }
        let documents = record.records(BoardRecord.documents)
        guard documents.contains(where: { HouseStyle(board: record, document: $0).hasReadings }) else { return }
        let store = BoardBuilder.templateStore(path, within: try RealFolder(path), words: nil)
        var options = RenderOptions()
        (options.reference, options.overflow) = (reference, { _ in { _ in } })
        var findings: [Diagnostic] = []
        let unread = DocumentRenderer.render(
            board, templates: TemplateFolder(store, board: board.id), options: options, diagnostics: &findings
        ).unread
        guard !unread.isEmpty else { return }
        try terminal.print(
            Phrase(
                ja: "ふりがなのない語: \(unread.count)（読みの案を確かめて、board.yamlのreadingsに書いてください）",
                en:
                    "words without a reading: \(unread.count) (check the readings proposed; they go into board.yaml's readings)"
            ))
        for word in unread {
            for line in ["  - word: \(word.word)", "    furigana: \(word.furigana ?? "○○")"] {
                try terminal.print(DiagnosticFormatter.printable(line) + "\n")
            }
        }
    }
}
