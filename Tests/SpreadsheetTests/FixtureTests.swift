import Spreadsheet
import TestSupport
import Testing

/// Workbooks of other programs' making: see Fixtures/generate.py.
@Suite struct FixtureTests {
    @Test(arguments: ["openpyxl", "libreoffice"])
    func readsOtherPrograms(name: String) throws {
        let workbook = try SpreadsheetReader.read(try fixture("\(name).xlsx"))
        #expect(workbook.sheets.map(\.name) == ["施設一覧", "隠し", "マクロ用"])
        #expect(workbook.sheets.map(\.isHidden) == [false, true, true])
        let sheet = workbook.sheets[0]
        let texts = [
            "A1": "名称", "A2": "フリースクール光\n（本校）", "B2": "0797", "C2": "665-0865", "D2": "0.3", "E2": "3.7%",
            "F2": "2025-02-14",
            "G2": "2025-02-14", "H2": "2025-02-14T09:30", "I2": "09:30", "J2": "TRUE", "K2": "#N/A", "L2": "45702",
            "M2": "2025-02",
            "N2": "-1234567.5", "D7": "結合", "A9": "隠れた行",
        ]
        for (address, text) in texts { #expect(sheet[try #require(CellAddress(address))]?.text == text, "\(address)") }
        #expect(sheet.mergedRanges.map(\.description) == ["D7:F8"])
        #expect(sheet.hiddenColumns == [16...16])
        #expect(sheet.row(9)?.isHidden == true)
        #expect(sheet.comments == [CellComment(CellAddress(column: 1, row: 2), "確認済み")])
        // openpyxl computes no formulas.
        let sum = try #require(sheet[CellAddress(column: 1, row: 3)])
        #expect(sum.isFormula)
        #expect(name == "openpyxl" ? sum.kind == .empty : sum.text == "3")
    }

    /// Any byte of a workbook changed: it is read or refused.
    @Test(arguments: ["openpyxl", "libreoffice"])
    func survivesDamage(name: String) throws {
        let bytes = try fixture("\(name).xlsx")
        var generator = SeededGenerator(seed: bytes.count)
        for _ in 0..<300 {
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                damaged[Int.random(in: damaged.indices, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            _ = try? SpreadsheetReader.read(damaged)
        }
    }
}
