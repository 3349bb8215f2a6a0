import Foundation
import Spreadsheet
import TestSupport

extension Row {
    /// The texts from the first column on, with nothing where a cell is missing.
    var texts: [String] { (1...(cells.last?.address.column ?? 1)).map { self[column: $0]?.text ?? "" } }
}

extension [String] {
    var withoutEmptyEnd: [String] { Array(prefix((lastIndex { !$0.isEmpty } ?? -1) + 1)) }
}

extension OutputTable {
    /// Texts of what is hard to write: marks, spaces, formulas, escapes, scalars beyond the first plane.
    static func random(_ generator: inout SeededGenerator) -> OutputTable {
        let pieces = [
            "=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\n", " ", "　", "＝", "－", "0797", "1.50", "あ", "髙", "𠮷",
            "e\u{301}", "&", "<",
            ">", "]]>", "_x000D_", "_x005F_", "_", "#N/A", "TRUE", "\u{FEFF}", "家\u{E0100}",
        ]
        let count = Int.random(in: 1...5, using: &generator)
        func texts() -> [String] { (0..<count).map { _ in generator.text(of: pieces, count: 0...5) } }
        return OutputTable(
            name: generator.text(of: ["施設", "[", "'", "/", "a", "*", "一覧のとても長い名前", "&"], count: 0...6),
            columns: texts().map { Column("題\($0)") },
            rows: (0..<Int.random(in: 0...8, using: &generator)).map { _ in texts() })
    }
}

/// The bytes of a file in Fixtures.
func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Project.root.appending(path: "Tests/SpreadsheetTests/Fixtures/\(name)")))
}
