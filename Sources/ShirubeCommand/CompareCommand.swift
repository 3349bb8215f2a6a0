import Diagnostics
import Documents
import Files
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
        guard let new = try edition(name, in: data, templates, templatesOf: name),
            let old = try edition(other.board, in: other.data, other.templates, templatesOf: other.templatesOf)
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
        _ board: String, in data: String, _ templates: String, templatesOf owner: String
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
            let folder = TemplateFolder(store, board: owner)
            return EditionComparison.Edition(found, templates: folder, name: (year?.long ?? board) + "版")
        } catch {
            throw .file(error)
        }
    }

    /// Where the edition is that is compared with.
    private struct OtherEdition {
        let board: String
        let data: String
        let templates: String
        /// The board whose own templates it has.
        let templatesOf: String
    }

    /// The edition that `--with` names, or the last that is kept.
    private func otherEdition() throws(CommandError) -> OtherEdition {
        let kept: [KeptEdition]
        let advice: Phrase?
        do throws(FileError) {
            if let path = arguments.value(.with), try FileSystem.isFolder(path) { return try folder(path) }
            kept = try KeptEdition.all(of: name, in: data)
            advice = try KeptEdition.advice(kept, of: name, in: data)
        } catch {
            throw .file(error)
        }
        let wanted = arguments.value(.with).map { (try? CalendarParser.fiscalYear($0))?.year ?? 0 }
        if let found = kept.last(where: { wanted == nil || $0.year.year == wanted }) {
            return OtherEdition(
                board: found.name, data: found.data, templates: found.templates, templatesOf: found.name)
        }
        throw .usage(
            UsageError(
                message: Phrase(ja: "比べる版がありません", en: "there is no edition to compare with"),
                help: Phrase(
                    ja:
                        "「--with」に、残してある版の年度か、前の版のデータのフォルダーを指定してください。版は「shirube new-edition \(name)」で残ります\(advice.map { "。" + $0.ja } ?? "")",
                    en:
                        "with --with name the year of an edition that is kept or the folder of its data; shirube new-edition \(name) keeps one\(advice.map { "; " + $0.en } ?? "")"
                )))
    }

    /// A folder of a board's data, with templates of its own if it is an edition that is kept.
    private func folder(_ path: String) throws(FileError) -> OtherEdition {
        let path = Arguments.withoutSlashes(path)
        var (board, data) = (name, path)
        if try FileSystem.exists("\(path)/\(DataFileKind.board.fileName)") {
            data = FileSystem.folder(of: path)
            board = String(decoding: path.utf8.dropFirst(data == "." ? 0 : data.utf8.count + 1), as: UTF8.self)
        }
        let inner = "\(data)/\(KeptEdition.templatesFolder)"
        let isKept = try FileSystem.isFolder(inner)
        // Whatever a copy of its data is called, its templates are the board's.
        return OtherEdition(
            board: board, data: data, templates: isKept ? inner : templates, templatesOf: isKept ? board : name)
    }
}
