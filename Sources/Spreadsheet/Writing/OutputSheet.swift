import Files
import OpenPackaging
internal import Diagnostics

/// The styles that sheets use, by their places in the part (ECMA-376-1 §18.8): all have the format of text.
enum OutputStyle: Int {
    case plain, text, wrapped, header

    static var part: [UInt8] {
        var xml = XMLWriter()
        xml.write("<styleSheet xmlns=\"\(OutputWorkbook.namespace)\">")
        let font = "<sz val=\"11\"/><name val=\"游ゴシック\"/><family val=\"3\"/><charset val=\"128\"/>"
        xml.write("<fonts count=\"2\"><font>\(font)</font><font><b/>\(font)</font></fonts>")
        xml.write(
            "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
        )
        xml.write(
            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE7EEF7\"/><bgColor indexed=\"64\"/></patternFill></fill></fills>"
        )
        xml.write("<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>")
        xml.write(
            "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>")
        xml.write("<cellXfs count=\"4\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>")
        let text = "numFmtId=\"49\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\""
        xml.write("<xf \(text) fontId=\"0\" fillId=\"0\"><alignment vertical=\"top\"/></xf>")
        xml.write("<xf \(text) fontId=\"0\" fillId=\"0\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>")
        xml.write(
            "<xf \(text) fontId=\"1\" fillId=\"2\" applyFont=\"1\" applyFill=\"1\"><alignment vertical=\"center\" wrapText=\"1\"/></xf>"
        )
        xml.write(
            "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
        )
        return xml.bytes
    }
}

/// A table as a worksheet (ECMA-376-1 §18.3.1.99), whose elements stand in the order of its schema.
struct OutputSheet {
    let table: OutputTable
    let choices: ChoiceLists
    /// Whether the workbook opens with it.
    let isFirst: Bool

    var part: [UInt8] {
        var xml = XMLWriter()
        xml.write("<worksheet xmlns=\"\(OutputWorkbook.namespace)\" xmlns:r=\"\(OutputWorkbook.relationships)\">")
        // On paper, all columns side by side.
        xml.write("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
        xml.write("<dimension ref=\"\(table.range)\"/>")
        xml.write("<sheetViews><sheetView workbookViewId=\"0\"\(isFirst ? " tabSelected=\"1\"" : "")>")
        xml.write("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>")
        xml.write("<selection pane=\"bottomLeft\" activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>")
        xml.write("<sheetFormatPr defaultRowHeight=\"18.75\"/>")
        if !table.columns.isEmpty {
            xml.write("<cols>")
            for (index, width) in ColumnWidth.widths(of: table).enumerated() {
                // The column's style is that of the cells which are not there yet.
                xml.write(
                    "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(width)\" style=\"\(OutputStyle.text.rawValue)\" customWidth=\"1\"/>"
                )
            }
            xml.write("</cols>")
        }
        xml.write("<sheetData>")
        if !table.columns.isEmpty { xml.write(row: 1, table.columns.map(\.title)) { _ in .header } }
        for (index, cells) in table.rows.enumerated() {
            let lines = cells.map { ColumnWidth.lines(of: $0) }
            // No program but Excel finds out how high a row has to be; higher than this it cannot be.
            let height = min(409, 18.75 * Double(lines.max() ?? 1))
            xml.write(row: index + 2, cells, height: height) { lines[$0] > 1 ? .wrapped : .text }
        }
        xml.write("</sheetData>")
        if !table.columns.isEmpty { xml.write("<autoFilter ref=\"\(table.range)\"/>") }
        writeChoices(to: &xml)
        xml.write(
            "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>")
        xml.write("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/>")
        if table.hasNotes { xml.write("<legacyDrawing r:id=\"r2\"/>") }
        xml.write("</worksheet>")
        return xml.bytes
    }

    /// Drop-down lists for all rows below the header, and for cells by themselves (§18.3.1.33).
    private func writeChoices(to xml: inout XMLWriter) {
        let columns = table.columns.enumerated().filter { !$0.element.choices.isEmpty }.map { index, column in
            let letters = CellAddress.letters(ofColumn: index + 1)
            return (range: "\(letters)2:\(letters)\(Limits.sheetRows)", choices: column.choices)
        }
        let cells = table.cellChoices.map { cell in
            (range: "\(CellAddress.letters(ofColumn: cell.column + 1))\(cell.row + 2)", choices: cell.choices)
        }
        let rules = columns + cells
        guard !rules.isEmpty else { return }
        xml.write("<dataValidations count=\"\(rules.count)\">")
        for rule in rules {
            xml.write("<dataValidation type=\"list\" allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\"")
            xml.write(" sqref=\"\(rule.range)\"><formula1>")
            xml.write(escaping: choices.formula(for: rule.choices))
            xml.write("</formula1></dataValidation>")
        }
        xml.write("</dataValidations>")
    }
}

extension XMLWriter {
    /// A row of cells that hold their own text (§18.3.1.53); empty ones are left to the column's style.
    ///
    /// - Parameters:
    ///   - height: in points; nil where one line is enough.
    ///   - style: that of each cell, by its place.
    mutating func write(row number: Int, _ cells: [String], height: Double? = nil, style: (Int) -> OutputStyle) {
        write(height.map { "<row r=\"\(number)\" ht=\"\($0)\">" } ?? "<row r=\"\(number)\">")
        for (index, text) in cells.enumerated() where !text.isEmpty {
            write(
                "<c r=\"\(CellAddress.letters(ofColumn: index + 1))\(number)\" s=\"\(style(index).rawValue)\" t=\"inlineStr\">"
            )
            let isSpaced = [text.utf8.first, text.utf8.last].contains { $0.map { $0 <= 0x20 } ?? false }
            write(isSpaced ? "<is><t xml:space=\"preserve\">" : "<is><t>")
            write(string: text)
            write("</t></is></c>")
        }
        write("</row>")
    }
}
