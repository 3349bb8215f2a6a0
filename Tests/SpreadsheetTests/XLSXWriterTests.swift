import TestSupport
import Testing

@testable import Spreadsheet

@Suite struct XLSXWriterTests {
    private func table(_ name: String, _ columns: [OutputTable.Column] = [.init("名称")], _ rows: [[String]] = [])
        -> OutputTable
    {
        OutputTable(name: name, columns: columns, rows: rows)
    }

    private func part(_ name: String, of bytes: [UInt8]) throws -> String {
        var archive = try ZipArchive(bytes)
        return String(decoding: try #require(try archive.read(name)), as: UTF8.self)
    }

    @Test(arguments: 0..<50)
    func readsBackWhatIsWritten(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let tables = (0..<Int.random(in: 1...3, using: &generator)).map { _ in OutputTable.random(&generator) }
        let bytes = try XLSXWriter.write(tables, title: "題")
        #expect(try XLSXWriter.write(tables, title: "題") == bytes)
        let sheets = try SpreadsheetReader.read(bytes).sheets
        #expect(sheets.count == tables.count)
        for (sheet, table) in zip(sheets, tables) {
            let written = [table.columns.map(\.title)] + table.rows
            #expect(sheet.rows.map(\.texts) == written.map(\.withoutEmptyEnd).filter { !$0.isEmpty })
            #expect(sheet.rows.flatMap(\.cells).allSatisfy { $0.kind == .text && !$0.isFormula })
        }
    }

    @Test func keepsWhatXMLCannotHold() throws {
        let text = "\u{1}_x0041_\u{FFFF}\u{8}a_x000d_ _x000A\u{1E}_x000A_x000A__x0000_"
        let bytes = try XLSXWriter.write([table("表", [.init("a\r\nb")], [[text]])])
        #expect(try SpreadsheetReader.read(bytes).sheets[0].rows.map(\.texts) == [["a\nb"], [text]])
    }

    @Test(arguments: [
        ("施設一覧", "施設一覧"), ("a/b[1]:*?\\", "a／b［1］：＊？＼"), ("'a'", "’a’"), ("", "Sheet"), ("History", "Sheet"),
        ("'", "’"),
        (String(repeating: "長", count: 40), String(repeating: "長", count: 31)),
        (String(repeating: "𠮷", count: 20), String(repeating: "𠮷", count: 15)), ("選択肢", "選択肢(2)"),
    ])
    func makesNamesForSheets(name: String, expected: String) {
        #expect(SheetName.names(of: [table(name)]) == [expected])
    }

    @Test func tellsSheetsApart() {
        let long = String(repeating: "x", count: 31)
        #expect(
            SheetName.names(of: ["a", "A", "a", long, long].map { table($0) })
                == ["a", "A(2)", "a(3)", long, long.dropLast(3) + "(2)"])
    }

    @Test func offersChoices() throws {
        let long = (1...60).map { "選択肢その\($0)" }
        let columns: [OutputTable.Column] = [
            .init("a", choices: ["はい", "いいえ"]), .init("b", choices: long), .init("c", choices: ["一,二", "\"三\""]),
            .init("d", choices: long), .init("e"),
        ]
        let bytes = try XLSXWriter.write([table("表", columns, [["はい"]])])
        let xml = try part("xl/worksheets/sheet1.xml", of: bytes)
        let formulas = xml.split(separator: "<formula1>").dropFirst().map { $0.prefix { $0 != "<" } }
        #expect(
            formulas == [
                "&quot;はい,いいえ&quot;", "'選択肢'!$A$1:$A$60", "'選択肢'!$B$1:$B$2", "'選択肢'!$A$1:$A$60",
            ])
        #expect(xml.contains(" sqref=\"D2:D1048576\""))
        let sheets = try SpreadsheetReader.read(bytes).sheets
        #expect(sheets.map(\.isHidden) == [false, true])
        #expect(sheets[1].rows.map(\.texts).first == ["選択肢その1", "一,二"])
    }

    @Test func putsNotesOnTheHeader() throws {
        let columns: [OutputTable.Column] = [.init("a"), .init("b", note: "例: 0797\n<必須>"), .init("c", note: "任意")]
        let bytes = try XLSXWriter.write([table("一"), table("二", columns)])
        let sheets = try SpreadsheetReader.read(bytes).sheets
        #expect(sheets[0].comments == [])
        #expect(sheets[1].comments.map { "\($0.address) \($0.text)" } == ["B1 例: 0797\n<必須>", "C1 任意"])
    }

    @Test func freezesAndFilters() throws {
        let bytes = try XLSXWriter.write(
            [table("施設's", [.init("a"), .init("b")], [["x", "全角"], ["y"]])], title: "一覧 & 表")
        let xml = try part("xl/worksheets/sheet1.xml", of: bytes)
        #expect(xml.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"))
        #expect(xml.contains("<autoFilter ref=\"A1:B3\"/>"))
        #expect(try part("xl/workbook.xml", of: bytes).contains(">'施設''s'!$A$1:$B$3<"))
        #expect(try part("docProps/core.xml", of: bytes).contains("<dc:title>一覧 &amp; 表</dc:title>"))
    }

    @Test func measuresColumns() {
        let columns: [OutputTable.Column] = [.init("a"), .init("所在地"), .init("b")]
        let wide = table("表", columns, [["", "兵庫県宝塚市\n東洋町", String(repeating: "長", count: 100)]])
        #expect(ColumnWidth.widths(of: wide) == [8, 13, 50])
    }

    @Test func refusesWhatDoesNotFit() {
        let long = String(repeating: "あ", count: 32_768)
        #expect(throws: SpreadsheetError.longText(sheet: "表", CellAddress(column: 1, row: 3))) {
            try XLSXWriter.write([table("表", rows: [["a"], [long]])])
        }
        #expect(throws: SpreadsheetError.tableTooLarge(sheet: "表")) {
            try XLSXWriter.write([table("表", rows: [["a", "b"]])])
        }
    }

    private func table(_ name: String, rows: [[String]]) -> OutputTable { table(name, [.init("名称")], rows) }
}
