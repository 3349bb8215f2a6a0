import OpenPackaging
internal import Japanese

/// The notes on a table's header cells: their text (ECMA-376-1 §18.7), and the boxes that programs show it in (VML, Part 4 §19).
struct OutputNotes {
    private let notes: [(column: Int, text: String)]

    /// Which sheet of the workbook they are in, from 1: shapes have numbers by thousands.
    private let sheet: Int

    init(_ table: OutputTable, sheet: Int) {
        self.sheet = sheet
        notes = table.columns.enumerated().compactMap { index, column in column.note.map { (index, $0) } }
    }

    var part: [UInt8] {
        var xml = XMLWriter()
        xml.write("<comments xmlns=\"\(OutputWorkbook.namespace)\"><authors><author></author></authors><commentList>")
        for note in notes {
            xml.write(
                "<comment ref=\"\(CellAddress.letters(ofColumn: note.column + 1))1\" authorId=\"0\"><text><t xml:space=\"preserve\">"
            )
            xml.write(string: note.text)
            xml.write("</t></text></comment>")
        }
        xml.write("</commentList></comments>")
        return xml.bytes
    }

    /// A hidden box beside each cell, as high as its text is long.
    var drawing: [UInt8] {
        var xml = XMLWriter()
        xml.write("<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\"")
        xml.write(" xmlns:x=\"urn:schemas-microsoft-com:office:excel\">")
        xml.write("<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"\(sheet)\"/></o:shapelayout>")
        xml.write("<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\"")
        xml.write(" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/>")
        xml.write("<v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>")
        for (index, note) in notes.enumerated() {
            let rows =
                2
                + note.text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { DisplayWidth().columns(String($0)) / 30 + 1 }.reduce(0, +)
            xml.write(
                "<v:shape id=\"_x0000_s\(1024 * sheet + 1 + index)\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\""
            )
            xml.write(
                " fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:path o:connecttype=\"none\"/>"
            )
            xml.write("<v:textbox/><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>")
            // From and to which column and row, with pixels beyond their edges.
            xml.write("<x:Anchor>\(note.column + 1),15,0,2,\(note.column + 4),15,\(min(rows, 40)),4</x:Anchor>")
            xml.write(
                "<x:AutoFill>False</x:AutoFill><x:Row>0</x:Row><x:Column>\(note.column)</x:Column></x:ClientData></v:shape>"
            )
        }
        xml.write("</xml>")
        return xml.bytes
    }
}
