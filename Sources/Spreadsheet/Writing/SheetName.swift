import Bytes
internal import Diagnostics

/// Names that Excel takes for sheets: 1 to 31 UTF-16 units without `[ ] : * ? / \`, no apostrophe at either end, no two the same in
/// different cases.
enum SheetName {
    private static let length = 31
    private static let replacements: [UnicodeScalar: UnicodeScalar] = [
        "[": "［", "]": "］", ":": "：", "*": "＊", "?": "？", "/": "／", "\\": "＼",
    ]

    /// A name for each of the tables, as near to its own as can be.
    static func names(of tables: [OutputTable]) -> [String] {
        var taken: Set<String> = [OutputWorkbook.choiceSheet.lowercased()]
        return tables.map { table in
            let name = clean(table.name)
            var (candidate, number) = (name, 1)
            while !taken.insert(candidate.lowercased()).inserted {
                number += 1
                candidate = shortened(name, to: length - "\(number)".utf16.count - 2) + "(\(number))"
            }
            return candidate
        }
    }

    private static func clean(_ name: String) -> String {
        let scalars = name.unicodeScalars.map { replacements[$0] ?? ($0.value < 0x20 ? " " : $0) }
        var text = shortened(String(scalars: scalars), to: length)
        // Byte by byte: an apostrophe with a combining mark behind it is still one.
        if text.utf8.first == UInt8(ascii: "'") {
            text = "’" + text.unicodeScalars.dropFirst().map(String.init).joined()
        }
        if text.utf8.last == UInt8(ascii: "'") { text = text.unicodeScalars.dropLast().map(String.init).joined() + "’" }
        // Excel keeps this name for itself.
        if text.isEmpty || text.lowercased() == "history" { text = "Sheet" }
        return text
    }

    private static func shortened(_ name: String, to count: Int) -> String {
        var (scalars, units) = (String.UnicodeScalarView(), 0)
        for scalar in name.unicodeScalars {
            units += UTF16.width(scalar)
            guard units <= count else { break }
            scalars.append(scalar)
        }
        return String(scalars)
    }
}
