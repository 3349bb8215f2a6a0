import Diagnostics
import Publishing
import Records

/// `shirube schema`: the data's JSON Schema, and its reference in Markdown.
enum SchemaCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        if arguments.operands.count > 1 { _ = try arguments.onlyOperand("FILE") }
        var wanted: DataFileKind?
        if let name = arguments.operands.first {
            let bare = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
            guard let kind = DataFileKind(rawValue: bare) else {
                let nearest = NearestName.find(bare, among: DataFileKind.allCases.map(\.rawValue))
                throw .usage(
                    UsageError(
                        message: Phrase(ja: "データファイル「\(name)」はありません", en: "there is no data file \(name)"),
                        help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }))
            }
            wanted = kind
        }
        do throws(FileError) {
            if arguments.has(.markdown) {
                try terminal.print(DataReference.markdown)
            } else if let wanted {
                try terminal.print(JSONSchema.schema(of: wanted).text)
            } else {
                for kind in DataFileKind.allCases {
                    let path = "\(arguments.value(.data) ?? "Data")/schema/\(kind.rawValue).schema.json"
                    try FileSystem.replace(path, with: Array(JSONSchema.schema(of: kind).text.utf8))
                    try terminal.print(DiagnosticFormatter.printable(path) + "\n")
                }
            }
            return .done
        } catch {
            throw .file(error)
        }
    }
}
