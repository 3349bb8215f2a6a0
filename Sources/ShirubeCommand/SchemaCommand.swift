import Diagnostics
import Files
import JSON
import Publishing
import Records

/// `shirube schema`: the data's JSON Schema, and its reference in Markdown; of a board with what it declares.
enum SchemaCommand {
    static func run(_ arguments: Arguments, _ terminal: Terminal) throws(CommandError) -> ExitStatus {
        if arguments.operands.count > 1 { _ = try arguments.onlyOperand("FILE") }
        let data = arguments.value(.data) ?? "Data"
        guard let schema = try schema(of: arguments.value(.board), in: data, terminal) else { return .wrongInput }
        let wanted = try arguments.operands.first.map { (name) throws(CommandError) in try kind(name, in: schema) }
        do throws(FileError) {
            if arguments.has(.markdown) {
                try terminal.print(DataReference.markdown(schema, terminal.language))
            } else if let wanted {
                try terminal.print(JSONSchema.schema(of: wanted, in: schema).text)
            } else {
                let folder = "\(data)/schema" + (arguments.value(.board).map { "/\($0)" } ?? "")
                for kind in schema.kinds {
                    let path = "\(folder)/\(kind.name).schema.json"
                    try FileSystem.replace(path, with: Array(JSONSchema.schema(of: kind, in: schema).text.utf8))
                    try terminal.print(DiagnosticFormatter.printable(path) + "\n")
                }
            }
            return .done
        } catch {
            throw .file(error)
        }
    }

    /// The built-in schema, or a board's own; nil where the board cannot be read, which is told.
    private static func schema(
        of board: String?, in data: String, _ terminal: Terminal
    ) throws(CommandError) -> Schema? {
        guard let board else { return .builtIn }
        let loaded = try LoadedBoard.load(board, in: data)
        let wrong = loaded.diagnostics.filter { loaded.board == nil || $0.code == .fieldDeclaration }
        guard let schema = loaded.board?.schema, wrong.isEmpty else {
            terminal.report(wrong)
            return nil
        }
        return schema
    }

    private static func kind(_ name: String, in schema: Schema) throws(CommandError) -> DataFileKind {
        let bare = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
        if let kind = schema.kind(named: bare) { return kind }
        let nearest = NearestName.find(bare, among: schema.kinds.map(\.name))
        throw .usage(
            UsageError(
                message: Phrase(ja: "データファイル「\(name)」はありません", en: "there is no data file \(name)"),
                help: nearest.map { Phrase(ja: "「\($0)」ではありませんか", en: "did you mean \($0)?") }))
    }
}
