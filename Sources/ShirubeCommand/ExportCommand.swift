import Diagnostics
import Exchange
import Files
import Publishing
import Records

/// `shirube export BOARD LIST`: a list of a board's data as a spreadsheet, CSV or JSON.
enum ExportCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        guard arguments.operands.count == 2 else {
            throw .usage(
                UsageError(
                    message: Phrase(ja: "教育委員会と一覧を指定してください", en: "name a board and a list"),
                    help: Phrase(
                        ja: "例: shirube export takarazuka private --format xlsx",
                        en: "as in shirube export takarazuka private --format xlsx")))
        }
        let (name, data) = (arguments.operands[0], arguments.value(.data) ?? "Data")
        let format = try format(arguments)
        let loaded = try LoadedBoard.load(name, in: data)
        guard let board = loaded.board else {
            terminal.report(loaded.diagnostics)
            return .wrongInput
        }
        let list = try ListCommand.list(arguments.operands[1], in: board)
        let isEach = arguments.has(.each)
        let standard = "\(name)-\(list.name)" + (isEach ? "" : ".\(format.rawValue)")
        let path = arguments.value(.into) ?? standard
        do throws(FileError) {
            guard try !FileSystem.isPresent(path) else {
                terminal.report(
                    Phrase(ja: "「\(path)」は既にあります", en: "\(path) is there already"),
                    help: Phrase(
                        ja: "別の名前を--intoで指定するか、そのファイルを移してください。何も書き換えていません",
                        en: "give another name with --into, or move that file; nothing was changed"))
                return .wrongInput
            }
        } catch {
            throw .file(error)
        }
        return try terminal.perform {
            let editor = try ListEditor(
                board, list, path: "\(data)/\(name)/\(list.kind.fileName)", reference: nil)
            let title = "\(board.record?[BoardRecord.name] ?? name) \(list.label.ja)"
            guard isEach else {
                try FileSystem.replace(path, with: ListExport.write(editor, as: format, title: title))
                return try terminal.print(DiagnosticFormatter.printable(path) + "\n")
            }
            let sheets = try ListExport.sheets(editor, title: title)
            try FileSystem.makeFolder(path, holding: sheets.map { ("\($0.identifier).xlsx", $0.bytes) })
            for sheet in sheets {
                try terminal.print(DiagnosticFormatter.printable("\(path)/\(sheet.identifier).xlsx") + "\n")
            }
        }
    }

    private static func format(_ arguments: Arguments) throws(CommandError) -> ListExport.Format {
        guard let name = arguments.value(.format) else {
            let file = arguments.value(.into)?.split(separator: "/").last
            guard let file, file.contains(".") else { return .xlsx }
            if let format = file.split(separator: ".").last.flatMap({ ListExport.Format(rawValue: $0.lowercased()) }) {
                return format
            }
            throw .usage(
                arguments.refusal(
                    of: .into,
                    help: Phrase(ja: "名前の終わりを.xlsx、.csv又は.jsonにしてください", en: "end the name with .xlsx, .csv or .json")))
        }
        guard let format = ListExport.Format(rawValue: name) else {
            throw .usage(
                arguments.refusal(
                    of: .format, help: Phrase(ja: "xlsx、csv、jsonのどれかにしてください", en: "use xlsx, csv or json")))
        }
        return format
    }
}

/// What the commands about lists share.
enum ListCommand {
    static func list(_ name: String, in board: Board) throws(CommandError) -> ListSelection {
        if let list = ListSelection.named(name, in: board.schema) { return list }
        let names = ListSelection.all(in: board.schema).map(\.name)
        throw .usage(
            UsageError(
                message: Phrase(ja: "「\(name)」という一覧はありません", en: "there is no list \(name)"),
                help: NearestName.find(name, among: names).map {
                    Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?")
                }
                    ?? Phrase(
                        ja: "一覧: \(names.joined(separator: "、"))", en: "the lists are \(names.joined(separator: ", "))")
            ))
    }
}
