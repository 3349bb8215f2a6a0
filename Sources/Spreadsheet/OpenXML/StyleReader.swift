internal import Diagnostics

/// Reads of the styles what a cell's number format is (ECMA-376-1 §18.8).
final class StyleReader: XMLPartReader {
    /// By a cell's style.
    private(set) var formats: [NumberFormat] = []
    /// By number; a workbook has few that differ.
    private var byID: [Int: NumberFormat] = [:]
    private var isInCellFormats = false
    private let part: String

    /// Excel takes 65,490 (specifications and limits: unique cell formats).
    private static let limit = 65_536

    init(part: String) { self.part = part }

    func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SpreadsheetError) {
        guard name.vocabulary == .main else { return }
        switch name.local {
        case "numFmt" where !isInCellFormats:
            // Differential formats have some of their own, behind the cells'.
            guard formats.isEmpty, let id = attributes["numFmtId"].flatMap({ Int($0) }),
                let code = attributes["formatCode"]
            else { return }
            guard byID.count < Self.limit else { throw .malformedPart(part, line: nil) }
            byID[id] = NumberFormat(code)
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            guard formats.count < Self.limit else { throw .malformedPart(part, line: nil) }
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            let format = byID[id] ?? NumberFormat.builtIn(id)
            byID[id] = format
            formats.append(format)
        default: break
        }
    }

    func end(_ name: XMLName) {
        if name.vocabulary == .main, name.local == "cellXfs" { isInCellFormats = false }
    }

    func text(_ bytes: Span<UInt8>) {}
}
