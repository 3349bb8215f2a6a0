import Diagnostics
import Spreadsheet
import Testing

@Suite struct SpreadsheetErrorTests {
    private static let errors: [SpreadsheetError] =
        [
            .emptyFile, .truncatedArchive, .expandsTooFar(part: "a", limit: 64 << 20), .missingPart("a"),
            .malformedPart("a", line: nil), .malformedPart("a", line: 3), .documentType(part: "a"),
            .tooManyCells(sheet: nil, limit: 2), .tooManyCells(sheet: "表", limit: 2), .beyondSheet(sheet: nil),
            .beyondSheet(sheet: "表"), .invalidText(line: 2, byte: 5, .utf16),
            .invalidText(line: 2, byte: 5, .utf8OrCP932),
            .nul(line: 4), .strayQuote(line: 4), .unclosedQuote(line: 4),
            .longText(sheet: "表", CellAddress(column: 1, row: 3)), .tableTooLarge(sheet: "表"),
        ] + SpreadsheetError.ForeignFormat.allCases.map { .foreignFormat($0) }
        + SpreadsheetError.ArchiveDamage.allCases.map { .damagedArchive($0, part: "a") }
        + SpreadsheetError.ArchiveFeature.allCases.map { .unsupportedArchive($0) }

    @Test(arguments: errors)
    func saysWhatToDo(error: SpreadsheetError) {
        for phrase in [error.message, error.help] {
            #expect(phrase.ja.unicodeScalars.contains { $0.value > 0x3000 })
            #expect(!phrase.en.isEmpty && phrase.en.unicodeScalars.allSatisfy { $0.value < 0x2100 || $0 == "表" })
            #expect(!phrase.ja.hasSuffix("。") && !phrase.en.hasSuffix("."))
        }
    }

    @Test func saysEachOnce() {
        #expect(
            Set(Self.errors.map(\.message)).count == Self.errors.count - 1, "other archives and other documents are one"
        )
    }

    @Test func shortensNamesOfParts() {
        let message = SpreadsheetError.missingPart("a\n\u{1B}[31m" + String(repeating: "x", count: 1000)).message
        #expect(message.en == "the workbook lacks its part a??[31m" + String(repeating: "x", count: 23) + "…")
    }
}
