import Bytes
import Diagnostics
import Documents
import Files
import Publishing
import Records

/// The folder that forms are put into, and removed from.
extension FormCommand {
    func formats() throws(CommandError) -> [String] {
        switch arguments.value(.formFormat) {
        case nil: return [".html", ".txt"]
        case "html": return [".html"]
        case "text": return [".txt"]
        default:
            throw .usage(
                arguments.refusal(of: .formFormat, help: Phrase(ja: "html又はtextにしてください", en: "use html or text")))
        }
    }

    /// Of all that the forms are made from.
    func fingerprint(
        _ board: Board, _ document: String, _ facility: RecordView?, _ folder: TemplateFolder, _ roster: UInt64
    ) -> String {
        let sources = board.allFiles.map(\.source) + folder.used.values.sorted { $0.path < $1.path }
        func hash(_ bytes: [UInt8]) -> UInt64 { bytes.span.mixed }
        let names = [Help.version, document, facility?[Facility.id] ?? "", arguments.value(.sheet) ?? ""]
        let parts = names.map { hash(Array($0.utf8)) } + sources.map { hash($0.bytes) } + [roster]
        let mixed = parts.reduce(0 as UInt64) { ($0 ^ $1) &* 0x0000_0100_0000_01B3 }
        return String(mixed, radix: 16)
    }

    /// - Returns: nil where the folder cannot be used, which is told.
    func open(_ plan: PrivateFolder.Plan) throws(CommandError) -> PrivateFolder? {
        do {
            return try PrivateFolder.open(
                into, apartFrom: [data, templates, output], for: plan, resumes: arguments.has(.resume))
        } catch {
            try Self.report(error, into, terminal)
            return nil
        }
    }

    static func erase(_ path: String, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        let (removed, left): (Int, [String])
        do {
            (removed, left) = try PrivateFolder.erase(path)
        } catch {
            try report(error, path, terminal)
            return .wrongInput
        }
        do throws(FileError) {
            try terminal.print(Phrase(ja: "\(removed)個のファイルを消しました", en: "\(removed) files were removed"))
            if !left.isEmpty {
                try terminal.print(
                    Phrase(
                        ja: "ほかのファイルが\(left.count)個あるので、フォルダーは残しました",
                        en: "\(left.count) other files are in the folder, so it stays"))
            }
            return .done
        } catch {
            throw .file(error)
        }
    }

    private static func report(
        _ problem: PrivateFolder.Problem, _ path: String, _ terminal: Terminal
    ) throws(CommandError) {
        let name = DiagnosticFormatter.printable(path)
        switch problem {
        case .file(let error): throw .file(error)
        case .inside(let other):
            terminal.report(
                Phrase(
                    ja: "「\(name)」は「\(DiagnosticFormatter.printable(other))」の中なので、記入済みの様式を置けません",
                    en:
                        "\(name) lies in \(DiagnosticFormatter.printable(other)), where forms that are filled in may not be"
                ),
                help: Phrase(
                    ja: "公開するフォルダーやデータのフォルダーの外を指定してください", en: "name a folder outside of what is published and read"))
        case .foreign:
            terminal.report(
                Phrase(
                    ja: "「\(name)」は、空の、自分のフォルダーではありません", en: "\(name) is not an empty folder of your own"),
                help: Phrase(ja: "新しいフォルダーの名前を指定してください。何も書き込んでいません", en: "name a new folder; nothing was written"))
        case .used:
            terminal.report(
                Phrase(ja: "「\(name)」には、前に作った様式があります", en: "\(name) holds forms already"),
                help: Phrase(
                    ja: "途中からなら--resumeを付け、作り直すなら先に「shirube form --erase \(name)」で消してください",
                    en: "add --resume to go on, or remove them first with shirube form --erase \(name)"))
        case .otherPlan:
            terminal.report(
                Phrase(
                    ja: "「\(name)」の様式は、別の名簿、データ又は指定で作り始めたものです",
                    en: "the forms in \(name) were begun from another roster, other data or other options"),
                help: Phrase(
                    ja: "「shirube form --erase \(name)」で消してから、作り直してください",
                    en: "remove them with shirube form --erase \(name), and begin anew"))
        case .unmade:
            terminal.report(
                Phrase(ja: "「\(name)」は、shirube formで作ったフォルダーではありません", en: "\(name) was not made by shirube form"),
                help: Phrase(ja: "何も消していません", en: "nothing was removed"))
        case .busy:
            terminal.report(
                Phrase(ja: "「\(name)」で、別の実行が作業中です", en: "another run is at work in \(name)"),
                help: Phrase(ja: "終わってから、もう一度実行してください", en: "run it again when that one is done"))
        }
    }
}
