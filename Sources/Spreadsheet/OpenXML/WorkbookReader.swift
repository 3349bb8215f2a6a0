internal import Diagnostics

/// Reads an Office Open XML workbook, transitional or strict (ECMA-376-1 §12, §18).
struct WorkbookReader {
    private var package: OpenXMLPackage

    static func read(_ bytes: [UInt8]) throws(SpreadsheetError) -> Workbook {
        var archive = try ZipArchive(bytes)
        if let type = try archive.read("mimetype") {
            let isSheet = type.starts(with: "application/vnd.oasis.opendocument.spreadsheet".utf8)
            throw .foreignFormat(isSheet ? .openDocument : .otherArchive)
        }
        var reader = WorkbookReader(package: OpenXMLPackage(archive))
        return try reader.read()
    }

    private mutating func read() throws(SpreadsheetError) -> Workbook {
        guard let part = try package.relationships(of: "").first(where: { $0.type == "officeDocument" })?.target else {
            throw .foreignFormat(.otherArchive)
        }
        guard !part.lowercased().hasSuffix(".bin") else { throw .foreignFormat(.binaryWorkbook) }
        let list = SheetListReader()
        try package.scan(part, list)
        guard list.isWorkbook else { throw .foreignFormat(.otherArchive) }
        let ways = try package.relationships(of: part)
        var context = SheetReader.Context()
        context.is1904 = list.is1904
        if let strings = ways.first(where: { $0.type == "sharedStrings" }) {
            let reader = SharedStringReader()
            try package.scan(strings.target, reader)
            context.strings = reader.strings
        }
        if let styles = ways.first(where: { $0.type == "styles" }) {
            let reader = StyleReader(part: styles.target)
            try package.scan(styles.target, reader)
            context.formats = reader.formats
        }
        var sheets: [Sheet] = []
        let waysByID = Dictionary(ways.map { ($0.id, $0) }) { first, _ in first }
        for entry in list.entries {
            guard let way = waysByID[entry.id] else { throw .malformedPart(part, line: nil) }
            // Sheets of a chart or a macro have no cells.
            guard way.type == "worksheet" else { continue }
            sheets.append(try readSheet(entry, way.target, &context))
        }
        return Workbook(sheets: sheets)
    }

    private mutating func readSheet(
        _ entry: SheetListReader.Entry, _ part: String, _ context: inout SheetReader.Context
    ) throws(SpreadsheetError) -> Sheet {
        let reader = SheetReader(part: part, sheet: entry.name, context: context)
        try package.scan(part, reader)
        context.allowance = reader.context.allowance
        return Sheet(
            name: entry.name, visibility: entry.visibility, rows: SheetRows(reader.rows),
            mergedRanges: reader.mergedRanges,
            hiddenColumns: reader.hiddenColumns, comments: try readComments(of: part))
    }

    private mutating func readComments(of part: String) throws(SpreadsheetError) -> [CellComment] {
        var (notes, threads) = ([] as [CellComment], [] as [CellComment])
        for way in try package.relationships(of: part) where way.type == "comments" || way.type == "threadedComment" {
            let reader = CommentReader()
            try package.scan(way.target, reader)
            if way.type == "comments" { notes += reader.comments } else { threads += reader.comments }
        }
        // For older programs, each thread is there again as a note that says so.
        let threaded = Set(threads.map(\.address))
        let all = notes.filter { !threaded.contains($0.address) } + threads
        // The order of a thread's contributions stays.
        return all.enumerated().sorted { ($0.element.address, $0.offset) < ($1.element.address, $1.offset) }.map(
            \.element)
    }
}

/// Reads the list of sheets (ECMA-376-1 §18.2.19, §18.2.20).
private final class SheetListReader: XMLPartReader {
    struct Entry {
        let name: String
        let visibility: Sheet.Visibility
        /// Of the relationship that leads to it.
        let id: String
    }

    private(set) var entries: [Entry] = []
    private(set) var is1904 = false
    /// Whether the outermost element is a workbook's.
    private(set) var isWorkbook = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name.vocabulary == .main else { return }
        switch name.local {
        case "workbook": isWorkbook = true
        case "workbookPr": is1904 = attributes.isTrue("date1904")
        case "sheet":
            let visibility: Sheet.Visibility =
                switch attributes["state"] {
                case "hidden": .hidden
                case "veryHidden": .veryHidden
                default: .visible
                }
            entries.append(
                Entry(name: attributes["name"] ?? "", visibility: visibility, id: attributes.relationship ?? ""))
        default: break
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: Span<UInt8>) {}
}
