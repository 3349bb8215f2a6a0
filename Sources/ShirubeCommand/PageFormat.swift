import Diagnostics
import Files
import JSON
import Publishing

extension Arguments {
    /// Refuses a file to write among the data, the templates and what is published: nothing there is to be lost.
    func refuseOwnFolders(_ option: Option) throws(CommandError) {
        guard let path = value(option) else { return }
        let own = [(Option.data, "Data"), (.templates, "Templates"), (.output, "Output")].map { folder($0, $1) }
        guard let inside = own.first(where: { FileSystem.lies(FileSystem.folder(of: path), in: $0) }) else { return }
        throw .usage(
            refusal(
                of: option,
                help: Phrase(
                    ja: "「\(inside)」の中には書き出せません。別の場所を指定してください",
                    en: "nothing is written into \(inside); name another place")))
    }
}

/// What a page that is no document of the board's is written as, to a file or to standard output.
enum PageFormat: String {
    case text, html, json

    init(_ arguments: Arguments) throws(CommandError) {
        guard let format = PageFormat(rawValue: arguments.value(.pageFormat) ?? "text") else {
            throw .usage(
                arguments.refusal(
                    of: .pageFormat, help: Phrase(ja: "text、html、jsonのどれかにしてください", en: "use text, html or json")))
        }
        self = format
    }

    /// - Parameter page: nil where only the JSON is wanted.
    func write(
        _ page: (html: [UInt8], text: [UInt8])?, json: JSONValue, _ arguments: Arguments, _ terminal: Terminal
    ) throws(CommandError) -> ExitStatus {
        let bytes =
            switch self {
            case .json: json.bytes
            case .html: page?.html ?? []
            case .text: page?.text ?? []
            }
        try arguments.refuseOwnFolders(.pageFile)
        do throws(FileError) {
            guard let path = arguments.value(.pageFile) else {
                try terminal.print(bytes)
                return .done
            }
            guard try !FileSystem.isPresent(path) else {
                let shown = DiagnosticFormatter.printable(path)
                terminal.report(
                    Phrase(ja: "「\(shown)」は既にあります", en: "\(shown) is there already"),
                    help: Phrase(
                        ja: "別の名前を--intoで指定するか、そのファイルを移してください", en: "give another name with --into, or move that file"))
                return .wrongInput
            }
            try FileSystem.replace(path, with: bytes)
            let shown = DiagnosticFormatter.printable(path)
            try terminal.print(Phrase(ja: "「\(shown)」に書き込みました", en: "wrote \(shown)"))
            return .done
        } catch {
            throw .file(error)
        }
    }
}
