import Diagnostics
import Files
import JSON
import StrictYAML

extension Board {
    /// The same board with data that has been worked out, which templates name as if it were a file.
    /// - Parameter origins: where what the data says comes from.
    func with(
        _ kind: DataFileKind, _ type: RecordType, _ json: JSONValue,
        origins: (_ made: RecordView) -> MadeOrigins = { _ in MadeOrigins() }
    ) throws(ParseError) -> Board {
        let schema = Schema(types: self.schema.kinds.map { ($0, self.schema.type(of: $0)) } + [(kind, type)])
        let tree = try YAMLParser.parse(SourceFile(path: kind.fileName, bytes: json.bytes))
        var diagnostics: [Diagnostic] = []
        let file = RecordDecoder.decode(tree, as: kind, of: schema, diagnostics: &diagnostics)
        if let finding = diagnostics.first(where: { $0.severity == .error }) { throw ParseError(finding) }
        return Board(
            id: id, schema: schema, files: files.merging([kind: file]) { $1 },
            origins: self.origins + [(file, origins(file.root))])
    }
}

/// Where what made data says comes from.
struct MadeOrigins {
    /// Made records, each with one whose fields it repeats.
    var repeated: [(record: RecordView, original: RecordView)] = []
    var derived: [Derived] = []

    /// A field that is worked out from data of others.
    struct Derived {
        let record: RecordView
        let field: FieldDeclaration
        /// What it is called.
        let path: [String]
        let formula: Formula
        /// Whether it is a number of something.
        let isFigure: Bool
    }
}
