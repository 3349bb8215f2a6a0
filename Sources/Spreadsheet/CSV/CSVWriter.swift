/// Writes CSV (RFC 4180) in UTF-8 with a byte order mark, which Excel needs, and CR LF.
public enum CSVWriter {
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A header row and the table's rows; what only a workbook can hold is left out.
    public static func write(_ table: OutputTable) -> [UInt8] {
        var output = byteOrderMark
        append(table.columns.map(\.title), to: &output)
        for row in table.rows { append(row, to: &output) }
        return output
    }

    /// Appends one record; a file begins with `beginFile(_:)`.
    public static func append(_ cells: [String], to output: inout [UInt8]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            append(cell, to: &output)
        }
        output.append(contentsOf: "\r\n".utf8)
    }

    public static func beginFile(_ output: inout [UInt8]) { output += byteOrderMark }

    private static func append(_ cell: String, to output: inout [UInt8]) {
        let text = FormulaGuard.isNeeded(cell.utf8) ? "'" + cell : cell
        // Semicolon and tab too: readers that find out what divides the cells do not take them for it then.
        guard text.utf8.contains(where: { "\",;\t\n\r".utf8.contains($0) }) else {
            output.append(contentsOf: text.utf8)
            return
        }
        // Byte by byte: a quotation mark with a combining mark behind it is still one.
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { output.append(byte) }
            output.append(byte)
        }
        output.append(UInt8(ascii: "\""))
    }
}
