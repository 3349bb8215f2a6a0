import Diagnostics
import Publishing

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
        do throws(FileError) {
            guard let path = arguments.value(.pageFile) else {
                try terminal.print(bytes)
                return .done
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
