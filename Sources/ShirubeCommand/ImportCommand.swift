import Diagnostics
import Exchange
import Files
import Publishing
import Records
import Spreadsheet

/// `shirube import BOARD LIST FILE`: rows of a spreadsheet into a list of a board's data, after a look at what changes.
enum ImportCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        guard arguments.operands.count >= 3 else {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "教育委員会、一覧及びファイルを指定してください", en: "name a board, a list and a file"),
                    help: Phrase(
                        ja: "例: shirube import takarazuka private 施設一覧.xlsx",
                        en: "as in shirube import takarazuka private facilities.xlsx")))
        }
        // One after another, each whole or not at all: sheets that facilities have returned.
        var status = ExitStatus.done
        for path in arguments.operands.dropFirst(2) {
            if arguments.operands.count > 3 { terminal.report(Phrase(ja: path, en: path)) }
            let outcome = try run(path, arguments, terminal)
            if outcome != .done { status = outcome }
        }
        return status
    }

    private static func run(
        _ path: String, _ arguments: Arguments, _ terminal: Terminal
    ) throws(CommandError) -> ExitStatus {
        let name = arguments.operands[0]
        let data = arguments.value(.data) ?? "Data"
        let reference = try ReferenceTables.find(arguments.value(.reference), data: data)
        let loaded = try LoadedBoard.load(name, in: data, reference: reference)
        guard let board = loaded.board else {
            terminal.report(loaded.diagnostics)
            return .wrongInput
        }
        let list = try ListCommand.list(arguments.operands[1], in: board)
        guard let table = try read(path, as: list, sheet: arguments.value(.sheet), terminal) else { return .wrongInput }
        let target = "\(data)/\(name)/\(list.kind.fileName)"
        let outcome: ListImport
        do {
            outcome = try ListImport(
                table, into: try ListEditor(board, list, path: target, reference: reference))
        } catch {
            terminal.report([error.diagnostic])
            return .wrongInput
        }
        let consequences =
            try outcome.edition.map { (edition) throws(CommandError) in
                try self.consequences(of: edition.source, for: name, in: data, beside: loaded, reference)
            } ?? []
        do throws(FileError) {
            return try conclude(outcome, consequences, table, target, board, isDryRun: arguments.has(.dryRun), terminal)
        } catch {
            throw .file(error)
        }
    }

    /// What `check` would find in the data with the edited file, and did not find before.
    private static func consequences(
        of edited: SourceFile, for name: String, in data: String, beside present: LoadedBoard,
        _ reference: ReferenceData?
    ) throws(CommandError) -> [Diagnostic] {
        func findings(_ loaded: LoadedBoard) -> [Diagnostic] {
            loaded.diagnostics + (loaded.board.map { Checks.run($0, reference: reference) } ?? [])
        }
        let after = try LoadedBoard.load(name, in: data, reference: reference, edited: edited)
        var known: [String: Int] = [:]
        for finding in findings(present) { known["\(finding.code.id) \(finding.summary.en)", default: 0] += 1 }
        let sources = after.board?.allFiles.map(\.source) ?? []
        return Allowance.apply(to: findings(after), sources: sources, of: .shirube, isWhole: false).filter { finding in
            let key = "\(finding.code.id) \(finding.summary.en)"
            known[key, default: 0] -= 1
            return known[key, default: 0] < 0
        }
    }

    /// - Returns: nil where the file is no spreadsheet that can be read, which is told.
    private static func read(
        _ path: String, as list: ListSelection, sheet: String?, _ terminal: Terminal
    ) throws(CommandError) -> SheetTable? {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try SourceFile.read(path).bytes
        } catch {
            throw .file(error)
        }
        let name = DiagnosticFormatter.printable(path)
        let workbook: Workbook
        do {
            workbook = try SpreadsheetReader.read(bytes)
        } catch {
            terminal.report(
                Phrase(ja: "\(name): \(error.message.ja)", en: "\(name): \(error.message.en)"), help: error.help)
            return nil
        }
        do {
            return try SheetTable(workbook, sheet: sheet, fields: ListEditor.columns(of: list))
        } catch {
            let (summary, help) = text(of: error)
            terminal.report(Phrase(ja: "\(name): \(summary.ja)", en: "\(name): \(summary.en)"), help: help)
            return nil
        }
    }

    private static func text(of problem: SheetTable.Problem) -> (summary: Phrase, help: Phrase) {
        switch problem {
        case .noSheet(let name, let present):
            (
                Phrase(ja: "シート「\(name)」がありません", en: "there is no sheet \(name)"),
                Phrase(
                    ja: "シート: \(present.joined(separator: "、"))",
                    en: "its sheets are \(present.joined(separator: ", "))")
            )
        case .ambiguousSheet(let names):
            (
                Phrase(ja: "取り込めるシートが二つ以上あります", en: "more than one sheet can be taken"),
                Phrase(
                    ja: "--sheetでどれかを指定してください: \(names.joined(separator: "、"))",
                    en: "name one with --sheet: \(names.joined(separator: ", "))")
            )
        case .noHeader(_, let columns):
            (
                Phrase(ja: "見出しの行が見付かりません", en: "there is no row of titles"),
                Phrase(
                    ja: "列の見出しを、次の名称又は項目名にしてください: \(columns.joined(separator: "、"))",
                    en: "give the columns these titles, or the fields' keys: \(columns.joined(separator: ", "))")
            )
        case .doubledColumn(let title, let first, let second):
            (
                Phrase(
                    ja: "「\(title)」の列が二つあります（\(first)、\(second)）",
                    en: "two columns are of one field: \(title) (\(first), \(second))"),
                Phrase(ja: "一方の見出しを変えるか、列を消してください", en: "rename or delete one of the two")
            )
        }
    }

    private static func conclude(
        _ outcome: ListImport, _ consequences: [Diagnostic], _ table: SheetTable, _ target: String, _ board: Board,
        isDryRun: Bool,
        _ terminal: Terminal
    ) throws(FileError) -> ExitStatus {
        for note in table.notes { terminal.report(note) }
        for finding in outcome.findings { terminal.report(finding) }
        let name = DiagnosticFormatter.printable(target)
        func count(_ outcome: ListEditor.Outcome, of counts: [ListEditor.Outcome: Int]) -> Int { counts[outcome] ?? 0 }
        let (added, changed) = (count(.added, of: outcome.counts), count(.changed, of: outcome.counts))
        let (same, refused) = (count(.same, of: outcome.counts), count(.refused, of: outcome.counts))
        if refused > 0 {
            terminal.report(
                Phrase(
                    ja: "\(refused)行に誤りがあるため、何も書き込みませんでした",
                    en: "\(refused) \(refused == 1 ? "row is" : "rows are") wrong, so nothing was written"))
            return .wrongInput
        }
        let summary = Phrase(
            ja: "追加\(added)件、変更\(changed)件、変更なし\(same)件", en: "\(added) added, \(changed) changed, \(same) the same")
        terminal.report(consequences)
        if consequences.containsErrors {
            terminal.report(
                Phrase(
                    ja: "取り込むとデータに誤りが生じるため、何も書き込みませんでした。上の行は、取り込んだ後のものです",
                    en: "the data would have errors, so nothing was written; the lines above are those after the import"
                ))
            return .wrongInput
        }
        guard let edition = outcome.edition else {
            try terminal.print(summary)
            return .done
        }
        try terminal.print(edition.diff)
        if isDryRun {
            try terminal.print(summary)
            return .done
        }
        let known = edition.isNew ? nil : board.files.values.first { $0.source.path == target }?.source.bytes
        guard try FileSystem.replace(target, with: edition.source.bytes, ifStill: known) else {
            terminal.report(
                Phrase(
                    ja: "「\(name)」が途中で書き換えられたため、何も書き込みませんでした",
                    en: "\(name) has been changed meanwhile; nothing was written"),
                help: Phrase(ja: "もう一度実行してください", en: "run it again"))
            return .environmentFailed
        }
        try terminal.print(Phrase(ja: "「\(name)」に書き込みました。\(summary.ja)", en: "wrote \(name): \(summary.en)"))
        try terminal.print(
            Phrase(
                ja: "「shirube check \(board.id)」で、ほかに誤りがないか確かめてください",
                en: "run shirube check \(board.id) to see what else there is"))
        return .done
    }
}

extension Terminal {
    /// A finding in a spreadsheet, by its cell.
    fileprivate func report(_ finding: ListImport.Finding) {
        let kind: Phrase =
            switch finding.severity {
            case .error: Phrase(ja: "エラー", en: "error")
            case .warning: Phrase(ja: "警告", en: "warning")
            case .note: Phrase(ja: "注記", en: "note")
            }
        let code = finding.code.map { "[\($0.id)]" } ?? ""
        report(
            Phrase(
                ja: "\(finding.place): \(kind.ja)\(code): \(finding.summary.ja)",
                en: "\(finding.place): \(kind.en)\(code): \(finding.summary.en)"), help: finding.help)
    }
}
