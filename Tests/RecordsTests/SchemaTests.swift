import Diagnostics
import Foundation
import Records
import TestSupport
import Testing

/// What is generated from the schema's declarations and committed is in step with them: `make schema` writes it anew.
@Suite struct SchemaTests {
    @Test("The committed JSON Schemas are the declared ones", arguments: DataFileKind.allCases)
    func jsonSchema(kind: DataFileKind) throws {
        let committed = String(decoding: try Project.bytes("Data/schema/\(kind.rawValue).schema.json"), as: UTF8.self)
        #expect(JSONSchema.schema(of: kind).text == committed)
        let object = try JSONSerialization.jsonObject(with: Data(committed.utf8)) as? [String: Any]
        let properties = object?["properties"] as? [String: Any]
        #expect(properties?.count == kind.type.fields.filter { !$0.isDerived }.count)
    }

    @Test("The committed data reference is the declared one")
    func reference() throws {
        let committed = String(decoding: try Project.bytes("Documentation/data-reference.ja.md"), as: UTF8.self)
        #expect(DataReference.markdown == committed)
    }

    @Test("Each data file names its schema", arguments: ["takarazuka", "setagaya"])
    func languageServer(board: String) throws {
        for kind in DataFileKind.allCases {
            guard let bytes = try? Project.bytes("Data/\(board)/\(kind.fileName)") else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.hasPrefix("# yaml-language-server: $schema=../schema/\(kind.rawValue).schema.json\n"))
        }
    }
}
