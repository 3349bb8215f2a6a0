import Spreadsheet
import TestSupport
import Testing

@Suite struct CSVReaderTests {
    /// Rows of texts, with nothing where a cell is empty.
    private func read(_ bytes: [UInt8]) throws -> [[String]] {
        try SpreadsheetReader.read(bytes).sheets[0].rows.map(\.texts)
    }

    @Test(arguments: [
        ("名称,住所\n光,市川\n", [["名称", "住所"], ["光", "市川"]]),
        ("a,b\r\n\"1\r\n2\",\"say \"\"hi\"\"\"\r\n", [["a", "b"], ["1\n2", "say \"hi\""]]),
        ("a\rb\r", [["a"], ["b"]]),
        ("a\tb, c\n1\t2", [["a", "b, c"], ["1", "2"]]),
        ("a;b\n1;2,5", [["a", "b"], ["1", "2,5"]]),
        ("施設一覧\n\na,b", [["施設一覧"], ["a", "b"]]),
        ("\"a;b;c\",d", [["a;b;c", "d"]]),
        (",x,,", [["", "x"]]),
        ("=\"0797\",\"=\"\"0115\"\"\",=\"a\"\"b\"", [["0797", "0115", "a\"b"]]),
        ("'=1,'-,'＋81,''=2,'quoted',\"'\t\"", [["=1", "-", "＋81", "'=2", "'quoted'", "\t"]]),
        ("=1+1,\"=\"\"a\"\"b\"\"\"", [["=1+1", "=\"a\"b\""]]),
    ])
    func readsDelimitedText(text: String, rows: [[String]]) throws {
        #expect(try read(Array(text.utf8)) == rows)
        #expect(try read([0xEF, 0xBB, 0xBF] + text.utf8) == rows)
        let units = Array(text.utf16)
        #expect(try read([0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == rows)
        #expect(try read([0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == rows)
    }

    @Test func countsEmptyLinesAsRows() throws {
        let sheet = try SpreadsheetReader.read(Array("a\n\n\n,b".utf8)).sheets[0]
        #expect(sheet.rows.map(\.number) == [1, 4])
        #expect(sheet.rows[1].cells[0].address.description == "B4")
        #expect(sheet.name == nil)
    }

    /// Characters whose place or mapping Microsoft's table has for itself: NEC row 13, IBM's, wave dash, parallel, private use.
    @Test(arguments: [
        ([0x87, 0x40, 0x87, 0x8A], "①㈱"), ([0xFB, 0xFC, 0xFA, 0xB1], "髙﨑"),
        ([0x81, 0x60, 0x81, 0x7C, 0x81, 0x61], "～－∥"),
        ([0xB1, 0xDF, 0x81, 0x5F], "ｱﾟ＼"), ([0xF0, 0x40, 0xF9, 0xFC], "\u{E000}\u{E757}"),
        ([0xED, 0x40, 0xEE, 0xFC], "纊＂"),
        ([0x5C, 0x7E, 0x83, 0x5C], "\\~ソ"),
    ])
    func decodesCP932(bytes: [UInt8], text: String) throws {
        // Excel writes no byte order mark for it.
        #expect(try read(bytes) == [[text]])
    }

    /// Older systems write EUC-JP.
    @Test(arguments: [
        ([0xBB, 0xDC, 0xC0, 0xDF, 0x2C, 0xA4, 0xA2], ["施設", "あ"]), ([0x8E, 0xB1, 0xA1, 0xC1, 0xA1, 0xAB], ["ｱ～゛"]),
        ([0xB0, 0xA1, 0xF4, 0xA6, 0xBF, 0xFE], ["亜熙裾"]),
    ])
    func decodesEUCJP(bytes: [UInt8], texts: [String]) throws {
        #expect(try read(bytes) == [texts])
    }

    @Test(arguments: [
        ([0x61, 0x0A, 0x82, 0xA0, 0xFF], SpreadsheetError.invalidText(line: 2, byte: 3, .utf8OrCP932)),
        ([0x82], .invalidText(line: 1, byte: 1, .utf8OrCP932)),
        ([0x82, 0x0A], .invalidText(line: 1, byte: 1, .utf8OrCP932)),
        ([0xEF, 0xBB, 0xBF, 0x82, 0xA0], .invalidText(line: 1, byte: 1, .utf8OrCP932)),
        ([0xE3, 0x81, 0x82, 0xE3, 0x81, 0x82, 0xA0], .invalidText(line: 1, byte: 7, .utf8OrCP932)),
        ([0xFF, 0xFE, 0x61, 0x00, 0x61], .invalidText(line: 1, byte: 3, .utf16)),
        ([0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], .invalidText(line: 1, byte: 1, .utf16)),
        ([0xFE, 0xFF, 0x00, 0x0A, 0xDC, 0x00], .invalidText(line: 2, byte: 1, .utf16)),
        ([0x61, 0x0D, 0x0A, 0x00], .nul(line: 2)),
        (Array("a,b\n\"1\n2\",5\" x\n".utf8), .strayQuote(line: 3)),
        (Array("a,\"b\"c".utf8), .strayQuote(line: 1)),
        (Array("a\n\"b\nc".utf8), .unclosedQuote(line: 2)),
        ([], .emptyFile),
    ])
    func refuses(bytes: [UInt8], error: SpreadsheetError) {
        #expect(throws: error) { try SpreadsheetReader.read(bytes) }
    }

    @Test func stopsAtTheLimits() {
        let line = [UInt8](repeating: UInt8(ascii: ","), count: 16_383)
        #expect(throws: Never.self) { try SpreadsheetReader.read(line) }
        #expect(throws: SpreadsheetError.beyondSheet(sheet: nil)) {
            try SpreadsheetReader.read(line + [UInt8(ascii: ",")])
        }
    }

    @Test(arguments: 0..<50)
    func readsBackWhatIsWritten(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let table = OutputTable.random(&generator)
        let rows = try read(CSVWriter.write(table))
        let written = [table.columns.map(\.title)] + table.rows
        #expect(rows == written.map(\.withoutEmptyEnd).filter { !$0.isEmpty })
    }
}
