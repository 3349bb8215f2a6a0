internal import Bytes
internal import Diagnostics
import Files

/// Reads a worksheet part (ECMA-376-1 §18.3): its cells that hold something, ranges merged, columns and rows hidden.
final class SheetReader: XMLPartReader {
    /// What all sheets of a workbook share.
    struct Context {
        var strings: [String] = []
        var formats: [NumberFormat] = []
        var is1904 = false
        /// Cells and merged ranges that may still come.
        var allowance = Limits.workbookCells
    }

    private(set) var context: Context
    private(set) var rows: [Row] = []
    private(set) var mergedRanges: [CellRange] = []
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    private let part: String
    private let sheet: String

    // The row and the cell that are open.
    private var rowNumber = 0
    private var isRowHidden = false
    private var cells: [Cell] = []
    private var column = 0
    private var type = ""
    private var style = 0
    private var isFormula = false
    private var value: [UInt8] = []
    private var isInValue = false
    private var inlineText = XMLText()

    init(part: String, sheet: String, context: Context) {
        (self.part, self.sheet, self.context) = (part, sheet, context)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError) {
        guard name.vocabulary == .main else { return }
        switch name.local {
        case "c": try startCell(attributes)
        case "v": isInValue = true
        case "f": isFormula = true
        case "row": try startRow(attributes)
        case "t", "rPh": inlineText.start(name)
        case "mergeCell":
            try take(1)
            guard let range = attributes["ref"].flatMap({ CellRange($0) }) else { throw malformed }
            mergedRanges.append(range)
        case "col" where attributes.isTrue("hidden"):
            try take(1)
            guard let first = attributes["min"].flatMap({ Int($0) }), let last = attributes["max"].flatMap({ Int($0) }),
                first > 0, first <= last
            else { throw malformed }
            hiddenColumns.append(first...last)
        default: break
        }
    }

    func end(_ name: XMLName) throws(SpreadsheetError) {
        guard name.vocabulary == .main else { return }
        switch name.local {
        case "c": try endCell()
        case "v": isInValue = false
        case "row":
            if !cells.isEmpty { rows.append(Row(number: rowNumber, isHidden: isRowHidden, cells: cells)) }
            cells = []
        case "t", "rPh": inlineText.end(name)
        default: break
        }
    }

    func text(_ bytes: Span<UInt8>) {
        if isInValue { value.append(bytes) } else { inlineText.append(bytes) }
    }

    // MARK: Places

    /// A row without a number is the next; so is a cell without an address (§18.3.1.73, §18.3.1.4).
    private func startRow(_ attributes: XMLAttributes) throws(SpreadsheetError) {
        let next = rowNumber + 1
        if let text = attributes["r"] {
            guard let number = Int(text), number >= next else { throw malformed }
            rowNumber = number
        } else {
            rowNumber = next
        }
        guard rowNumber <= Limits.sheetRows else { throw .beyondSheet(sheet: sheet) }
        isRowHidden = attributes.isTrue("hidden")
        (column, cells) = (0, [])
    }

    private func startCell(_ attributes: XMLAttributes) throws(SpreadsheetError) {
        if let text = attributes["r"] {
            guard let address = CellAddress(text), address.row == rowNumber, address.column > column else {
                throw malformed
            }
            column = address.column
        } else {
            column += 1
        }
        guard rowNumber > 0 else { throw malformed }
        guard column <= Limits.sheetColumns else { throw .beyondSheet(sheet: sheet) }
        type = attributes["t"] ?? "n"
        style = attributes["s"].flatMap { Int($0) } ?? 0
        isFormula = false
        value.removeAll(keepingCapacity: true)
        _ = inlineText.finish()
    }

    private func take(_ count: Int) throws(SpreadsheetError) {
        context.allowance -= count
        guard context.allowance >= 0 else { throw .tooManyCells(sheet: sheet, limit: Limits.workbookCells) }
    }

    private var malformed: SpreadsheetError { .malformedPart(part, line: nil) }

    // MARK: Values

    private func endCell() throws(SpreadsheetError) {
        let (text, kind) = try read()
        // Cells that have a format alone are most of some sheets.
        guard !text.isEmpty || isFormula else { return }
        try take(1)
        cells.append(
            Cell(CellAddress(column: column, row: rowNumber), text, text.isEmpty ? .empty : kind, isFormula: isFormula))
    }

    /// What the cell's type makes of its value (§18.18.11 ST_CellType).
    private func read() throws(SpreadsheetError) -> (String, Cell.Kind) {
        switch type {
        case "s":
            guard !value.isEmpty else { return ("", .empty) }
            guard let index = Int(String(decoding: value, as: UTF8.self)), context.strings.indices.contains(index)
            else {
                throw malformed
            }
            return (context.strings[index], .text)
        case "inlineStr": return (inlineText.finish(), .text)
        case "str": return (XMLText.string(value), .text)
        case "b":
            return (
                value.isEmpty ? "" : ["1", "true"].contains(String(decoding: value, as: UTF8.self)) ? "TRUE" : "FALSE",
                .boolean
            )
        case "e": return (String(decoding: value, as: UTF8.self), .error)
        case "d": return (Self.date(String(decoding: value, as: UTF8.self)), .date)
        default: return try number()
        }
    }

    private func number() throws(SpreadsheetError) -> (String, Cell.Kind) {
        guard !value.isEmpty else { return ("", .empty) }
        let format = context.formats.indices.contains(style) ? context.formats[style] : .general
        let stored = String(decoding: value, as: UTF8.self)
        // Most numbers are short integers.
        let isInteger = value.count <= 15 && value[0] != 0x30 && value.allSatisfy { (0x30...0x39).contains($0) }
        if isInteger, format.isPlain { return (stored, .number) }
        guard let number = DecimalText(stored) else { throw malformed }
        return format.apply(to: number, is1904: context.is1904)
    }

    /// ISO 8601 as it is written in strict workbooks, without a time that says nothing.
    private static func date(_ text: String) -> String {
        let time = text.utf8.firstIndex(of: UInt8(ascii: "T"))
        guard let time, text[time...].dropFirst().allSatisfy({ "0:.Z".contains($0) }) else { return text }
        return String(text[..<time])
    }
}
