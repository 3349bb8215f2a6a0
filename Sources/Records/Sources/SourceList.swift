public import Diagnostics
public import JSON

/// The figures that a board's documents print, each with its source (出典一覧).
public struct SourceList: Sendable {
    /// The figures of a record.
    public struct Row: Sendable {
        /// What the record is called: 全国　令和5年度.
        public let label: String
        /// What is printed of it, by the years that it is of: 不登校児童生徒数 346,482.
        public private(set) var years: [(year: String?, values: [String])]
        /// The titles of the documents that print it.
        public var documents: [String]
        public let source: String?

        public init(label: String, years: [(year: String?, values: [String])], documents: [String], source: String?) {
            (self.label, self.years, self.documents, self.source) = (label, years, documents, source)
        }

        public mutating func add(_ value: String, of year: String?) {
            guard let index = years.firstIndex(where: { $0.year == year }) else {
                years.append((year, [value]))
                return
            }
            if !years[index].values.contains(value) { years[index].values.append(value) }
        }

        /// A line a year.
        var text: String {
            years.map { year, values in (year.map { $0 + " " } ?? "") + values.joined(separator: "、") }
                .joined(separator: "\n")
        }
    }

    public let rows: [Row]

    public init(rows: [Row]) { self.rows = rows }

    /// The list as the template of the page reads it, and `--format json` prints it.
    public var json: JSONValue {
        func members(_ row: Row) -> [(String, JSONValue)] {
            [
                ("label", .string(row.label)), ("values", .string(row.text)),
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
        static let values = Field<String>("values", .lines, ja: "値", en: "figures")
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
