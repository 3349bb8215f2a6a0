import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct WorkbookReaderTests {
    /// The cells of the one sheet as text: `A1=text`, with `=` before the text of formulas.
    private func cells(_ zip: HandmadeZip) throws -> [String] {
        try SpreadsheetReader.read(zip.bytes).sheets[0].rows.flatMap(\.cells).map {
            "\($0.address) \($0.kind) \($0.isFormula ? "=" : "")\($0.text)"
        }
    }

    private static func row(_ cells: String) -> String { "<sheetData><row r=\"1\">\(cells)</row></sheetData>" }

    @Test(arguments: [
        ("<c r=\"A1\" t=\"s\"><v>1</v></c>", "A1 text 髙橋"), ("<c r=\"C1\" t=\"s\"><v> 0 </v></c>", nil),
        (
            "<c t=\"inlineStr\"><is><r><rPr/><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r><rPh><t>x</t></rPh></is></c>",
            "A1 text a b"
        ),
        ("<c t=\"str\"><f>A1</f><v>x_x000A_y</v></c>", "A1 text =x\ny"), ("<c t=\"b\"><v>1</v></c>", "A1 boolean TRUE"),
        ("<c t=\"b\"><v>0</v></c>", "A1 boolean FALSE"), ("<c t=\"e\"><v>#REF!</v></c>", "A1 error #REF!"),
        ("<c><f>A2</f></c>", "A1 empty ="), ("<c><f>A2</f><v></v></c>", "A1 empty ="), ("<c s=\"0\"/>", ""),
        ("<c t=\"d\"><v>2025-02-14T00:00:00</v></c>", "A1 date 2025-02-14"),
        ("<c t=\"d\"><v>2025-02-14T09:30:00Z</v></c>", "A1 date 2025-02-14T09:30:00Z"),
        ("<c><v>1E-2</v></c>", "A1 number 0.01"), ("<c><v>x</v></c>", nil), ("<c><v>1e999999999999999999</v></c>", nil),
        ("<c t=\"s\"><v>2</v></c>", nil), ("<c t=\"s\"><v>-1</v></c>", nil), ("<c r=\"A2\"/>", nil),
        ("<c r=\"1\"/>", nil),
        ("<c r=\"B1\"/><c r=\"A1\"/>", nil), ("<c r=\"XFE1\"/>", nil), ("<x:c xmlns:x=\"urn:x\"><v>1</v></x:c>", ""),
    ])
    func readsCells(xml: String, expected: String?) throws {
        let strings =
            "<si><t>a</t></si><si><r><t>髙</t></r><r><t>橋</t></r><rPh sb=\"0\" eb=\"1\"><t>タカ</t></rPh><phoneticPr/></si>"
        let transitional = "http://schemas.openxmlformats.org"
        for (namespace, relationships) in [
            ("\(transitional)/spreadsheetml/2006/main", "\(transitional)/officeDocument/2006/relationships"),
            (
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
                "http://purl.oclc.org/ooxml/officeDocument/relationships"
            ),
        ] {
            let zip = workbook(
                sheet: Self.row(xml), strings: strings, namespace: namespace, relationships: relationships)
            if let expected {
                #expect(try cells(zip) == (expected.isEmpty ? [] : [expected]))
            } else {
                #expect(throws: SpreadsheetError.malformedPart("xl/worksheets/sheet1.xml", line: 1)) { try cells(zip) }
            }
        }
    }

    @Test func readsStylesAndTheEpoch() throws {
        let styles =
            "<numFmts><numFmt numFmtId=\"164\" formatCode=\"000-0000\"/></numFmts><cellXfs><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>"
            + "<dxfs><dxf><numFmt numFmtId=\"14\" formatCode=\"0\"/></dxf></dxfs>"
        let row = Self.row("<c s=\"0\"><v>1</v></c><c s=\"1\"><v>50001</v></c><c s=\"9\"><v>1</v></c>")
        #expect(
            try cells(workbook(sheet: row, styles: styles)) == [
                "A1 date 1900-01-01", "B1 text 005-0001", "C1 number 1",
            ])
        #expect(
            try cells(workbook(sheet: row, styles: styles, properties: "date1904=\"1\""))
                == ["A1 date 1904-01-02", "B1 text 005-0001", "C1 number 1"])
    }

    @Test("Rows and cells without addresses follow one another; targets are relative or absolute")
    func placesCells() throws {
        let sheet =
            "<sheetData><row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row r=\"5\"/><row><c><v>4</v></c></row></sheetData>"
        for target in ["worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "../xl/./worksheets/Sheet1.XML"] {
            #expect(
                try cells(workbook(sheet: sheet, sheetTarget: target))
                    == ["A1 number 1", "D1 number 2", "E1 number 3", "A6 number 4"])
        }
    }

    @Test func tellsWhatIsHiddenOrMerged() throws {
        let xml =
            "<cols><col min=\"2\" max=\"4\" hidden=\"1\"/><col min=\"5\" max=\"5\" hidden=\"0\"/></cols><sheetData>"
            + "<row r=\"3\" hidden=\"true\"><c r=\"B3\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>"
        let sheet = try SpreadsheetReader.read(workbook(sheet: xml).bytes).sheets[0]
        #expect(sheet.row(3)?.isHidden == true)
        #expect(sheet.hiddenColumns == [2...4])
        #expect(sheet.isHidden(column: 4) && !sheet.isHidden(column: 5))
        #expect(sheet.mergedRanges.map(\.description) == ["A1:C2"])
        #expect(sheet[CellAddress(column: 2, row: 3)]?.text == "1")
        #expect(sheet[CellAddress(column: 3, row: 3)] == nil)
    }

    @Test func namesComments() throws {
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let ways =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"a\" Type=\"\(types)/comments\" Target=\"../comments1.xml\"/>"
            + "<Relationship Id=\"b\" Type=\"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment\" Target=\"/xl/t.xml\"/>"
            + "<Relationship Id=\"c\" Type=\"\(types)/hyperlink\" Target=\"https://example.jp/\" TargetMode=\"External\"/></Relationships>"
        let notes =
            "<comments xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><commentList>"
            + "<comment ref=\"B2\"><text><t>[Threaded comment] …</t></text></comment>"
            + "<comment ref=\"A9\"><text><r><t>担当:</t></r><r><t>確認</t></r></text></comment></commentList></comments>"
        let threads =
            "<ThreadedComments xmlns=\"http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments\">"
            + "<threadedComment ref=\"B2\"><text>これは?</text></threadedComment><threadedComment ref=\"B2\"><text>済</text></threadedComment></ThreadedComments>"
        let zip = workbook(more: [
            ("xl/worksheets/_rels/sheet1.xml.rels", ways), ("xl/comments1.xml", notes), ("xl/t.xml", threads),
        ])
        let comments = try SpreadsheetReader.read(zip.bytes).sheets[0].comments
        #expect(comments.map { "\($0.address) \($0.text)" } == ["B2 これは?", "B2 済", "A9 担当:確認"])
    }

    /// The attacks on XML that are known by name, and parts that are none.
    @Test(arguments: [
        (
            "<!DOCTYPE a [<!ENTITY b \"x\"><!ENTITY c \"&b;&b;\">]><worksheet>&c;</worksheet>",
            SpreadsheetError.documentType(part: "s.xml")
        ),
        ("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><worksheet/>", .documentType(part: "s.xml")),
        ("<!DOCTYPE a [<!ENTITY % b SYSTEM \"http://127.0.0.1/\">%b;]><worksheet/>", .documentType(part: "s.xml")),
        ("<worksheet>\n&c;</worksheet>", .malformedPart("s.xml", line: 2)),
        ("<worksheet>\n", .malformedPart("s.xml", line: 2)),
        ("<worksheet/>\0", .malformedPart("s.xml", line: nil)), ("", .malformedPart("s.xml", line: nil)),
        ("x", .malformedPart("s.xml", line: nil)),
        (String(repeating: "<a>", count: 1000), .malformedPart("s.xml", line: 1)),
        ("<a " + (0..<300).map { "a\($0)=\"\" " }.joined() + "/>", .malformedPart("s.xml", line: nil)),
        ("<?xml version=\"1.0\" encoding=\"UTF-7\"?><a>\u{7F}+ADw-</b>", .malformedPart("s.xml", line: 1)),
    ])
    func refusesXML(text: String, error: SpreadsheetError) {
        #expect(throws: error) {
            try XMLScanner.scan(Array(text.utf8), part: "s.xml", SharedStringReader())
        }
    }

    @Test(arguments: [
        (
            HandmadeZip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")]),
            SpreadsheetError.foreignFormat(.openDocument)
        ),
        (HandmadeZip([("mimetype", "application/epub+zip")]), .foreignFormat(.otherArchive)),
        (HandmadeZip([("a.csv", "a,b")]), .foreignFormat(.otherArchive)),
        (HandmadeZip([(String, String)]()), .foreignFormat(.otherArchive)),
        (
            workbook(namespace: "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
            .foreignFormat(.otherArchive)
        ),
        (workbook(sheetTarget: "sheet9.xml"), .missingPart("xl/sheet9.xml")),
        (workbook(sheet: "<sheetData><row r=\"1048577\"/></sheetData>"), .beyondSheet(sheet: "表")),
        (workbook(sheet: "<sheetData><row r=\"1\"><c r=\"XFD1\"/><c/></row></sheetData>"), .beyondSheet(sheet: "表")),
    ])
    func refuses(zip: HandmadeZip, error: SpreadsheetError) {
        #expect(throws: error) { try SpreadsheetReader.read(zip.bytes) }
    }

    @Test(arguments: [
        (Array("%PDF-1.7".utf8), SpreadsheetError.ForeignFormat.pdf), (Array("\n<HTML><table>".utf8), .markup),
        ([0xEF, 0xBB, 0xBF] + Array("<?xml version".utf8), .markup), (compoundFile("Workbook"), .oldExcel),
        (compoundFile("Book"), .oldExcel),
        (compoundFile("EncryptedPackage"), .encrypted), (compoundFile("WordDocument"), .otherDocument),
    ])
    func namesForeignFormats(bytes: [UInt8], format: SpreadsheetError.ForeignFormat) {
        #expect(throws: SpreadsheetError.foreignFormat(format)) { try SpreadsheetReader.read(bytes) }
    }

    private static func compoundFile(_ stream: String) -> [UInt8] {
        let name: [UInt8] = stream.utf8.flatMap { [$0, 0] as [UInt8] }
        return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504 + 128) + name
            + [UInt8](repeating: 0, count: 128 - name.count)
    }
}
