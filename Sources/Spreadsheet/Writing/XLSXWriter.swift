import Files
import OpenPackaging
internal import Diagnostics

/// Writes a workbook (ECMA-376-1, transitional) that a clerk fills in or looks through: a header row that stays and filters, cells
/// of text, choices, notes.
///
/// Every cell has the format of text, so that 0797 keeps its zero, and so do those below the table. The same tables give the same bytes.
public enum XLSXWriter {
    /// - Parameters:
    ///   - tables: a sheet for each, in their order; at least one.
    ///   - title: of the document's properties.
    /// - Throws: `longText` or `tableTooLarge` where a table does not fit a sheet.
    public static func write(_ tables: [OutputTable], title: String? = nil) throws(SpreadsheetError) -> [UInt8] {
        for table in tables { try check(table) }
        let size = tables.lazy.flatMap(\.rows).joined().reduce(0) { $0 + $1.utf8.count }
        if size > Limits.documentSize, let table = tables.max(by: { $0.rows.count < $1.rows.count }) {
            throw .tableTooLarge(sheet: table.name)
        }
        var zip = ZipWriter()
        OutputWorkbook(tables: tables, title: title).write(to: &zip)
        return zip.finish()
    }

    private static func check(_ table: OutputTable) throws(SpreadsheetError) {
        guard table.rows.count < Limits.sheetRows, table.columns.count <= Limits.sheetColumns,
            table.rows.allSatisfy({ $0.count <= table.columns.count }),
            table.columns.allSatisfy({ $0.choices.count <= Limits.sheetRows })
        else { throw .tableTooLarge(sheet: table.name) }
        let header = table.columns.map(\.title)
        for (row, cells) in ([header] + table.rows).enumerated() {
            for (column, text) in cells.enumerated() where text.utf16.count > Limits.cellText {
                throw .longText(sheet: table.name, CellAddress(column: column + 1, row: row + 1))
            }
        }
        for (column, text) in table.columns.map({ $0.note ?? "" }).enumerated() where text.utf16.count > Limits.cellText
        {
            throw .longText(sheet: table.name, CellAddress(column: column + 1, row: 1))
        }
    }
}

/// The parts of a workbook that hold it together.
struct OutputWorkbook {
    let tables: [OutputTable]
    let names: [String]
    let title: String?
    let choices: ChoiceLists

    /// The sheet that holds lists of choices which do not fit into a cell's rule.
    static let choiceSheet = "選択肢"

    static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml"

    init(tables: [OutputTable], title: String?) {
        (self.tables, self.title) = (tables, title)
        names = SheetName.names(of: tables)
        choices = ChoiceLists(tables)
    }

    private var sheetCount: Int { tables.count + (choices.sheetColumns.isEmpty ? 0 : 1) }

    func write(to zip: inout ZipWriter) {
        zip.add("[Content_Types].xml", contentTypes)
        zip.add(
            "_rels/.rels",
            Self.ways([
                ("\(Self.relationships)/officeDocument", "xl/workbook.xml"),
                ("\(Self.package)/relationships/metadata/core-properties", "docProps/core.xml"),
            ]))
        zip.add("docProps/core.xml", properties)
        zip.add("xl/workbook.xml", workbook)
        let sheets = (1...max(1, sheetCount)).map { ("\(Self.relationships)/worksheet", "worksheets/sheet\($0).xml") }
        zip.add("xl/_rels/workbook.xml.rels", Self.ways(sheets + [("\(Self.relationships)/styles", "styles.xml")]))
        zip.add("xl/styles.xml", OutputStyle.part)
        for (index, table) in tables.enumerated() {
            let number = index + 1
            let sheet = OutputSheet(table: table, choices: choices, isFirst: index == 0)
            zip.add("xl/worksheets/sheet\(number).xml", sheet.part)
            guard table.hasNotes else { continue }
            zip.add(
                "xl/worksheets/_rels/sheet\(number).xml.rels",
                Self.ways([
                    ("\(Self.relationships)/comments", "../comments\(number).xml"),
                    ("\(Self.relationships)/vmlDrawing", "../drawings/vmlDrawing\(number).vml"),
                ]))
            let notes = OutputNotes(table, sheet: number)
            zip.add("xl/comments\(number).xml", notes.part)
            zip.add("xl/drawings/vmlDrawing\(number).vml", notes.drawing)
        }
        if !choices.sheetColumns.isEmpty { zip.add("xl/worksheets/sheet\(sheetCount).xml", choices.part) }
    }

    /// Relationships r1, r2 and so on.
    private static func ways(_ ways: [(type: String, target: String)]) -> [UInt8] {
        var xml = XMLWriter()
        xml.write("<Relationships xmlns=\"\(package)/relationships\">")
        for (index, way) in ways.enumerated() {
            xml.write("<Relationship Id=\"r\(index + 1)\" Type=\"\(way.type)\" Target=\"\(way.target)\"/>")
        }
        xml.write("</Relationships>")
        return xml.bytes
    }

    private var contentTypes: [UInt8] {
        var xml = XMLWriter()
        func override(_ part: String, _ type: String) {
            xml.write("<Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>")
        }
        xml.write("<Types xmlns=\"\(Self.package)/content-types\">")
        xml.write(
            "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
        xml.write("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
        xml.write(
            "<Default Extension=\"vml\" ContentType=\"application/vnd.openxmlformats-officedocument.vmlDrawing\"/>")
        override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
        override("xl/workbook.xml", "\(Self.contentType).sheet.main+xml")
        override("xl/styles.xml", "\(Self.contentType).styles+xml")
        for number in 1...max(1, sheetCount) {
            override("xl/worksheets/sheet\(number).xml", "\(Self.contentType).worksheet+xml")
        }
        for (index, table) in tables.enumerated() where table.hasNotes {
            override("xl/comments\(index + 1).xml", "\(Self.contentType).comments+xml")
        }
        xml.write("</Types>")
        return xml.bytes
    }

    /// Without dates, which would be those of the run.
    private var properties: [UInt8] {
        var xml = XMLWriter()
        xml.write("<cp:coreProperties xmlns:cp=\"\(Self.package)/metadata/core-properties\"")
        xml.write(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">")
        if let title {
            xml.write("<dc:title>")
            xml.write(string: title)
            xml.write("</dc:title>")
        }
        xml.write("</cp:coreProperties>")
        return xml.bytes
    }

    private var workbook: [UInt8] {
        var xml = XMLWriter()
        xml.write("<workbook xmlns=\"\(Self.namespace)\" xmlns:r=\"\(Self.relationships)\"><sheets>")
        for (index, name) in (names + [Self.choiceSheet]).prefix(sheetCount).enumerated() {
            xml.write("<sheet name=\"")
            xml.write(string: name)
            let state = index == tables.count ? " state=\"hidden\"" : ""
            xml.write("\" sheetId=\"\(index + 1)\"\(state) r:id=\"r\(index + 1)\"/>")
        }
        xml.write("</sheets>")
        // Programs look for what is filtered under this name.
        let filtered = tables.indices.filter { !tables[$0].columns.isEmpty }
        if !filtered.isEmpty { xml.write("<definedNames>") }
        for index in filtered {
            xml.write("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"\(index)\" hidden=\"1\">'")
            xml.write(
                string: names[index].split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))
            xml.write("'!\(tables[index].range.absolute)</definedName>")
        }
        if !filtered.isEmpty { xml.write("</definedNames>") }
        xml.write("</workbook>")
        return xml.bytes
    }
}

extension OutputTable {
    var hasNotes: Bool { columns.contains { $0.note != nil } }

    /// From the header to the last row.
    var range: CellRange {
        CellRange(
            CellAddress(column: 1, row: 1), CellAddress(column: max(1, columns.count), row: rows.count + 1))!
    }
}

extension CellRange {
    /// `$A$1:$C$2`
    var absolute: String {
        [first, last].map { "$\(CellAddress.letters(ofColumn: $0.column))$\($0.row)" }.joined(separator: ":")
    }
}
