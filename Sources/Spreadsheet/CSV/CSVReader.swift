internal import Bytes
internal import Diagnostics

/// Reads delimited text (RFC 4180, and what Excel makes of it) as a sheet of text cells.
///
/// Quotation marks are taken strictly, as a stray one may swallow half a file; line breaks may be CR, LF or both, and the last one
/// missing. Each record is a row, an empty line too.
struct CSVReader {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var index = 0
    /// Of the byte at the index, counted from 1.
    private var line = 1
    private var rows: [Row] = []
    private var cellCount = 0

    static func read(_ bytes: [UInt8]) throws(SpreadsheetError) -> Sheet {
        let text = try TextDecoder.decode(bytes)
        var reader = CSVReader(bytes: text, delimiter: Delimiter.find(in: text))
        try reader.readRecords()
        return Sheet(name: nil, rows: reader.rows)
    }

    private init(bytes: [UInt8], delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    private mutating func readRecords() throws(SpreadsheetError) {
        var number = 0
        while index < bytes.count {
            number += 1
            guard number <= Limits.sheetRows else { throw .beyondSheet(sheet: nil) }
            let cells = try readRecord(number)
            cellCount += cells.count
            guard cellCount <= Limits.workbookCells else {
                throw .tooManyCells(sheet: nil, limit: Limits.workbookCells)
            }
            if !cells.isEmpty { rows.append(Row(number: number, cells: cells)) }
        }
    }

    private mutating func readRecord(_ number: Int) throws(SpreadsheetError) -> [Cell] {
        var (cells, column) = ([] as [Cell], 0)
        while true {
            column += 1
            guard column <= Limits.sheetColumns else { throw .beyondSheet(sheet: nil) }
            let text = try readCell()
            if !text.isEmpty { cells.append(Cell(CellAddress(column: column, row: number), text)) }
            guard index < bytes.count, bytes[index] == delimiter else { break }
            index += 1
        }
        passLineBreak()
        return cells
    }

    /// Leaves the index at the delimiter, the line break or the end.
    private mutating func readCell() throws(SpreadsheetError) -> String {
        if byte(at: index) == .quote {
            let text = try readQuoted()
            // Excel's way to keep the zeros of 0797 in CSV is a formula of one text.
            return text.starts(with: "=\"".utf8) ? (Self.unwrap(text) ?? Self.plain(text[...])) : Self.plain(text[...])
        }
        if byte(at: index) == .equals, byte(at: index + 1) == .quote {
            index += 1
            return Self.string(try readQuoted()[...])
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
            guard let end = bytes.span.firstIndex(of: .quote, from: index) else { throw .unclosedQuote(line: opening) }
            for place in index..<end where isLineEnd(place) { line += 1 }
            text.append(index..<end, of: bytes)
            index = end + 1
            guard byte(at: index) == .quote else { break }
            text.append(.quote)
            index += 1
        }
        guard let next = byte(at: index), next != delimiter, next != .cr, next != .lf else { return text }
        throw .strayQuote(line: line)
    }

    private func byte(at place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

    /// Whether a line ends with the byte: CR LF ends one, not two.
    private func isLineEnd(_ place: Int) -> Bool {
        bytes[place] == .lf || bytes[place] == .cr && byte(at: place + 1) != .lf
    }

    private mutating func passLineBreak() {
        guard index < bytes.count else { return }
        if bytes[index] == .cr, byte(at: index + 1) == .lf { index += 1 }
        (index, line) = (index + 1, line + 1)
    }

    // MARK: Text

    /// The text of `="…"`; nil if more follows it.
    private static func unwrap(_ formula: [UInt8]) -> String? {
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
        return string(text[...])
    }

    private static func plain(_ text: ArraySlice<UInt8>) -> String {
        string(FormulaGuard.isThere(text) ? text.dropFirst() : text)
    }

    private static func string(_ text: ArraySlice<UInt8>) -> String {
        LineBreaks.normalize(text)
    }
}

extension UInt8 {
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let equals = UInt8(ascii: "=")
    fileprivate static let cr = UInt8(ascii: "\r")
    fileprivate static let lf = UInt8(ascii: "\n")
}
