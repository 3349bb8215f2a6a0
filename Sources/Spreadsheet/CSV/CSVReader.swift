internal import Diagnostics
import Files

/// Reads delimited text (RFC 4180, and what Excel makes of it) as a sheet of text cells.
///
/// Quotation marks are taken strictly, as a stray one may swallow half a file; line breaks may be CR, LF or both, and the last one
/// missing. Each record is a row, an empty line too.
struct CSVReader {
    private let bytes: ArraySlice<UInt8>
    private let delimiter: UInt8
    private var index: Int
    /// Of the byte at the index, counted from 1.
    private var line = 1

    static func read(_ bytes: [UInt8]) throws(SpreadsheetError) -> Sheet {
        let text = try TextDecoder.decode(bytes)
        let delimiter = Delimiter.find(in: text)
        var reader = CSVReader(text, delimiter, at: text.startIndex)
        return Sheet(name: nil, rows: SheetRows(CSVRecords(text, delimiter, try reader.readRecords())))
    }

    init(_ text: ArraySlice<UInt8>, _ delimiter: UInt8, at start: Int) {
        (bytes, self.delimiter, index) = (text, delimiter, start)
    }

    /// Where the records that hold something stand.
    private mutating func readRecords() throws(SpreadsheetError) -> [CSVRecords.Place] {
        var (places, number, cellCount) = ([] as [CSVRecords.Place], 0, 0)
        while index < bytes.endIndex {
            number += 1
            guard number <= Limits.sheetRows else { throw .beyondSheet(sheet: nil) }
            let (start, before) = (index, cellCount)
            try readRecord { _, text in if !text.isEmpty { cellCount += 1 } }
            guard cellCount <= Limits.workbookCells else {
                throw .tooManyCells(sheet: nil, limit: Limits.workbookCells)
            }
            if cellCount > before { places.append(CSVRecords.Place(start: start, number: number)) }
        }
        return places
    }

    /// The cells of the record that begins at the index.
    mutating func readCells(ofRow number: Int) throws(SpreadsheetError) -> [Cell] {
        var cells: [Cell] = []
        try readRecord { column, text in
            if !text.isEmpty {
                cells.append(Cell(CellAddress(column: column, row: number), LineBreaks.normalize(text)))
            }
        }
        return cells
    }

    private mutating func readRecord(
        _ body: (_ column: Int, _ text: ArraySlice<UInt8>) -> Void
    ) throws(SpreadsheetError) {
        var column = 0
        while true {
            column += 1
            guard column <= Limits.sheetColumns else { throw .beyondSheet(sheet: nil) }
            body(column, try readCell())
            guard index < bytes.endIndex, bytes[index] == delimiter else { break }
            index += 1
        }
        passLineBreak()
    }

    /// Leaves the index at the delimiter, the line break or the end.
    private mutating func readCell() throws(SpreadsheetError) -> ArraySlice<UInt8> {
        if byte(at: index) == .quote {
            let text = try readQuoted()
            // Excel's way to keep the zeros of 0797 in CSV is a formula of one text.
            return text.starts(with: "=\"".utf8) ? (Self.unwrap(text) ?? Self.plain(text[...])) : Self.plain(text[...])
        }
        if byte(at: index) == .equals, byte(at: index + 1) == .quote {
            index += 1
            return try readQuoted()[...]
        }
        let start = index
        while let byte = byte(at: index), byte != delimiter, byte != .cr, byte != .lf {
            guard byte != .quote else { throw .strayQuote(line: line) }
            index += 1
        }
        return Self.plain(bytes[start..<index])
    }

    /// The bytes between the quotation marks, of which the index is at the first.
    private mutating func readQuoted() throws(SpreadsheetError) -> [UInt8] {
        let opening = line
        var text: [UInt8] = []
        index += 1
        while true {
            guard let end = bytes[index...].firstIndex(of: .quote) else { throw .unclosedQuote(line: opening) }
            for place in index..<end where isLineEnd(place) { line += 1 }
            text += bytes[index..<end]
            index = end + 1
            guard byte(at: index) == .quote else { break }
            text.append(.quote)
            index += 1
        }
        guard let next = byte(at: index), next != delimiter, next != .cr, next != .lf else { return text }
        throw .strayQuote(line: line)
    }

    private func byte(at place: Int) -> UInt8? { place < bytes.endIndex ? bytes[place] : nil }

    /// Whether a line ends with the byte: CR LF ends one, not two.
    private func isLineEnd(_ place: Int) -> Bool {
        bytes[place] == .lf || bytes[place] == .cr && byte(at: place + 1) != .lf
    }

    private mutating func passLineBreak() {
        guard index < bytes.endIndex else { return }
        if bytes[index] == .cr, byte(at: index + 1) == .lf { index += 1 }
        (index, line) = (index + 1, line + 1)
    }

    // MARK: Text

    /// The text of `="…"`; nil if more follows it.
    private static func unwrap(_ formula: [UInt8]) -> ArraySlice<UInt8>? {
        guard formula.count >= 3, formula.last == .quote else { return nil }
        var (text, index) = ([] as [UInt8], 2)
        while index < formula.count - 1 {
            // Quotation marks inside stand in pairs.
            if formula[index] == .quote {
                index += 1
                guard index < formula.count - 1, formula[index] == .quote else { return nil }
            }
            text.append(formula[index])
            index += 1
        }
        return text[...]
    }

    private static func plain(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        FormulaGuard.isThere(text) ? text.dropFirst() : text
    }
}

extension UInt8 {
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let equals = UInt8(ascii: "=")
    fileprivate static let cr = UInt8(ascii: "\r")
    fileprivate static let lf = UInt8(ascii: "\n")
}
