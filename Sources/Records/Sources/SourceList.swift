public import Diagnostics

/// The figures that a board's documents print, each with its source (出典一覧).
public struct SourceList: Sendable {
    /// The figures of a record.
    public struct Row: Sendable {
        /// What the record is called: 全国　令和5年度.
        public let label: String
        /// What is printed of it: 不登校児童生徒数 346,482.
        public var values: [String]
        /// The titles of the documents that print it.
        public var documents: [String]
        public let source: String?

        public init(label: String, values: [String], documents: [String], source: String?) {
            (self.label, self.values, self.documents, self.source) = (label, values, documents, source)
        }
    }

    public let rows: [Row]

    public init(rows: [Row]) { self.rows = rows }

    /// The list as the template of the page reads it, and `--format json` prints it.
    public var json: JSONValue {
        func members(_ row: Row) -> [(String, JSONValue)] {
            [
                ("label", .string(row.label)), ("values", .string(row.values.joined(separator: "、"))),
                ("documents", .array(row.documents.map { .string($0) })),
            ] + (row.source.map { [("source_text", .string($0))] } ?? [])
        }
        return .object([("rows", .array(rows.map { .object(members($0)) }))])
    }
}

/// A list of sources as a template names it: `{{#sources.rows}}`.
enum SourcesRecord {
    static let rows = Field<RecordList>("rows", .list(.record(Row.type)), ja: "行", en: "rows")
    static let type = RecordType("sources", ja: "出典一覧", en: "list of sources", hasSource: false, [rows])

    enum Row {
        static let label = Field<String>("label", .text, ja: "事項", en: "what the figures are of")
        static let values = Field<String>("values", .text, ja: "値", en: "figures")
        static let documents = Field<[String]>("documents", .list(.text), ja: "載せた文書", en: "documents")
        static let source = Field<String>("source_text", .text, .optional, ja: "出典", en: "source")
        static let type = RecordType(
            "sourced_row", ja: "出典の行", en: "row of the list", hasSource: false, [label, values, documents, source])
    }
}

extension Board {
    /// The same board with a list of sources, which templates name `sources`.
    public func with(_ sources: SourceList) throws(ParseError) -> Board {
        try with(.sources, SourcesRecord.type, sources.json)
    }
}
