import Diagnostics
import Foundation
import JSON
import Records
import TestSupport
import Testing

/// What is generated from the schema's declarations and committed is in step with them: `make schema` writes it anew.
@Suite struct SchemaTests {
    @Test("The committed JSON Schemas are the declared ones", arguments: DataFileKind.builtIn)
    func jsonSchema(kind: DataFileKind) throws {
        let committed = String(decoding: try Project.bytes("Data/schema/\(kind.name).schema.json"), as: UTF8.self)
        #expect(JSONSchema.schema(of: kind).text == committed)
        let object = try JSONSerialization.jsonObject(with: Data(committed.utf8)) as? [String: Any]
        let properties = object?["properties"] as? [String: Any]
        #expect(properties?.count == Schema.builtIn.type(of: kind).fields.filter { !$0.isDerived }.count)
    }

    @Test("The committed data reference is the declared one", arguments: Language.allCases)
    func reference(language: Language) throws {
        let name = language == .ja ? "data-reference.ja.md" : "data-reference.md"
        let committed = String(decoding: try Project.bytes("Documentation/\(name)"), as: UTF8.self)
        #expect(DataReference.markdown(.builtIn, language) == committed)
    }

    @Test("Each data file names its schema", arguments: ["takarazuka", "setagaya"])
    func languageServer(board: String) throws {
        for kind in DataFileKind.builtIn {
            guard let bytes = try? Project.bytes("Data/\(board)/\(kind.fileName)") else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.hasPrefix("# yaml-language-server: $schema=../schema/\(kind.name).schema.json\n"))
        }
    }
}
