import Diagnostics
import StrictYAML

extension Board {
    /// The same board with data that has been worked out, which templates name as if it were a file.
    /// - Parameter origins: the records that those of a list in it repeat, one by one.
    func with(
        _ kind: DataFileKind, _ type: RecordType, _ json: JSONValue,
        repeating origins: (list: Field<RecordList>, records: [RecordView])? = nil
    ) throws(ParseError) -> Board {
        let schema = Schema(types: self.schema.kinds.map { ($0, self.schema.type(of: $0)) } + [(kind, type)])
        let tree = try YAMLParser.parse(SourceFile(path: kind.fileName, bytes: json.bytes))
        var diagnostics: [Diagnostic] = []
        let file = RecordDecoder.decode(tree, as: kind, of: schema, diagnostics: &diagnostics)
        if let finding = diagnostics.first(where: { $0.severity == .error }) { throw ParseError(finding) }
        let repeated = origins.map { (file, Array(zip(file.root.records($0.list), $0.records))) }
        return Board(
            id: id, schema: schema, files: files.merging([kind: file]) { $1 },
            origins: self.origins + [repeated].compactMap(\.self))
    }
}
