import OpenPackaging
internal import Diagnostics

/// The drop-down lists of a workbook: short ones in their own rule, others in a sheet of their own, where each has a column.
struct ChoiceLists {
    /// The lists that the sheet holds, each once.
    let sheetColumns: [[String]]

    /// Characters that a list within a rule may have, commas counted (Excel's limit for a formula's text).
    private static let inlineLimit = 255

    init(_ tables: [OutputTable]) {
        var lists: [[String]] = []
        for choices in tables.flatMap({ $0.columns.map(\.choices) + $0.cellChoices.map(\.choices) })
        where !choices.isEmpty && !Self.isInline(choices) && !lists.contains(choices) {
            lists.append(choices)
        }
        sheetColumns = lists
    }

    /// Commas divide a list within a rule, spaces round an item are lost in it, and programs differ about quotation marks.
    private static func isInline(_ choices: [String]) -> Bool {
        choices.joined(separator: ",").utf16.count <= inlineLimit
            && choices.allSatisfy { choice in
                !choice.isEmpty && choice.first != " " && choice.last != " "
                    && !choice.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 < 0x20 }
            }
    }

    /// What the rule of a column says.
    func formula(for choices: [String]) -> String {
        guard let index = sheetColumns.firstIndex(of: choices) else {
            return "\"\(choices.joined(separator: ","))\""
        }
        let letters = CellAddress.letters(ofColumn: index + 1)
        return "'\(OutputWorkbook.choiceSheet)'!$\(letters)$1:$\(letters)$\(choices.count)"
    }

    /// The sheet.
    var part: [UInt8] {
        var xml = XMLWriter()
        xml.write("<worksheet xmlns=\"\(OutputWorkbook.namespace)\"><sheetData>")
        for row in 0..<(sheetColumns.map(\.count).max() ?? 0) {
            xml.write(row: row + 1, sheetColumns.map { row < $0.count ? $0[row] : "" }) { _ in .text }
        }
        xml.write("</sheetData></worksheet>")
        return xml.bytes
    }
}
