import Diagnostics
import Documents
import Japanese
import Publishing
import Records

/// `shirube compare BOARD [--with EDITION|DIR]`: the table of old against new (新旧対照表).
struct CompareCommand {
    private let terminal: Terminal
    private let arguments: Arguments
    private let data: String
    private let templates: String
    private let name: String
    private let reference: ReferenceData?

    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let data = arguments.folder(.data, "Data")
        return try CompareCommand(
            terminal: terminal, arguments: arguments, data: data, templates: arguments.folder(.templates, "Templates"),
            name: arguments.onlyOperand("BOARD"),
            reference: ReferenceTables.find(arguments.value(.reference), data: data)
        ).compare()
    }

    private func compare() throws(CommandError) -> ExitStatus {
        let format = try PageFormat(arguments)
        let other = try otherEdition()
        guard let new = try edition(name, in: data, templates),
            let old = try edition(other.board, in: other.data, other.templates)
        else { return .wrongInput }
        guard new.isSameBoard(as: old) else {
            terminal.report(
                Phrase(ja: "別の教育委員会のデータとは比べられません", en: "the two are data of different boards"),
                help: Phrase(ja: "--withのフォルダーを確かめてください", en: "check the folder of --with"))
            return .wrongInput
        }
        var options = RenderOptions()
        options.reference = reference
        var findings: [Diagnostic] = []
        let comparison = EditionComparison(new: new, old: old, options: options, diagnostics: &findings)
        let blocking = findings.filter { $0.severity == .error && !$0.code.canBeAllowed }
        if !blocking.isEmpty {
            terminal.report(blocking.withoutRepetitions())
            terminal.report(
                Phrase(
                    ja: "作れない文書があるため、その文章は比べていません",
                    en: "the prose of documents that cannot be made was not compared"))
        }
        var wrong: [Diagnostic] = []
        let table = format == .json ? nil : comparison.table(diagnostics: &wrong)
        guard format == .json || table != nil else {
            terminal.report(wrong)
            return .wrongInput
        }
        return try format.write(table, json: comparison.amendments.json, arguments, terminal)
    }

    // MARK: The two editions

    /// A board's data and templates; nil where the data cannot be read, which is told.
    private func edition(
        _ board: String, in data: String, _ templates: String
    ) throws(CommandError) -> EditionComparison.Edition? {
        let loaded = try LoadedBoard.load(board, in: data, isWhole: true)
        // What is still to be filled in does not keep it from being compared as far as it has come.
        let wrong = loaded.diagnostics.filter { $0.severity == .error && $0.code != .leftover }
        guard let found = loaded.board, wrong.isEmpty else {
            terminal.report(wrong.isEmpty ? loaded.diagnostics : wrong)
            return nil
        }
        do throws(FileError) {
            let store = BoardBuilder.templateStore(templates, within: try RealFolder(templates), words: nil)
            let year = found.record?[BoardRecord.edition]?[Edition.fiscalYear]
            // Whatever a copy of its data is called, its templates are the board's.
            let folder = TemplateFolder(store, board: name)
            return EditionComparison.Edition(found, templates: folder, name: (year?.long ?? board) + "版")
        } catch {
            throw .file(error)
        }
    }

    /// The edition that `--with` names, or the last that is kept.
    private func otherEdition() throws(CommandError) -> (board: String, data: String, templates: String) {
        let kept: [KeptEdition]
        do throws(FileError) {
            if let path = arguments.value(.with), try FileSystem.isFolder(path) { return try folder(path) }
            kept = try KeptEdition.all(of: name, in: data)
        } catch {
            throw .file(error)
        }
        let wanted = arguments.value(.with).map { (try? CalendarParser.fiscalYear($0))?.year ?? 0 }
        if let found = kept.last(where: { wanted == nil || $0.year.year == wanted }) {
            return (name, found.data, found.templates)
        }
        let years = kept.isEmpty ? "" : "（\(kept.map(\.year.long).joined(separator: "、"))）"
        throw .usage(
            UsageError(
                message: Phrase(ja: "比べる版がありません", en: "there is no edition to compare with"),
                help: Phrase(
                    ja:
                        "「--with」に、残してある版の年度\(years)か、前の版のデータのフォルダーを指定してください。版は「shirube new-edition \(name)」で残ります",
                    en:
                        "with --with name the year of an edition that is kept\(years) or the folder of its data; shirube new-edition \(name) keeps one"
                )))
    }

    /// A folder of a board's data, with templates of its own if it is an edition that is kept.
    private func folder(_ path: String) throws(FileError) -> (board: String, data: String, templates: String) {
        let path = Arguments.withoutSlashes(path)
        var (board, data) = (name, path)
        if try FileSystem.exists("\(path)/\(DataFileKind.board.fileName)") {
            data = FileSystem.folder(of: path)
            board = String(decoding: path.utf8.dropFirst(data == "." ? 0 : data.utf8.count + 1), as: UTF8.self)
        }
        let inner = "\(data)/\(KeptEdition.templatesFolder)"
        return (board, data, try FileSystem.isFolder(inner) ? inner : templates)
    }
}
